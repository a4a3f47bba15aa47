import { freshFingerprints } from '../batch/judge-task.ts'
import { openPool, type Pool } from '../batch/pool.ts'
import { sharedTables } from '../batch/shared-tables.ts'
import type { Judged, Task } from '../batch/task.ts'
import type { RunIdentity } from '../batch/task-key.ts'
import type { KeptCodes } from '../compiled-code/kept-code.ts'
import { UsageError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import type { Services } from '../grading/create-services.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { Invocation } from './command.ts'

/** Whoever judges: graders on this machine, or workers on others. */
export interface Court extends Omit<Pool, 'judge' | 'begun'> {
  /** The queue on which workers are waited for; none where graders of this machine judge. */
  readonly queue?: string
  readonly judge: (task: Task, key: string) => Promise<Judged>
}

export interface CourtOptions {
  readonly options: Invocation['options']
  readonly exercises: readonly Exercise[]
  readonly grading: GradingOptions
  readonly identity: RunIdentity
  readonly services: Services
}

export interface GradersOptions extends Omit<CourtOptions, 'options' | 'identity'> {
  /** None where a queue takes the work. */
  readonly workers: number | undefined
  readonly code?: KeptCodes | undefined
}

/** The graders of this machine, if it is they who judge: to start takes them as long as some verdicts. */
export function startGraders(wanted: GradersOptions): Pool | undefined {
  const { exercises, grading, services, workers, code } = wanted
  if (workers === undefined) return undefined
  const tables = sharedTables(exercises, services)
  const kept = code?.('grader.cjs')
  const data = { exercises, options: grading, code: kept && { known: kept.read() } }
  return openPool({ workers, data, tables, keepCode: kept?.keep })
}

export async function openCourt(graders: Pool | undefined, wanted: CourtOptions): Promise<Court> {
  return graders ?? openDistantCourt(wanted, String(wanted.options.queue))
}

/** Submissions under way in a queue: enough for some fifty workers. */
const IN_THE_QUEUE = 2500

async function openDistantCourt(wanted: CourtOptions, url: string): Promise<Court> {
  const [{ connectQueue }, { queueName }, { openQueueJudge }, { queueRun }, { writeFeedback }] =
    await Promise.all([
      import('../batch/queue/connect.ts'),
      import('../batch/queue/queue-job.ts'),
      import('../batch/queue/queue-judge.ts'),
      import('../batch/queue/queue-trials.ts'),
      import('../batch/write-feedback.ts'),
    ])
  const server = await connectQueue(url)
  const judge = await openQueueJudge({
    server,
    identity: wanted.identity,
    run: await queueRun(wanted.exercises, wanted.grading, wanted.services),
    expireSeconds: expiry(wanted.options.expire),
  })
  const close = async () => {
    await judge.close()
    await server.close()
  }
  // Sandboxes are the workers', who may judge for others.
  const endJudging = async () => undefined
  const court = {
    queue: queueName(wanted.identity),
    judge: judge.judge,
    fingerprints: freshFingerprints,
    writeFeedback,
    endJudging,
    close,
  }
  return { ...court, atOnce: IN_THE_QUEUE }
}

function expiry(text: unknown): number {
  if (text === undefined) return 300
  const seconds = Number(text)
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400) return seconds
  throw new UsageError(`--expire takes whole seconds from 1 to 86400, not "${text}"`)
}
