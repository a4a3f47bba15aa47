import type { GradeRecord, PersonRecord, RunRecord } from '../out/run-record.ts'

/** What made a grade another one. */
type Cause =
  | 'submission'
  | 'exercise'
  | 'rule'
  | 'override'
  | 'tool'
  | 'seed'
  /** Whose hand-in is whose, or which upload counts. */
  | 'match'
  | 'roster'

export interface Change {
  readonly person: string
  readonly exercise: string
  readonly before: Pick<GradeRecord, 'state' | 'score' | 'maxScore'> | null
  readonly after: Pick<GradeRecord, 'state' | 'score' | 'maxScore'> | null
  readonly because: readonly Cause[]
}

export interface Changes {
  readonly changes: readonly Change[]
  /** People in both runs whose grades are all the same. */
  readonly same: number
  readonly doubts: { readonly before: number; readonly after: number }
}

/** Whose grade, or state, differs between two runs, and what else differs that explains it. */
export function compareRuns(before: RunRecord, after: RunRecord): Changes {
  const earlier = new Map(before.people.map((person) => [keyOf(person), person]))
  const later = new Map(after.people.map((person) => [keyOf(person), person]))
  const whole = causesForAll(before, after)
  const keys = [...new Set([...earlier.keys(), ...later.keys()])]
  const changes = keys.flatMap((key) => ofPerson(earlier.get(key), later.get(key), whole))
  const changed = new Set(changes.map(({ person }) => person))
  const inBoth = keys.filter((key) => earlier.has(key) && later.has(key))
  const same = inBoth.filter((key) => !changed.has(nameOf(later.get(key)))).length
  return {
    changes,
    same,
    doubts: { before: before.doubts.length, after: after.doubts.length },
  }
}

function keyOf({ key, enrolled }: PersonRecord): string {
  return `${enrolled} ${key}`
}

function nameOf(person: PersonRecord | undefined): string {
  if (person === undefined) return ''
  const { name, id, key } = person
  return (id ?? key) === name ? name : `${name} (${id ?? key})`
}

interface ForAll {
  readonly tool: boolean
  readonly seed: boolean
  /** Exercises that are not what they were. */
  readonly exercises: ReadonlySet<string>
  /** What each run had before it, whoever it counted for. */
  readonly hadBefore: (exercise: string, grade: GradeRecord) => boolean
  readonly hasAfter: (exercise: string, grade: GradeRecord) => boolean
}

function causesForAll(before: RunRecord, after: RunRecord): ForAll {
  const known = new Map(before.exercises.map(({ id, sha256 }) => [id, sha256]))
  const changed = after.exercises.filter(({ id, sha256 }) => known.get(id) !== sha256)
  return {
    tool:
      before.tool.fingerprint !== after.tool.fingerprint ||
      before.node !== after.node ||
      before.backend !== after.backend,
    seed: before.seed !== after.seed,
    exercises: new Set(changed.map(({ id }) => id)),
    hadBefore: answersOf(before),
    hasAfter: answersOf(after),
  }
}

/** Whether a run had the answer of a grade, for whomever it counted, or in doubt. */
function answersOf({ people, doubts }: RunRecord): ForAll['hadBefore'] {
  const keyOf = (exercise: string, { file, sha256 }: Pick<GradeRecord, 'file' | 'sha256'>) =>
    JSON.stringify([exercise, file, sha256])
  const judged = people.flatMap(({ grades }) =>
    Object.entries(grades).map(([exercise, grade]) => keyOf(exercise, grade)),
  )
  const known = new Set(judged)
  const doubted = new Set(doubts.map(({ file }) => file))
  return (exercise, grade) =>
    grade.file !== null && (known.has(keyOf(exercise, grade)) || doubted.has(grade.file))
}

function ofPerson(
  before: PersonRecord | undefined,
  after: PersonRecord | undefined,
  whole: ForAll,
): Change[] {
  const exercises = Object.keys({ ...before?.grades, ...after?.grades })
  return exercises.flatMap((exercise): Change[] => {
    const [old, now] = [before?.grades[exercise], after?.grades[exercise]]
    if (old && now && old.state === now.state && old.score === now.score) return []
    const person = nameOf(after ?? before)
    const because =
      old && now ? causes(old, now, exercise, whole) : [inOne(before, after, exercise, whole)]
    return [{ person, exercise, before: short(old), after: short(now), because }]
  })
}

function short(grade: GradeRecord | undefined): Change['before'] {
  return grade ? { state: grade.state, score: grade.score, maxScore: grade.maxScore } : null
}

function inOne(
  before: PersonRecord | undefined,
  after: PersonRecord | undefined,
  exercise: string,
  whole: ForAll,
): Cause {
  const both = before !== undefined && after !== undefined
  if (both) return whole.exercises.has(exercise) ? 'exercise' : 'rule'
  return (before ?? after)?.enrolled ? 'roster' : 'match'
}

/** What differs besides the grade. Where nothing of the person's own does, the run's own differences. */
function causes(old: GradeRecord, now: GradeRecord, exercise: string, whole: ForAll): Cause[] {
  const differ = (of: (grade: GradeRecord) => unknown) =>
    JSON.stringify(of(old)) !== JSON.stringify(of(now))
  const earned = differ((grade) => grade.earned)
  const submission = differ((grade) => grade.sha256)
  const override = differ((grade) => grade.override)
  // Points by hand leave nothing for a rule to take.
  const rule = !earned && !override && differ(taken)
  const found: [Cause, boolean][] = [
    ['override', override],
    ['rule', rule],
    ['match', submission && isOthers(old, now, exercise, whole)],
    ['submission', submission],
    ['exercise', earned && !submission && whole.exercises.has(exercise)],
    ['seed', earned && !submission && whole.seed],
    ['tool', earned && !submission && whole.tool],
  ]
  const certain = found.filter(([, holds]) => holds).map(([cause]) => cause)
  if (certain.length > 0) return certain.includes('match') ? ['match'] : certain
  return [old.state === 'set-aside' || now.state === 'set-aside' ? 'match' : 'rule']
}

/** Whether nothing came but what was there already: it counts for another, or another of several. */
function isOthers(
  old: GradeRecord,
  now: GradeRecord,
  exercise: string,
  { hadBefore, hasAfter }: ForAll,
): boolean {
  if (now.file === null) return hasAfter(exercise, old)
  const sameUploads = now.uploads > 1 && now.uploads === old.uploads
  return sameUploads || hadBefore(exercise, now)
}

function taken({ adjustments }: GradeRecord): unknown {
  return adjustments.filter(({ score }) => score !== 0).map(({ id, score }) => [id, score])
}
