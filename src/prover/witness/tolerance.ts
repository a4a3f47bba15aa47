import type { Interval } from '../../exact/interval/interval.ts'
import * as I from '../../exact/interval/interval.ts'
import * as Q from '../../exact/rational.ts'
import { absolute, larger } from './enclose-product.ts'
import type { Spot } from './spot.ts'

/** |share| − tolerance: negative where a gap is so small a share of the value. */
export function overShare(
  share: Interval,
  tolerance: number,
  { bits }: Pick<Spot, 'bits'>,
): Interval {
  return I.subtract(absolute(share), I.fromRational(Q.fromNumber(tolerance), bits), bits)
}

/** |gap| − tolerance · max(1, |right|): positive where two values differ by more than the tolerance. */
export function overTolerance(
  gap: Interval,
  right: Interval,
  tolerance: number,
  { bits }: Pick<Spot, 'bits'>,
): Interval {
  const scale = larger(I.exactly(1), absolute(right))
  const limit = I.multiply(I.fromRational(Q.fromNumber(tolerance), bits), scale, bits)
  return I.subtract(absolute(gap), limit, bits)
}
