import { basename } from 'node:path'
import { classReport } from '../batch/class-report.ts'
import { finishRun } from '../batch/finish-run.ts'
import { type FinishedRun, isWhole } from '../batch/out/finished-run.ts'
import { type FeedbackForm, writeOut } from '../batch/out/write-out.ts'
import type { Pool } from '../batch/pool.ts'
import { summaryText } from '../batch/summary.ts'
import { render, say } from '../messages/render.ts'
import type { Message } from '../report/report.ts'
import { batchExitCode } from './batch-exit-code.ts'
import type { Invocation, Surroundings } from './command.ts'
import { ExitCode } from './exit-code.ts'
import { writeText } from './fit-to-screen.ts'
import type { ReporterRequest } from './parse-reporter-option.ts'
import { printReports } from './print-reports.ts'
import { localeIn } from './workspaces.ts'

export interface Finish {
  readonly options: Invocation['options']
  readonly surroundings: Surroundings
  /** Where to; undefined where nobody asked for files. */
  readonly folder: string | undefined
  readonly pool: Pick<Pool, 'writeFeedback'>
  /** How else the class is reported. */
  readonly reporters: readonly ReporterRequest[]
  readonly seconds: number
  /** The exit code where not everything was judged. */
  readonly interrupted: number
}

/** Writes what a run leaves, says how it went, and returns the exit code. */
export async function finishBatch(
  judged: Omit<FinishedRun, 'ledger' | 'sheet'>,
  finish: Finish,
): Promise<number> {
  const { options, surroundings, folder, pool, seconds } = finish
  const run = finishRun(judged)
  const feedback = (options.feedback as FeedbackForm | undefined) ?? 'html'
  const locale = localeIn(options, surroundings)
  const written =
    folder === undefined ? {} : await writeOut(run, { folder, feedback, locale }, pool)
  const whole = isWhole(run)
  const facts = { ...run, ...written, sheet: whole ? run.sheet : undefined, seconds }
  writeText(surroundings.stdout, summaryText(facts, locale))
  if (folder !== undefined) {
    writeText(surroundings.stdout, `${render(writtenTo(folder, run), locale)}\n`)
  }
  // Of a run that was interrupted there is no report: it would speak of half a class.
  if (!whole) return finish.interrupted
  const problems = await reportClass(run, finish)
  const code = Math.max(batchExitCode(run.results, options.failOnWrong === true), problems)
  const doubtful = run.ledger.doubts.length > 0 || run.sheet?.doubtful
  return doubtful ? Math.max(code, ExitCode.usage) : code
}

async function reportClass(run: FinishedRun, { reporters, ...context }: Finish): Promise<number> {
  if (reporters.length === 0) return ExitCode.passed
  return printReports(classReport(run), reporters, context)
}

function writtenTo(folder: string, run: FinishedRun): Message {
  const { sheet } = run.books
  if (sheet === undefined) return say('batch.written', { folder })
  if (!isWhole(run)) return say('batch.no-sheet', { folder })
  return say('batch.written-sheet', { folder, sheet: basename(sheet.roster.table.file) })
}
