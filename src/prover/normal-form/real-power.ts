import { Undecided } from '../../exact/limits.ts'
import { exponential } from './exponential.ts'
import { logarithm } from './logarithm.ts'
import { rationalPower } from './power.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'

/** a ** b as JavaScript has it, over the reals; undefined where it does not exist. */
export function realPower(setting: Setting, a: Product, b: Product): Product | undefined {
  const exponent = Pr.asNumber(b)
  if (exponent !== undefined) return rationalPower(setting, a, exponent)
  const sign = setting.sign(a)
  if (sign > 0) {
    const log = logarithm(setting, a)
    return log && exponential(setting, Pr.multiply(setting.algebra, b, log))
  }
  if (sign < 0) throw new Undecided('a power of a negative number with a variable exponent')
  const direction = setting.sign(b)
  return direction < 0 ? undefined : Pr.integer(direction === 0 ? 1 : 0)
}
