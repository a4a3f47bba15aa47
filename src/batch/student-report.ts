import { withVisibility } from '../course/apply-policy.ts'
import type { Exercise } from '../exercise.ts'
import { shownMoved } from '../paths/beside.ts'
import {
  type Adjustment,
  type CheckReport,
  NO_FILE,
  type SubmissionReport,
} from '../report/report.ts'
import type { Student } from './inventory.ts'
import type { Journal } from './journal.ts'
import type { Books } from './ledger/build-ledger.ts'
import type { GradeCell, GradeLine } from './ledger/ledger.ts'
import type { Override } from './ledger/overrides.ts'
import type { State } from './ledger/state.ts'
import type { BatchResult } from './run-batch.ts'

/** The whole report of a result, now with who handed it in and where it lies. */
export function reportOf(
  { handed, entry }: BatchResult,
  journal: Pick<Journal, 'read'>,
  file = handed.file.shown,
) {
  const report = JSON.parse(journal.read(entry)) as SubmissionReport
  const checks = report.checks.map((check) => placedAt(check, report.file, file))
  return { ...report, student: studentText(handed.student), file, checks }
}

/** A verdict speaks of the file as its author calls it: a class has many of that name. */
function placedAt(check: CheckReport, from: string, to: string): CheckReport {
  const evidence = check.evidence.map((piece) =>
    piece.kind === 'source' ? { ...piece, file: shownMoved(piece.file, from, to) } : piece,
  )
  return { ...check, evidence }
}

/**
 * The same for one of the people whose it is, under the rules that hold for that person.
 * @param reader who grades finds a file by its whole way, and its author by the name that it had
 */
export function reportOfCell(
  cell: GradeCell,
  { student, enrolled }: GradeLine,
  { read, books }: Pick<Journal, 'read'> & { readonly books: Books },
  { id, title }: Pick<Exercise, 'id' | 'title'>,
  reader: 'author' | 'grader' = 'grader',
): SubmissionReport {
  const { result, score, override } = cell
  if (result === undefined) return withoutVerdict(cell, student, { id, title })
  const { handed } = result
  const own = reportOf(result, { read }, reader === 'author' ? handed.name : handed.file.shown)
  const rules = books.course?.rulesFor(own.exercise, enrolled).rules
  const checks = rules ? own.checks.map((check) => withVisibility(check, rules)) : own.checks
  const report = { ...own, checks, student: studentText(student) }
  if (override?.excused) return excused(report)
  const ruled = [...cell.adjustments, ...asideOf(cell, report.score)]
  const earned = report.score + ruled.reduce((sum, one) => sum + one.score, 0)
  if (override === undefined) return { ...report, ...adjusted(ruled), score: earned }
  return { ...report, ...adjusted([...ruled, ...byHand(override, score - earned)]), score }
}

function adjusted(adjustments: readonly Adjustment[]) {
  return adjustments.length > 0 ? { adjustments } : {}
}

/** Where a human only has something to say to it, the points are nobody's decision. */
function byHand({ points, comment }: Override, score: number): Adjustment[] {
  if (points === null && comment === '') return []
  const graded = comment === '' ? 'Graded by hand.' : `Graded by hand: ${comment}`
  return [{ id: 'by-hand', text: points === null ? `Comment: ${comment}` : graded, score }]
}

/** What counts for nobody shows how it went, and gives no points. */
function asideOf({ state, result, override }: GradeCell, earned: number): Adjustment[] {
  if (state !== 'set-aside' || override?.points != null) return []
  const text =
    result?.unreadable === undefined
      ? 'It was judged, and counts for nobody.'
      : 'It could not be read, and gives no grade yet.'
  return [{ id: 'set-aside', text, score: -earned }]
}

/** What was found stays to be read, and is worth nothing. */
function excused(report: SubmissionReport): SubmissionReport {
  const checks = report.checks.map((check) => ({ ...check, score: 0, maxScore: 0 }))
  const said = { id: 'by-hand' as const, text: SAID.excused, score: 0 }
  return { ...report, checks, score: 0, maxScore: 0, adjustments: [said] }
}

const SAID: Readonly<Record<State, string>> = {
  passed: 'It passed.',
  failed: 'It failed.',
  errored: 'It could not be judged, by a fault that is not yours.',
  'set-aside': 'Something was handed in that gives no grade yet',
  missing: 'Nothing was found for this exercise',
  'not-judged': 'It was handed in, and is not judged yet.',
  excused: 'This exercise is excused.',
}

/** Reasons are those of a sentence that asks for some. */
function saidOf(state: State, told: readonly string[]): string {
  const said = SAID[state]
  if (said.endsWith('.')) return said
  const text = told.length > 0 ? `${said}: ${told.join('; ')}` : said
  return text.endsWith('.') ? text : `${text}.`
}

/** What is said to somebody of whose work there is no verdict. */
function withoutVerdict(
  { state, told, maxScore, score, override }: GradeCell,
  student: Student,
  { id, title }: Pick<Exercise, 'id' | 'title'>,
): SubmissionReport {
  const message = saidOf(state, told)
  const check: CheckReport = {
    id: 'file',
    kind: 'file',
    title: 'the file can be judged',
    status: 'skipped',
    score: 0,
    maxScore: state === 'excused' ? 0 : maxScore,
    message,
    points: { tested: 0, failed: 0 },
    evidence: [],
  }
  const decided = override === undefined || override.excused ? [] : byHand(override, score)
  return {
    student: studentText(student),
    exercise: id,
    title,
    file: NO_FILE,
    sha256: null,
    status: 'skipped',
    score,
    maxScore: state === 'excused' ? 0 : maxScore,
    durationMs: 0,
    checks: [check],
    ...adjusted(decided),
  }
}

/** `Jane Doe (4242)`, or the name alone where there is no id. */
export function studentText({ name, id }: Pick<Student, 'name' | 'id'>): string {
  return id === null || id === name ? name : `${name} (${id})`
}
