import { didYouMean } from '../text/near-names.ts'
import type { Handed, Ignored, InputFile, Student } from './inventory.ts'
import { studentNamed } from './layouts/layout.ts'
import { attemptNumber, matchExercise, type Named } from './match-exercise.ts'
import { byCodeUnits } from './walk.ts'

/** A file that may answer an exercise. */
export interface Candidate {
  readonly file: InputFile
  readonly student: Student | null
  readonly name: string
  readonly attempt: number
  readonly late: boolean
  readonly ownFolder: boolean
  /** Of the folder or archive on the command line: whose work it is where nothing else tells. */
  readonly inputName: string
}

export interface Choice {
  readonly known: readonly Named[]
  readonly wanted: readonly string[]
}

interface Answer extends Candidate {
  readonly student: Student
  readonly exercise: string
  /** The number that a re-upload got. */
  readonly suffix: number
}

type Sorted = { readonly answer: Answer } | { readonly stray: Candidate; readonly reason: string }

/** For each student and exercise the latest attempt; everything else is ignored with its reason. */
export function chooseHanded(
  candidates: readonly Candidate[],
  choice: Choice,
): { handed: Handed[]; ignored: Ignored[] } {
  const sorted = candidates.map((candidate) => sortByName(candidate, choice))
  const adopted = adoptOnlyFiles(sorted, choice)
  const handed: Handed[] = []
  const ignored = adopted.flatMap((one) =>
    'stray' in one ? [{ file: one.stray.file.shown, reason: one.reason }] : [],
  )
  for (const answers of groupAnswers(adopted).values()) {
    const [best, ...others] = answers.sort(latestFirst) as [Answer, ...Answer[]]
    handed.push(handedFrom(best))
    ignored.push(
      ...others.map((other) => ({ file: other.file.shown, reason: reasonAgainst(other, best) })),
    )
  }
  return { handed: handed.sort(inOrder), ignored }
}

function groupAnswers(sorted: readonly Sorted[]): Map<string, Answer[]> {
  const groups = new Map<string, Answer[]>()
  for (const one of sorted) {
    if ('stray' in one) continue
    const key = JSON.stringify([one.answer.student.key, one.answer.exercise])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one.answer])
    else group.push(one.answer)
  }
  return groups
}

const PACKED = /\.(?:tar|tgz|tar\.\w+|gz|bz2|xz|7z|rar)$/i

function sortByName(candidate: Candidate, { known, wanted }: Choice): Sorted {
  const base = candidate.name.slice(candidate.name.lastIndexOf('/') + 1)
  const script = /^(.+)\.([cm]?[jt]s)$/i.exec(base)
  const stray = (reason: string): Sorted => ({ stray: candidate, reason })
  if (PACKED.test(base)) return stray('an archive that is not opened: only .zip is')
  if (script === null) return stray('not a TypeScript file')
  const stem = script[1] as string
  if (/\.d$/i.test(stem)) return stray('declares types only')
  if (/\.(test|spec)$/i.test(stem)) return stray('a test')
  const match = matchExercise(stem, known)
  if (match.kind === 'none') return stray(unnamed(stem, known))
  if (match.kind === 'several') return stray(`its name speaks of ${match.exercises.join(' and ')}`)
  if (!wanted.includes(match.exercise))
    return stray(`for ${match.exercise}, which was not asked for`)
  const suffix = attemptNumber(match.rest)
  const student = candidate.student ?? studentOfName(match.rest, suffix, candidate.inputName)
  return { answer: { ...candidate, student, exercise: match.exercise, suffix } }
}

const UNNAMED = 'its name speaks of no exercise'

function unnamed(stem: string, known: readonly Named[]): string {
  const near = didYouMean(
    stem,
    known.flatMap(({ id, folder, aliases }) => [id, folder, ...aliases]),
  )
  return near === undefined ? UNNAMED : `${UNNAMED} (${near.slice(0, -1).replace('Did', 'did')}?)`
}

/** In a flat folder, whatever in the name is not the exercise is the student. */
function studentOfName(rest: readonly string[], suffix: number, inputName: string): Student {
  const words = suffix > 0 && rest.length > 1 ? rest.slice(0, -1) : rest
  return studentNamed(words.join(' ') || inputName)
}

/** Where one exercise is judged, the only script of somebody who named none by it is the answer. */
function adoptOnlyFiles(sorted: readonly Sorted[], { wanted }: Choice): Sorted[] {
  const [exercise, ...others] = wanted
  if (exercise === undefined || others.length > 0) return [...sorted]
  const answered = new Set(
    sorted.flatMap((one) => ('answer' in one ? [one.answer.student.key] : [])),
  )
  const adoptable = (one: Sorted) =>
    'stray' in one && one.reason.startsWith(UNNAMED) ? ownerOf(one.stray) : undefined
  const counts = new Map<string, number>()
  for (const one of sorted) {
    const owner = adoptable(one)
    if (owner) counts.set(owner.key, (counts.get(owner.key) ?? 0) + 1)
  }
  return sorted.map((one) => {
    const student = adoptable(one)
    if (!('stray' in one) || !student || answered.has(student.key)) return one
    if (counts.get(student.key) !== 1) return one
    return { answer: { ...one.stray, student, exercise, suffix: 0 } }
  })
}

function ownerOf({ student, name }: Candidate): Student {
  return student ?? studentNamed(name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]+$/, ''))
}

/** The latest attempt; of one attempt, TypeScript first, then the file that lies highest. */
function latestFirst(one: Answer, other: Answer): number {
  return (
    other.attempt - one.attempt ||
    other.suffix - one.suffix ||
    Number(isJavaScript(one.name)) - Number(isJavaScript(other.name)) ||
    depth(one.name) - depth(other.name) ||
    byCodeUnits(one.file.shown, other.file.shown)
  )
}

function isJavaScript(name: string): boolean {
  return /js$/i.test(name)
}

function depth(name: string): number {
  return name.split('/').length
}

function reasonAgainst(other: Answer, best: Answer): string {
  const earlier = other.attempt !== best.attempt || other.suffix !== best.suffix
  const what = earlier ? 'an earlier attempt at' : 'a duplicate: a second file for'
  return `${what} ${other.exercise} by ${other.student.name}; ${best.file.shown} is judged`
}

function handedFrom({ student, exercise, file, name, late, ownFolder }: Answer): Handed {
  return { student, exercise, file, name, late, ownFolder }
}

/** By student, then exercise: the order of every report, however the work was divided. */
function inOrder(one: Handed, other: Handed): number {
  return (
    byCodeUnits(one.student.key, other.student.key) || byCodeUnits(one.exercise, other.exercise)
  )
}
