import { render, say } from '../messages/render.ts'
import { BUILT_IN_PACK, type CheckReport, type Message, type RunReport } from '../report/report.ts'
import { cleanLine } from '../text/clean-text.ts'

/**
 * By whose exercises a run was judged, where they are not the built-in ones or nobody says: as a
 * row among the checks of each submission, so that no format can leave it out.
 */
export function showPack(report: RunReport): RunReport {
  const says = packMessage(report)
  if (says === undefined) return report
  const submissions = report.submissions.map((submission) => ({
    ...submission,
    checks: [row(says), ...submission.checks],
  }))
  return { ...report, submissions }
}

/** The same as a message; undefined for the exercises that come with the checker. */
export function packMessage({ pack }: Pick<RunReport, 'pack'>): Message | undefined {
  if (pack === undefined) return say('pack.unknown')
  if (pack.source === BUILT_IN_PACK) return undefined
  const [source, hash] = [cleanLine(pack.source, 300), cleanLine(pack.sha256).slice(0, 12)]
  return say('pack.other', { source, hash })
}

export function isPackRow({ kind }: CheckReport): boolean {
  return kind === 'pack'
}

function row(says: Message): CheckReport {
  const message = render(says)
  return {
    id: 'pack',
    kind: 'pack',
    // Some formats show of a check that passed nothing but its title.
    title: message,
    status: 'passed',
    score: 0,
    maxScore: 0,
    message,
    says,
    points: { tested: 0, failed: 0 },
    evidence: [],
  }
}
