import type { CheckContext, CheckDefinition, Outcome } from '../checks/define-check.ts'
import { checkKinds, isCheckKind } from '../checks/index.ts'
import type { CheckSpec } from '../exercise.ts'
import { render, say } from '../messages/render.ts'
import type { CheckReport, Evidence, Message } from '../report/report.ts'
import { statusOf } from '../report/totals.ts'
import type { Fault } from '../session.ts'
import type { FileFault } from '../source/decode-source.ts'
import { recognised, withRecognised } from './observed.ts'
import { skipped } from './obstacles.ts'
import { recognition } from './recognition.ts'
import { reproduction } from './reproduction.ts'

/** An outcome with everything that the check itself does not know: its points, the note, the line that repeats it. */
export async function checkReport(context: CheckContext, outcome: Outcome): Promise<CheckReport> {
  const { spec } = context
  const known = await recognition(context, outcome)
  const evidence: readonly Evidence[] = [
    ...withRecognised(outcome.evidence, known),
    ...(known?.place ? [] : functionPlace(context, outcome)),
    ...reproduction(context, outcome),
  ]
  const warned = onlyWarns(context, outcome)
  const status = warned ? 'passed' : outcome.status
  return {
    id: spec.id,
    kind: spec.kind,
    ...(spec.function !== undefined && { function: spec.function }),
    title: spec.title,
    status,
    ...(outcome.cause && !warned && { cause: outcome.cause }),
    score: score(spec, outcome, warned),
    maxScore: spec.points,
    message: render(outcome.says),
    says: outcome.says,
    points: outcome.points,
    ...(known && { note: known.note.note }),
    evidence,
    ...(warned && { warning: true as const }),
    ...(spec.after.length > 0 && { after: spec.after }),
    ...(spec.visibility && { visibility: spec.visibility }),
  }
}

/** Where the wrong function stands, unless the evidence points to a line already. */
function functionPlace(context: CheckContext, { status, cause, evidence }: Outcome): Evidence[] {
  const { function: name, kind } = context.spec
  const told = kind === 'proof' || evidence.some((item) => item.kind === 'source')
  if (status !== 'failed' || cause !== 'wrong-answer' || name === undefined || told) return []
  const found = context.found(name)
  return found?.kind === 'function' && found.place ? [found.place] : []
}

/**
 * A warning is for answers: what is missing, throws, never ends or is not the same twice has none.
 * A check without points takes nothing from anybody: whatever it finds beside a right answer warns.
 */
function onlyWarns(context: CheckContext, outcome: Outcome): boolean {
  const { status, cause, neverWarns, fragile } = outcome
  if (status !== 'failed' || cause === 'missing-export') return false
  if (fragile || isAside(context)) return true
  return context.spec.severity === 'warning' && cause === 'wrong-answer' && !neverWarns
}

/** Whether a check stands beside those that give the points, and asks something else than they do. */
function isAside({ spec, exercise }: CheckContext): boolean {
  if (spec.points > 0 || !isCheckKind(spec.kind)) return false
  const { echoes }: CheckDefinition = checkKinds[spec.kind]
  return !echoes && exercise.checks.some(({ points }) => points > 0)
}

/** Whole hundredths, rounded down, so that partial credit never reaches full credit. */
function score(spec: CheckSpec, outcome: Outcome, warned: boolean): number {
  if (warned) return spec.points
  if (outcome.status === 'passed' && outcome.share === undefined) return spec.points
  // A share such as 5/6 is not exact in binary; what is missing is far below a hundredth.
  return Math.floor(spec.points * (outcome.share ?? 0) + 1e-6)
}

/** Where every check was skipped, that is said, so that silence is taken for no verdict. */
export function judged(reports: readonly CheckReport[]): readonly CheckReport[] {
  if (statusOf(reports) !== 'skipped') return reports
  const says = say('submission.nothing-judged')
  const nothing: CheckReport = {
    id: 'judged',
    kind: 'judged',
    title: 'something was judged',
    status: 'errored',
    cause: 'machine',
    score: 0,
    maxScore: 0,
    message: render(says),
    says,
    points: { tested: 0, failed: 0 },
    evidence: [],
  }
  return [...reports, nothing]
}

/** The file itself could not be judged: said once, in front; every check of it is skipped. */
export function faultyFile(fault: Fault | FileFault, specs: readonly CheckSpec[]): CheckReport[] {
  const told = 'says' in fault ? fault.says : undefined
  const ours = fault.cause === 'machine'
  const says = told ?? say(ours ? 'machine.fault' : 'submission.fault', { message: fault.message })
  const advice = fault.advice ? [adviceOf(fault.advice, told)] : []
  const known = 'observed' in fault && fault.observed ? recognised(fault.observed) : undefined
  const file: CheckReport = {
    id: 'file',
    kind: 'file',
    title: 'the file can be judged',
    status: ours ? 'errored' : 'failed',
    cause: fault.cause,
    score: 0,
    maxScore: 0,
    message: render(says),
    says,
    points: { tested: 0, failed: 0 },
    ...(known && { note: known.note.note }),
    evidence: withRecognised([...placeOf(fault), ...advice], known),
  }
  return [file, ...specs.map((spec) => skippedReport(spec))]
}

function placeOf(fault: Fault | FileFault): Evidence[] {
  return 'place' in fault && fault.place ? [fault.place] : []
}

function adviceOf(text: string, told: Message | undefined): Evidence {
  const says = told && { id: `${told.id}.do`, values: told.values }
  return { kind: 'remark', text, ...(says && { says }) }
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
    ...(spec.after.length > 0 && { after: spec.after }),
    ...(spec.visibility && { visibility: spec.visibility }),
  }
}
