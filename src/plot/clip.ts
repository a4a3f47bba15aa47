import type { Frame } from './frame.ts'
import type { Point } from './plot.ts'
import { mix, share } from './share.ts'

/**
 * The parts of a curve that lie inside the frame, each an unbroken line. A curve that leaves the
 * frame ends exactly on its border; a value that is not finite interrupts it.
 */
export function clipped(points: readonly Point[], frame: Frame): readonly (readonly Point[])[] {
  const lines: Point[][] = []
  let line: Point[] = []
  const finish = () => {
    if (line.length > 0) lines.push(line)
    line = []
  }
  let previous: Point | undefined
  for (const point of points) {
    const current = isDrawable(point) ? point : undefined
    if (current === undefined) finish()
    else if (previous === undefined) line = inside(current, frame) ? [current] : []
    else {
      const piece = segmentInside(previous, current, frame)
      if (piece === undefined) finish()
      else {
        if (line.length === 0) line.push(piece[0])
        line.push(piece[1])
        if (!inside(current, frame)) finish()
      }
    }
    previous = current
  }
  finish()
  return lines
}

function isDrawable({ x, y }: Point): boolean {
  return Number.isFinite(x) && Number.isFinite(y)
}

function inside({ x, y }: Point, frame: Frame): boolean {
  return x >= frame.left && x <= frame.right && y >= frame.low && y <= frame.high
}

/** Liang and Barsky's clipping of a segment to a rectangle; undefined where nothing of it is inside. */
function segmentInside(from: Point, to: Point, frame: Frame): [Point, Point] | undefined {
  const across = stretchInside(from.x, to.x, frame.left, frame.right)
  const upwards = stretchInside(from.y, to.y, frame.low, frame.high)
  const start = Math.max(0, across[0], upwards[0])
  const end = Math.min(1, across[1], upwards[1])
  return start > end ? undefined : [between(from, to, start, frame), between(from, to, end, frame)]
}

/** The stretch of the way from `from` (0) to `to` (1) that lies between two bounds; empty as [1, 0]. */
function stretchInside(from: number, to: number, low: number, high: number): [number, number] {
  if (from === to) return from >= low && from <= high ? [0, 1] : [1, 0]
  const [first, second] = [share(low, from, to), share(high, from, to)]
  return first < second ? [first, second] : [second, first]
}

/** The point on the way; limited, since rounding may put it a step beyond the border. */
function between(from: Point, to: Point, along: number, frame: Frame): Point {
  return {
    x: limit(mix(from.x, to.x, along), frame.left, frame.right),
    y: limit(mix(from.y, to.y, along), frame.low, frame.high),
  }
}

function limit(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
