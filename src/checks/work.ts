import { say } from '../messages/render.ts'
import type { Program } from '../reference/structured/define-program.ts'
import type { Trial } from '../reference/trials/trial-table.ts'
import type { Evidence, Json } from '../report/report.ts'
import type { WorkRun } from '../session.ts'
import { DATA_TOLERANCE } from './call.ts'
import { compareData } from './compare-data.ts'
import { noteOf } from './data-trials.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'
import { stepOf } from './program-lines.ts'

/** How much one run of a size may take. */
export interface WorkLimit {
  readonly size: number
  readonly turns: number
}

/**
 * Work is counted, never timed: the loop turns and calls of the submission's own functions. What a
 * function of the language does inside, such as `includes`, counts as one call.
 */
export const work = defineCheck({
  kind: 'work',
  summary:
    'Counts the loop turns and calls of single runs at several sizes, and holds them against limits.',
  scope: 'function',
  options: (zod) =>
    zod.strictObject({
      reference: zod
        .string()
        .min(1)
        .describe('The export of reference.ts beside this file whose workload gives the runs'),
      most: zod
        .array(
          zod.strictObject({
            size: zod.number().int().min(1).describe('What the workload is asked for'),
            turns: zod.number().int().min(1).describe('The most loop turns and calls that pass'),
          }),
        )
        .min(2)
        .describe('The limits, from the smallest size to the largest'),
      note: zod.string().optional().describe('The note of a submission that takes too much'),
    }),
  run: async (context): Promise<Outcome> => {
    const limits = context.spec.options.most as readonly WorkLimit[]
    const { trials } = await context.trials()
    const wrong = await wrongAt(context, trials)
    if (wrong !== undefined) return unjudged(limits[wrong] as WorkLimit)
    const { name } = context.function
    const runs = trials.map((trial) => runOf(trial, name))
    const { turns, ended } = await context.session.work({ function: name, runs })
    const evidence = turns.map((count, k) => measured(count, limits[k] as WorkLimit))
    const points = { tested: runs.length, failed: 0 }
    if (ended !== undefined) {
      const { size, turns: most } = limits[turns.length] as WorkLimit
      const says = say('work.endless', { size, most, message: ended.message })
      return {
        status: 'failed',
        cause: ended.cause,
        says,
        points: { ...points, failed: 1 },
        evidence,
      }
    }
    const over = turns.findLastIndex((count, k) => count > (limits[k] as WorkLimit).turns)
    if (over < 0) {
      return {
        status: 'passed',
        says: say('work.right', { counts: counts(limits, turns) }),
        points,
        evidence,
      }
    }
    const { note } = context.spec.options
    const recognition = note === undefined ? undefined : noteOf(context, note as string)
    const failed = turns.filter((count, k) => count > (limits[k] as WorkLimit).turns).length
    return {
      ...{ status: 'failed', cause: 'wrong-answer' },
      says: tooMuch(limits, turns, over),
      points: { ...points, failed },
      evidence,
      ...(recognition && { recognition }),
    }
  },
})

function tooMuch(limits: readonly WorkLimit[], turns: readonly number[], over: number) {
  const [first, last] = [limits[0] as WorkLimit, limits.at(-1) as WorkLimit]
  const grown = (turns.at(-1) as number) / Math.max(1, turns[0] as number)
  const power = Math.log(grown) / Math.log(last.size / first.size)
  const { size, turns: most } = limits[over] as WorkLimit
  return say('work.wrong', {
    ...{ size, count: turns[over] as number, most, counts: counts(limits, turns) },
    ...{ larger: last.size / first.size, grown: Number(grown.toPrecision(2)) },
    power: Number(power.toFixed(1)),
  })
}

/** Sizes and what was counted, as a sentence lists them. */
function counts(limits: readonly WorkLimit[], turns: readonly number[]): Json {
  return turns.map((count, k) => [(limits[k] as WorkLimit).size, count])
}

function measured(value: number, { size, turns }: WorkLimit): Evidence {
  return { kind: 'measurement', name: `turns at size ${size}`, value, limit: turns }
}

function runOf(trial: Trial, name: string): WorkRun {
  const lines = programOf(trial)
  return lines ? { steps: lines.map((line) => stepOf(line, name)) } : { arguments: trial.arguments }
}

/** The lines of a program; undefined for the arguments of a call. */
function programOf({ arguments: [first] }: Trial): Program | undefined {
  const isLine = (one: unknown) =>
    typeof one === 'object' && one !== null && ('make' in one || 'on' in one)
  return Array.isArray(first) && first.length > 0 && first.every(isLine)
    ? (first as unknown as Program)
    : undefined
}

/** The first size for which the answer itself is wrong: what is wrong may be cheap. */
async function wrongAt(
  context: CheckContext,
  trials: readonly Trial[],
): Promise<number | undefined> {
  const { name } = context.function
  for (const [index, trial] of trials.entries()) {
    const { expected } = trial
    const lines = programOf(trial)
    const got = lines
      ? await read(context, lines)
      : (await context.session.call({ function: name, calls: [trial.arguments], alone: true }))
          .results[0]
    const isTooMuch = got?.kind === 'fault' && got.cause === 'did-not-finish'
    if (isTooMuch) return undefined
    if (got?.kind !== 'returned' || compareData(got.value, expected, DATA_TOLERANCE) !== undefined)
      return index
  }
  return undefined
}

async function read(context: CheckContext, lines: Program) {
  const { name } = context.function
  const steps = lines.map((line) => stepOf(line, name))
  const result = await context.session.program({ function: name, steps, alone: true })
  if (result.kind !== 'returned') return result
  const value = lines.flatMap((line, k) => ('read' in line ? [result.values[k] as Json] : []))
  return { kind: 'returned' as const, value }
}

function unjudged({ size }: WorkLimit): Outcome {
  const says = say('work.wrong-answer', { size })
  return { status: 'skipped', says, points: { tested: 0, failed: 0 }, share: 0, evidence: [] }
}
