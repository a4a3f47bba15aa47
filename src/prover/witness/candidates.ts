import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'

/** A point with exact coordinates. */
export type RationalPoint = ReadonlyMap<string, Rational>

/** Simple numbers first; the large ones are for what differs only far out. */
const NUMBERS: readonly Rational[] = [
  [1, 2],
  [-1, 2],
  [2, 1],
  [-2, 1],
  [3, 1],
  [-3, 1],
  [1, 3],
  [-1, 3],
  [3, 2],
  [-3, 2],
  [5, 1],
  [-5, 1],
  [1, 10],
  [-1, 10],
  [7, 1],
  [-7, 1],
  [13, 10],
  [-7, 10],
  [21, 1],
  [-21, 1],
  [101, 1],
  [-101, 1],
  [1001, 1],
  [-1001, 1],
].map(([n = 0, d = 1]) => Q.rational(n, d))

/** The simplest numbers, of both signs. */
export function candidateNumbers(count: number): readonly Rational[] {
  return NUMBERS.slice(0, count)
}

/** Points with simple coordinates, always the same ones; `extra` numbers of a variable come after the simplest. */
export function* candidatePoints(
  variables: readonly string[],
  extra: ReadonlyMap<string, readonly Rational[]> = new Map(),
): Generator<RationalPoint> {
  const own = variables.map((name) => [
    ...NUMBERS.slice(0, SIMPLEST),
    ...simplestFirst(extra.get(name) ?? []),
    ...NUMBERS.slice(SIMPLEST),
  ])
  const longest = variables.length === 0 ? 1 : Math.max(...own.map((numbers) => numbers.length))
  const rounds = variables.length <= 1 ? 1 : ROUNDS
  let state = 1
  for (let index = 0; index < rounds * longest; index++) {
    const point = new Map<string, Rational>()
    for (const [place, name] of variables.entries()) {
      // A linear congruence decides for all variables but the first, so that every pattern of signs occurs.
      state = (state * 16807) % 2147483647
      const numbers = own[place] ?? NUMBERS
      const chosen = place === 0 ? index : Math.floor(state / 65536) % Math.min(14, numbers.length)
      point.set(name, numbers[chosen % numbers.length] ?? Q.ONE)
    }
    yield point
  }
}

const ROUNDS = 2
const SIMPLEST = 2
const MOST_EXTRA = 12

/** Few digits first, then those next to 0. */
function simplestFirst(numbers: readonly Rational[]): readonly Rational[] {
  const weight = ({ n, d }: Rational) => Q.bitLength(n) + 2 * Q.bitLength(d)
  const size = (a: Rational) => Math.abs(Q.toNumber(a))
  const simple = [...numbers].sort((a, b) => weight(a) - weight(b)).slice(0, MOST_EXTRA)
  const near = [...numbers].sort((a, b) => size(a) - size(b)).slice(0, MOST_EXTRA)
  return [...new Set([...simple, ...near])]
}
