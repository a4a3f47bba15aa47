import type { ChalkInstance } from 'chalk'
import type {
  CheckReport,
  Counterexample,
  Evidence,
  Expectation,
  Json,
  SourcePlace,
  Spread,
} from '../report.ts'
import { table, wrap } from './terminal-text.ts'

interface Style {
  readonly width: number
  readonly paint: ChalkInstance
}

/** What a failed check shows, a block each, in the order in which it helps. */
export function evidenceBlocks(check: CheckReport, style: Style): string[] {
  return check.evidence.map((item) => block(item, style)).filter((text) => text !== '')
}

function block(item: Evidence, style: Style): string {
  switch (item.kind) {
    case 'counterexample':
      return counterexampleBlock(item)
    case 'spread':
      return spreadBlock(item)
    case 'note':
      return `${style.paint.yellow(`This looks like: ${item.title}`)}\n${wrap(item.hint, style.width)}`
    case 'proof':
      return wrap(item.text, style.width)
    case 'source':
      return sourceBlock(item, style)
    case 'reproduce':
      return `${style.paint.dim('again:')} ${item.command}`
    case 'arithmetic':
      return wrap(
        `the part that goes wrong: ${item.expression} is ${item.value} (${item.problem})`,
        style.width,
      )
    case 'disagreement':
      return wrap(`${item.points} points: ${item.text}`, style.width)
    case 'measurement': {
      const limit = item.limit === undefined ? '' : ` (allowed: ${show(item.limit)})`
      return `${item.name}: ${show(item.value)}${limit}`
    }
    case 'remark':
      return wrap(item.text, style.width)
    default:
      return ''
  }
}

function counterexampleBlock(item: Counterexample): string {
  const rows: [string, string][] = Object.entries(item.inputs).map(([name, value]) => [
    name,
    show(value),
  ])
  if (item.where) rows.push(['at', item.where])
  rows.push(['yours', show(item.got)], ['expected', expectation(item.expected)])
  const { tensorflow } = item.references ?? {}
  if (tensorflow !== undefined) rows.push(['TensorFlow.js', show(tensorflow)])
  if (item.difference !== undefined) {
    const allowed = item.tolerance === undefined ? '' : `  (allowed: ${item.tolerance})`
    rows.push(['difference', `${show(item.difference)}${allowed}`])
  }
  return table(rows)
}

function expectation(expected: Expectation): string {
  if (expected.kind === 'value') return show(expected.value)
  if (expected.kind === 'property') return expected.text
  const range = `between ${show(expected.low)} and ${show(expected.high)}`
  return expected.orNaN ? `${range}, or NaN` : range
}

function spreadBlock(item: Spread): string {
  const head = `wrong at ${item.failed} of ${item.tested} points`
  const rows = item.intervals.map((row) => {
    const parameters = Object.entries(row.parameters).map(
      ([name, value]) => `${name} = ${show(value)}`,
    )
    const where = parameters.length > 0 ? `${parameters.join(', ')}: ` : ''
    const range =
      row.from === row.to
        ? `at ${row.variable} = ${show(row.from)}`
        : `from ${row.variable} = ${show(row.from)} to ${show(row.to)}`
    return `${where}${row.failed} of ${row.tested}, ${range}`
  })
  return rows.length === 1
    ? `${head}: ${rows[0]}`
    : [head, ...rows.map((row) => `  ${row}`)].join('\n')
}

function sourceBlock(place: SourcePlace, { paint }: Style): string {
  const number = String(place.line)
  const caret = '^'.repeat(Math.max(1, (place.endColumn ?? place.column + 1) - place.column))
  return [
    `${paint.cyan(`${place.file}:${place.line}:${place.column}`)}${place.remark ? `  ${place.remark}` : ''}`,
    `${paint.dim(`${number} |`)} ${place.text}`,
    `${' '.repeat(number.length)} ${paint.dim('|')} ${' '.repeat(place.column - 1)}${paint.red(caret)}`,
  ].join('\n')
}

function show(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
