import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Generator } from './generator.ts'
import * as Make from './make.ts'
import * as M from './monomial.ts'
import { absolutePower } from './power.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'

/** exp(a), as a product over the terms of a: exp(c·u) is the c-th power of exp(u). */
export function exponential(setting: Setting, a: Product): Product {
  const { algebra } = setting
  const { numerator, denominator } = Pr.asFraction(algebra, a)
  let result = Pr.ONE
  for (const { coefficient, monomial } of numerator.terms.values()) {
    const unit: Product = { coefficient: Q.ONE, monomial, factors: new Map() }
    const whole = Pr.multiply(algebra, unit, denominator)
    result = Pr.multiply(algebra, result, ofUnit(setting, whole, coefficient))
  }
  return result
}

function ofUnit(setting: Setting, unit: Product, coefficient: Rational): Product {
  const scaled = Q.multiply(coefficient, unit.coefficient)
  const single = Pr.scale(unit, Q.invert(unit.coefficient))
  const alone = single.factors.size === 0 ? single.monomial.powers : []
  const [first, second] = alone
  if (alone.length === 1 && first?.[0].kind === 'log' && Q.equals(first[1], Q.ONE)) {
    return absolutePower(setting, first[0].of, scaled)
  }
  const turned = alone.length === 2 ? turnOf(first?.[0], second?.[0], single) : undefined
  return (
    (turned && ofTurn(setting, turned, scaled)) ?? Make.exponential(setting.algebra, single, scaled)
  )
}

/** The generator g of a unit that is the imaginary unit times g. */
function turnOf(
  a: Generator | undefined,
  b: Generator | undefined,
  unit: Product,
): Generator | undefined {
  const imaginary = [a, b].find((one) => one?.kind === 'root' && one.complex)
  const other = a === imaginary ? b : a
  if (imaginary === undefined || other === undefined) return undefined
  const half = Q.equals(M.exponentOf(unit.monomial, imaginary), Q.rational(1, 2))
  return half && Q.equals(M.exponentOf(unit.monomial, other), Q.ONE) ? other : undefined
}

/** exp(i·c·g) where it is algebraic: for g = π, and for whole c also for g = atan u and asin u. */
function ofTurn(setting: Setting, generator: Generator, c: Rational): Product | undefined {
  const { algebra } = setting
  if (generator.kind === 'constant' && generator.name === 'pi') {
    return Make.rootOfUnity(algebra, c)
  }
  if (!Q.isInteger(c) || (generator.kind !== 'atan' && generator.kind !== 'asin')) return undefined
  const imaginary = Make.rootOfUnity(algebra, Q.rational(1, 2))
  const across = Pr.multiply(algebra, imaginary, generator.of)
  const square = Pr.power(algebra, generator.of, 2)
  if (generator.kind === 'asin') {
    const rest = Pr.subtract(algebra, Pr.ONE, square)
    const along = Pr.isZero(rest) ? Pr.ZERO : absolutePower(setting, rest, Q.rational(1, 2))
    return Pr.power(algebra, Pr.add(algebra, along, across), Number(c.n))
  }
  const size = absolutePower(setting, Pr.add(algebra, Pr.ONE, square), Q.rational(-1, 2))
  const direction = Pr.multiply(algebra, Pr.add(algebra, Pr.ONE, across), size)
  return Pr.power(algebra, direction, Number(c.n))
}
