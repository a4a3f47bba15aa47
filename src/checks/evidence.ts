import { parameterRows, pointsInOrder } from '../reference/parameter-rows.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { accepts, measured, type Tolerance } from '../reference/tolerance.ts'
import {
  type Counterexample,
  type Evidence,
  type Expectation,
  encodeScalar,
  type Scalar,
  type Spread,
} from '../report/report.ts'
import type { EvaluationResult, PointFault } from '../session.ts'
import { isKink, type Judgement, marked } from './judge-points.ts'

/** Points without what is right at them. */
export type Inputs = Pick<ReferenceTable, 'names' | 'columns'>

/** The arguments of one point by name, in the order of the signature. */
export function inputsAt(table: Inputs, index: number): Record<string, Scalar> {
  return Object.fromEntries(
    table.names.map((name, column) => [
      name,
      encodeScalar(table.columns[column]?.[index] ?? Number.NaN),
    ]),
  )
}

/** Without the sign of a zero: an answer may have either. */
function limitsAt(table: ReferenceTable, index: number): readonly [low: number, high: number] {
  return [(table.low[index] as number) + 0, (table.high[index] as number) + 0]
}

function expectationAt(table: ReferenceTable, index: number): Expectation {
  const [low, high] = limitsAt(table, index)
  const orNaN = table.orNaN[index] === 1
  if (low > high) return { kind: 'value', value: encodeScalar(Number.NaN) }
  return low === high && !orNaN
    ? { kind: 'value', value: encodeScalar(low) }
    : { kind: 'between', low: encodeScalar(low), high: encodeScalar(high), orNaN }
}

/** The expectation as the gaps of a sentence. */
export function expectedValues(table: ReferenceTable, index: number) {
  const expectation = expectationAt(table, index)
  if (expectation.kind !== 'between') {
    return { expected: expectation.kind === 'value' ? expectation.value : null }
  }
  return { low: expectation.low, high: expectation.high, orNaN: expectation.orNaN }
}

export function counterexample(
  table: ReferenceTable,
  index: number,
  got: number,
  tolerance: Tolerance,
): Counterexample {
  const { difference, limit } = measured(table, index, got, tolerance)
  const tensorflow = shownOfTensorFlow(table, index, tolerance)
  const [low, high] = limitsAt(table, index)
  return {
    kind: 'counterexample',
    inputs: inputsAt(table, index),
    got: encodeScalar(got),
    expected: expectationAt(table, index),
    // From an infinity, or from no number, nothing is so and so far away.
    ...(Number.isFinite(difference) && { difference }),
    tolerance: limit,
    references: {
      float64: encodeScalar(low > high ? Number.NaN : low),
      ...(tensorflow !== undefined && { tensorflow: encodeScalar(tensorflow) }),
    },
  }
}

/** At a kink it has a convention of its own, which is no example where it would not pass. */
function shownOfTensorFlow(
  table: ReferenceTable,
  index: number,
  tolerance: Tolerance,
): number | undefined {
  const value = table.tensorflow[index] as number
  if (Number.isNaN(value)) return undefined
  return isKink(table, index) && !accepts(table, index, value, tolerance) ? undefined : value
}

/** Where there is no number there is no difference either. */
export function counterexampleWith(
  fault: PointFault | undefined,
  example: Counterexample,
): Counterexample {
  if (fault === undefined) return example
  const { difference: _, ...others } = example
  return { ...others, got: fault.message }
}

/** How many points fail, and on which intervals, for each set of parameter values. */
export function spread(table: ReferenceTable, judgement: Judgement): Spread {
  const failing = marked(table.low.length, judgement.failing)
  const rows = rowsOf(table, judgement.tested).filter((row) => row.some((at) => failing[at] === 1))
  return {
    kind: 'spread',
    tested: judgement.tested.length,
    failed: judgement.failing.length,
    intervals: rows.flatMap((row) => intervalsIn(table, row, failing)),
  }
}

/** The points of each set of parameter values, by the variable. */
function rowsOf(table: ReferenceTable, tested: readonly number[]): number[][] {
  const numbers = parameterRows(table)
  const rows = new Map<number, number[]>()
  // In the order of the table, which says what row comes first.
  for (const index of tested) {
    const number = numbers[index] as number
    if (!rows.has(number)) rows.set(number, [])
  }
  const isTested = marked(table.low.length, tested)
  for (const index of pointsInOrder(table)) {
    if (isTested[index] === 1) rows.get(numbers[index] as number)?.push(index)
  }
  return [...rows.values()]
}

/** More than so many are no intervals that anybody would see: wrong points among right ones. */
const MOST_INTERVALS = 3

/** Neighbours that all fail; where they are too many, the stretch from the first to the last of them. */
function intervalsIn(
  table: ReferenceTable,
  row: readonly number[],
  failing: Uint8Array,
): Spread['intervals'] {
  const runs: number[][] = []
  let open = false
  for (const index of row) {
    const fails = failing[index] === 1
    if (fails && open) runs.at(-1)?.push(index)
    else if (fails) runs.push([index])
    open = fails
  }
  if (runs.length <= MOST_INTERVALS) return runs.map((run) => interval(table, run, run.length))
  const last = row.findLastIndex((index) => failing[index] === 1)
  const stretch = row.slice(
    row.findIndex((index) => failing[index] === 1),
    last + 1,
  )
  return [interval(table, stretch, runs.flat().length)]
}

function interval(
  table: ReferenceTable,
  points: readonly number[],
  failed: number,
): Spread['intervals'][number] {
  const [first = 0] = points
  const [variable = ''] = table.names
  const { [variable]: from = 'NaN', ...parameters } = inputsAt(table, first)
  const to = inputsAt(table, points.at(-1) ?? first)[variable] ?? 'NaN'
  return { parameters, variable, from, to, tested: points.length, failed }
}

/** Of the points that were asked about, and of no others. */
export function agreementAt(
  { disputed, agreement }: ReferenceTable,
  tested: readonly number[],
): ReferenceTable['agreement'] {
  return { ...agreement, disputed: tested.filter((index) => disputed[index] === 1).length }
}

/** Points at which TensorFlow.js left float64 by more than float32 explains: said, never held against anybody. */
export function disagreement({ disputed, largest }: ReferenceTable['agreement']): Evidence[] {
  if (disputed === 0) return []
  const text =
    'TensorFlow.js computes in float32 and leaves float64 there by more than its rounding explains; float64 decided'
  return [{ kind: 'disagreement', points: disputed, largest: encodeScalar(largest), text }]
}

/** Where the function threw or returned something that is no number, in the submission's own lines. */
export function faultPlaces(result: EvaluationResult, index: number): Evidence[] {
  const fault = result.faults.find((candidate) => candidate.index === index)
  return fault?.place ? [fault.place] : []
}
