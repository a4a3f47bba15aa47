import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { grade as gradeOne } from './grade.ts'
import { type GradeRequest, type ReadRequest, readRequest } from './grade-request.ts'
import { askedChecks } from './grading/asked-checks.ts'
import { createServices } from './grading/create-services.ts'
import { runReport } from './grading/run-report.ts'
import { builtInPack, findExercise, folderPack, type Pack } from './pack/pack.ts'
import type { Decision } from './prover/decision.ts'
import { proveEqual as decide } from './prover/prove-equal.ts'
import type { RunReport } from './report/report.ts'
import { openSession } from './sandbox/sandbox.ts'
import { findSubmission, shownFile } from './source/find-submission.ts'
import { parseAssumption, parseFormula } from './source/parse-formula.ts'
import { BUILT_IN } from './trust/boundary.ts'

export type { SpecProblem } from './errors.ts'
export { SpecError, UsageError } from './errors.ts'
export { FormulaError } from './formula/formula-error.ts'
export type { GradeRequest } from './grade-request.ts'
export type { CellStep, Decision, Enclosure, ExactPoint } from './prover/decision.ts'
export type * from './report/report.ts'

/**
 * Judges one submission as the command `mlp-check <exercise> <file>` does, in a sandbox, and
 * resolves to the same record. Whatever the submission does is in the report. Rejects with a
 * UsageError where the request asks for what there is not (an exercise, a function, a check, a
 * point, a value out of its range), and with a SpecError for a faulty exercise.
 */
export async function grade(request: GradeRequest): Promise<RunReport> {
  const facts = { startedAt: new Date(), started: performance.now() }
  const asked = readRequest(request)
  const { file, cwd, student, options } = asked
  const pack = await packOf(asked)
  const exercise = pack.load(findExercise(pack, asked.exercise))
  askedChecks(exercise, options)
  const services = createServices({ backend: asked.backend, cache: asked.cache, env: process.env })
  const submission = await findSubmission({ exercise, cwd, file })
  const session = openSession()
  const shown = shownFile(submission, { exercise, cwd, file })
  const job = { exercise, submission, file: shown, student, options }
  const report = await gradeOne(job, session, services).finally(() => session.close())
  const made = { ...facts, pack: pack.report, backend: services.backend(), seed: options.seed }
  return runReport([report], made)
}

async function packOf({ cwd, exercises }: ReadRequest): Promise<Pack> {
  if (exercises === BUILT_IN) return builtInPack()
  return folderPack(resolve(cwd, exercises), `exercises: ${exercises}`)
}

/**
 * Decides whether two formulas are the same function of their variables, under assumptions such as
 * `alpha > 0`. Formulas are TypeScript expressions such as `2 * sigmoid(2 * x) - 1`; `D(e, x)` is a
 * derivative. Throws a FormulaError, with the offset, for text that is no formula.
 */
export function proveEqual(a: string, b: string, assumptions: readonly string[] = []): Decision {
  return decide(parseFormula(a), parseFormula(b), assumptions.map(parseAssumption))
}
