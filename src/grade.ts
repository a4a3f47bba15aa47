import type { CheckContext, CheckKinds, Outcome } from './checks/define-check.ts'
import { checkKinds, isCheckKind } from './checks/index.ts'
import { now } from './clock.ts'
import { MachineError, SpecError } from './errors.ts'
import type { CheckSpec, Exercise } from './exercise.ts'
import { askedChecks } from './grading/asked-checks.ts'
import { checkReport, faultyFile, judged } from './grading/check-report.ts'
import { gradingContext } from './grading/context.ts'
import type { GradingJob } from './grading/job.ts'
import { missingFunction, obstacleTo } from './grading/obstacles.ts'
import { type Asked, withPrinted } from './grading/printed.ts'
import { checksToRun, runningOrder } from './grading/running-order.ts'
import type { GradingServices } from './grading/services.ts'
import { evaluationsAhead, gradingTables, type Tables } from './grading/tables.ts'
import { say } from './messages/render.ts'
import type { CheckReport, SubmissionReport } from './report/report.ts'
import { statusOf } from './report/totals.ts'
import type { LoadResult, Session, WantedFunction } from './session.ts'
import type { FileFault } from './source/decode-source.ts'

/**
 * Judges one submission: loads it in the sandbox, asks every check of the exercise in order,
 * recognises known mistakes, and adds it all up. Never throws for what a submission does.
 */
export async function grade(
  job: GradingJob,
  session: Session,
  services: GradingServices,
): Promise<SubmissionReport> {
  const started = now()
  const { exercise, submission } = job
  const asked = askedChecks(exercise, job.options)
  const specs = runningOrder(checksToRun(exercise.checks, asked))
  const tables = gradingTables(job, services, specs)
  const load = await loadSubmission(job, session, { specs, tables })
  const ran =
    load.kind === 'fault'
      ? faultyFile(load, specs)
      : await runChecks(
          gradingContext(job, { session, load, services, tables }),
          specs,
          services.checks,
        ).then((asked) => withPrinted(job, asked))
  const shown = asOrdered(ran, asked, exercise.checks)
  const checks = load.kind === 'fault' ? shown : judged(shown)
  return {
    student: job.student,
    exercise: exercise.id,
    title: exercise.title,
    file: job.file,
    sha256: submission.kind === 'found' ? submission.sha256 : null,
    status: statusOf(checks),
    score: sum(checks.map((check) => check.score)),
    maxScore: sum(checks.map((check) => check.maxScore)),
    durationMs: Math.round(now() - started),
    checks,
    ...(load.kind === 'loaded' && load.output !== '' && { output: load.output }),
  }
}

/**
 * What was asked for, in the exercise's order; the report on the file itself comes first. Where
 * nothing of it could be judged, what stood in the way is shown too.
 */
function asOrdered(
  ran: readonly CheckReport[],
  asked: readonly CheckSpec[],
  all: readonly CheckSpec[],
): CheckReport[] {
  const reportsOf = (specs: readonly CheckSpec[]) =>
    specs.flatMap(({ id }) => ran.find((report) => report.id === id) ?? [])
  const onFile = ran.filter(({ kind }) => kind === 'file')
  const shown = reportsOf(asked)
  return [...onFile, ...(statusOf(shown) === 'skipped' ? reportsOf(all) : shown)]
}

async function loadSubmission(
  job: GradingJob,
  session: Session,
  { specs, tables }: { readonly specs: readonly CheckSpec[]; readonly tables: Tables },
): Promise<LoadResult | FileFault> {
  const { submission, exercise } = job
  if (submission.kind === 'fault') return submission
  const ahead = await evaluationsAhead(specs, tables)
  try {
    return await session.load(submission.source, wantedFunctions(exercise), ahead)
  } catch (error) {
    if (!(error instanceof MachineError)) throw error
    return { kind: 'fault', cause: 'machine', message: error.message, advice: error.advice ?? '' }
  }
}

/** All of them, whatever is asked: why one is wrong may lie in another. */
function wantedFunctions(exercise: Exercise): WantedFunction[] {
  return Object.values(exercise.functions).map((spec) => ({
    name: spec.name,
    arguments: spec.arguments,
    symbolic: spec.shape === 'scalar' || spec.holds !== undefined,
    ...(spec.holds && { saysYesOrNo: true as const }),
  }))
}

async function runChecks(
  contextOf: (spec: CheckSpec) => CheckContext,
  specs: readonly CheckSpec[],
  own: CheckKinds | undefined,
): Promise<Asked[]> {
  const asked: Asked[] = []
  // One after another: a submission that counts its calls must see the same order in every run.
  for (const spec of specs) {
    const context = contextOf(spec)
    const reports = asked.map(({ report }) => report)
    const obstacle = obstacleTo(context, reports)
    const outcome = obstacle ?? missingFunction(context) ?? (await ask(context, own))
    asked.push({ context, outcome, report: await checkReport(context, outcome) })
  }
  return asked
}

async function ask(context: CheckContext, own: CheckKinds = {}): Promise<Outcome> {
  const { kind } = context.spec
  try {
    const definition = isCheckKind(kind) ? checkKinds[kind] : own[kind]
    if (definition === undefined) throw new Error(`there is no check kind "${kind}"`)
    return await definition.run(context)
  } catch (error) {
    return faultOfOurs(error as Error)
  }
}

/** One check that cannot run never hides the verdicts of the others. */
function faultOfOurs(error: Error): Outcome {
  const cause = error instanceof SpecError ? 'exercise' : 'machine'
  const advice = error instanceof MachineError ? error.advice : undefined
  return {
    status: 'errored',
    cause,
    says: say(`${cause}.fault`, { message: error.message }),
    points: { tested: 0, failed: 0 },
    evidence: advice ? [{ kind: 'remark', text: advice }] : [],
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
