import { displayWidth } from '../messages/display-width.ts'
import { SIGNS } from '../messages/signs.ts'
import { failurePlot } from '../plot/failure.ts'
import { renderTerminal } from '../plot/terminal.ts'
import type { CheckReport, SubmissionReport } from '../report/report.ts'
import {
  asked,
  briefly,
  capitalised,
  evidenceOrder,
  ownDerivative,
  sentence,
  unsaid,
} from './check-words.ts'
import { plotWords } from './plot-words.ts'
import { evidenceBlock } from './terminal-evidence.ts'
import { printedBlocks } from './terminal-printed.ts'
import type { Style } from './terminal-style.ts'
import { indent, table, wrap } from './terminal-text.ts'

/**
 * About one check that did not pass, as a teaching assistant would say it. In short, a mistake that
 * has a name needs no plot; nothing of one whose cause was all that there is to say, and was said.
 */
export function failureSection(
  check: CheckReport,
  submission: SubmissionReport,
  { said, ...style }: Style & { readonly said: string },
): string {
  const [line = '', ...more] = capitalised(sentence(check, style), check).split('\n')
  const message = line === said ? '' : line
  const kinds = evidenceOrder(check).filter(
    (kind) => style.all || kind !== 'curve' || check.note === undefined,
  )
  const printed = printedBlocks(check, withRoom(style, 4))
  const items = kinds.flatMap((kind) => check.evidence.filter((item) => item.kind === kind))
  const blocks = items.flatMap((item) => [
    item.kind === 'curve'
      ? plotBlock(check, style)
      : evidenceBlock(style.all ? unsaid(item, check) : briefly(unsaid(item, check)), {
          ...withRoom(style, 4),
          said,
        }),
    ...(item.kind === 'counterexample' ? printed : []),
  ])
  if (!items.some(({ kind }) => kind === 'counterexample')) blocks.push(...printed)
  const own = ownDerivative(check, submission.checks, style)
  // In short, the title says already what was asked.
  const question = style.all ? asked(check, style) : ''
  const parts = [
    ...[[question, message].filter(Boolean).join(SIGNS[style.locale].between)]
      .filter(Boolean)
      .map((text) => unlikeVerdicts(wrap(text, style.width))),
    // No line of a stranger's begins where a verdict would.
    ...(more.length > 0 ? [indent(wrap(more.join('\n'), style.width - 4), 4)] : []),
    ...blocks.filter((text) => text !== '').map((text) => indent(text, 4)),
    ...(own === undefined ? [] : [indent(wrap(own, style.width - 4), 4)]),
    ...nextSteps(check, submission, style),
  ].join('\n\n')
  return parts === '' ? '' : `${rule(check, style)}${style.all ? '\n\n' : '\n'}${parts}`
}

/** Wherever it is wrapped, no line of a message looks like the verdict. */
export function unlikeVerdicts(text: string): string {
  return text.replace(/\n(?=[✓✗!-] )/g, '\n  ')
}

/** A line across with the check's title in it. */
function rule(check: CheckReport, { paint, width }: Style): string {
  const title = ` ${check.title} `
  const rest = '─'.repeat(Math.max(2, width - displayWidth(title) - 2))
  const color =
    check.status === 'errored' ? paint.magenta : check.warning ? paint.yellow : paint.red
  return color(`──${paint.bold(title)}${rest}`)
}

const PLOT_FROM = 72

/** The failing region in dots, where the terminal is wide enough for it. */
function plotBlock(check: CheckReport, style: Style): string {
  const plot = style.width < PLOT_FROM ? undefined : failurePlot(check, plotWords(style.speak))
  if (plot === undefined) return ''
  const colors = ([0, 16, 256, '16m'] as const)[style.color]
  const [, ...lines] = renderTerminal(plot, { width: 68, height: 15, colors }).split('\n')
  return lines.join('\n')
}

function nextSteps(
  check: CheckReport,
  submission: SubmissionReport,
  { command, speak, width }: Style,
): string[] {
  const again = check.evidence.find((item) => item.kind === 'reproduce')
  // A refuted proof has nothing to run again: the sample points are judged elsewhere.
  if (again === undefined || check.status === 'errored' || check.kind === 'proof') return []
  const rows = [
    [again.command, speak('report.again')],
    [command('hint', submission.exercise), speak('report.hint')],
  ] as const
  const wide = table(rows, width * 2)
    .split('\n')
    .every((line) => displayWidth(line) + 4 <= width)
  // A command is copied by hand: it is never broken, even where it is wider than the window.
  const lines = wide ? table(rows, width * 2) : rows.map(([line]) => line).join('\n')
  return [`${speak('report.try')}\n${indent(lines, 4)}`]
}

function withRoom(style: Style, columns: number): Style {
  return { ...style, width: style.width - columns }
}
