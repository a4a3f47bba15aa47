import { datum, number } from '../messages/words.ts'
import type {
  Arithmetic,
  Counterexample,
  Disagreement,
  Expectation,
  Measurement,
  Spread,
} from '../report/report.ts'
import { ended, type Spoken } from './check-words.ts'

type Speak = Spoken['speak']
export type Row = readonly [label: string, value: string]

/** The smallest wrong input, what came out, and what should have. */
export function counterexampleRows(item: Counterexample, speak: Speak): readonly Row[] {
  const rows: Row[] = Object.entries(item.inputs).map(([name, value]) => [
    name,
    name === PROGRAM ? number(value) : datum(value),
  ])
  if (item.where) rows.push([speak('report.where'), item.where])
  rows.push([speak('report.yours'), isText(item.expected) ? datum(item.got) : number(item.got)])
  rows.push([speak('report.expected'), expectation(item.expected, speak)])
  const { tensorflow } = item.references ?? {}
  if (tensorflow !== undefined) rows.push(['TensorFlow.js', number(tensorflow)])
  const { difference, tolerance } = item
  // Where the answer is no number, there is no difference to speak of.
  if (difference !== undefined && difference !== 'NaN' && tolerance !== undefined) {
    rows.push([speak('report.difference'), speak('report.allowed', { difference, tolerance })])
  }
  return rows
}

/** What a program check calls the steps that led there: they are code, and no data. */
const PROGRAM = 'program'

/** Elsewhere a text says what came instead of a number. */
function isText(expected: Expectation): boolean {
  return expected.kind === 'value' && datum(expected.value).startsWith('"')
}

function expectation(expected: Expectation, speak: Speak): string {
  if (expected.kind === 'value') return datum(expected.value)
  if (expected.kind === 'property') return expected.text
  const { low, high } = expected
  if (low === high) return expected.orNaN ? speak('report.value-or-nan', { low }) : number(low)
  return speak(expected.orNaN ? 'report.between-or-nan' : 'report.between', { low, high })
}

/** In short, how many parameter values have a row. */
const FEW = 3

/** How many points are wrong, and where: by parameter values, of which `more` have no row. */
export interface SpreadWords {
  readonly head: string
  readonly rows: readonly Row[]
  readonly more: number
}

export function spreadWords(
  { failed, tested, intervals }: Spread,
  { speak, all }: { readonly speak: Speak; readonly all: boolean },
): SpreadWords {
  const values = byParameters(intervals)
  const shown = all || values.length <= FEW ? values : values.slice(0, FEW - 1)
  const rows = shown.map(
    ([parameters, own]): Row => [
      parameters,
      speak('report.intervals', { places: own.map((one) => placeOf(one, speak)) }),
    ],
  )
  const head = speak('report.wrong-at', { failed, tested })
  return { head, rows, more: values.length - shown.length }
}

type Interval = Spread['intervals'][number]

function byParameters(intervals: readonly Interval[]): readonly [string, readonly Interval[]][] {
  const rows = new Map<string, Interval[]>()
  for (const interval of intervals) {
    const values = Object.entries(interval.parameters).map(([name, v]) => `${name} = ${number(v)}`)
    const key = values.join(', ')
    rows.set(key, [...(rows.get(key) ?? []), interval])
  }
  return [...rows]
}

function placeOf({ variable, from, to, tested, failed }: Interval, speak: Speak): string {
  if (from === to) return speak('report.only-at', { variable, from })
  return failed === tested
    ? speak('report.from-to', { variable, from, to })
    : speak('report.among', { variable, from, to, tested, failed })
}

/** Evidence that is one sentence. */
export function evidenceSentence(
  item: Arithmetic | Disagreement | Measurement,
  speak: Speak,
): string {
  switch (item.kind) {
    case 'arithmetic': {
      const { expression, value } = item
      return ended(speak(`report.${item.problem}`, { expression, value }))
    }
    case 'disagreement':
      return speak('report.disagreement', { points: item.points, text: item.text })
    case 'measurement': {
      const { name } = item
      const value = number(item.value)
      if (item.limit === undefined) return speak('report.measured', { name, value })
      return speak('report.measured-within', { name, value, limit: number(item.limit) })
    }
  }
}
