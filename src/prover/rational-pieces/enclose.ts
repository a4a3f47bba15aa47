import type { Dyadic } from '../../exact/interval/dyadic.ts'
import * as I from '../../exact/interval/interval.ts'
import { type Interval, NoEnclosure } from '../../exact/interval/interval.ts'
import * as Q from '../../exact/rational.ts'
import type { Isolated } from '../../exact/real-roots.ts'
import type { Univariate } from '../../exact/univariate.ts'
import type { RationalFunction } from './rational-function.ts'

/** What a value lies between, as doubles. */
export type Range = readonly [low: number, high: number]

const BITS = 96
const ANYTHING: Range = [-Infinity, Infinity]

/** What the function is on an interval of rationals; anything where it may have a pole. */
export function rangeOver({ top, bottom }: RationalFunction, { low, high }: Isolated): Range {
  const x = I.hull(I.fromRational(low, BITS), I.fromRational(high, BITS))
  try {
    const { low, high } = I.divide(horner(top, x), horner(bottom, x), BITS)
    return [toNumber(low), toNumber(high)]
  } catch (error) {
    if (error instanceof NoEnclosure) return ANYTHING
    throw error
  }
}

function horner(p: Univariate, x: Interval): Interval {
  return p.reduceRight(
    (sum, coefficient) => I.add(I.multiply(sum, x, BITS), I.fromRational(coefficient, BITS), BITS),
    I.exactly(0),
  )
}

/** What the function approaches far out, to the left (-1) or to the right (1). */
export function limitFarOut({ top, bottom }: RationalFunction, side: -1 | 1): Range {
  const [a, b] = [top.at(-1) ?? Q.ZERO, bottom.at(-1) ?? Q.ONE]
  const excess = top.length - bottom.length
  if (excess < 0 || a.n === 0n) return [0, 0]
  const ratio = Q.toNumber(Q.divide(a, b))
  if (excess === 0) return [ratio, ratio]
  const end = Math.sign(ratio) * side ** excess * Infinity
  return [end, end]
}

/** Rounded to the nearest double or its neighbour. */
export function toNumber({ mantissa, exponent }: Dyadic): number {
  const excess = Math.max(0, Q.bitLength(mantissa) - 60)
  return Number(mantissa >> BigInt(excess)) * 2 ** (exponent + excess)
}
