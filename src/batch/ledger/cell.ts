import { notInDownload } from '../../course/apply-policy.ts'
import { whoIs } from '../inventory.ts'
import { attemptsOf, type CellRules, type Counted, countUploads } from './count-uploads.ts'
import type { HandIn, Judged } from './hand-in.ts'
import type { Doubt, GradeCell } from './ledger.ts'
import type { Override } from './overrides.ts'
import type { State } from './state.ts'

interface CellFacts {
  readonly exercise: string
  /** Hundredths of a point. */
  readonly worth: number
  readonly handIns: readonly HandIn[]
  readonly aside: readonly string[]
  /** What of it is this person's own. */
  readonly own: readonly string[]
  readonly rules: CellRules | undefined
  readonly override: Override | undefined
}

interface Made {
  readonly cell: GradeCell
  readonly doubts: readonly Omit<Doubt, 'candidates'>[]
  /** Another answer stands where a human decided of one. */
  readonly changed: boolean
}

/** One person's grade for one exercise, and what a human must know of it. */
export function cellOf(facts: CellFacts): Made {
  const { cell, doubts } = judgedCell(facts)
  const { override } = facts
  if (override === undefined) return { cell, doubts, changed: false }
  const answer = cell.result?.sha256 ?? ''
  const changed = override.answer !== null && override.answer !== answer
  const remarks = changed ? ['the answer is not the one that was graded by hand: look again'] : []
  const state: State = override.excused ? 'excused' : cell.state
  const score = override.excused ? 0 : (override.points ?? cell.score)
  const adjustments = override.points === null ? cell.adjustments : []
  const decided = [...saidBy(override), ...remarks]
  // Why there is no verdict comes before what a human says to it, which gives no grade either.
  const open = override.points === null && !override.excused
  const reasons = state === cell.state ? cell.why : []
  const why = open ? [...reasons, ...decided] : [...decided, ...reasons]
  const made = { ...cell, state, score, adjustments, why, override }
  return { cell: made, doubts: open ? doubts : [], changed }
}

function saidBy({ points, comment, excused }: Override): string[] {
  if (excused) return [comment === '' ? 'excused by hand' : `excused by hand: ${comment}`]
  if (points !== null) return [comment === '' ? 'graded by hand' : `graded by hand: ${comment}`]
  return comment === '' ? [] : [`comment: ${comment}`]
}

function judgedCell({ worth, handIns, aside, own, rules }: CellFacts): Omit<Made, 'changed'> {
  const empty = { score: 0, maxScore: worth, adjustments: [], uploads: handIns.length }
  const make = (state: State, why: readonly string[]): Omit<Made, 'changed'> => ({
    cell: { ...empty, state, why, told: own },
    doubts: [],
  })
  if (handIns.length === 0) return aside.length > 0 ? make('set-aside', aside) : make('missing', [])
  const settled = handIns.filter((one) => one.aside === undefined)
  if (settled.length === 0) return asideCell(handIns, worth)
  const waiting = settled.find(({ result }) => result === undefined)
  if (waiting !== undefined) return make('not-judged', [`${waiting.handed.file.shown} waits`])
  const uploads = distinct(settled as readonly Judged[])
  if (uploads.length > 1 && !haveOrder(uploads)) {
    return undecided(uploads, worth)
  }
  const attempts = attemptsOf(uploads, rules)
  if (attempts.within.length === 0) {
    const why = notInDownload(attempts.made, rules?.rules.attempts ?? 0)
    return { cell: { ...empty, state: 'set-aside', why: [why], told: [why] }, doubts: [] }
  }
  return { cell: countedCell(countUploads(attempts, rules), uploads.length), doubts: [] }
}

/** What counts for nobody is judged all the same: its own line shows how it went. */
function asideCell(handIns: readonly HandIn[], worth: number): Omit<Made, 'changed'> {
  const why = [...new Set(handIns.flatMap(({ aside }) => aside ?? []))]
  const found = handIns.find(({ result }) => result !== undefined)?.result
  const cell: GradeCell = {
    state: 'set-aside',
    score: 0,
    maxScore: worth,
    adjustments: [],
    uploads: handIns.length,
    why,
    told: [],
    ...(found && { result: found }),
  }
  return { cell, doubts: [] }
}

/** Numbers order what one student of a download handed in; times order all. */
function haveOrder(uploads: readonly Judged[]): boolean {
  const handed = uploads.map((one) => one.handed)
  const timed = handed.every(({ at, localTime }) => (at ?? localTime) !== undefined)
  const students = new Set(handed.map(({ student }) => whoIs(student)))
  return handed.every(({ order }) => order !== null) && (timed || students.size === 1)
}

/** The same answer under two names is one answer. */
function distinct(uploads: readonly Judged[]): Judged[] {
  const inOrder = [...uploads].sort((a, b) => (a.handed.order ?? 0) - (b.handed.order ?? 0))
  if (haveOrder(inOrder)) return inOrder
  const first = new Map<unknown, Judged>()
  for (const one of inOrder) {
    const key = one.result.sha256 ?? one
    if (!first.has(key)) first.set(key, one)
  }
  return [...first.values()]
}

/** Nothing says which of two files is the answer: neither is dropped unsaid. */
function undecided(uploads: readonly Judged[], worth: number): Omit<Made, 'changed'> {
  const files = uploads.map(({ handed }) => handed.file.shown)
  const why = severalText(files)
  const cell: GradeCell = {
    state: 'set-aside',
    score: 0,
    maxScore: worth,
    adjustments: [],
    uploads: files.length,
    why: [why],
    told: [severalText(uploads.map(({ handed }) => handed.name))],
  }
  const doubts = uploads.map(({ handed }) => ({
    file: handed.file.shown,
    student: handed.student,
    exercise: handed.exercise,
    why: `${why}; name the person beside the one that counts, and nobody beside the others`,
  }))
  return { cell, doubts }
}

function severalText(files: readonly string[]): string {
  return `${files.length} files answer it, and nothing says which counts: ${files.join(', ')}`
}

function countedCell(counted: Counted, uploads: number): GradeCell {
  const { result, score, adjustments, why, unread } = counted
  const { status, maxScore } = result.entry.row
  if (unread !== undefined) {
    const empty = { score: 0, maxScore, adjustments: [], told: [], result, uploads }
    return { ...empty, state: 'set-aside', why: [unread, ...why] }
  }
  const state: State = status === 'passed' || status === 'failed' ? status : 'errored'
  return { state, score, maxScore, adjustments, why, told: [], result, uploads }
}
