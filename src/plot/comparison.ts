import { ENGLISH, type Mark, type Panel, type Plot, type PlotWords, type Point } from './plot.ts'

/** One function of a submission, sampled beside its reference. All arrays have one length. */
export interface Sampled {
  /** As the panel's title, such as `dtanh(x)`. */
  readonly title: string
  readonly x: readonly number[]
  readonly student: readonly number[]
  readonly reference: readonly number[]
  readonly kinks: readonly number[]
  readonly counterexample?: { readonly x: number; readonly y: number; readonly label: string }
  /** The largest difference that passes, drawn in the error's panel. */
  readonly tolerance?: number
}

export interface Comparison {
  readonly title: string
  readonly description: string
  readonly variable: string
  readonly domain: readonly [low: number, high: number]
  readonly functions: readonly Sampled[]
}

export interface ComparisonWords extends PlotWords {
  readonly student: string
  readonly reference: string
  /** Title of the error's panel, for a function. */
  readonly errorOf: (title: string) => string
  readonly error: string
  readonly tolerance: string
  /** What a picture of both curves shows, for whoever cannot see it. */
  readonly description: (title: string) => string
}

export const ENGLISH_COMPARISON: ComparisonWords = {
  ...ENGLISH,
  student: 'yours',
  reference: 'reference',
  errorOf: (title) => `error of ${title}`,
  error: 'yours − reference',
  tolerance: 'tolerance',
  description: (title) => `${title}: yours, reference`,
}

/** The functions over their references, and below each its error on a scale of its own. */
export function comparisonPlot(
  comparison: Comparison,
  words: ComparisonWords = ENGLISH_COMPARISON,
): Plot {
  const { title, description, variable, domain, functions } = comparison
  const panels = functions.flatMap((sampled) => [
    valuePanel(sampled, words),
    errorPanel(sampled, domain, words),
  ])
  return { title, description, variable, domain, panels, words }
}

export function valuePanel(sampled: Sampled, words: ComparisonWords): Panel {
  return {
    title: sampled.title,
    weight: 2,
    series: [
      { name: words.reference, role: 'reference', points: curve(sampled.x, sampled.reference) },
      { name: words.student, role: 'student', points: curve(sampled.x, sampled.student) },
    ],
    marks: [...kinkMarks(sampled), ...counterexampleMark(sampled)],
  }
}

function errorPanel(
  sampled: Sampled,
  [low, high]: readonly [number, number],
  words: ComparisonWords,
): Panel {
  const error = sampled.student.map((value, index) => value - (sampled.reference[index] ?? NaN))
  const tolerance = visibleTolerance(sampled.tolerance, error)
  const bounds = tolerance === undefined ? [] : [tolerance, -tolerance]
  return {
    title: words.errorOf(sampled.title),
    weight: 1,
    series: [
      ...bounds.map((y) => ({
        name: words.tolerance,
        role: 'tolerance' as const,
        points: [
          { x: low, y },
          { x: high, y },
        ],
      })),
      { name: words.error, role: 'error' as const, points: curve(sampled.x, error) },
    ],
    marks: kinkMarks(sampled),
  }
}

/** Beside an error a hundred times as large, the two bounds would fall into one line. */
function visibleTolerance(tolerance: number | undefined, error: readonly number[]) {
  const finite = error.filter(Number.isFinite)
  const largest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return tolerance !== undefined && tolerance * 100 >= largest ? tolerance : undefined
}

function kinkMarks({ kinks }: Sampled): readonly Mark[] {
  return kinks.map((x) => ({ kind: 'kink', x, label: String(x) }))
}

function counterexampleMark({ counterexample }: Sampled): readonly Mark[] {
  return counterexample === undefined ? [] : [{ kind: 'counterexample', ...counterexample }]
}

function curve(xs: readonly number[], ys: readonly number[]): readonly Point[] {
  return withGaps(xs.map((x, index) => ({ x, y: ys[index] ?? Number.NaN })))
}

/**
 * A gap where the curve jumps: a difference of a fifth of the height that is three times its
 * neighbours'. Joining the two sides would draw values that the function never takes.
 */
function withGaps(points: readonly Point[]): readonly Point[] {
  const height = halfHeight(points)
  const jump = (index: number) => {
    const [from, to] = [points[index - 1], points[index]]
    const size = from === undefined || to === undefined ? 0 : Math.abs(to.y / 2 - from.y / 2)
    return Number.isNaN(size) ? 0 : size
  }
  return points.flatMap((point, index) => {
    const here = jump(index)
    const around = Math.max(jump(index - 1), jump(index + 1))
    const breaks = here > 0.2 * height && here > 3 * around
    const middle = point.x / 2 + (points[index - 1]?.x ?? point.x) / 2
    return breaks ? [{ x: middle, y: Number.NaN }, point] : [point]
  })
}

/** Half of the height, which is finite for all doubles. */
function halfHeight(points: readonly Point[]): number {
  let [low, high] = [Infinity, -Infinity]
  for (const { y } of points) {
    if (!Number.isFinite(y)) continue
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  return high / 2 - low / 2
}
