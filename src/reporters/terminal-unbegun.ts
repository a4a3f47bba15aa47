import { displayWidth, padded } from '../messages/display-width.ts'
import { type CheckReport, POINT_SCALE, type SubmissionReport } from '../report/report.ts'
import { evidenceBlock } from './terminal-evidence.ts'
import type { Style } from './terminal-style.ts'
import { indent, table } from './terminal-text.ts'

type Group = readonly CheckReport[]

/** A line for each function whose text is still the starter's, with what its checks are worth. */
export function notBegun(groups: readonly Group[], { paint, speak }: Style): readonly string[] {
  const names = groups.map(([first]) => first?.function ?? '')
  const widest = Math.max(0, ...names.map(displayWidth))
  return groups.map((group, index) => {
    const worth = group.reduce((sum, { maxScore }) => sum + maxScore, 0) / POINT_SCALE
    const text = speak('report.not-begun', { of: worth })
    return `  ${paint.dim('·')} ${padded(names[index] ?? '', widest)}  ${paint.dim(text)}`
  })
}

/** Where the first of them stands, and what helps to begin. */
export function whereToBegin(
  groups: readonly Group[],
  { exercise }: Pick<SubmissionReport, 'exercise'>,
  style: Style,
): readonly string[] {
  const place = groups[0]?.flatMap(({ evidence }) => evidence).find(({ kind }) => kind === 'source')
  if (place?.kind !== 'source') return []
  const { command, speak } = style
  const rows = [
    [command('show', exercise), speak('report.statement')],
    [command('hint', exercise), speak('report.hint')],
  ] as const
  return [
    evidenceBlock({ ...place, remark: speak('report.begin-here') }, style),
    `${speak('report.try')}\n${indent(table(rows, style.width - 4), 4)}`,
  ]
}
