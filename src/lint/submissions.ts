import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SpecProblem } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import type { CheckReport, SubmissionReport } from '../report/report.ts'
import type { ExerciseBench } from './bench.ts'
import { importedIn } from './imported.ts'
import { isOfData, judged } from './judge.ts'
import { workProblems } from './work.ts'

export interface SubmissionFindings {
  readonly problems: readonly SpecProblem[]
  readonly right: number
  readonly recognised: number
}

/** The starter fails, right solutions earn everything, and each mistake fails with its own note. */
export async function lintSubmissions(
  exercise: Exercise,
  bench: ExerciseBench,
): Promise<SubmissionFindings> {
  const solutions = join(bench.solutions, exercise.folder)
  const shown = `${bench.shownAs.solutions}/${exercise.folder}`
  const problems: SpecProblem[] = []
  const judge = (path: string, shownAs: string) => judged(exercise, bench, { path, shownAs })
  const starter = `${bench.shownAs.exercises}/${exercise.folder}/starter.ts`
  const started = await judge(join(bench.exercises, exercise.folder, 'starter.ts'), starter)
  problems.push(...starterProblems(started, starter))
  const right = ['solution.ts', ...(await filesIn(solutions, 'also-right'))]
  for (const name of right) {
    const report = await judge(join(solutions, name), `${shown}/${name}`)
    problems.push(...rightProblems(report, `${shown}/${name}`))
    if (name === 'solution.ts') problems.push(...workProblems(exercise, report, bench.placeOf))
  }
  const mistakes = await filesIn(solutions, 'mistakes')
  for (const name of mistakes) {
    const [path, shownAs] = [join(solutions, name), `${shown}/${name}`]
    problems.push(...mistakeProblems(await judge(path, shownAs), shownAs))
    problems.push(...(await survivorsOfCorners(exercise, bench, { path, shownAs })))
  }
  problems.push(...unshownNotes(exercise, mistakes, shown))
  const faulty = new Set(problems.map(({ file }) => file))
  const sound = (names: readonly string[]) =>
    names.filter((name) => !faulty.has(`${shown}/${name}`)).length
  return { problems, right: sound(right), recognised: sound(mistakes) }
}

/** A mistake that only drawn trials refuse is refused by luck. */
async function survivorsOfCorners(
  exercise: Exercise,
  bench: ExerciseBench,
  file: { readonly path: string; readonly shownAs: string },
): Promise<SpecProblem[]> {
  if (!isOfData(exercise)) return []
  const options = { ...bench.options, cornersOnly: true as const }
  const report = await judged(exercise, { ...bench, options }, file)
  if (report.status !== 'passed') return []
  const message = 'passes where only the corners of reference.ts are tried: add one that refuses it'
  return [{ file: file.shownAs, message }]
}

/** A note that no file shows to be recognised may never be. */
function unshownNotes(
  exercise: Exercise,
  mistakes: readonly string[],
  shown: string,
): SpecProblem[] {
  const notes = new Set(exercise.mistakes.map(({ note }) => note))
  return [...notes]
    .filter((note) => !mistakes.includes(`mistakes/${note}.ts`))
    .map((note) => ({
      file: `${shown}/mistakes/${note}.ts`,
      message: `is missing: a submission that makes the mistake ${note} of exercise.yaml`,
    }))
}

async function filesIn(solutions: string, kind: string): Promise<string[]> {
  const folder = join(solutions, kind)
  const names = await readdir(folder).catch(() => [])
  const parts = await importedIn(folder, names)
  return names
    .filter((name) => !parts.has(name))
    .sort()
    .map((name) => `${kind}/${name}`)
}

function starterProblems(report: SubmissionReport, file: string): SpecProblem[] {
  const broken = report.checks.find(({ cause }) =>
    ['missing-file', 'unreadable', 'does-not-parse', 'missing-export'].includes(cause ?? ''),
  )
  if (broken) return [{ file, ...placeIn(broken), message: `cannot be judged: ${broken.message}` }]
  const passing = report.checks.find((check) => check.status === 'passed' && check.maxScore > 0)
  // A rule about how an answer is written cannot be broken by one that is not written yet.
  if (report.status === 'passed') return [{ file, message: 'passes, though nothing is done yet' }]
  return passing === undefined || passing.kind === 'policy'
    ? []
    : [{ file, message: `earns the points of ${passing.id}, though nothing is done yet` }]
}

function rightProblems(report: SubmissionReport, file: string): SpecProblem[] {
  const unhappy = report.checks.filter((check) => wrong(check) || check.warning === true)
  const [first] = unhappy
  if (first)
    return [
      { file, ...placeIn(first), message: `is called right, but ${first.id}: ${first.message}` },
    ]
  if (report.score === report.maxScore) return []
  return [{ file, message: `earns ${report.score} of ${report.maxScore} hundredths of a point` }]
}

/** Where the report says that the check failed: a line, or the function that it asks about. */
function placeIn({ evidence }: CheckReport): { readonly line?: number; readonly column?: number } {
  const place = evidence.find((item) => item.kind === 'source')
  return place === undefined ? {} : { line: place.line, column: place.column }
}

function firstPlace(checks: readonly CheckReport[]): ReturnType<typeof placeIn> {
  return checks.map(placeIn).find(({ line }) => line !== undefined) ?? {}
}

function wrong(check: CheckReport): boolean {
  return check.status === 'failed' || check.status === 'errored'
}

/** Checks that only restate what another one has found need no note of their own. */
const RESTATING: readonly string[] = ['consistency', 'proof', 'kink']

function mistakeProblems(report: SubmissionReport, file: string): SpecProblem[] {
  const expected = basename(file, '.ts')
  const failed = report.checks.filter(wrong)
  if (report.status !== 'failed')
    return [{ file, message: `is called a mistake, but it ${report.status}` }]
  const notes = new Set(
    failed.flatMap(
      ({ note, kind }) => note ?? (RESTATING.includes(kind) ? [] : ['no note at all']),
    ),
  )
  if (notes.size === 1 && notes.has(expected)) return []
  const found = [...notes].join(' and ') || 'no note at all'
  return [
    {
      file,
      ...firstPlace(failed),
      message: `should be recognised as ${expected}, and is recognised as ${found}`,
    },
  ]
}
