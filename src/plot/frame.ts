import type { Mark, Panel, Point, Series } from './plot.ts'

/** The rectangle of values that a panel shows: finite, `low < high` and `left < right`. */
export interface Frame {
  readonly low: number
  readonly high: number
  readonly left: number
  readonly right: number
}

/** How far beyond the reference's own span another curve may stretch the frame. */
const STRETCH = 4

/**
 * The values that a panel shows. The reference decides, so that one overflowing value cannot
 * flatten everything else; the other curves may stretch it by its own height on either side.
 * Undefined where there is nothing finite to show.
 */
export function frameOf(panel: Panel, domain: readonly [number, number]): Frame | undefined {
  const [left, right] = domain
  if (!(left < right) || !Number.isFinite(left) || !Number.isFinite(right)) return undefined
  const visible = (series: Series) => finiteValues(series.points, domain)
  const leading = panel.series.filter((series) => series.role === 'reference').flatMap(visible)
  const others = panel.series.flatMap(visible)
  const marks = panel.marks.flatMap((mark) => (mark.kind === 'counterexample' ? [mark.y] : []))
  const range = verticalRange(leading, [...others, ...marks.filter(Number.isFinite)])
  return range && { left, right, ...padded(range) }
}

/** The marks that stand inside the frame; one beyond its top or bottom is moved to the border. */
export function marksInside(panel: Panel, frame: Frame): readonly Mark[] {
  const across = panel.marks.filter(({ x }) => x >= frame.left && x <= frame.right)
  return across.flatMap((mark): Mark[] => {
    if (mark.kind === 'kink') return [mark]
    if (Number.isNaN(mark.y)) return []
    return [{ ...mark, y: Math.max(frame.low, Math.min(frame.high, mark.y)) }]
  })
}

/** Values of a panel that no frame drawn by `frameOf` shows. */
export function countOutside(panel: Panel, frame: Frame): number {
  const values = panel.series.flatMap((series) =>
    finiteValues(series.points, [frame.left, frame.right]),
  )
  return values.filter((value) => value < frame.low || value > frame.high).length
}

function finiteValues(points: readonly Point[], [left, right]: readonly [number, number]) {
  const inside = points.filter(({ x, y }) => x >= left && x <= right && Number.isFinite(y))
  return inside.map(({ y }) => y)
}

function verticalRange(leading: readonly number[], others: readonly number[]) {
  const main = extent(leading)
  if (main === undefined) return extent(others)
  const room = span(main) * STRETCH
  const near = others.filter((y) => y >= main.low - room && y <= main.high + room)
  return extent([main.low, main.high, ...near])
}

interface Range {
  readonly low: number
  readonly high: number
}

function extent(values: readonly number[]): Range | undefined {
  if (values.length === 0) return undefined
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return { low, high }
}

/** Never zero and never infinite, so that a constant function has a frame too. */
function span({ low, high }: Range): number {
  const size = high - low
  if (size === 0) return Math.max(Math.abs(high), SMALLEST_SPAN)
  return Number.isFinite(size) ? size : Number.MAX_VALUE / 4
}

/** The smallest normal double; no frame is flatter. */
const SMALLEST_SPAN = 2 ** -1022

function padded(range: Range): Range {
  const { low, high } = range
  const share = low === high ? 0.5 : 0.05
  const margin = low === 0 && high === 0 ? 1 : Math.max(SMALLEST_SPAN, span(range) * share)
  return { low: bounded(low - margin), high: bounded(high + margin) }
}

function bounded(value: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value))
}
