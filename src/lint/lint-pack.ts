import type { SpecProblem } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { findExercise, type Pack, type PackEntry } from '../pack/pack.ts'
import { withSlashes } from '../paths/shown.ts'
import { pathBelow } from '../trust/links.ts'
import type { ExerciseBench, LintBench, MutantCount } from './bench.ts'
import { lintConstants } from './constants.ts'
import { lintContent } from './content.ts'
import { lintCoverage } from './coverage.ts'
import { lintDataReferences } from './data-references.ts'
import { lintMutants } from './mutation.ts'
import { placesIn } from './places.ts'
import { lintMistakes, lintReferences } from './references.ts'
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

/**
 * Tests a pack's content as code is tested, one exercise after the other; those of these names
 * alone, where there are any. @throws UsageError for a name that nothing answers to
 */
export async function* lintPack(
  bench: LintBench,
  pack: Pack,
  names: readonly string[] = [],
): AsyncGenerator<LintResult> {
  const isWanted = ({ id }: Pick<PackEntry, 'id'>) => wanted === undefined || wanted.has(id)
  const wanted = names.length === 0 ? undefined : new Set(names.map((name) => idOf(pack, name)))
  for (const { id, problems } of pack.faulty.filter(isWanted)) {
    yield { ...NOTHING_LINTED, exercise: id, problems: problems.map((one) => shown(one, bench)) }
  }
  for (const entry of pack.entries.filter(isWanted)) {
    yield await lintExercise(pack.load(entry), bench)
  }
}

function idOf(pack: Pack, name: string): string {
  return (
    pack.faulty.find(({ id, folder }) => id === name || folder === name)?.id ??
    findExercise(pack, name).id
  )
}

function shown(problem: SpecProblem, { exercises, shownAs }: LintBench): SpecProblem {
  const way = pathBelow(exercises, problem.file)
  if (way === undefined) return problem
  return { ...problem, file: `${shownAs.exercises}/${withSlashes(way)}` }
}

const NOTHING_LINTED = {
  rightSolutions: 0,
  recognisedMistakes: 0,
  mutants: NO_MUTANTS,
  sources: NO_SOURCE_MUTANTS,
}

/** A reference that two checks ask for has its fault once. */
function eachOnce(problems: readonly SpecProblem[]): readonly SpecProblem[] {
  return [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()]
}

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
  const weak =
    references.length > 0
      ? []
      : [
          ...lintMistakes(exercise, bench),
          ...(await lintConstants(exercise, bench)),
          ...(await lintCoverage(exercise, bench)),
        ]
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
    problems: eachOnce([
      ...content,
      ...references,
      ...submissions.problems,
      ...weak,
      ...mutation.problems,
      ...source.problems,
    ]),
    rightSolutions: submissions.right,
    recognisedMistakes: submissions.recognised,
    mutants: mutation.mutants,
    sources: source.sources,
  }
}
