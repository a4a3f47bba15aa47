import { primePowers } from '../../exact/primes.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Generator } from './generator.ts'
import * as Make from './make.ts'
import type { Polynomial } from './polynomial.ts'
import * as P from './polynomial.ts'
import { polynomialRoot } from './polynomial-root.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'

/** log|a| for a that is not zero: a sum over the factors, log exp(u) being u. */
export function logOfAbsolute(setting: Setting, a: Product): Product {
  const { algebra } = setting
  let sum = logOfNumber(setting, a.coefficient)
  const include = (log: Product, exponent: Rational) => {
    sum = Pr.add(algebra, sum, Pr.scale(log, exponent))
  }
  for (const [generator, exponent] of a.monomial.powers) {
    include(logOfGenerator(setting, generator), exponent)
  }
  for (const { sum: factor, exponent } of a.factors.values()) {
    include(logOfSum(setting, factor), Q.rational(exponent))
  }
  return sum
}

function logOfNumber(setting: Setting, value: Rational): Product {
  let sum = Pr.ZERO
  for (const { base, exponent } of primePowers(value)) {
    const log = Make.opaque(setting.algebra, 'log', Pr.number(Q.rational(base)))
    sum = Pr.add(setting.algebra, sum, Pr.scale(log, Q.rational(exponent)))
  }
  return sum
}

function logOfGenerator(setting: Setting, generator: Generator): Product {
  if (generator.kind === 'exp') return generator.of
  if (generator.kind === 'root') {
    return logOfAbsolute(setting, Pr.fromPolynomial(setting.algebra, generator.of))
  }
  return Make.opaque(setting.algebra, 'log', Pr.fromGenerator(generator))
}

/** The logarithm of a square is twice that of its root. */
function logOfSum(setting: Setting, sum: Polynomial): Product {
  const { algebra } = setting
  const root = polynomialRoot(algebra, sum, 2)
  if (root !== undefined) {
    return Pr.scale(logOfAbsolute(setting, Pr.fromPolynomial(algebra, root)), Q.rational(2))
  }
  const factor = { sum, exponent: 1 }
  return Make.opaque(algebra, 'log', { ...Pr.ONE, factors: new Map([[P.keyOf(sum), factor]]) })
}

/** The natural logarithm; undefined where the argument is not positive. */
export function logarithm(setting: Setting, a: Product): Product | undefined {
  return setting.isPositive(a) ? logOfAbsolute(setting, a) : undefined
}
