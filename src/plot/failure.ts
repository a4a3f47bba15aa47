import {
  type CheckReport,
  type Counterexample,
  type Curve,
  encodeScalar,
  type Scalar,
} from '../report.ts'
import { tickLabel } from './axis.ts'
import { type ComparisonWords, ENGLISH_COMPARISON, valuePanel } from './comparison.ts'
import type { Plot } from './plot.ts'

/** One function's samples as the checks see them: parallel arrays, one column for each argument. */
export interface Judged {
  readonly names: readonly string[]
  readonly columns: readonly Float64Array[]
  readonly expected: Float64Array
  readonly got: Float64Array
  /** Whether the point is wrong. */
  readonly failed: (index: number) => boolean
  /** The argument that is drawn along the horizontal axis. */
  readonly variable: string
}

/** Points of a failing curve: enough for 80 columns of braille, few enough for a report. */
const CURVE_POINTS = 160

/**
 * The answer over the reference around the failing region, at the parameters of the point
 * `index` (the counterexample's). Undefined where there are not two points to join.
 */
export function failureCurve(judged: Judged, index: number): Curve | undefined {
  const column = judged.names.indexOf(judged.variable)
  const xs = judged.columns[column]
  if (xs === undefined) return undefined
  const row = sameParameters(judged, index, column).sort((a, b) => at(xs, a) - at(xs, b))
  const window = failingWindow(
    row.map((point) => at(xs, point)),
    row.map(judged.failed),
  )
  const near = row.filter((point) => at(xs, point) >= window[0] && at(xs, point) <= window[1])
  const kept = thinned(near, CURVE_POINTS)
  if (kept.length < 2) return undefined
  return {
    kind: 'curve',
    variable: judged.variable,
    parameters: parametersAt(judged, index, column),
    x: kept.map((point) => encodeScalar(at(xs, point))),
    got: kept.map((point) => encodeScalar(at(judged.got, point))),
    expected: kept.map((point) => encodeScalar(at(judged.expected, point))),
  }
}

/** The small plot for a failing check's report, or undefined where it has no curve. */
export function failurePlot(
  check: CheckReport,
  words: ComparisonWords = ENGLISH_COMPARISON,
): Plot | undefined {
  const curve = check.evidence.find((evidence) => evidence.kind === 'curve')
  if (curve === undefined) return undefined
  const x = curve.x.map(Number)
  const [low, high] = [x[0] ?? Number.NaN, x.at(-1) ?? Number.NaN]
  if (!(high > low)) return undefined
  const mark = counterexampleOn(curve, check)
  const title = functionTitle(check, curve)
  const panel = valuePanel(
    {
      title,
      x,
      student: curve.got.map(Number),
      reference: curve.expected.map(Number),
      kinks: [],
      ...(mark === undefined ? {} : { counterexample: mark }),
    },
    words,
  )
  const description = `${title}: ${words.student}, ${words.reference}`
  return {
    title,
    description,
    variable: curve.variable,
    domain: [low, high],
    panels: [panel],
    words,
  }
}

function functionTitle(check: CheckReport, curve: Curve): string {
  const parameters = Object.entries(curve.parameters).map(([name, value]) => `${name} = ${value}`)
  return [`${check.function ?? check.title}(${curve.variable})`, ...parameters].join(', ')
}

function counterexampleOn(curve: Curve, check: CheckReport) {
  const found = check.evidence.find(
    (evidence): evidence is Counterexample => evidence.kind === 'counterexample',
  )
  const x = Number(found?.inputs[curve.variable])
  const y = Number(found?.got)
  if (found === undefined || Number.isNaN(x)) return undefined
  return { x, y, label: `${curve.variable} = ${tickLabel(x)}` }
}

function sameParameters({ columns }: Judged, index: number, variable: number): number[] {
  const others = columns.filter((_, column) => column !== variable)
  const points = Array.from({ length: columns[variable]?.length ?? 0 }, (_, point) => point)
  return points.filter((point) => others.every((column) => at(column, point) === at(column, index)))
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

/** The outermost failing points with half their distance, and at least one unit, on either side. */
function failingWindow(xs: readonly number[], failed: readonly boolean[]): [number, number] {
  const wrong = xs.filter((_, index) => failed[index])
  const [low, high] = [wrong[0] ?? -Infinity, wrong.at(-1) ?? Infinity]
  const margin = Math.max(1, (high - low) / 2)
  return [low - margin, high + margin]
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
