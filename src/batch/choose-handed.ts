import { didYouMean } from '../text/near-names.ts'
import { aimed } from './could-answer.ts'
import { isOtherArchive, scriptStem } from './file-kinds.ts'
import type { Aside } from './given-out.ts'
import { identityMarks } from './identity-marks.ts'
import { type Handed, type Ignored, type InputFile, type Student, whoIs } from './inventory.ts'
import { studentNamed } from './layouts/layout.ts'
import { asWritten, matchExercise, type Named, stemOf, uploadMark } from './match-exercise.ts'
import { byCodeUnits } from './walk.ts'

/** A file that may answer an exercise. */
export interface Candidate {
  readonly file: InputFile
  readonly student: Student | null
  readonly name: string
  readonly attempt?: number
  readonly late?: boolean
  readonly at?: string
  readonly localTime?: string
  readonly committedAt?: string
  readonly earlier?: number
  readonly ownFolder: boolean
  /** Why it was not looked into, where it was not. */
  readonly unread?: string
  /** Of the folder or archive on the command line: whose work it is where nothing else tells. */
  readonly inputName: string
  /** The input as the user named it: what lies in two of them has no order among itself. */
  readonly input: string
  /** What the student packed it into: nor have two archives. */
  readonly archive?: string
}

export interface Choice {
  readonly known: readonly Named[]
  readonly wanted: readonly string[]
}

interface Answer extends Candidate {
  readonly student: Student
  readonly exercise: string
  /** The number that a re-upload got. */
  readonly mark: number
}

type Sorted = { readonly answer: Answer } | { readonly stray: Candidate; readonly reason: string }

/**
 * What answers an exercise. All uploads of one answer are handed on; a second file beside an answer
 * is ignored with its reason.
 */
export function chooseHanded(
  candidates: readonly Candidate[],
  choice: Choice,
): { handed: Handed[]; ignored: Ignored[]; strays: Aside[] } {
  const sorted = adoptOnlyFiles(sortByName(candidates, choice), choice)
  const handed: Handed[] = []
  const ignored: Ignored[] = []
  for (const answers of groupAnswers(sorted).values()) {
    const uploads = uploadsOf(answers)
    handed.push(...uploads.handed)
    ignored.push(...uploads.ignored)
  }
  const strays = sorted.flatMap((one) => ('stray' in one ? [strayed(one, choice)] : []))
  return { handed: handed.sort(inOrder), ignored, strays }
}

function strayed(one: Extract<Sorted, { stray: Candidate }>, choice: Choice): Aside {
  const { file, name } = one.stray
  const student = senderOf(one.stray, choice)
  const ignored = { file: file.shown, name, reason: one.reason, student }
  return { ignored: aimed(ignored, name, choice), name, path: file.path }
}

function groupAnswers(sorted: readonly Sorted[]): Map<string, Answer[]> {
  const groups = new Map<string, Answer[]>()
  for (const one of sorted) {
    if ('stray' in one) continue
    const key = JSON.stringify([whoIs(one.answer.student), one.answer.exercise])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one.answer])
    else group.push(one.answer)
  }
  return groups
}

/** One answer's uploads, each with its place where the platform orders them. */
function uploadsOf(answers: readonly Answer[]): { handed: Handed[]; ignored: Ignored[] } {
  const uploads = new Map<string, Answer[]>()
  for (const answer of answers) {
    const { input, archive, attempt, mark } = answer
    const key = JSON.stringify([input, archive, attempt, mark])
    uploads.set(key, [...(uploads.get(key) ?? []), answer])
  }
  const ordered = [...uploads.values()].sort(
    ([one], [other]) => placeOf(one as Answer) - placeOf(other as Answer),
  )
  const comparable = areComparable(ordered.map(([first]) => first as Answer))
  const handed: Handed[] = []
  const ignored: Ignored[] = []
  for (const [place, files] of ordered.entries()) {
    const [best, ...others] = files.sort(bestFirst) as [Answer, ...Answer[]]
    const equals = others.filter((other) => rank(best, other) === 0)
    const hasOrder = comparable && (ordered.length > 1 || best.attempt !== undefined)
    const order = equals.length > 0 || !hasOrder ? null : (best.attempt ?? place)
    handed.push(...[best, ...equals].map((one) => handedFrom(one, order)))
    for (const other of others.filter((one) => rank(best, one) !== 0)) {
      const reason = `a duplicate: a second file for ${other.exercise} by ${other.student.name}; ${best.file.shown} is judged`
      ignored.push({ file: other.file.shown, reason })
    }
  }
  return { handed, ignored }
}

/** Marks stand behind numbers of attempts: there are less than a hundred. */
function placeOf({ attempt = 0, mark }: Answer): number {
  return attempt * 100 + mark
}

/** Numbers order what lies together; times order all. */
function areComparable(uploads: readonly Answer[]): boolean {
  if (uploads.every(({ at, localTime }) => (at ?? localTime) !== undefined)) return true
  const inputs = new Set(uploads.map(({ input }) => input))
  return inputs.size === 1 && new Set(uploads.map(placeOf)).size === uploads.length
}

function sortByName(candidates: readonly Candidate[], choice: Choice): Sorted[] {
  const identities = identityMarks(
    candidates.flatMap(({ student, name }) => (student === null ? [stemOf(name)] : [])),
    choice.known,
  )
  return candidates.map((candidate) => sortOne(candidate, choice, identities))
}

