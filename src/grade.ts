import { performance } from 'node:perf_hooks'
import type { CheckContext, Outcome } from './checks/define-check.ts'
import { checkKinds, isCheckKind } from './checks/index.ts'
import { SpecError } from './errors.ts'
import type { CheckSpec, Exercise } from './exercise.ts'
import { askedChecks } from './grading/asked-checks.ts'
import { checkReport, faultyFile, judged } from './grading/check-report.ts'
import { gradingContext } from './grading/context.ts'
import type { GradingJob } from './grading/job.ts'
import { missingFunction, obstacleTo } from './grading/obstacles.ts'
import type { GradingServices } from './grading/services.ts'
import { evaluationsAhead, gradingTables, type Tables } from './grading/tables.ts'
import { say } from './messages/render.ts'
import type { CheckReport, SubmissionReport } from './report/report.ts'
import { statusOf } from './report/totals.ts'
import type { LoadResult, Session, WantedFunction } from './session.ts'
import type { FileFault } from './source/read-source.ts'

/**
 * Judges one submission: loads it in the sandbox, asks every check of the exercise in order,
 * recognises known mistakes, and adds it all up. Never throws for what a submission does.
 */
export async function grade(
  job: GradingJob,
  session: Session,
  services: GradingServices,
): Promise<SubmissionReport> {
  const started = performance.now()
  const { exercise, submission } = job
  const specs = askedChecks(exercise, job.options)
  const tables = gradingTables(job, services, specs)
  const load = await loadSubmission(job, session, { specs, tables })
  const checks =
    load.kind === 'fault'
      ? faultyFile(load, specs)
      : judged(await runChecks(gradingContext(job, { session, load, services, tables }), specs))
  return {
    student: job.student,
    exercise: exercise.id,
    title: exercise.title,
    file: job.file,
    sha256: submission.kind === 'found' ? submission.sha256 : null,
    status: statusOf(checks),
    score: sum(checks.map((check) => check.score)),
    maxScore: sum(checks.map((check) => check.maxScore)),
    durationMs: Math.round(performance.now() - started),
    checks,
    ...(load.kind === 'loaded' && load.output !== '' && { output: load.output }),
  }
}

async function loadSubmission(
  job: GradingJob,
  session: Session,
  { specs, tables }: { readonly specs: readonly CheckSpec[]; readonly tables: Tables },
): Promise<LoadResult | FileFault> {
  const { submission, exercise } = job
  if (submission.kind === 'fault') return submission
  const ahead = await evaluationsAhead(specs, tables)
  return session.load(submission.source, wantedFunctions(exercise, specs), ahead)
}

function wantedFunctions(exercise: Exercise, specs: readonly CheckSpec[]): WantedFunction[] {
  const needed = new Set(specs.flatMap((check) => (check.function ? [check.function] : [])))
  for (const name of [...needed]) {
    const of = exercise.functions[name]?.derivative?.of
    if (of) needed.add(of)
  }
  // A check on the whole file may look at any function.
  const whole = specs.some((check) => check.function === undefined)
  return Object.values(exercise.functions)
    .filter((spec) => whole || needed.has(spec.name))
    .map((spec) => ({
      name: spec.name,
      arguments: spec.arguments,
      symbolic: spec.shape === 'scalar',
    }))
}

async function runChecks(
  contextOf: (spec: CheckSpec) => CheckContext,
  specs: readonly CheckSpec[],
): Promise<CheckReport[]> {
  const reports: CheckReport[] = []
  // One after another: a submission that counts its calls must see the same order in every run.
  for (const spec of specs) {
    const obstacle = obstacleTo(spec, reports)
    const context = contextOf(spec)
    const outcome = obstacle ?? missingFunction(context) ?? (await ask(context))
    reports.push(await checkReport(context, outcome))
  }
  return reports
}

async function ask(context: CheckContext): Promise<Outcome> {
  const { kind } = context.spec
  try {
    if (!isCheckKind(kind)) throw new Error(`there is no check kind "${kind}"`)
    return await checkKinds[kind].run(context)
  } catch (error) {
    return faultOfOurs(error as Error)
  }
}

/** One check that cannot run never hides the verdicts of the others. */
function faultOfOurs(error: Error): Outcome {
  const cause = error instanceof SpecError ? 'exercise' : 'machine'
  return {
    status: 'errored',
    cause,
    says: say(`${cause}.fault`, { message: error.message }),
    points: { tested: 0, failed: 0 },
    evidence: [],
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
