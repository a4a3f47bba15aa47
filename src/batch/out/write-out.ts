import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { machineError } from '../../errors.ts'
import type { ReporterName } from '../../reporters/index.ts'
import { isLeftover, makeFolder, writeFileWhole, writePieces } from '../../whole-file.ts'
import type { Pool } from '../pool.ts'
import type { BatchResult } from '../run-batch.ts'
import { reportOf } from '../student-report.ts'
import { feedbackName } from './feedback-names.ts'
import { filesCsv } from './files-csv.ts'
import type { FinishedRun } from './finished-run.ts'
import { gradebookOf } from './gradebook.ts'
import { gradesCsv } from './grades.ts'
import type { GradesDialect } from './grades-dialects.ts'
import { runJson } from './run-json.ts'

export interface OutOptions {
  readonly folder: string
  readonly grades: GradesDialect
  readonly feedback: FeedbackForm
}

export type FeedbackForm = 'html' | 'markdown'

const ENDINGS: Readonly<Record<FeedbackForm, string>> = { html: 'html', markdown: 'md' }

/** Everything that a run leaves behind. */
export async function writeOut(
  run: FinishedRun,
  options: OutOptions,
  pool: Pick<Pool, 'writeFeedback'>,
): Promise<void> {
  const { folder } = options
  try {
    const students = join(folder, 'students')
    await makeFolder(students)
    for (const place of [folder, students]) clearLeftovers(place)
    await Promise.all([writeAllFeedback(run, options, pool), writeTables(run, options)])
    writePieces(join(folder, 'report.json'), runJson(run))
  } catch (error) {
    throw machineError(error, `the results cannot be written to ${folder}`)
  }
}

/** The folder is this run's alone: whoever began such a file is no more. */
function clearLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) if (isLeftover(name)) rmSync(join(folder, name))
}

async function writeTables(run: FinishedRun, { folder, grades, feedback }: OutOptions) {
  await writeFileWhole(join(folder, 'grades.csv'), gradesCsv(run, grades))
  await writeFileWhole(join(folder, 'files.csv'), filesCsv(run))
  await writeFileWhole(join(folder, 'gradebook.html'), gradebookOf(run, ENDINGS[feedback]))
}

/** A few at a time: reports are read from disk only when a grader is free to show them. */
async function writeAllFeedback(
  run: FinishedRun,
  options: OutOptions,
  pool: Pick<Pool, 'writeFeedback'>,
): Promise<void> {
  const waiting = [...byStudent(run.results)].values()
  const takeTurns = async () => {
    for (const [key, results] of waiting) {
      const submissions = results.map((result) => JSON.stringify(reportOf(result, run)))
      await pool.writeFeedback({ run: run.header, submissions, files: filesOf(key, options) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns))
}

const AT_ONCE = 32

function filesOf(key: string, { folder, feedback }: OutOptions) {
  const file = join(folder, 'students', feedbackName(key))
  const forms: [ReporterName, string][] = [
    ['json', 'json'],
    [feedback, ENDINGS[feedback]],
  ]
  return forms.map(([reporter, ending]) => ({ reporter, file: `${file}.${ending}` }))
}

function byStudent(results: readonly BatchResult[]): Map<string, BatchResult[]> {
  const students = new Map<string, BatchResult[]>()
  for (const result of results) {
    const { key } = result.handed.student
    const known = students.get(key)
    if (known) known.push(result)
    else students.set(key, [result])
  }
  return students
}
