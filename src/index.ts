import { type Checker, type OpenOptions, openChecker } from './library/checker.ts'
import type { ExercisePage, ExerciseSummary } from './library/exercise-page.ts'
import { type GradeRequest, partsOf, readAsked } from './library/grade-request.ts'
import { renderReport } from './library/render.ts'
import type { LintResult } from './lint/lint-pack.ts'
import type { Decision } from './prover/decision.ts'
import { proveEqual as decide } from './prover/prove-equal.ts'
import type { RunReport } from './report/report.ts'
import type { RenderOptions } from './reporters/define-reporter.ts'
import { parseAssumption, parseFormula } from './source/parse-formula.ts'

export type { CheckContext, CheckDefinition, Outcome } from './checks/define-check.ts'
export type { SpecProblem } from './errors.ts'
export { SpecError, UsageError } from './errors.ts'
export { FormulaError } from './formula/formula-error.ts'
export type { Checker, OpenOptions } from './library/checker.ts'
export { openChecker } from './library/checker.ts'
export type { ExercisePage, ExerciseSummary } from './library/exercise-page.ts'
export type { Asked, CheckerOptions, GradeRequest } from './library/grade-request.ts'
export type { OwnCheck, OwnOutcome } from './library/own-check.ts'
export { defineCheck } from './library/own-check.ts'
export type { LintResult } from './lint/lint-pack.ts'
export type { CellStep, Decision, Enclosure, ExactPoint } from './prover/decision.ts'
export type * from './report/report.ts'
export type { RenderOptions, Reporter } from './reporters/define-reporter.ts'
export { defineReporter } from './reporters/define-reporter.ts'

/**
 * Judges one submission as the command `mlp-check <exercise> <file>` does, in a sandbox, and
 * resolves to the same record. Whatever the submission does is in the report. Rejects with a
 * UsageError where the request asks for what there is not (an exercise, a function, a check, a
 * point, a value out of its range), and with a SpecError for a faulty exercise.
 */
export async function grade(request: GradeRequest): Promise<RunReport> {
  const { asked, options } = partsOf(request)
  readAsked(asked)
  return using(options, (checker) => checker.grade(asked))
}

/** What there is to be asked, in the order of the course. */
export async function exercises(options: OpenOptions = {}): Promise<readonly ExerciseSummary[]> {
  return using(options, async (checker) => checker.exercises())
}

/** All that a student may see of one exercise, by any of its names. */
export async function exercise(name: string, options: OpenOptions = {}): Promise<ExercisePage> {
  return using(options, (checker) => checker.exercise(name))
}

/** An exercise's statement, as `mlp-check show` prints it: Markdown. */
export async function show(name: string, options: OpenOptions = {}): Promise<string> {
  return using(options, (checker) => checker.show(name))
}

/** A record as one of the reporters shows it: `terminal`, `markdown`, `junit`, … */
export async function render(
  report: RunReport,
  reporter: string,
  options: Partial<RenderOptions> = {},
): Promise<string> {
  return renderReport(report, reporter, { own: [], options })
}

/** Tests the content of a pack, one exercise after the other, as `mlp-check lint` does. */
export async function* lint(
  options: OpenOptions & { readonly names?: readonly string[] } = {},
): AsyncGenerator<LintResult> {
  const { names, ...rest } = options
  const checker = await openChecker(rest)
  try {
    yield* checker.lint(names)
  } finally {
    await checker.close()
  }
}

/** Judges many submissions, and gives each report in the order of the requests. */
export async function* batch(
  requests: Parameters<Checker['batch']>[0],
  options: OpenOptions = {},
): AsyncGenerator<RunReport> {
  const checker = await openChecker(options)
  try {
    yield* checker.batch(requests)
  } finally {
    await checker.close()
  }
}

async function using<T>(options: OpenOptions, work: (checker: Checker) => Promise<T>): Promise<T> {
  const checker = await openChecker(options)
  return work(checker).finally(() => checker.close())
}

/**
 * Decides whether two formulas are the same function of their variables, under assumptions such as
 * `alpha > 0`. Formulas are TypeScript expressions such as `2 * sigmoid(2 * x) - 1`; `D(e, x)` is a
 * derivative. Throws a FormulaError, with the offset, for text that is no formula.
 */
export function proveEqual(a: string, b: string, assumptions: readonly string[] = []): Decision {
  return decide(parseFormula(a), parseFormula(b), assumptions.map(parseAssumption))
}
