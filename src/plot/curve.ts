import { type Curve, encodeScalar, type Scalar } from '../report/report.ts'

/** One function's samples as the checks see them: parallel arrays, one column for each argument. */
export interface Judged {
  readonly names: readonly string[]
  readonly columns: readonly Float64Array[]
  readonly expected: Float64Array
  readonly got: Float64Array
  /** Whether the point is wrong. */
  readonly failed: (index: number) => boolean
  /** All points by the variable. */
  readonly order: Uint32Array
  /** The argument that is drawn along the horizontal axis. */
  readonly variable: string
}

/** Points of a failing curve: enough for 80 columns of braille, few enough for a report. */
const CURVE_POINTS = 120

/**
 * The answer over the reference around the failing region, at the parameters of the point
 * `index` (the counterexample's). Undefined where the answer has not two finite values to join.
 */
export function failureCurve(judged: Judged, index: number): Curve | undefined {
  const column = judged.names.indexOf(judged.variable)
  const xs = judged.columns[column]
  if (xs === undefined) return undefined
  const row = sameParameters(judged, index, column)
  const wrong = row.filter(judged.failed).map((point) => at(xs, point))
  const [low, high] = failingWindow(at(xs, index), wrong)
  const near = row.filter((point) => at(xs, point) >= low && at(xs, point) <= high)
  const kept = thinned(near, CURVE_POINTS)
  const drawable = kept.filter((point) => Number.isFinite(at(judged.got, point)))
  if (drawable.length < 2) return undefined
  return {
    kind: 'curve',
    variable: judged.variable,
    parameters: parametersAt(judged, index, column),
    x: kept.map((point) => encodeScalar(at(xs, point))),
    got: kept.map((point) => encodeScalar(at(judged.got, point))),
    expected: kept.map((point) => encodeScalar(at(judged.expected, point))),
  }
}

/** The points with the parameters of one of them, by the variable. */
function sameParameters({ columns, order }: Judged, index: number, variable: number): number[] {
  const others = columns.filter((_, column) => column !== variable)
  const found: number[] = []
  for (const point of order) {
    if (others.every((column) => at(column, point) === at(column, index))) found.push(point)
  }
  return found
}

function parametersAt({ names, columns }: Judged, index: number, variable: number) {
  const entries = names.flatMap((name, column): [string, Scalar][] => {
    const values = columns[column]
    return column === variable || values === undefined
      ? []
      : [[name, encodeScalar(at(values, index))]]
  })
  return Object.fromEntries(entries)
}

/** How far from the counterexample a curve is drawn: activation functions bend within it. */
const REACH = 6

/** The failing points with half their distance, and at least one unit, on either side. */
function failingWindow(x: number, wrong: readonly number[]): [number, number] {
  const low = wrong.reduce((least, at) => Math.min(least, at), x)
  const high = wrong.reduce((most, at) => Math.max(most, at), x)
  const margin = Math.max(1, (high - low) / 2)
  return [Math.max(low - margin, x - REACH), Math.min(high + margin, x + REACH)]
}

/** At most `count` of the points, evenly by rank, with both ends. */
function thinned(points: readonly number[], count: number): readonly number[] {
  if (points.length <= count) return points
  const step = (points.length - 1) / (count - 1)
  return Array.from({ length: count }, (_, index) => points[Math.round(index * step)] as number)
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN
}
