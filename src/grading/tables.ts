import type { CheckSpec, Exercise } from '../exercise.ts'
import { extremePoints } from '../reference/stability.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { TrialTable } from '../reference/trials/trial-table.ts'
import type { EvaluationRequest } from '../session.ts'
import type { GradingJob } from './job.ts'
import { once } from './once.ts'
import type { FunctionTable, GradingServices } from './services.ts'
import { trialRequestOf } from './trial-request.ts'

/** What is right, read or computed once for all checks of a submission. */
export interface Tables {
  /** A function at the run's sample points. */
  readonly reference: (functionName: string) => Promise<ReferenceTable>
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
    const request = trialRequestOf(spec, options.seed)
    if (!request) throw new Error(`the check ${spec.id} names no reference`)
    return services.trialTable(exercise, request)
  }
  return {
    reference: once((name) =>
      services.referenceTable(exercise, {
        ...options,
        rows: [],
        function: name,
        ...pointsAskedFor(job, name),
      }),
    ),
    extremes: once((name) => extremesOf(exercise, name, services)),
    trials: begunAtOnce(specs, options.seed, trials),
  }
}

function extremesOf(exercise: Exercise, name: string, services: GradingServices): ReferenceTable {
  const spec = exercise.functions[name]
  if (spec === undefined) throw new Error(`the exercise has no function ${name}`)
  return services.referenceAt(exercise, name, extremePoints(exercise, spec))
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
      if (name === undefined) return undefined
      if (AT_SAMPLES.has(kind)) return reference(name)
      return kind === 'stability' ? extremes(name) : undefined
    }),
  )
  // What goes wrong here is said by the check that asks for the table.
  const made = tables.flatMap((one) => (one.status === 'fulfilled' && one.value) || [])
  return [...new Set(made)].map((table) => ({ function: table.function, columns: table.columns }))
}

const AT_SAMPLES: ReadonlySet<string> = new Set(['value', 'derivative', 'kink'])

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
