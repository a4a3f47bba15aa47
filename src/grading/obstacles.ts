import type { CheckContext, Outcome } from '../checks/define-check.ts'
import { say } from '../messages/render.ts'
import type { CheckReport } from '../report/report.ts'
import type { MissingFunction } from '../session.ts'

/**
 * A check that an earlier failure makes pointless is skipped, so that one fault is said once. What
 * gave nothing at all, however often it was asked, earns nothing by how it is written either.
 */
export function obstacleTo(
  { spec, session }: Pick<CheckContext, 'spec' | 'session'>,
  reports: readonly CheckReport[],
): Outcome | undefined {
  const unmet = reports.find(
    (report) => spec.after.includes(report.id) && report.status !== 'passed' && !hadNoPoint(report),
  )
  if (unmet !== undefined) return skipped(`the check "${unmet.title}" to pass`)
  const broken = reports.find(
    (report) => report.function === spec.function && spec.function && endsEverything(report),
  )
  if (broken) return skipped(`${broken.function} to ${needOf(broken)}`)
  const { asked, answers } = session.record(spec.function ?? '')
  const judged = reports.some((report) => report.function === spec.function && !hadNoPoint(report))
  return judged && asked > 0 && answers === 0
    ? skipped(`${spec.function} to give an answer`)
    : undefined
}

/** With `--at`, the point may be one that another check is about: that is no failure. */
function hadNoPoint({ says }: CheckReport): boolean {
  return says?.id === 'points.none'
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

export function skipped(on: string): Outcome {
  const points = { tested: 0, failed: 0 }
  return {
    status: 'skipped',
    cause: 'dependency',
    says: say('dependency', { on }),
    points,
    evidence: [],
  }
}

const MOST_NAMES = 3

/** What the file has in its place: where nothing looks like it, what nobody asks for. */
function instead({ near, spare }: MissingFunction): string {
  return (near.length > 0 ? near : spare.slice(0, MOST_NAMES)).join(', ')
}

/** The function that a check asks about is not there: said once, with names that look like it. */
export function missingFunction(context: CheckContext): Outcome | undefined {
  const name = context.spec.function
  const found = name === undefined ? undefined : context.found(name)
  if (found?.kind !== 'missing') return undefined
  const near = found.found === undefined ? instead(found) : `${found.found} by that name`
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
