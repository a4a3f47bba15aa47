import type { SpecProblem } from '../errors.ts'
import { SpecError } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import type { GradingOptions, GradingServices } from '../grading/services.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { lintContent } from './content.ts'
import { lintDataReferences } from './data-references.ts'
import { lintMutants } from './mutation.ts'
import { type Place, type PlaceOf, placesIn } from './places.ts'
import { lintReferences } from './references.ts'
import { lintSubmissions } from './submissions.ts'

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

/** What linting one exercise found. */
export interface LintResult {
  readonly exercise: string
  readonly problems: readonly SpecProblem[]
  readonly rightSolutions: number
  readonly recognisedMistakes: number
  readonly mutants: MutantCount
}

export interface MutantCount {
  readonly killed: number
  /** The same function in another form: nothing that a check could refuse. */
  readonly equivalent: number
  readonly survivors: readonly string[]
}

const NO_MUTANTS: MutantCount = { killed: 0, equivalent: 0, survivors: [] }

/** Tests the content of one exercise as code is tested. */
export async function lintExercise(exercise: Exercise, pack: LintBench): Promise<LintResult> {
  const bench: ExerciseBench = { ...pack, placeOf: await placesIn(exercise, pack) }
  const content = await lintContent(exercise, bench)
  const references = [
    ...(await lintReferences(exercise, bench)),
    ...(await lintDataReferences(exercise, bench)),
  ]
  const submissions = await lintSubmissions(exercise, bench)
  // Against a reference that is at fault, mutants say nothing.
  const mutation =
    references.length > 0
      ? { problems: [], mutants: NO_MUTANTS }
      : await lintMutants(exercise, bench)
  return {
    exercise: exercise.id,
    problems: [...content, ...references, ...submissions.problems, ...mutation.problems],
    rightSolutions: submissions.right,
    recognisedMistakes: submissions.recognised,
    mutants: mutation.mutants,
  }
}

/** The problems that an exercise's fault consists of, at least at `place`; whatever else is thrown is ours. */
export function problemsOf(error: unknown, place: Place): readonly SpecProblem[] {
  if (!(error instanceof SpecError)) throw error
  return error.problems.map((problem) =>
    problem.line === undefined ? { ...problem, ...place } : { ...problem, file: place.file },
  )
}
