import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { machineError } from '../../errors.ts'
import { clustersOf } from '../../gradebook/clusters.ts'
import type { Cluster } from '../../gradebook/gradebook.ts'
import { gradebookPage } from '../../gradebook/page.ts'
import type { Locale } from '../../messages/catalogue.ts'
import { authorsWords } from '../../pack/translate.ts'
import type { ReporterName } from '../../reporters/index.ts'
import { isLeftover, makeFolder, writeFileWhole, writePieces } from '../../whole-file.ts'
import type { GradeCell, GradeLine } from '../ledger/ledger.ts'
import { isReader } from '../ledger/readers.ts'
import type { Pool } from '../pool.ts'
import { reportOfCell } from '../student-report.ts'
import { mailCsv, matchCsv, overridesCsv } from './by-hand.ts'
import { feedbackName } from './feedback-names.ts'
import { filesCsv } from './files-csv.ts'
import { type FinishedRun, isWhole } from './finished-run.ts'
import { gradebookOf } from './gradebook.ts'
import { gradesCsv } from './grades.ts'
import { LIKENESS, writeLikeness } from './likeness.ts'
import { OWN_FILES } from './own-names.ts'
import { runJson } from './run-json.ts'
import { parseRunRecord, runRecordJson, sheetName } from './run-record.ts'

export interface OutOptions {
  readonly folder: string
  readonly feedback: FeedbackForm
  /** What pages and feedback are written in. */
  readonly locale: Locale
}

export type FeedbackForm = 'html' | 'markdown'

const ENDINGS: Readonly<Record<FeedbackForm, string>> = { html: 'html', markdown: 'md' }

/** What whoever graded is told of what was written. */
export interface Written {
  /** How many groups of answers are alike. */
  readonly alike: number
  /** How many of them have no page that shows what is the same. */
  readonly unshown: number
}

/** Everything that a run leaves behind. All of it names people: only its owner may read it. */
export async function writeOut(
  run: FinishedRun,
  options: OutOptions,
  pool: Pick<Pool, 'writeFeedback'>,
): Promise<Written> {
  const { folder } = options
  try {
    const students = join(folder, 'students')
    makeFolder(students)
    const likeness = join(folder, LIKENESS)
    for (const place of [folder, students, likeness]) clearLeftovers(place)
    clearSheets(run, folder)
    // Graders have something to do before this thread is busy with the rest.
    const feedback = writeAllFeedback(run, options, pool)
    const [written] = await Promise.all([
      writeGradebook(run, options),
      writeTables(run, options),
      feedback,
    ])
    clearStale(students, run, options)
    writePieces(join(folder, 'report.json'), runJson(run))
    writePieces(join(folder, 'run.json'), runRecordJson(run))
    await writeSheet(run, folder)
    makePrivate(folder, [students, likeness])
    return written
  } catch (error) {
    throw machineError(error, `the results cannot be written to ${folder}`)
  }
}

/** The folder is this run's alone: whoever began such a file is no more. */
function clearLeftovers(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) if (isLeftover(name)) rmSync(join(folder, name))
}

/** Feedback of who is no more in the input would be read as today's. */
function clearStale(students: string, run: FinishedRun, options: OutOptions): void {
  const own = new Set(
    readersOf(run).flatMap((line) => filesOf(line, options).map(({ file }) => file)),
  )
  for (const name of readdirSync(students)) {
    const file = join(students, name)
    if (/\.(?:json|html|md)$/.test(name) && !own.has(file)) rmSync(file)
  }
}

const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700

function makePrivate(folder: string, inner: readonly string[]): void {
  const own = inner.filter((place) => existsSync(place))
  for (const place of own) chmodSync(place, PRIVATE_FOLDER)
  for (const place of [folder, ...own]) {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      if (entry.isFile()) chmodSync(join(place, entry.name), PRIVATE_FILE)
    }
  }
}

/** The page, and beside it what like answers have in common. */
async function writeGradebook(run: FinishedRun, options: OutOptions): Promise<Written> {
  const book = gradebookOf(run, ENDINGS[options.feedback], options.locale)
  const clusters = clustersOf(book.input)
  const pages = await writeLikeness(run, book, clusters, options)
  const input = { ...book.input, evidenceOf: (cluster: Cluster) => pages.get(cluster) }
  await writeFileWhole(
    join(options.folder, 'gradebook.html'),
    gradebookPage(input, clusters, options.locale),
  )
  const alike = clusters.filter(({ kind }) => kind === 'likeness').length
  return { alike, unshown: alike - pages.size }
}

async function writeTables(run: FinishedRun, { folder, feedback }: OutOptions) {
  const ending = ENDINGS[feedback]
  await writeFileWhole(join(folder, 'grades.csv'), gradesCsv(run))
  await writeFileWhole(join(folder, 'files.csv'), filesCsv(run))
  await writeFileWhole(join(folder, 'match.csv'), matchCsv(run))
  await writeFileWhole(join(folder, 'mail.csv'), mailCsv(run, ending))
  if (run.books.overrides) await writeFileWhole(join(folder, 'overrides.csv'), overridesCsv(run))
}

/** A sheet of an earlier run says other grades than the tables beside it, also if this run breaks off. */
function clearSheets(run: FinishedRun, folder: string): void {
  const own: readonly string[] = OWN_FILES
  const names = [sheetName(run), earlierSheet(folder)].flatMap((name) => name ?? [])
  for (const name of names) if (!own.includes(name)) rmSync(join(folder, name), { force: true })
}

function earlierSheet(folder: string): string | null {
  try {
    const { sheet } = parseRunRecord(readFileSync(join(folder, 'run.json'), 'utf8'))
    return typeof sheet === 'string' ? basename(sheet) : null
  } catch {
    return null
  }
}

/** The last of all. Of an interrupted run there is none: half a class must not be uploaded. */
async function writeSheet(run: FinishedRun, folder: string): Promise<void> {
  const name = sheetName(run)
  if (name === null || run.sheet === undefined || !isWhole(run)) return
  await writeFileWhole(join(folder, name), run.sheet.bytes)
}

/** A few at a time: reports are read from disk only when a grader is free to show them. */
async function writeAllFeedback(
  run: FinishedRun,
  options: OutOptions,
  pool: Pick<Pool, 'writeFeedback'>,
): Promise<void> {
  const { locale } = options
  const words = run.exercises.flatMap((exercise) => authorsWords(exercise, locale))
  const waiting = readersOf(run).values()
  const takeTurns = async () => {
    for (const line of waiting) {
      const submissions = run.exercises.map((exercise) => {
        const cell = line.cells.get(exercise.id) as GradeCell
        return JSON.stringify(reportOfCell(cell, line, run, exercise, 'author'))
      })
      await pool.writeFeedback({
        run: run.header,
        submissions,
        locale,
        words,
        files: filesOf(line, options),
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns))
}

const AT_ONCE = 32

/** Whom there is something to tell: whoever handed something in. */
function readersOf({ ledger }: FinishedRun): GradeLine[] {
  return ledger.lines.filter(isReader)
}

function filesOf({ key }: GradeLine, { folder, feedback }: OutOptions) {
  const file = join(folder, 'students', feedbackName(key))
  const forms: [ReporterName, string][] = [
    ['json', 'json'],
    [feedback, ENDINGS[feedback]],
  ]
  return forms.map(([reporter, ending]) => ({ reporter, file: `${file}.${ending}` }))
}
