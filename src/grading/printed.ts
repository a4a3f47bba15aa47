import type { CheckContext, FailedAt, Outcome } from '../checks/define-check.ts'
import { checkKinds, isCheckKind } from '../checks/index.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { type CheckReport, encodeScalar, type Printed } from '../report/report.ts'
import type { Output } from '../session.ts'
import type { GradingJob } from './job.ts'

/** A check that was asked, with all that its report was made of. */
export interface Asked {
  readonly context: CheckContext
  readonly outcome: Outcome
  readonly report: CheckReport
}

/**
 * The reports with what each function printed where it went wrong, or at the points that somebody
 * asked for. Asked for when all verdicts are spoken, in programs of their own, so that no verdict
 * can depend on it; and of nobody whose source says nothing of a console.
 */
export async function withPrinted(
  job: GradingJob,
  asked: readonly Asked[],
): Promise<CheckReport[]> {
  const reports = asked.map(({ report }) => report)
  if (!speaksOfConsole(job)) return reports
  const known = new Map<string, Promise<Printed | undefined>>()
  const once = (context: CheckContext, at: FailedAt) => {
    const key = JSON.stringify([context.spec.function, at.run])
    const printed = known.get(key) ?? printedAt(context, at)
    known.set(key, printed)
    return printed
  }
  const told: CheckReport[] = []
  for (const one of asked) {
    const printed: Printed[] = []
    // One after another: the sandbox answers one question at a time.
    for (const at of await runsOf(one)) {
      const found = await once(one.context, at)
      if (found !== undefined) printed.push(found)
    }
    told.push(printed.length === 0 ? one.report : { ...one.report, printed })
  }
  return told
}

function speaksOfConsole({ submission }: GradingJob): boolean {
  if (submission.kind !== 'found') return false
  const { text, siblings } = submission.source
  return [text, ...Object.values(siblings)].some((one) => /\bconsole\b/.test(one))
}

async function runsOf({ context, outcome, report }: Asked): Promise<readonly FailedAt[]> {
  if (context.spec.function === undefined || outcome.cause === 'missing-export') return []
  if (outcome.status === 'failed') return failedAt(context, outcome)
  return report.status === 'passed' && context.options.at.length > 0 ? pointsAsked(context) : []
}

/** The run that the check names, or the call that its counterexample is. */
function failedAt(context: CheckContext, { evidence, failedAt: named }: Outcome): FailedAt[] {
  if (named !== undefined) return [named]
  const example = evidence.find((item) => item.kind === 'counterexample')
  const args = context.function.arguments.map((name) => example?.inputs[name])
  if (example === undefined || args.includes(undefined)) return []
  return [{ inputs: example.inputs, run: { arguments: args.filter((one) => one !== undefined) } }]
}

/** So many rows of a point whose parameters are left open. */
const FEW_POINTS = 4

async function pointsAsked(context: CheckContext): Promise<FailedAt[]> {
  const { kind, function: name = '' } = context.spec
  const points = isCheckKind(kind) ? checkKinds[kind].points : undefined
  if (points === undefined) return []
  const table = points === 'domain' ? await context.reference(name) : context.extremes(name)
  const count = Math.min(FEW_POINTS, table.columns[0]?.length ?? 0)
  return Array.from({ length: count }, (_, index) => pointAt(table, index))
}

function pointAt({ names, columns }: ReferenceTable, index: number): FailedAt {
  const args = columns.map((column) => encodeScalar(column[index] ?? Number.NaN))
  const inputs = Object.fromEntries(names.map((name, k) => [name, args[k] ?? 'NaN']))
  return { inputs, run: { arguments: args } }
}

async function printedAt(
  { session, spec }: CheckContext,
  { inputs, run }: FailedAt,
): Promise<Printed | undefined> {
  const output = await session.output({ function: spec.function ?? '', run })
  const { text, dropped } = bounded(output)
  if (text === '' && dropped === 0) return undefined
  return { inputs, text, ...(dropped > 0 && { dropped }) }
}

/** Characters of the lines that a report keeps of one run. */
const LONGEST = 4000

/** Whole lines, as many as there is room for. */
function bounded({ text, dropped }: Output): Output {
  const lines = text.split('\n').slice(0, -1)
  let kept = ''
  for (const [index, line] of lines.entries()) {
    if (kept.length + line.length >= LONGEST) {
      return { text: kept, dropped: dropped + lines.length - index }
    }
    kept += `${line}\n`
  }
  return { text: kept, dropped }
}
