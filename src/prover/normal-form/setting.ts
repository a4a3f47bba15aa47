import type { Sign, SignSet } from '../../exact/sign-set.ts'
import type { Algebra } from './algebra.ts'
import type { Polynomial } from './polynomial.ts'
import type { Product } from './product.ts'

/**
 * Where a value is worked out: the letters that it is made of, and somebody who knows the signs
 * there. How signs are found is nothing that the normal form knows.
 */
export interface Setting {
  readonly algebra: Algebra
  /** Sums that are zero there. */
  readonly zeros: readonly Polynomial[]
  /** The signs that a value can have; all of them, where nothing is known. */
  possibleSigns(a: Product): SignSet
  /** The one sign. Throws where it is not the same everywhere, and where it cannot be decided. */
  sign(a: Product): Sign
  isZero(a: Product): boolean
  isPositive(a: Product): boolean
  isAtLeastZero(a: Product): boolean
}
