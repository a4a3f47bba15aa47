import { join } from 'node:path'
import type { SpecProblem } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import { readText } from '../read-text.ts'
import type { SubmissionReport } from '../report/report.ts'
import type { ExerciseBench } from './bench.ts'
import { isOfData, judged } from './judge.ts'
import { type SourceMutant, sourceMutants } from './source-mutants.ts'

/** What became of the solutions that are wrong at one place. */
export interface SourceMutantCount {
  /** Refused on the corners alone. */
  readonly byCorners: number
  /** Refused on drawn trials only. */
  readonly byDrawn: number
  /** Proved to be the same function everywhere. */
  readonly proved: number
  /** The same for every input that is asked about, by a reason in the spec. */
  readonly explained: number
  readonly survivors: number
}

export const NO_SOURCE_MUTANTS: SourceMutantCount = {
  byCorners: 0,
  byDrawn: 0,
  proved: 0,
  explained: 0,
  survivors: 0,
}

/** One mutant in so many may be left to a reason. */
export const PER_REASON = 50

export interface SourceFindings {
  readonly problems: readonly SpecProblem[]
  readonly sources: SourceMutantCount
}

/** Every solution of data that is wrong at one place must be refused, proved right, or explained. */
export async function lintSourceMutants(
  exercise: Exercise,
  bench: ExerciseBench,
): Promise<SourceFindings> {
  if (!isOfData(exercise)) return { problems: [], sources: NO_SOURCE_MUTANTS }
  const name = `${exercise.folder}/solution.ts`
  const file = { path: join(bench.solutions, name), shownAs: `${bench.shownAs.solutions}/${name}` }
  const mutants = sourceMutants(await readText(file.path))
  const fates = new Map<SourceMutant, keyof SourceMutantCount>()
  for (const mutant of mutants) {
    fates.set(mutant, await fateOf(mutant, { exercise, bench, file }))
  }
  const survivors = mutants.filter((mutant) => fates.get(mutant) === 'survivors')
  const sources = { ...NO_SOURCE_MUTANTS }
  for (const fate of fates.values()) sources[fate]++
  return {
    sources,
    problems: [
      ...survivors.map((mutant) => survived(mutant, file.shownAs)),
      ...idleReasons(exercise, bench, mutants),
    ],
  }
}

interface Asked {
  readonly exercise: Exercise
  readonly bench: ExerciseBench
  readonly file: { readonly path: string; readonly shownAs: string }
}

async function fateOf(
  mutant: SourceMutant,
  { exercise, bench, file }: Asked,
): Promise<keyof SourceMutantCount> {
  const text = { ...file, text: mutant.text }
  const onCorners = { ...bench, options: { ...bench.options, cornersOnly: true as const } }
  if (isRefused(await judged(exercise, onCorners, text))) return 'byCorners'
  const report = await judged(exercise, bench, text)
  if (isRefused(report)) return 'byDrawn'
  if (isProved(mutant, exercise, report)) return 'proved'
  return reasonFor(mutant, exercise) ? 'explained' : 'survivors'
}

function isRefused({ status, score, maxScore }: SubmissionReport): boolean {
  return status !== 'passed' || score < maxScore
}

/** A change within a function that is proved right all the same, whatever else the file holds. */
function isProved({ within }: SourceMutant, { functions }: Exercise, report: SubmissionReport) {
  // A witness that is asked for without arguments is one answer, which was examined.
  const isOneAnswer = functions[within ?? '']?.arguments.length === 0
  return report.checks.some(
    ({ kind, function: name, status, says }) =>
      name === within &&
      status === 'passed' &&
      (kind === 'proof' || says?.id === 'data.proved' || (kind === 'witness' && isOneAnswer)),
  )
}

/** How the spec names a mutant: `<operator>: <what stood there> → <what stands there>`. */
function nameOfMutant({ operator, was, is }: SourceMutant): string {
  return `${operator}: ${was} → ${is}`.replace(/\s+/g, ' ')
}

function reasonFor(mutant: SourceMutant, { equivalents }: Exercise) {
  return equivalents.find((one) => one.mutant === nameOfMutant(mutant))
}

function survived(mutant: SourceMutant, file: string): SpecProblem {
  return {
    file,
    line: mutant.line,
    message: `no check refuses ${nameOfMutant(mutant)}`,
    advice: 'add a corner to reference.ts that does, or say under `equivalents` why none can',
  }
}

function idleReasons(
  { equivalents }: Exercise,
  { placeOf }: ExerciseBench,
  mutants: readonly SourceMutant[],
): SpecProblem[] {
  const names = new Set(mutants.map(nameOfMutant))
  return equivalents.flatMap(({ mutant }, index) =>
    names.has(mutant)
      ? []
      : [{ ...placeOf(['equivalents', index]), message: `solution.ts has no mutant ${mutant}` }],
  )
}

/** Of all mutants of a course together, why too many are left to a reason. */
export function tooManyReasons(counts: readonly SourceMutantCount[]): string | undefined {
  const { all, explained, most } = reasonsOf(counts)
  if (explained <= most) return undefined
  return `${explained} of ${all} mutants of sources are left to a reason; ${most} at most may be, one in ${PER_REASON}`
}

/** How many mutants there are, how many are left to a reason, and how many may be: one in any case. */
export function reasonsOf(counts: readonly SourceMutantCount[]) {
  const all = counts.flatMap((count) => Object.values(count)).reduce((sum, n) => sum + n, 0)
  const explained = counts.reduce((sum, count) => sum + count.explained, 0)
  return { all, explained, most: Math.max(1, Math.floor(all / PER_REASON)) }
}
