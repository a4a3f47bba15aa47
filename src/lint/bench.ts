import { SpecError, type SpecProblem } from '../errors.ts'
import type { GradingServices } from '../grading/services.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { Sandbox } from '../node/sandbox.ts'
import type { SpecPath } from '../pack/spec-positions.ts'

/** A place as a finding names it. Lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** Where a part of the exercise's spec stands, such as `['functions', 'tanh', 'formula']`. */
export type PlaceOf = (path: SpecPath) => Place

/** Where a pack's content lies, and what judging it takes. */
export interface LintBench {
  /** The folder of exercises, and the one of solutions beside it. */
  readonly exercises: string
  readonly solutions: string
  /** How the two are called in what is printed. */
  readonly shownAs: { readonly exercises: string; readonly solutions: string }
  readonly sandbox: Sandbox
  readonly services: GradingServices
  readonly options: GradingOptions
}

/** The same, for one exercise. */
export interface ExerciseBench extends LintBench {
  readonly placeOf: PlaceOf
}

export interface MutantCount {
  readonly killed: number
  /** The same function in another form: nothing that a check could refuse. */
  readonly equivalent: number
  readonly survivors: readonly string[]
}

/** The problems that an exercise's fault consists of, at least at `place`; whatever else is thrown is ours. */
export function problemsOf(error: unknown, place: Place): readonly SpecProblem[] {
  if (!(error instanceof SpecError)) throw error
  return error.problems.map((problem) =>
    problem.line === undefined ? { ...problem, ...place } : { ...problem, file: place.file },
  )
}
