import type { CheckContext, Proof } from '../checks/define-check.ts'
import type { CheckSpec, Exercise, FunctionSpec } from '../exercise/exercise.ts'
import type { GradingJob } from '../grade.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { TrialTable } from '../reference/trials/trial-table.ts'
import type { EvaluationResult, LoadResult, Session } from '../submission/session.ts'
import { proveFunction } from './prove-function.ts'
import type { FunctionTable, GradingServices } from './services.ts'
import { trialRequestOf } from './trial-request.ts'

interface Workshop {
  readonly session: Session
  readonly load: Extract<LoadResult, { kind: 'loaded' }>
  readonly services: GradingServices
  readonly tables: Tables
}

/** What is right, read or computed once. */
export interface Tables {
  readonly reference: (functionName: string) => Promise<ReferenceTable>
  readonly trials: (spec: CheckSpec) => Promise<TrialTable>
}

/** Tables by name; those that the checks will surely ask for are begun at once, while a sandbox starts. */
export function gradingTables(
  job: GradingJob,
  services: GradingServices,
  specs: readonly CheckSpec[],
): Tables {
  const reference = once((name) =>
    services.referenceTable(job.exercise, {
      ...job.options,
      rows: [],
      function: name,
      ...pointsAskedFor(job, name),
    }),
  )
  const trials = (spec: CheckSpec) => {
    const request = trialRequestOf(spec, job.options.seed)
    if (!request) throw new Error(`the check ${spec.id} names no reference`)
    return services.trialTable(job.exercise, request)
  }
  for (const spec of specs) {
    // What goes wrong here is said by the check that asks for the table.
    if (spec.function && isComparedAtPoints(spec)) reference(spec.function).catch(() => undefined)
  }
  return { reference, trials: begunAtOnce(specs, job.options.seed, trials) }
}

/** Tables of trials by check, each already under way. */
function begunAtOnce(
  specs: readonly CheckSpec[],
  seed: number,
  trials: Tables['trials'],
): Tables['trials'] {
  const begun = new Map<CheckSpec, Promise<TrialTable>>()
  for (const spec of specs) {
    if (trialRequestOf(spec, seed) === undefined) continue
    const table = trials(spec)
    table.catch(() => undefined)
    begun.set(spec, table)
  }
  return (spec) => begun.get(spec) ?? trials(spec)
}

function isComparedAtPoints({ kind }: CheckSpec): boolean {
  return kind === 'value' || kind === 'derivative' || kind === 'kink'
}

/** What the checks of one submission share: each table, evaluation and proof is made once. */
export async function gradingContext(
  job: GradingJob,
  workshop: Workshop,
  specs: readonly CheckSpec[],
): Promise<(spec: CheckSpec) => CheckContext> {
  const { exercise, options } = job
  const { session, load, services } = workshop
  const { reference, trials } = workshop.tables
  const values = once(async (name): Promise<EvaluationResult> => {
    const { columns } = await reference(name)
    return session.evaluate({ function: name, columns })
  })
  const proof = once((name): Proof => proveFunction(exercise, name, { load, services }))
  await beginEvaluations(specs, workshop, values)
  return (spec) => ({
    exercise,
    spec,
    options,
    asked: job.asked,
    session,
    get function() {
      return functionOf(exercise, spec)
    },
    found: (name) => load.functions[name],
    reference,
    trials: () => trials(spec),
    referenceAt: (name, rows) => services.referenceAt(exercise, name, rows),
    values,
    proof,
  })
}

/**
 * Asks for the values that the checks will surely want, in the checks' order whichever table came
 * first: while one function is judged here, the sandbox is at the next one.
 */
async function beginEvaluations(
  specs: readonly CheckSpec[],
  { load, tables }: Workshop,
  values: (name: string) => Promise<EvaluationResult>,
): Promise<void> {
  const asked = specs.filter(isComparedAtPoints).flatMap((spec) => spec.function ?? [])
  const found = [...new Set(asked)].filter((name) => load.functions[name]?.kind === 'function')
  const ready = await Promise.allSettled(found.map(tables.reference))
  for (const [index, name] of found.entries()) {
    // What goes wrong here is said by the check that asks for it.
    if (ready[index]?.status === 'fulfilled') values(name).catch(() => undefined)
  }
}

function functionOf(exercise: Exercise, spec: CheckSpec): FunctionSpec {
  const found = spec.function === undefined ? undefined : exercise.functions[spec.function]
  if (!found) throw new Error(`the check ${spec.id} asks about no function`)
  return found
}

/** With `--at`, only those points; parameters that it leaves open take all their values. */
function pointsAskedFor({ exercise, options }: GradingJob, name: string): Partial<FunctionTable> {
  const names = exercise.functions[name]?.arguments ?? []
  const rows = options.at.flatMap((point) =>
    names.reduce<number[][]>(
      (partial, argument, index) => {
        const given = index === 0 ? point.variable : point.parameters[argument]
        const choices =
          given === undefined ? (exercise.parameters[argument]?.values ?? [0]) : [given]
        return partial.flatMap((row) => choices.map((choice) => [...row, choice]))
      },
      [[]],
    ),
  )
  return rows.length > 0 ? { points: 0, exhaustive: false, rows } : {}
}

function once<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>()
  return (name) => {
    const known = made.get(name)
    if (known !== undefined) return known
    const fresh = make(name)
    made.set(name, fresh)
    return fresh
  }
}
