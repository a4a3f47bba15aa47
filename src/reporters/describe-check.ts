import { markedLine } from '../messages/marked-line.ts'
import { speaker } from '../messages/render.ts'
import type {
  Arithmetic,
  CheckReport,
  Counterexample,
  Evidence,
  Expectation,
  ProofFinding,
  Recognition,
  SourcePlace,
  Spread,
} from '../report/report.ts'
import { cleanText, cutText } from '../text/clean-text.ts'
import { formatInputs, formatValue } from './format-value.ts'
import type { Say } from './in-language.ts'
import { printedWords } from './printed-words.ts'

/** No single piece of evidence is worth more than this: a value may be megabytes long. */
const LONGEST = 4000

/** The check's sentence and all its evidence, in plain lines without colours. */
export function describeCheck(check: CheckReport, say: Say): string {
  return [cleanText(check.message, LONGEST), ...describeEvidence(check, say)].join('\n')
}

/** The evidence alone, without what only says the check's sentence again. */
export function describeEvidence(check: CheckReport, say: Say): string[] {
  const lines = check.evidence.flatMap((piece) =>
    describeInPlainLines(piece, say)
      .filter((line) => line !== check.message)
      .map((line) => cleanText(line, LONGEST).replaceAll('\n', '\n    ')),
  )
  return [...lines, ...describePrinted(check, say)]
}

/** What the function printed there, every line of it marked as not ours. */
export function describePrinted(check: CheckReport, say: Say): string[] {
  const told = printedWords(check, { speak: speaker(say.locale), all: true })
  return told.flatMap(({ head, lines }) => [
    head,
    ...lines.map((line) => `  ${cutText(line, LONGEST)}`),
  ])
}

/** The command that shows the check's result again. */
export function commandFor(exercise: string, check: CheckReport): string {
  const found = check.evidence.find((piece) => piece.kind === 'reproduce')
  return found?.command ?? `mlp-check ${exercise}`
}

/** One piece of evidence, a sentence or a row of a small table on each line. */
export function describeInPlainLines(evidence: Evidence, say: Say): string[] {
  const lines = inEnglish(evidence)
  // A line of the submission's own is shown as it is.
  if (evidence.kind === 'source') return lines
  return lines.map((line) =>
    line.replace(/^( *)([\s\S]+)$/, (_, blanks, text) => blanks + say(text)),
  )
}

function inEnglish(evidence: Evidence): string[] {
  switch (evidence.kind) {
    case 'counterexample':
      return describeCounterexample(evidence)
    case 'spread':
      return describeSpread(evidence)
    case 'note':
      return describeNote(evidence)
    case 'proof':
      return describeProof(evidence)
    case 'source':
      return describeSource(evidence)
    case 'reproduce':
      return [`See it again: ${evidence.command}`]
    case 'arithmetic':
      return [describeArithmetic(evidence)]
    case 'measurement':
      return [
        `${evidence.name}: ${formatValue(evidence.value)}` +
          (evidence.limit === undefined ? '' : ` (at most ${formatValue(evidence.limit)})`),
      ]
    case 'disagreement':
    case 'remark':
      return [evidence.text]
    case 'curve':
      return []
  }
}

/** What stands in the source is said as it is; what the numbers tell is a likeness. */
function describeNote({ title, note, hint, by, says }: Recognition): string[] {
  const isSaid = by === 'source' && says !== undefined
  return isSaid
    ? [`In your source: ${title} (${note})`, `What to do: ${hint}`]
    : [`This looks like: ${title} (${note})`, `Hint: ${hint}`]
}

function describeCounterexample(found: Counterexample): string[] {
  const place = found.where === undefined ? '' : `, in ${found.where}`
  const lines = [
    `At ${formatInputs(found.inputs) || 'the only input'}${place}:`,
    `  yours:      ${formatValue(found.got)}`,
    `  expected:   ${describeExpectation(found.expected)}`,
  ]
  if (found.difference !== undefined) {
    const allowed = found.tolerance === undefined ? '' : `, allowed: ${found.tolerance}`
    lines.push(`  difference: ${formatValue(found.difference)}${allowed}`)
  }
  const { float64, tensorflow } = found.references ?? {}
  const references = [
    ...(float64 === undefined ? [] : [`float64 ${formatValue(float64)}`]),
    ...(tensorflow === undefined ? [] : [`TensorFlow.js ${formatValue(tensorflow)}`]),
  ]
  if (references.length > 0) lines.push(`  references: ${references.join(', ')}`)
  return lines
}

export function describeExpectation(expected: Expectation): string {
  if (expected.kind === 'value') return formatValue(expected.value)
  if (expected.kind === 'property') return expected.text
  const range = `anything from ${formatValue(expected.low)} to ${formatValue(expected.high)}`
  return expected.orNaN ? `${range}, or NaN` : range
}

function describeSpread({ tested, failed, intervals }: Spread): string[] {
  const places = intervals.map(describeInterval)
  const head = `Wrong at ${failed} of ${tested} points`
  const [only] = places
  if (only !== undefined && places.length === 1) return [`${head}: ${only}.`]
  return [`${head}.`, ...places.map((place) => `  ${place}`)]
}

function describeInterval(row: Spread['intervals'][number]): string {
  const parameters = formatInputs(row.parameters)
  const [from, to] = [formatValue(row.from), formatValue(row.to)]
  const among = row.failed === row.tested ? '' : `${row.failed} of the ${row.tested} points with `
  const place = from === to ? `${row.variable} = ${from}` : `${row.variable} from ${from} to ${to}`
  return `${among}${place}${parameters === '' ? '' : `, ${parameters}`}`
}

function describeProof(proof: ProofFinding): string[] {
  const lines = [proof.text]
  if (proof.formula !== undefined) lines.push(`  yours:     ${proof.formula}`)
  if (proof.reference !== undefined) lines.push(`  reference: ${proof.reference}`)
  const witness = Object.entries(proof.witness ?? {}).map(([name, value]) => `${name} = ${value}`)
  if (witness.length > 0) lines.push(`  they differ at ${witness.join(', ')}`)
  return lines
}

function describeSource(place: SourcePlace): string[] {
  const marked = { from: place.column - 1, to: (place.endColumn ?? place.column + 1) - 1 }
  const { text, blanks, carets } = markedLine(place.text, marked)
  const where = `${place.file}:${place.line}:${place.column}`
  return [
    `${where}${place.remark && `: ${place.remark}`}`,
    `  ${text}`,
    `  ${blanks}${carets.slice(0, 200)}`,
  ]
}

type Told = (expression: string, inputs: string, value: string) => string

const PROBLEMS: Readonly<Record<Arithmetic['problem'], Told>> = {
  overflow: (expression, inputs, value) => `${expression} overflows at ${inputs}: it is ${value}.`,
  underflow: (expression, inputs, value) =>
    `${expression} underflows at ${inputs}: it is ${value}.`,
  cancellation: (expression, inputs, value) =>
    `${expression} loses its digits to cancellation at ${inputs}: it is ${value}.`,
  'not-a-number': (expression, inputs, value) =>
    `${expression} is not a number at ${inputs}: it is ${value}.`,
}

function describeArithmetic({ expression, problem, value, inputs }: Arithmetic): string {
  return PROBLEMS[problem](expression, formatInputs(inputs), formatValue(value))
}
