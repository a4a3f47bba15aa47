import { performance } from 'node:perf_hooks'
import { grade as gradeOne } from './grade.ts'
import { createServices } from './grading/create-services.ts'
import { runReport } from './grading/run-report.ts'
import { builtInPack, findExercise, folderPack, type Pack } from './pack/pack.ts'
import type { Decision } from './prover/decision.ts'
import { proveEqual as decide } from './prover/prove-equal.ts'
import type { RunReport } from './report/report.ts'
import { openSession } from './sandbox/sandbox.ts'
import { findSubmission } from './source/find-submission.ts'
import { parseAssumption, parseFormula } from './source/parse-formula.ts'
import { BUILT_IN } from './trust/boundary.ts'

export type { SpecProblem } from './errors.ts'
export { SpecError, UsageError } from './errors.ts'
export { FormulaError } from './formula/formula-error.ts'
export type { CellStep, Decision, Enclosure, ExactPoint } from './prover/decision.ts'
export type * from './report/report.ts'

/** What is judged, and how; everything but the exercise and the file has a default. */
export interface GradeRequest {
  /** By any of its names: `ex1`, `tanh`, `ex01-tanh`. */
  readonly exercise: string
  /** The submission's path, relative to `cwd`. */
  readonly file: string
  readonly cwd?: string
  /** Who handed it in; goes into the report. */
  readonly student?: string
  /** Of the sample points; 7 by default. */
  readonly seed?: number
  /** Sample points for each function; 4096 by default. */
  readonly points?: number
  /** Every finite bfloat16 number of the domain as well. */
  readonly exhaustive?: boolean
  /** Ids of checks or names of functions; all by default. */
  readonly only?: readonly string[]
  /** Which TensorFlow.js computes the reference; `auto` by default. */
  readonly backend?: 'auto' | 'tfjs-node' | 'tfjs'
  /** Whether reference tables are kept on disk; true by default. */
  readonly cache?: boolean
  /** A course's own folder of exercises; `builtin`, the default, for those that come with the package. */
  readonly exercises?: string
}

/**
 * Judges one submission as the command `mlp-check <exercise> <file>` does, in a sandbox, and
 * resolves to the same record. Whatever the submission does is in the report; it rejects with a
 * UsageError for an unknown exercise and with a SpecError for a faulty one.
 */
export async function grade(request: GradeRequest): Promise<RunReport> {
  const facts = { startedAt: new Date(), started: performance.now() }
  const { file, cwd = process.cwd(), seed = 7, student = null } = request
  const pack = await packOf(request)
  const exercise = pack.load(findExercise(pack, request.exercise))
  const { backend = 'auto', cache = true, points = 4096, exhaustive = false, only = [] } = request
  const services = createServices({ backend, cache, env: process.env })
  const options = { seed, points, exhaustive, only, at: [] }
  const submission = await findSubmission({ exercise, cwd, file })
  const session = openSession()
  const job = { exercise, submission, file, student, options }
  const report = await gradeOne(job, session, services).finally(() => session.close())
  return runReport([report], { ...facts, pack: pack.report, backend: services.backend(), seed })
}

async function packOf({ exercises = BUILT_IN }: GradeRequest): Promise<Pack> {
  return exercises === BUILT_IN ? builtInPack() : folderPack(exercises, `exercises: ${exercises}`)
}

/**
 * Decides whether two formulas are the same function of their variables, under assumptions such as
 * `alpha > 0`. Formulas are TypeScript expressions such as `2 * sigmoid(2 * x) - 1`; `D(e, x)` is a
 * derivative. Throws a FormulaError, with the offset, for text that is no formula.
 */
export function proveEqual(a: string, b: string, assumptions: readonly string[] = []): Decision {
  return decide(parseFormula(a), parseFormula(b), assumptions.map(parseAssumption))
}
