import { UsageError } from '../errors.ts'
import { askedOptions, yesOrNo } from '../grading/asked-options.ts'
import type { GradingOptions } from '../grading-options.ts'
import { type BackendChoice, backendChoices } from '../node/backend.ts'
import { didYouMean } from '../text/near-names.ts'
import { BUILT_IN } from '../trust/boundary.ts'

/** Which submission: a file, or its text. */
type Handed =
  | {
      /** The submission's path, relative to `cwd`. */
      readonly file: string
      readonly source?: never
    }
  | {
      /** The submission's text; it may import nothing. */
      readonly source: string
      readonly file?: never
    }

/** What is asked of one submission; everything but the exercise and what was handed in has a default. */
export type Asked = Handed & {
  /** By any of its names: `ex1`, `tanh`, `ex01-tanh`. */
  readonly exercise: string
  /** Who handed it in; goes into the report. */
  readonly student?: string
  /** Of the sample points, from 0 to 2^32 - 1; 7 by default. */
  readonly seed?: number
  /** Sample points for each function, from 16 to 2^20; 4096 by default. */
  readonly points?: number
  /** Every finite bfloat16 number of the domain as well. */
  readonly exhaustive?: boolean
  /** Ids of checks or names of functions, at least one; all by default. */
  readonly only?: readonly string[]
  /** Judge at these points only, such as -0.5 or '-0.5,alpha=1.5'; at least one. */
  readonly at?: readonly (number | string)[]
  /** Ends the judging: the promise is rejected with the signal's reason, and the submission's thread is ended. */
  readonly signal?: AbortSignal
}

/** By what it is judged. */
export interface CheckerOptions {
  /** What paths are relative to; the current folder by default. */
  readonly cwd?: string
  /** Which TensorFlow.js computes the reference; `auto` by default. */
  readonly backend?: BackendChoice
  /** Whether reference tables are kept on disk; true by default. */
  readonly cache?: boolean
  /**
   * A course's own folder of exercises, relative to `cwd`; `builtin`, the default, for those that
   * come with the package; `npm:NAME` for a package beside this one. A list for several at once.
   */
  readonly exercises?: string | readonly string[]
}

/** One submission, and by what it is judged. */
export type GradeRequest = Asked & CheckerOptions

/** A request with its defaults, every value of the kind and in the range that it has to be. */
export interface ReadAsked {
  readonly exercise: string
  readonly handed: { readonly file: string } | { readonly source: string }
  readonly student: string | null
  readonly options: GradingOptions
  readonly signal?: AbortSignal
}

export interface ReadOptions {
  readonly cwd: string
  readonly backend: BackendChoice
  readonly cache: boolean
  readonly exercises: readonly string[]
}

type Keys<T> = { readonly [key in T extends unknown ? keyof T : never]: true }

const ASKED: Keys<Asked> = {
  exercise: true,
  file: true,
  source: true,
  student: true,
  seed: true,
  points: true,
  exhaustive: true,
  only: true,
  at: true,
  signal: true,
}

const OPTIONS: Keys<CheckerOptions> = { cwd: true, backend: true, cache: true, exercises: true }

/** The request of one submission, in its two parts. @throws UsageError for a key of neither */
export function partsOf(request: GradeRequest): { asked: Asked; options: CheckerOptions } {
  refuseStrangers('grade()', request, { ...ASKED, ...OPTIONS })
  const part = (keys: object) =>
    Object.fromEntries(Object.entries(request).filter(([key]) => Object.hasOwn(keys, key)))
  return { asked: part(ASKED) as unknown as Asked, options: part(OPTIONS) }
}

/** What the command line holds its words to, held to a request. @throws UsageError that names the key */
export function readAsked(request: Asked): ReadAsked {
  const given: { readonly [key: string]: unknown } = { ...request }
  refuseStrangers('grade()', given, ASKED)
  const { student, signal } = given
  return {
    exercise: text('exercise', given.exercise),
    handed: handed(given),
    student: student === undefined ? null : text('student', student),
    options: askedOptions(given, (option) => option),
    ...(signal === undefined ? {} : { signal: signalIn(signal) }),
  }
}

/** The same for what a checker is opened with. `more` are keys that the caller reads by itself. */
export function readOptions(options: CheckerOptions, more: object = {}): ReadOptions {
  const given: { readonly [key: string]: unknown } = { ...options }
  refuseStrangers('a checker', given, { ...OPTIONS, ...more })
  return {
    cwd: text('cwd', given.cwd ?? process.cwd()),
    backend: backendIn(given.backend ?? 'auto'),
    cache: yesOrNo('cache', given.cache ?? true),
    exercises: packsIn(given.exercises ?? BUILT_IN),
  }
}

function refuseStrangers(taker: string, given: object, known: object): void {
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(known, key)) continue
    throw new UsageError(`${taker} takes no "${key}"`, didYouMean(key, Object.keys(known)))
  }
}

function handed({ file, source }: { readonly [key: string]: unknown }): ReadAsked['handed'] {
  if (file !== undefined && source !== undefined) {
    throw new UsageError('file and source are both given', 'name the file, or hand in its text')
  }
  if (source === undefined) return { file: text('file', file) }
  if (typeof source === 'string') return { source }
  throw new UsageError(`source is a text, not ${shown(source)}`)
}

function packsIn(exercises: unknown): readonly string[] {
  const packs = [exercises].flat().map((pack) => text('exercises', pack))
  if (packs.length > 0) return [...new Set(packs)]
  throw new UsageError('exercises is an empty list', 'leave it out for the built-in ones')
}

function signalIn(signal: unknown): AbortSignal {
  if (signal instanceof AbortSignal) return signal
  throw new UsageError('signal is an AbortSignal', 'such as new AbortController().signal')
}

function text(key: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw new UsageError(`${key} is a text, not ${shown(value)}`)
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}

function backendIn(value: unknown): BackendChoice {
  const found = backendChoices.find((name) => name === value)
  if (found !== undefined) return found
  throw new UsageError(
    `backend is one of ${backendChoices.join(', ')}, not ${JSON.stringify(value)}`,
    didYouMean(String(value), backendChoices),
  )
}
