import { displayWidth, padded } from '../messages/display-width.ts'
import { type CheckReport, POINT_SCALE } from '../report/report.ts'
import { sentence } from './check-words.ts'
import type { Style } from './terminal-style.ts'
import { indent, wrap } from './terminal-text.ts'

/** Every check in a line of its own; those that wait for the same thing in one. */
export function overview(
  checks: readonly CheckReport[],
  told: readonly CheckReport[],
  style: Style,
): string {
  const groups = waitingTogether(checks)
  const titles = Math.max(0, ...groups.map(([first]) => displayWidth(first?.title ?? '')))
  const points = Math.max(0, ...checks.map((check) => displayWidth(pointsText(check, style))))
  return groups
    .map(([first, ...more]) =>
      more.length > 0
        ? waitingLine([first as CheckReport, ...more], style)
        : line(first as CheckReport, { titles, points, told }, style),
    )
    .join('\n')
}

const FEWEST_TOGETHER = 3

/** Neighbours that were skipped for the same reason, where they are many. */
function waitingTogether(checks: readonly CheckReport[]): readonly (readonly CheckReport[])[] {
  const groups: CheckReport[][] = []
  for (const check of checks) {
    const last = groups.at(-1)
    const same = check.status === 'skipped' && last?.[0]?.status === 'skipped'
    if (same && last?.[0]?.message === check.message) last?.push(check)
    else groups.push([check])
  }
  return groups.flatMap((group) =>
    group.length < FEWEST_TOGETHER ? group.map((check) => [check]) : [group],
  )
}

function waitingLine(group: readonly CheckReport[], style: Style): string {
  const message = sentence(group[0] as CheckReport, style)
  const text = style.speak('report.waiting', { count: group.length, message })
  // The lines below the first stand below its words.
  const lines = indent(wrap(text, style.width - 4), 4).slice('  - '.length)
  return style.paint.dim(`  - ${lines}`)
}

/** One line for all that is worth no points and adds nothing, by what was asked. */
export function foldedLine(folded: readonly CheckReport[], style: Style): string {
  const right = folded.every(({ status }) => status === 'passed')
  const kinds = [...new Set(folded.map(({ function: name, title }) => askedOf(title, name)))]
  const text = style.speak(right ? 'report.folded-right' : 'report.folded', {
    count: folded.length,
    kinds,
  })
  const sign = right ? style.paint.green('✓') : style.paint.dim('-')
  const [first = '', ...more] = wrap(text, style.width - 4).split('\n')
  const rest = more.map((part) => `\n    ${style.paint.dim(part)}`).join('')
  return `  ${sign} ${style.paint.dim(first)}${rest}`
}

/** `proof` of `dtanh: proof`; a title of another form is itself. */
function askedOf(title: string, name = ''): string {
  return title.startsWith(`${name}: `) ? title.slice(name.length + 2) : title
}

function line(
  check: CheckReport,
  columns: {
    readonly titles: number
    readonly points: number
    /** Those whose sentence stands in a section of its own. */
    readonly told: readonly CheckReport[]
  },
  style: Style,
): string {
  const { paint } = style
  const counts = columns.points > 0 && check.status !== 'skipped'
  const worth = counts ? `  ${padded(pointsText(check, style), columns.points)}` : ''
  const head = `${padded(check.title, columns.titles)}${worth}`
  const failed = check.status === 'failed' || check.status === 'errored'
  const start = `  ${signOf(check, style)} ${failed ? paint.bold(head) : head}`
  if (columns.told.includes(check)) return start.trimEnd()
  const message = sentence(check, style)
  const room = style.width - displayWidth(head) - 6
  if (displayWidth(message) <= room && !message.includes('\n'))
    return `${start}  ${paint.dim(message)}`
  return `${start.trimEnd()}\n${paint.dim(indent(wrap(message, style.width - 8), 6))}`
}

function pointsText({ score, maxScore, status }: CheckReport, { speak }: Style): string {
  if (maxScore === 0 || status === 'skipped') return ''
  return speak('report.points', { score: score / POINT_SCALE, of: maxScore / POINT_SCALE })
}

function signOf({ status, warning }: CheckReport, { paint }: Style): string {
  if (warning) return paint.yellow('!')
  if (status === 'passed') return paint.green('✓')
  if (status === 'failed') return paint.red('✗')
  return status === 'skipped' ? paint.dim('-') : paint.magenta('!')
}
