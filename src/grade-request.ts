import { UsageError } from './errors.ts'
import { askedOptions, yesOrNo } from './grading/asked-options.ts'
import type { GradingOptions } from './grading-options.ts'
import { type BackendChoice, backendChoices } from './tensorflow/backend.ts'
import { didYouMean } from './text/near-names.ts'
import { BUILT_IN } from './trust/boundary.ts'

/** What is judged, and how; everything but the exercise and the file has a default. */
export interface GradeRequest {
  /** By any of its names: `ex1`, `tanh`, `ex01-tanh`. */
  readonly exercise: string
  /** The submission's path, relative to `cwd`. */
  readonly file: string
  /** The current folder by default. */
  readonly cwd?: string
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
  /** Which TensorFlow.js computes the reference; `auto` by default. */
  readonly backend?: BackendChoice
  /** Whether reference tables are kept on disk; true by default. */
  readonly cache?: boolean
  /**
   * A course's own folder of exercises, relative to `cwd`; `builtin`, the default, for those that
   * come with the package.
   */
  readonly exercises?: string
}

/** A request with its defaults, every value of the kind and in the range that it has to be. */
export interface ReadRequest {
  readonly exercise: string
  readonly file: string
  readonly cwd: string
  readonly student: string | null
  readonly backend: BackendChoice
  readonly cache: boolean
  readonly exercises: string
  readonly options: GradingOptions
}

const KEYS: { readonly [key in keyof Required<GradeRequest>]: true } = {
  exercise: true,
  file: true,
  cwd: true,
  student: true,
  seed: true,
  points: true,
  exhaustive: true,
  only: true,
  at: true,
  backend: true,
  cache: true,
  exercises: true,
}

/** What the command line holds its words to, held to a request. @throws UsageError that names the key */
export function readRequest(request: GradeRequest): ReadRequest {
  const given: { readonly [key: string]: unknown } = { ...request }
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(KEYS, key)) continue
    throw new UsageError(`grade() takes no "${key}"`, didYouMean(key, Object.keys(KEYS)))
  }
  return {
    exercise: text('exercise', given.exercise),
    file: text('file', given.file),
    cwd: text('cwd', given.cwd ?? process.cwd()),
    student: given.student === undefined ? null : text('student', given.student),
    backend: backendIn(given.backend ?? 'auto'),
    cache: yesOrNo('cache', given.cache ?? true),
    exercises: text('exercises', given.exercises ?? BUILT_IN),
    options: askedOptions(given, (option) => option),
  }
}

function text(key: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw new UsageError(`${key} is a text, not ${JSON.stringify(value) ?? String(value)}`)
}

function backendIn(value: unknown): BackendChoice {
  const found = backendChoices.find((name) => name === value)
  if (found !== undefined) return found
  throw new UsageError(
    `backend is one of ${backendChoices.join(', ')}, not ${JSON.stringify(value)}`,
    didYouMean(String(value), backendChoices),
  )
}
