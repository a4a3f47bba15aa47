import type { Program } from './program.ts'

const EDGES = [
  Number.NaN,
  Infinity,
  -Infinity,
  0,
  -0,
  5e-324,
  -1e-300,
  1e-12,
  -1e-12,
  1e-3,
  0.1,
  0.25,
  0.5,
  -0.5,
  1,
  -1,
  1.5,
  2,
  -2,
  3,
  -3,
  4,
  7,
  -7,
  0.3,
  1 + 2 ** -52,
  1 - 2 ** -53,
  12.25,
  -20,
  37.5,
  -750,
  1e4,
  -1e4,
  2 ** 31,
  2 ** 53,
  1e38,
  -1e38,
  1e154,
  1.7976931348623157e308,
  -1.7976931348623157e308,
]

const RANDOM = 120

/** Some two hundred points, the same for every program of so many arguments. */
export function pointsOf({ args }: Program): readonly Float64Array[] {
  const random = generator(20261126)
  const drawn = Array.from({ length: RANDOM }, () => (random() - 0.5) * 10 ** (random() * 4 - 1))
  const first = [...EDGES, ...drawn]
  if (args.length === 1) return [Float64Array.from(first)]
  const slopes = [0.25, -0.5, 0, 1, 2, Number.NaN, Infinity, -0]
  const pairs = first.flatMap((x, index) =>
    index < EDGES.length
      ? slopes.slice(0, 3).map((alpha) => [x, alpha] as const)
      : [[x, slopes[index % slopes.length] as number] as const],
  )
  return [0, 1].map((k) => Float64Array.from(pairs, (pair) => pair[k] as number))
}

/** A linear congruential generator (Numerical Recipes), in [0, 1). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
