import type { MessageId } from '../messages/catalogue.ts'
import { english } from '../messages/catalogue.ts'
import { displayWidth } from '../messages/display-width.ts'
import { failurePlot } from '../plot/failure.ts'
import { renderTerminal } from '../plot/terminal.ts'
import type { CheckReport, Evidence, SubmissionReport } from '../report/report.ts'
import { plotWords } from './plot-words.ts'
import { evidenceBlock } from './terminal-evidence.ts'
import { sentence } from './terminal-overview.ts'
import type { Style } from './terminal-style.ts'
import { indent, table, wrap } from './terminal-text.ts'

/** The order in which evidence helps: the smallest example, how far it goes, why, where, how. */
const ORDER: readonly Evidence['kind'][] = [
  'counterexample',
  'spread',
  'curve',
  'note',
  'arithmetic',
  'proof',
  'measurement',
  'disagreement',
  'source',
  'remark',
]

/**
 * About one check that did not pass, as a teaching assistant would say it. In short, a mistake that
 * has a name needs no plot.
 */
export function failureSection(
  check: CheckReport,
  submission: SubmissionReport,
  style: Style,
): string {
  const [message = '', ...more] = capitalised(sentence(check, style), check).split('\n')
  const kinds = ORDER.filter((kind) => style.all || kind !== 'curve' || check.note === undefined)
  const blocks = kinds
    .flatMap((kind) => check.evidence.filter((item) => item.kind === kind))
    .map((item) =>
      item.kind === 'curve'
        ? plotBlock(check, style)
        : evidenceBlock(unsaid(item, check), withRoom(style, 4)),
    )
  return [
    rule(check, style),
    unlikeVerdicts(
      wrap([asked(check, style), message].filter((text) => text !== '').join(' '), style.width),
    ),
    // No line of a stranger's begins where a verdict would.
    ...(more.length > 0 ? [indent(wrap(more.join('\n'), style.width - 4), 4)] : []),
    ...blocks.filter((text) => text !== '').map((text) => indent(text, 4)),
    ...ownDerivative(check, submission, style),
    ...nextSteps(check, submission, style),
  ].join('\n\n')
}

/** Wherever it is wrapped, no line of a message looks like the verdict. */
function unlikeVerdicts(text: string): string {
  return text.replace(/\n(?=[✓✗!-] )/g, '\n  ')
}

/** A derivative that fits the student's own function is half an answer: that is worth saying here. */
function ownDerivative(
  check: CheckReport,
  { checks }: SubmissionReport,
  style: Style,
): readonly string[] {
  if (check.kind !== 'derivative') return []
  const own = checks.find(
    ({ function: name, says }) => name === check.function && says?.id === 'consistency.own',
  )
  return own === undefined
    ? []
    : [indent(wrap(capitalised(sentence(own, style), own), style.width - 4), 4)]
}

/** A piece of evidence often repeats the check's own sentence: once is enough. */
function unsaid(item: Evidence, { message }: CheckReport): Evidence {
  if (item.kind === 'source' && message.includes(item.remark)) return { ...item, remark: '' }
  if (item.kind === 'proof' && message.includes(item.text)) return { ...item, text: '' }
  return item
}

/** A line across with the check's title in it. */
function rule(check: CheckReport, { paint, width }: Style): string {
  const title = ` ${check.title} `
  const rest = '─'.repeat(Math.max(2, width - displayWidth(title) - 2))
  const color =
    check.status === 'errored' ? paint.magenta : check.warning ? paint.yellow : paint.red
  return color(`──${paint.bold(title)}${rest}`)
}

/** What the check asked, where the catalogue has a sentence for its kind. */
function asked(check: CheckReport, { speak }: Style): string {
  const id = `asked.${check.kind}`
  const known = Object.hasOwn(english, id) && check.function !== undefined
  const wrongAnswer = check.cause === 'wrong-answer' || check.cause === undefined
  if (!known || !wrongAnswer) return ''
  return speak(id as MessageId, { function: check.function ?? '' })
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
  { speak, width }: Style,
): string[] {
  const again = check.evidence.find((item) => item.kind === 'reproduce')
  // A refuted proof has nothing to run again: the sample points are judged elsewhere.
  if (again === undefined || check.status === 'errored' || check.kind === 'proof') return []
  const rows = [
    [again.command, speak('report.again')],
    [`mlp-check hint ${submission.exercise}`, speak('report.hint')],
  ] as const
  const wide = rows.every(([command, what]) => command.length + what.length + 8 <= width)
  // A command is copied by hand: it is never broken, even where it is wider than the window.
  const lines = wide ? table(rows, width * 2) : rows.map(([command]) => command).join('\n')
  return [`${speak('report.try')}\n${indent(lines, 4)}`]
}

function withRoom(style: Style, columns: number): Style {
  return { ...style, width: style.width - columns }
}

/** A sentence as one begins and ends. */
function capitalised(text: string, { function: name, says }: CheckReport): string {
  const word = /^[a-z]+(?=\s)/.exec(text)?.[0]
  // The name of a function keeps its case, whatever it is called.
  const names: readonly unknown[] = [name, ...Object.values(says?.values ?? {})]
  const full =
    word === undefined || names.includes(word) ? text : `${text[0]?.toUpperCase()}${text.slice(1)}`
  return /[.!?。…]$/.test(full) ? full : `${full}.`
}
