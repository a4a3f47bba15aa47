import { withoutUnseen } from '../text/clean-text.ts'
import { scriptStem } from './file-kinds.ts'

/** What an exercise may be called in a file's name. */
export interface Named {
  readonly id: string
  readonly folder: string
  readonly aliases: readonly string[]
}

export type NameMatch =
  | {
      readonly kind: 'one'
      readonly exercise: string
      /** The words of the name that speak of no exercise, such as the student's name. */
      readonly rest: readonly string[]
      /** Whether the exercise is the last that the name speaks of. */
      readonly atEnd: boolean
    }
  | { readonly kind: 'several'; readonly exercises: readonly string[] }
  | { readonly kind: 'none' }

interface Window {
  readonly exercise: string
  readonly from: number
  readonly to: number
  readonly length: number
}

/**
 * Which exercise a file's name speaks of: `ex1`, `EX01`, `tanh`, `ex01-tanh`, `doe_jane_ex1`,
 * `exercise 1`. The longest name wins; two different ones are not guessed between.
 */
export function matchExercise(stem: string, exercises: readonly Named[]): NameMatch {
  const words = wordsOf(stem)
  const windows = windowsOf(words, exercises)
  const longest = Math.max(0, ...windows.map(({ length }) => length))
  const best = windows.find(({ length }) => length === longest)
  if (best === undefined) return { kind: 'none' }
  const rivals = windows.filter(
    (other) => other.from >= best.to || other.to <= best.from || other.length === longest,
  )
  const inOrder = [best, ...rivals].sort((one, other) => one.from - other.from)
  const named = [...new Set(inOrder.map(({ exercise }) => exercise))]
  if (named.length > 1) return { kind: 'several', exercises: named }
  const rest = words.filter((_, index) => index < best.from || index >= best.to)
  return { kind: 'one', exercise: best.exercise, rest, atEnd: best.to === words.length }
}

/** Of a path, the file's name without its ending. */
export function stemOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1)
  return scriptStem(base) ?? base.replace(/\.[^.]+$/, '')
}

const BETWEEN = /[\s\-_.,()[\]+]+/u

/** Words of a name with what stands between them; undefined where they do not stand together. */
export function asWritten(stem: string, words: readonly string[]): string | undefined {
  const text = withoutUnseen(stem).normalize('NFC')
  const parts = words.map((word) => word.replace(/[$^*?{}|\\/]/g, '\\$&'))
  return new RegExp(parts.join(BETWEEN.source), 'u').exec(text)?.[0]
}

/** `Ex01_Jane-Doe (2)` → ex1, Jane, Doe, 2. Words keep their case; `exercise 1` is one word. */
export function wordsOf(stem: string): string[] {
  const words = withoutUnseen(stem).normalize('NFC').split(BETWEEN).filter(Boolean)
  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    const number = narrow(word)
    if (last !== undefined && /^ex(ercise)?$/i.test(narrow(last)) && /^\d+$/.test(number)) {
      joined[joined.length - 1] = `ex${Number(number)}`
    } else joined.push(word)
  }
  return joined
}

function windowsOf(words: readonly string[], exercises: readonly Named[]): Window[] {
  const known = spellingsOf(exercises)
  const windows: Window[] = []
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + 6); to++) {
      const spelling = joined(words.slice(from, to))
      for (const exercise of known.get(spelling) ?? []) {
        windows.push({ exercise, from, to, length: spelling.length })
      }
    }
  }
  return windows
}

/** Thousands of names are held against one pack. */
const spellings = new WeakMap<readonly Named[], ReadonlyMap<string, ReadonlySet<string>>>()

function spellingsOf(exercises: readonly Named[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = spellings.get(exercises)
  if (known) return known
  const made = new Map<string, Set<string>>()
  for (const { id, folder, aliases } of exercises) {
    for (const name of [id, folder, ...aliases]) {
      const spelling = joined(wordsOf(name))
      made.set(spelling, (made.get(spelling) ?? new Set()).add(id))
    }
  }
  spellings.set(exercises, made)
  return made
}

/** Hyphens are no part of a name, except between digits: `ex1-1` is not ex11. */
function joined(words: readonly string[]): string {
  return words
    .map(canonical)
    .join('-')
    .replace(/(?<!\d)-|-(?!\d)/g, '')
}

function canonical(word: string): string {
  return narrow(word)
    .toLowerCase()
    .replace(/^(?:exercise|ex)0*(\d+)$/, 'ex$1')
}

/** Where Chinese is typed, letters and digits come out as wide as its signs: `ex１` is ex1. */
function narrow(word: string): string {
  return word.replace(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
}

/**
 * The mark of a re-upload directly behind a file's name: `ex1-1`, `ex1 (2)`, `ex1_v3`. What stands
 * before it must speak of the same exercise, and end with it: `ex-1` and `ex1_student_2` have none.
 */
export function uploadMark(stem: string, exercise: string, known: readonly Named[]) {
  const [, before = '', ...numbers] = MARK.exec(stem) ?? []
  const number = numbers.find((one) => one !== undefined)
  if (number === undefined) return undefined
  const match = matchExercise(before, known)
  if (match.kind !== 'one' || match.exercise !== exercise || !match.atEnd) return undefined
  return { number: Number(number), rest: match.rest, before, version: numbers[2] !== undefined }
}

const MARK = /^(.*[^\s\-_(])(?:-(\d{1,2})|\s?\((\d{1,2})\)|[-_]v(\d{1,2}))$/i
