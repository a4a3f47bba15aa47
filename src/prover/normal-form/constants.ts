import type { Interval } from '../../exact/interval/interval.ts'
import * as I from '../../exact/interval/interval.ts'
import * as Q from '../../exact/rational.ts'

/**
 * The two constants of SELU, the fixed point of mean 0 and variance 1: Klambauer et al.,
 * Self-Normalizing Neural Networks (2017), equation 14. Each is known to lie between its digits
 * and its digits with the last one raised by one.
 */
const DIGITS = {
  seluAlpha: '1.67326324235437728481704299167',
  seluScale: '1.05070098735548049341933498529',
} as const

const LAST_DIGIT = Q.rational(1, 10n ** 29n)

export function seluConstant(name: keyof typeof DIGITS, bits: number): Interval {
  const low = Q.fromDecimal(DIGITS[name]) ?? Q.ONE
  return I.hull(I.fromRational(low, bits), I.fromRational(Q.add(low, LAST_DIGIT), bits))
}
