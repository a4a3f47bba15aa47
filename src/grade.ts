import { performance } from 'node:perf_hooks'
import type { CheckContext, Outcome } from './checks/define-check.ts'
import { checkKinds, isCheckKind } from './checks/index.ts'
import { SpecError } from './errors.ts'
import type { CheckSpec, Exercise } from './exercise/exercise.ts'
import { gradingContext } from './grading/context.ts'
import { reproduction } from './grading/reproduction.ts'
import type { GradingOptions, GradingServices } from './grading/services.ts'
import { render, say } from './messages/render.ts'
import type { CheckReport, Evidence, SubmissionReport } from './report.ts'
import type { FoundSubmission } from './submission/find-submission.ts'
import type { FileFault } from './submission/read-source.ts'
import type { Fault, LoadResult, Session, WantedFunction } from './submission/session.ts'

/** One submission for one exercise. */
export interface GradingJob {
  readonly exercise: Exercise
  readonly submission: FoundSubmission | FileFault
  /** The file as the user named it, or the name that was looked for. */
  readonly file: string
  readonly student: string | null
  readonly options: GradingOptions
}

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
  const specs = selectedChecks(exercise, job.options.only)
  const load = await loadSubmission(job, session, specs)
  const checks =
    load.kind === 'fault'
      ? faultyFile(load, specs)
      : await runChecks(gradingContext(job, { session, load, services }), specs)
  return {
    student: job.student,
    exercise: exercise.id,
    title: exercise.title,
    file: job.file,
    sha256: submission.kind === 'found' ? submission.sha256 : null,
    status: overallStatus(checks),
    score: sum(checks.map((check) => check.score)),
    maxScore: sum(checks.map((check) => check.maxScore)),
    durationMs: Math.round(performance.now() - started),
    checks,
    ...(load.kind === 'loaded' && load.output !== '' && { output: load.output }),
  }
}

/** The checks whose id or function was asked for; all, where nobody asked. */
export function selectedChecks(exercise: Exercise, only: readonly string[]): readonly CheckSpec[] {
  if (only.length === 0) return exercise.checks
  return exercise.checks.filter(
    (check) => only.includes(check.id) || (check.function && only.includes(check.function)),
  )
}

async function loadSubmission(
  job: GradingJob,
  session: Session,
  specs: readonly CheckSpec[],
): Promise<LoadResult | FileFault> {
  const { submission, exercise } = job
  if (submission.kind === 'fault') return submission
  return session.load(submission.source, wantedFunctions(exercise, specs))
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

/** A check that an earlier failure makes pointless is skipped, so that one fault is said once. */
function obstacleTo(spec: CheckSpec, reports: readonly CheckReport[]): Outcome | undefined {
  const unmet = spec.after.find((id) =>
    reports.some((report) => report.id === id && report.status !== 'passed'),
  )
  if (unmet !== undefined) return skipped(`the check ${unmet} to pass`)
  const broken = reports.find(
    (report) => report.function === spec.function && spec.function && endsEverything(report),
  )
  return broken && skipped(`${broken.function} to ${needOf(broken)}`)
}

function endsEverything(report: CheckReport): boolean {
  return (
    report.cause === 'missing-export' ||
    report.cause === 'did-not-finish' ||
    report.cause === 'out-of-memory' ||
    report.cause === 'not-deterministic'
  )
}

function needOf(report: CheckReport): string {
  if (report.cause === 'missing-export') return 'be exported'
  return report.cause === 'not-deterministic' ? 'give one answer to one question' : 'finish'
}

function skipped(on: string): Outcome {
  const points = { tested: 0, failed: 0 }
  return {
    status: 'skipped',
    cause: 'dependency',
    says: say('dependency', { on }),
    points,
    evidence: [],
  }
}

function missingFunction(context: CheckContext): Outcome | undefined {
  const name = context.spec.function
  const found = name === undefined ? undefined : context.found(name)
  if (found?.kind !== 'missing') return undefined
  const near = found.found ?? found.near.join(', ')
  return {
    status: 'failed',
    cause: 'missing-export',
    says: say('submission.missing-export', { function: name as string, near }),
    points: { tested: 0, failed: 0 },
    evidence: [
      {
        kind: 'remark',
        text: `write: export function ${name}${signatureText(context)}`,
      },
    ],
  }
}

function signatureText({ function: spec }: CheckContext): string {
  return spec.signature.replace(/\)\s*=>\s*/, '): ')
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

async function checkReport(context: CheckContext, outcome: Outcome): Promise<CheckReport> {
  const { spec } = context
  const evidence: readonly Evidence[] = [...outcome.evidence, ...reproduction(context, outcome)]
  const warned = outcome.status === 'failed' && spec.severity === 'warning'
  const status = warned ? 'passed' : outcome.status
  return {
    id: spec.id,
    kind: spec.kind,
    ...(spec.function !== undefined && { function: spec.function }),
    title: spec.title,
    status,
    ...(outcome.cause && !warned && { cause: outcome.cause }),
    score: score(spec, outcome),
    maxScore: spec.points,
    message: render(outcome.says),
    says: outcome.says,
    points: outcome.points,
    evidence,
    ...(warned && { warning: true as const }),
    ...(spec.visibility && { visibility: spec.visibility }),
  }
}

/** Whole hundredths, rounded down, so that partial credit never reaches full credit. */
function score(spec: CheckSpec, outcome: Outcome): number {
  if (outcome.status === 'passed' && outcome.share === undefined) return spec.points
  // A share such as 5/6 is not exact in binary; what is missing is far below a hundredth.
  return Math.floor(spec.points * (outcome.share ?? 0) + 1e-6)
}

/** The file itself could not be judged: said once, in front; every check of it is skipped. */
function faultyFile(fault: Fault | FileFault, specs: readonly CheckSpec[]): CheckReport[] {
  const says = say('submission.fault', { message: fault.message })
  const advice = fault.advice ? [{ kind: 'remark' as const, text: fault.advice }] : []
  const file: CheckReport = {
    id: 'file',
    kind: 'file',
    title: 'the file can be judged',
    status: 'failed',
    cause: fault.cause,
    score: 0,
    maxScore: 0,
    message: render(says),
    says,
    points: { tested: 0, failed: 0 },
    evidence: [...('place' in fault && fault.place ? [fault.place] : []), ...advice],
  }
  return [file, ...specs.map((spec) => skippedReport(spec))]
}

function skippedReport(spec: CheckSpec): CheckReport {
  const { says, points, evidence } = skipped('a file that can be judged')
  return {
    id: spec.id,
    kind: spec.kind,
    ...(spec.function !== undefined && { function: spec.function }),
    title: spec.title,
    status: 'skipped',
    cause: 'dependency',
    score: 0,
    maxScore: spec.points,
    message: render(says),
    says,
    points,
    evidence,
    ...(spec.visibility && { visibility: spec.visibility }),
  }
}

/** A submission has passed when no check failed; an error of ours outweighs no failure of theirs. */
function overallStatus(checks: readonly CheckReport[]): SubmissionReport['status'] {
  if (checks.some((check) => check.status === 'failed')) return 'failed'
  return checks.some((check) => check.status === 'errored') ? 'errored' : 'passed'
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
