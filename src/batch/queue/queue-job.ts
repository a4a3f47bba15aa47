import { createHash } from 'node:crypto'
import type { Exercise } from '../../exercise.ts'
import type { GradingOptions } from '../../grading-options.ts'
import type { TrialRequest } from '../../reference/trials/trial-table.ts'
import type { Json } from '../../report/report.ts'
import type { Problem, Task } from '../task.ts'
import type { RunIdentity } from '../task-key.ts'

/** What every job of a run shares: sent once. */
export interface QueueRun {
  readonly exercises: readonly Exercise[]
  readonly options: GradingOptions
  readonly trials: readonly SentTrials[]
}

/** One table of trials as it travels, or why there is none. */
export interface SentTrials {
  readonly exercise: string
  readonly request: TrialRequest
  readonly table?: Json
  readonly problem?: Problem
}

/** Many submissions, each by the hash of its content. */
export interface QueueJob {
  readonly run: string
  readonly tasks: readonly QueueTask[]
}

export interface QueueTask {
  readonly key: string
  readonly exercise: string
  readonly name: string
  readonly source: string
}

/**
 * Only equals work together: a worker of another version, Node or backend could give another
 * report, so it listens to another queue.
 */
export function queueName({ tool, v8, backend }: RunIdentity): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([tool, v8, backend]))
    .digest('hex')
  return `mlp-check-${hash.slice(0, 16)}`
}

export interface QueueSource {
  readonly sha256: string
  readonly content: string
}

/** The submission as it travels, under the hash of just that. */
export function sourceOf({ submission }: Task): QueueSource {
  const content = JSON.stringify(
    submission.kind === 'found' ? { ...submission, path: '' } : submission,
  )
  return { sha256: createHash('sha256').update(content).digest('hex'), content }
}
