import { join } from 'node:path'
import type { FinishedRun } from '../batch/out/finished-run.ts'
import type { GradesDialect } from '../batch/out/grades-dialects.ts'
import { type FeedbackForm, writeOut } from '../batch/out/write-out.ts'
import type { Pool } from '../batch/pool.ts'
import { summaryText } from '../batch/summary.ts'
import { batchExitCode } from './batch-exit-code.ts'
import type { Invocation, Surroundings } from './command.ts'
import { INTERRUPTED } from './interruption.ts'

export interface Finish {
  readonly options: Invocation['options']
  readonly surroundings: Surroundings
  /** Where to; undefined where nobody asked for files. */
  readonly folder: string | undefined
  readonly pool: Pick<Pool, 'writeFeedback'>
  readonly seconds: number
}

/** Writes what a run leaves, says how it went, and returns the exit code. */
export async function finishBatch(run: FinishedRun, finish: Finish): Promise<number> {
  const { options, surroundings, folder, pool, seconds } = finish
  if (folder !== undefined) {
    const grades = (options.grades as GradesDialect | undefined) ?? 'plain'
    const feedback = (options.feedback as FeedbackForm | undefined) ?? 'html'
    await writeOut(run, { folder, grades, feedback }, pool)
  }
  const { write } = surroundings.stdout
  write(summaryText({ ...run, seconds }), 'text')
  if (folder !== undefined) write(`written to ${join(folder, '')}\n`, 'text')
  if (run.results.length < run.inventory.handed.length) return INTERRUPTED
  return batchExitCode(run.results, options.failOnWrong === true)
}
