import { defineReference, drawNumber, drawWhole, type Random } from 'mlp-check/reference'

type Line = readonly (readonly number[])[]

/** The height of a drawn line at x, which lies in its range. */
function heightAt(line: Line, x: number): number {
  const after = line.findIndex(([at = 0], k) => k > 0 && at >= x)
  const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = [line[after - 1], line[after]]
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
}

const largest = (values: readonly number[]) =>
  values.reduce((most, value) => Math.max(most, value), 0)

const gapsAt = (p: Line, q: Line, xs: readonly number[]) =>
  xs.map((x) => heightAt(p, x) - heightAt(q, x))

const placesOf = (line: Line) => line.map(([x = 0]) => x)

function gap(p: Line, q: Line): number {
  return largest(gapsAt(p, q, [...placesOf(p), ...placesOf(q)]).map(Math.abs))
}

/** A prime: no grid meets all points of a line. */
const PARTS = 99_991

/** As many points as wanted, from low to high, the inner ones where they fall. */
function drawLine(random: Random, [low, high]: readonly [number, number]): Line {
  const inner = Array.from({ length: drawWhole(random, 0, 4) }, () =>
    drawWhole(random, 1, PARTS - 1),
  )
  const shares = [0, ...[...new Set(inner)].sort((a, b) => a - b), PARTS]
  return shares.map((share) => [low + (share / PARTS) * (high - low), drawNumber(random)])
}

const wave = (count: number, height: number): Line =>
  Array.from({ length: count + 1 }, (_, k) => [k / count, height * (((7 * k) % 5) - 2)])

/** Lowest at one of its points, and higher the farther from there. */
const bowl = (count: number, lowest: number): Line =>
  Array.from({ length: count + 1 }, (_, k) => [k / count, ((k - lowest) / 4) ** 2])

export const largestGap = defineReference<[p: Line, q: Line]>({
  summary: 'the largest vertical distance of two drawn lines',
  corners: [
    [
      [
        [0, 0],
        [2, 2],
      ],
      [
        [0, 0],
        [1, 0],
        [2, 2],
      ],
    ],
    [
      [
        [0, 0],
        [1, 0],
        [2, 2],
      ],
      [
        [0, 0],
        [2, 2],
      ],
    ],
    [
      [
        [0, 0],
        [2, 0],
      ],
      [
        [0, 0],
        [2, 0],
      ],
    ],
    [
      [
        [-1, 3],
        [1, 3],
      ],
      [
        [-1, 1],
        [1, 2],
      ],
    ],
    [
      [
        [-1, 1],
        [1, 2],
      ],
      [
        [-1, 3],
        [1, 3],
      ],
    ],
    [
      [
        [-3, 1],
        [-1, 0],
        [0.5, 4],
        [2, 1],
      ],
      [
        [-3, 1],
        [-2, 5],
        [1, -1],
        [2, 1],
      ],
    ],
    [
      [
        [0, -1],
        [0.25, 2],
        [1, -1],
      ],
      [
        [0, 1],
        [0.75, -5],
        [1, 2],
      ],
    ],
    [wave(20, 1), wave(33, -0.5)],
    // The gap is largest at the last of as many points as the statement speaks of, or at the first.
    [wave(33, 1), bowl(33, 0)],
    [bowl(33, 33), wave(33, 1)],
    // Point by point they are as high, at places that are not far apart.
    [
      [
        [0, 0],
        [0.1, 5],
        [1, 0],
      ],
      [
        [0, 0],
        [0.2, 5],
        [1, 0],
      ],
    ],
  ],
  trials: 30,
  inputs: (random) => {
    const low = drawNumber(random)
    const range = [low, low + 0.5 + drawWhole(random, 0, 1000) / 200] as const
    return [drawLine(random, range), drawLine(random, range)]
  },
  exact: gap,
  mistakes: {
    'points-of-the-first-only': (p, q) => largest(gapsAt(p, q, placesOf(p)).map(Math.abs)),
    'point-by-point': (p, q) =>
      largest(p.slice(0, q.length).map(([, y = 0], k) => Math.abs(y - (q[k]?.[1] ?? Number.NaN)))),
    'sign-kept': (p, q) => {
      const gaps = gapsAt(p, q, [...placesOf(p), ...placesOf(q)])
      return Math.max(...gaps)
    },
  },
})
