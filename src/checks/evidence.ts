import { parameterRows } from '../reference/parameter-rows.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { accepts, type Tolerance } from '../reference/tolerance.ts'
import {
  type Counterexample,
  type Evidence,
  type Expectation,
  encodeScalar,
  type Scalar,
  type Spread,
} from '../report/report.ts'
import type { EvaluationResult } from '../session.ts'
import type { Judgement } from './judge-points.ts'

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

function expectationAt(table: ReferenceTable, index: number): Expectation {
  const low = table.low[index] as number
  const high = table.high[index] as number
  const orNaN = table.orNaN[index] === 1
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
  const { difference, limit } = accepts(table, index, got, tolerance)
  const tensorflow = table.tensorflow[index] as number
  return {
    kind: 'counterexample',
    inputs: inputsAt(table, index),
    got: encodeScalar(got),
    expected: expectationAt(table, index),
    // From an infinity, or from no number, nothing is so and so far away.
    ...(Number.isFinite(difference) && { difference }),
    tolerance: limit,
    references: {
      float64: encodeScalar(table.low[index] as number),
      ...(!Number.isNaN(tensorflow) && { tensorflow: encodeScalar(tensorflow) }),
    },
  }
}

/** How many points fail, and between which, for each set of parameter values. */
export function spread(table: ReferenceTable, judgement: Judgement): Spread {
  const numbers = parameterRows(table)
  const rows = new Map<number, { tested: number; failing: number[] }>()
  const rowOf = (index: number) => {
    const number = numbers[index] as number
    const row = rows.get(number) ?? { tested: 0, failing: [] }
    rows.set(number, row)
    return row
  }
  for (const index of judgement.tested) rowOf(index).tested++
  for (const index of judgement.failing) rowOf(index).failing.push(index)
  const failing = [...rows.values()].filter((row) => row.failing.length > 0)
  return {
    kind: 'spread',
    tested: judgement.tested.length,
    failed: judgement.failing.length,
    intervals: failing.map((row) => interval(table, row)),
  }
}

function interval(
  table: ReferenceTable,
  row: { tested: number; failing: number[] },
): Spread['intervals'][number] {
  const [first = 0] = row.failing
  const xs = row.failing.map((index) => table.columns[0]?.[index] ?? Number.NaN)
  const { [table.names[0] as string]: _, ...parameters } = inputsAt(table, first)
  return {
    parameters,
    variable: table.names[0] as string,
    from: encodeScalar(xs.reduce((low, x) => Math.min(low, x), Infinity)),
    to: encodeScalar(xs.reduce((high, x) => Math.max(high, x), -Infinity)),
    tested: row.tested,
    failed: row.failing.length,
  }
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