function sortOne(
  candidate: Candidate,
  { known, wanted }: Choice,
  identities: ReadonlySet<string>,
): Sorted {
  const base = candidate.name.slice(candidate.name.lastIndexOf('/') + 1)
  const stray = (reason: string): Sorted => ({ stray: candidate, reason })
  if (candidate.unread !== undefined) return stray(candidate.unread)
  if (isOtherArchive(base))
    return stray('an archive that is not opened: only .zip, .tar, .tgz and .tar.gz are')
  const stem = scriptStem(base)
  if (stem === undefined) {
    return stray('not a TypeScript file by its name, which has to end in .ts')
  }
  if (/\.d$/i.test(stem)) return stray('declares types only')
  if (/\.(test|spec)$/i.test(stem)) return stray('a test')
  const match = matchExercise(stem, known)
  if (match.kind === 'none') return stray(unnamed(stem, known))
  if (match.kind === 'several') return stray(`its name speaks of ${match.exercises.join(' and ')}`)
  const { exercise } = match
  if (!wanted.includes(exercise)) return stray(`for ${exercise}, which was not asked for`)
  const mark = uploadMark(stem, exercise, known)
  const numbered = mark !== undefined && identities.has(stem)
  const named = besideExercise(candidate, stem, (numbered ? undefined : mark?.rest) ?? match.rest)
  const student = candidate.student ?? (numbered ? orWithout(named, mark.rest) : named)
  return { answer: { ...candidate, student, exercise, mark: numbered ? 0 : (mark?.number ?? 0) } }
}

/** Where no folder tells whose a file is, its name does, but for what it says of the exercise. */
function besideExercise({ inputName }: Candidate, stem: string, rest: readonly string[]): Student {
  return rest.length === 0 ? studentNamed(inputName) : nameIn(stem, rest)
}

function senderOf(candidate: Candidate, { known }: Choice): Student {
  const stem = stemOf(candidate.name)
  const match = matchExercise(stem, known)
  if (candidate.student !== null || match.kind !== 'one') return ownerOf(candidate)
  return besideExercise(
    candidate,
    stem,
    uploadMark(stem, match.exercise, known)?.rest ?? match.rest,
  )
}

/** In words, and as it is written: `ann.lee` may be a login, and `ann lee` somebody else's name. */
function nameIn(stem: string, words: readonly string[]): Student {
  const student = studentNamed(words.join(' '))
  const written = asWritten(stem, words)
  if (written === undefined || written === student.name) return student
  return { ...student, readings: [...student.readings, ...studentNamed(written).readings] }
}

/** Whose number it is nothing tells: a list that knows the name without it knows the person. */
function orWithout(student: Student, rest: readonly string[]): Student {
  if (rest.length === 0) return student
  return { ...student, readings: [...student.readings, ...studentNamed(rest.join(' ')).readings] }
}

const UNNAMED = 'its name speaks of no exercise'

function unnamed(stem: string, known: readonly Named[]): string {
  const near = didYouMean(
    stem,
    known.flatMap(({ id, folder, aliases }) => [id, folder, ...aliases]),
  )
  return near === undefined ? UNNAMED : `${UNNAMED} (${near.slice(0, -1).replace('Did', 'did')}?)`
}

/** Where one exercise is judged, the only script of somebody who named none by it is the answer. */
function adoptOnlyFiles(sorted: readonly Sorted[], { wanted }: Choice): Sorted[] {
  const [exercise, ...others] = wanted
  if (exercise === undefined || others.length > 0) return [...sorted]
  const answered = new Set(
    sorted.flatMap((one) => ('answer' in one ? [whoIs(one.answer.student)] : [])),
  )
  const adoptable = (one: Sorted) =>
    'stray' in one && one.reason.startsWith(UNNAMED) ? ownerOf(one.stray) : undefined
  const counts = new Map<string, number>()
  for (const one of sorted) {
    const owner = adoptable(one)
    if (owner) counts.set(whoIs(owner), (counts.get(whoIs(owner)) ?? 0) + 1)
  }
  return sorted.map((one) => {
    const student = adoptable(one)
    if (!('stray' in one) || !student || answered.has(whoIs(student))) return one
    if (counts.get(whoIs(student)) !== 1) return one
    return { answer: { ...one.stray, student, exercise, mark: 0 } }
  })
}

function ownerOf({ student, name }: Candidate): Student {
  return student ?? studentNamed(stemOf(name))
}

/** TypeScript first, then what ends as it does, then the file that lies highest; of equals the first by name. */
function bestFirst(one: Answer, other: Answer): number {
  return rank(one, other) || byCodeUnits(one.file.shown, other.file.shown)
}

/** 0 where nothing tells which of two files is the answer. */
function rank(one: Answer, other: Answer): number {
  return (
    Number(isJavaScript(one.name)) - Number(isJavaScript(other.name)) ||
    Number(isTextToo(one.name)) - Number(isTextToo(other.name)) ||
    depth(one.name) - depth(other.name)
  )
}

function isJavaScript(name: string): boolean {
  return /jsx?(?:\.txt)?$/i.test(name)
}

function isTextToo(name: string): boolean {
  return /\.txt$/i.test(name)
}

function depth(name: string): number {
  return name.split('/').length
}

function handedFrom(
  { student, exercise, file, name, late = false, ...answer }: Answer,
  order: number | null,
): Handed {
  const { at, localTime, committedAt, earlier, ownFolder } = answer
  const told = {
    ...(at !== undefined && { at }),
    ...(localTime !== undefined && { localTime }),
    ...(committedAt !== undefined && { committedAt }),
    ...(earlier !== undefined && { earlier }),
  }
  return { student, exercise, file, name, late, ...told, order, ownFolder }
}

/** By student, then exercise, then upload: the order of every report, however the work was divided. */
function inOrder(one: Handed, other: Handed): number {
  return (
    byCodeUnits(one.student.key, other.student.key) ||
    byCodeUnits(one.exercise, other.exercise) ||
    (one.order ?? 0) - (other.order ?? 0) ||
    byCodeUnits(one.file.shown, other.file.shown)
  )
}
