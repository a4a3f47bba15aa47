import type { Rational } from './rational.ts'
import * as Q from './rational.ts'

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

/** Points with simple coordinates, always the same ones; `extra` numbers of a variable come first. */
export function* candidatePoints(
  variables: readonly string[],
  extra: ReadonlyMap<string, readonly Rational[]> = new Map(),
): Generator<RationalPoint> {
  const own = variables.map((name) => [...(extra.get(name) ?? []), ...NUMBERS])
  const longest = Math.max(1, ...own.map((numbers) => numbers.length))
  const rounds = variables.length <= 1 ? 1 : 4
  for (let round = 0; round < rounds; round++) {
    for (let index = 0; index < longest; index++) {
      yield new Map(
        variables.map((name, place) => [
          name,
          pick(own[place] ?? NUMBERS, index, place * (2 * round + 1)),
        ]),
      )
    }
    if (variables.length === 0) return
  }
}

/** Variables step through their numbers at different offsets, so that they are rarely equal. */
function pick(numbers: readonly Rational[], index: number, offset: number): Rational {
  return numbers[(index + offset * 5) % numbers.length] ?? Q.ONE
}
