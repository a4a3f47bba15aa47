import { checkKinds, isCheckKind } from '../checks/index.ts'
import type { CheckSpec, Exercise, FunctionSpec } from '../exercise.ts'
import type { AtPoint, GradingOptions } from '../grading-options.ts'
import { isInDomain, variableOf } from '../reference/sampling.ts'
import { extremePoints } from '../reference/stability.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { TrialTable } from '../reference/trials/trial-table.ts'
import type { EvaluationRequest } from '../session.ts'
import type { GradingJob } from './job.ts'
import { once } from './once.ts'
import type { GradingServices } from './services.ts'
import { trialRequestOf } from './trial-request.ts'

/** What is right, read or computed once for all checks of a submission. */
export interface Tables {
  /** A function at the run's sample points, or at those of the domain that are asked for. */
  readonly reference: (functionName: string) => Promise<ReferenceTable>
  /** A function at the run's sample points, whatever is asked for. */
  readonly everywhere: (functionName: string) => Promise<ReferenceTable>
  /** A function far from zero. */
  readonly extremes: (functionName: string) => ReferenceTable
  readonly trials: (spec: CheckSpec) => Promise<TrialTable>
}

export function gradingTables(
  job: GradingJob,
  services: GradingServices,
  specs: readonly CheckSpec[],
): Tables {
  const { exercise, options } = job
  const trials = (spec: CheckSpec) => {
    const request = trialRequestOf(spec, options)
    if (!request) throw new Error(`the check ${spec.id} names no reference`)
    return services.trialTable(exercise, request)
  }
  const tableOf = (name: string, rows: readonly (readonly number[])[]) => {
    const { seed, points, exhaustive } = options
    const which = rows.length > 0 ? { points: 0, exhaustive: false } : { points, exhaustive }
    return services.referenceTable(exercise, { function: name, seed, ...which, rows })
  }
  const everywhere = once((name) => tableOf(name, []))
  const inside = options.at.filter(({ variable }) => isInDomain(exercise, variable))
  return {
    everywhere,
    reference:
      inside.length === 0 ? everywhere : once((name) => tableOf(name, rowsAt(job, name, inside))),
    extremes: once((name) => extremesOf(job, name, services)),
    trials: begunAtOnce(specs, options, trials),
  }
}

function extremesOf(job: GradingJob, name: string, services: GradingServices): ReferenceTable {
  const { exercise, options } = job
  const { at } = options
  const rows =
    at.length > 0 ? rowsAt(job, name, at) : extremePoints(exercise, functionOf(exercise, name))
  return services.referenceAt(exercise, name, rows)
}

function functionOf(exercise: Exercise, name: string): FunctionSpec {
  const spec = exercise.functions[name]
  if (spec === undefined) throw new Error(`the exercise has no function ${name}`)
  return spec
}

/** Tables of trials by check, each already under way. */
function begunAtOnce(
  specs: readonly CheckSpec[],
  options: GradingOptions,
  trials: Tables['trials'],
): Tables['trials'] {
  const begun = new Map<CheckSpec, Promise<TrialTable>>()
  for (const spec of specs) {
    if (trialRequestOf(spec, options) === undefined) continue
    const table = trials(spec)
    table.catch(() => undefined)
    begun.set(spec, table)
  }
  return (spec) => begun.get(spec) ?? trials(spec)
}

/**
 * The evaluations that the checks will surely ask for, in the checks' order whichever table came
 * first: they travel with the submission, which saves a journey for each.
 */
export async function evaluationsAhead(
  specs: readonly CheckSpec[],
  { reference, extremes }: Tables,
): Promise<EvaluationRequest[]> {
  const tables = await Promise.allSettled(
    specs.map(async ({ kind, function: name }) => {
      const points = isCheckKind(kind) ? checkKinds[kind].points : undefined
      if (name === undefined || points === undefined) return undefined
      return points === 'domain' ? reference(name) : extremes(name)
    }),
  )
  // What goes wrong here is said by the check that asks for the table.
  const made = tables.flatMap((one) => (one.status === 'fulfilled' && one.value) || [])
  return [...new Set(made)].map((table) => ({ function: table.function, columns: table.columns }))
}

/** Parameters that a point leaves open take all their values. */
function rowsAt(
  { exercise }: GradingJob,
  name: string,
  at: readonly AtPoint[],
): readonly (readonly number[])[] {
  const spec = functionOf(exercise, name)
  const variable = variableOf(exercise, spec)
  return at.flatMap((point) =>
    spec.arguments.reduce<number[][]>(
      (rows, argument) => {
        const given = argument === variable ? point.variable : point.parameters[argument]
        const choices =
          given === undefined ? (exercise.parameters[argument]?.values ?? [0]) : [given]
        return rows.flatMap((row) => choices.map((choice) => [...row, choice]))
      },
      [[]],
    ),
  )
}
