import { displayWidth } from '../messages/display-width.ts'
import { markedLine } from '../messages/marked-line.ts'
import { quantity } from '../messages/words.ts'
import type {
  Counterexample,
  Evidence,
  Expectation,
  Json,
  ProofFinding,
  SourcePlace,
  Spread,
} from '../report/report.ts'
import { translated } from './terminal-overview.ts'
import type { Style } from './terminal-style.ts'
import { indent, table, wrap } from './terminal-text.ts'

/** One piece of evidence as a block of lines; empty where the section says it elsewhere. */
export function evidenceBlock(item: Evidence, style: Style): string {
  const { speak, width, paint } = style
  switch (item.kind) {
    case 'counterexample':
      return counterexampleBlock(item, style)
    case 'spread':
      return spreadBlock(item, style)
    case 'note': {
      const title = wrap(speak('report.looks-like', { title: item.title }), width)
      return `${paint.yellow(title)}\n${wrap(item.hint.trim(), width)}`
    }
    case 'proof':
      return proofBlock(item, style)
    case 'source':
      return sourceBlock(item, style)
    case 'arithmetic': {
      const { expression, value } = item
      return wrap(`${speak(`report.${item.problem}`, { expression, value })}.`, width)
    }
    case 'disagreement':
      return wrap(`${quantity(item.points, 'point')}: ${item.text}`, width)
    case 'measurement': {
      const limit = item.limit === undefined ? '' : ` (allowed: ${show(item.limit)})`
      return wrap(`${item.name}: ${show(item.value)}${limit}`, width)
    }
    case 'remark':
      return wrap(translated(item.says, item.text, style), width)
    case 'curve':
    case 'reproduce':
      return ''
  }
}

function counterexampleBlock(item: Counterexample, { speak, width, paint }: Style): string {
  const rows: [string, string][] = Object.entries(item.inputs).map(([name, value]) => [
    name,
    show(value),
  ])
  if (item.where) rows.push([speak('report.where'), item.where])
  rows.push([speak('report.yours'), show(item.got)])
  rows.push([speak('report.expected'), expectation(item.expected, speak)])
  const { tensorflow } = item.references ?? {}
  if (tensorflow !== undefined) rows.push(['TensorFlow.js', show(tensorflow)])
  const { difference, tolerance } = item
  // Where the answer is no number, there is no difference to speak of.
  if (difference !== undefined && difference !== 'NaN' && tolerance !== undefined) {
    rows.push([speak('report.difference'), speak('report.allowed', { difference, tolerance })])
  }
  const yours = speak('report.yours')
  return table(rows, width)
    .split('\n')
    .map((line) => (line.startsWith(`${yours} `) ? paint.red(line) : line))
    .join('\n')
}

function expectation(expected: Expectation, speak: Style['speak']): string {
  if (expected.kind === 'value') return show(expected.value)
  if (expected.kind === 'property') return expected.text
  const { low, high } = expected
  if (low === high) return expected.orNaN ? speak('report.value-or-nan', { low }) : show(low)
  return speak(expected.orNaN ? 'report.between-or-nan' : 'report.between', { low, high })
}

/** In short, how many parameter values have a row. */
const FEW = 3

function spreadBlock({ failed, tested, intervals }: Spread, { speak, width, all }: Style): string {
  const head = speak('report.wrong-at', { failed, tested })
  const values = byParameters(intervals)
  const shown = all || values.length <= FEW ? values : values.slice(0, FEW - 1)
  const rows = shown.map(([parameters, own]): [string, string] => [
    parameters,
    speak('report.intervals', { places: own.map((one) => placeOf(one, speak)) }),
  ])
  const [only] = rows
  if (rows.length === 1 && only !== undefined) {
    const parameters = only[0] === '' ? '' : `${only[0]}, `
    return wrap(`${head}: ${parameters}${only[1]}.`, width)
  }
  if (rows.length === 0) return `${head}.`
  const others = values.length - shown.length
  const rest = others > 0 ? `\n  ${speak('report.more-values', { count: others })}` : ''
  return `${head}:\n${indent(table(rows, width - 2), 2)}${rest}`
}

type Interval = Spread['intervals'][number]

function byParameters(intervals: readonly Interval[]): readonly [string, readonly Interval[]][] {
  const rows = new Map<string, Interval[]>()
  for (const interval of intervals) {
    const values = Object.entries(interval.parameters).map(([name, v]) => `${name} = ${show(v)}`)
    const key = values.join(', ')
    rows.set(key, [...(rows.get(key) ?? []), interval])
  }
  return [...rows]
}

function placeOf({ variable, from, to, tested, failed }: Interval, speak: Style['speak']): string {
  if (from === to) return speak('report.only-at', { variable, from })
  return failed === tested
    ? speak('report.from-to', { variable, from, to })
    : speak('report.among', { variable, from, to, tested, failed })
}

/** The reference's formula is left out: it would be the answer. */
function proofBlock({ text, formula }: ProofFinding, { speak, width }: Style): string {
  const rows: [string, string][] = []
  if (formula !== undefined) rows.push([speak('report.yours-computes'), formula])
  const lines = [text === '' ? '' : wrap(text, width), rows.length > 0 ? table(rows, width) : '']
  return lines.filter((line) => line !== '').join('\n')
}

/** The line with a caret below. A long line is shown around the column. */
function sourceBlock(place: SourcePlace, { paint, speak, width }: Style): string {
  const number = String(place.line)
  const word = /^[\w$]+/.exec(place.text.slice(place.column - 1))?.[0].length ?? 1
  const marked = { from: place.column - 1, to: (place.endColumn ?? place.column + word) - 1 }
  const { text, blanks, carets } = markedLine(place.text, marked, width - number.length - 3)
  const where = `${place.file}:${place.line}:${place.column}`
  // A path is clicked on or copied: rather a line of its own than broken.
  const room = width - displayWidth(speak('report.in-your-file')) - 1
  const gap = displayWidth(where) <= room ? ' ' : '\n'
  const remark = place.remark ? `\n${wrap(place.remark, width)}` : ''
  return [
    `${speak('report.in-your-file')}${gap}${paint.cyan(where)}`,
    `${paint.dim(`${number} │`)} ${text}`,
    `${' '.repeat(number.length)} ${paint.dim('│')} ${blanks}${paint.red(carets)}${remark}`,
  ].join('\n')
}

function show(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
