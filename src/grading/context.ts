import { type Clues, cluesOf } from '../checks/clues.ts'
import type { CheckContext, Proof } from '../checks/define-check.ts'
import { displacedKink, isForgiven } from '../checks/displaced-kink.ts'
import { wrongPoints } from '../checks/wrong-points.ts'
import type { CheckSpec, Exercise, FunctionSpec } from '../exercise.ts'
import type { EvaluationResult, LoadResult, Session } from '../session.ts'
import type { GradingJob } from './job.ts'
import { once } from './once.ts'
import { proveFunction } from './prove-function.ts'
import type { GradingServices } from './services.ts'
import type { Tables } from './tables.ts'

type Rows = readonly (readonly number[])[]

interface Workshop {
  readonly session: Session
  readonly load: Extract<LoadResult, { kind: 'loaded' }>
  readonly services: GradingServices
  readonly tables: Tables
}

/** What the checks of one submission share: each table, evaluation and proof is made once. */
export function gradingContext(
  job: GradingJob,
  workshop: Workshop,
): (spec: CheckSpec) => CheckContext {
  const { exercise, options } = job
  const { session, load, services, tables } = workshop
  const values = once(async (name): Promise<EvaluationResult> => {
    const { columns } = await tables.reference(name)
    return session.evaluate({ function: name, columns })
  })
  const wrongAt = once(async (name) => {
    const [table, asked] = [await tables.everywhere(name), await tables.reference(name)]
    const result =
      table === asked
        ? await values(name)
        : await session.evaluate({ function: name, columns: table.columns })
    const failing = wrongPoints(table, result)
    // What rounding explains beside a kink is wrong nowhere else.
    const moved = displacedKink({ table, values: result.values, failing })
    const referenceAt = (rows: Rows) => services.referenceAt(exercise, name, rows)
    return moved && (await isForgiven(moved, { session, referenceAt })) ? [] : failing
  })
  const clues = once((name): Clues => cluesOf(load.functions[name], load.numbers))
  const proof = once((name): Proof => proveFunction(exercise, name, { load, services }))
  return (spec) => ({
    exercise,
    spec,
    options,
    asked: job.asked ?? [],
    session,
    get function() {
      return functionOf(exercise, spec)
    },
    found: (name) => load.functions[name],
    reference: tables.reference,
    everywhere: tables.everywhere,
    extremes: tables.extremes,
    trials: () => tables.trials(spec),
    referenceAt: (name, rows) => services.referenceAt(exercise, name, rows),
    values,
    wrongAt,
    clues,
    proof,
  })
}

function functionOf(exercise: Exercise, spec: CheckSpec): FunctionSpec {
  const found = spec.function === undefined ? undefined : exercise.functions[spec.function]
  if (!found) throw new Error(`the check ${spec.id} asks about no function`)
  return found
}
