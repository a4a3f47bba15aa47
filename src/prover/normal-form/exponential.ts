import * as Q from '../../exact/rational.ts'
import { type AnglePart, partsOf } from './angle.ts'
import * as Make from './make.ts'
import { absolutePower } from './power.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'

/** exp(a), as a product over the terms of a: exp(c·u) is the c-th power of exp(u). */
export function exponential(setting: Setting, a: Product): Product {
  const { algebra } = setting
  let result = Pr.ONE
  for (const part of partsOf(algebra, a)) {
    result = Pr.multiply(algebra, result, ofPart(setting, part))
  }
  return result
}

function ofPart(setting: Setting, { unit, coefficient }: AnglePart): Product {
  const [power, ...others] = unit.monomial.powers
  const alone = others.length === 0 && unit.factors.size === 0
  if (alone && power?.[0].kind === 'log' && Q.equals(power[1], Q.ONE)) {
    return absolutePower(setting, power[0].of, coefficient)
  }
  return Make.exponential(setting.algebra, unit, coefficient)
}
