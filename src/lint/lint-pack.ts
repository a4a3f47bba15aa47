import type { SpecProblem } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import type { ExerciseBench, LintBench, MutantCount } from './bench.ts'
import { lintContent } from './content.ts'
import { lintDataReferences } from './data-references.ts'
import { lintMutants } from './mutation.ts'
import { placesIn } from './places.ts'
import { lintReferences } from './references.ts'
import { lintSourceMutants, NO_SOURCE_MUTANTS, type SourceMutantCount } from './source-mutation.ts'
import { lintSubmissions } from './submissions.ts'

/** What linting one exercise found. */
export interface LintResult {
  readonly exercise: string
  readonly problems: readonly SpecProblem[]
  readonly rightSolutions: number
  readonly recognisedMistakes: number
  /** Of formulas, and of the solution's source. */
  readonly mutants: MutantCount
  readonly sources: SourceMutantCount
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
  // Nor do they beside a solution that is no answer.
  const source =
    references.length > 0 || submissions.problems.length > 0
      ? { problems: [], sources: NO_SOURCE_MUTANTS }
      : await lintSourceMutants(exercise, bench)
  return {
    exercise: exercise.id,
    problems: [
      ...content,
      ...references,
      ...submissions.problems,
      ...mutation.problems,
      ...source.problems,
    ],
    rightSolutions: submissions.right,
    recognisedMistakes: submissions.recognised,
    mutants: mutation.mutants,
    sources: source.sources,
  }
}
