import { Undecided } from '../../exact/limits.ts'
import { primePowers } from '../../exact/primes.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Cell } from '../cells/cell.ts'
import { signIn } from '../signs/decide-sign.ts'
import type { Generator } from './generator.ts'
import * as Make from './make.ts'
import type { Polynomial } from './polynomial.ts'
import * as P from './polynomial.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'

/** log|a| for a that is not zero: a sum over the factors, log exp(u) being u. */
export function logOfAbsolute(cell: Cell, a: Product): Product {
  const { algebra } = cell
  let sum = logOfNumber(cell, a.coefficient)
  const include = (log: Product, exponent: Rational) => {
    sum = Pr.add(algebra, sum, Pr.scale(log, exponent))
  }
  for (const [generator, exponent] of a.monomial.powers) {
    include(logOfGenerator(cell, generator), exponent)
  }
  for (const { sum: factor, exponent } of a.factors.values()) {
    include(logOfSum(cell, factor), Q.rational(exponent))
  }
  return sum
}

function logOfNumber(cell: Cell, value: Rational): Product {
  let sum = Pr.ZERO
  for (const { base, exponent } of primePowers(value)) {
    const log = Make.opaque(cell.algebra, 'log', Pr.number(Q.rational(base)))
    sum = Pr.add(cell.algebra, sum, Pr.scale(log, Q.rational(exponent)))
  }
  return sum
}

function logOfGenerator(cell: Cell, generator: Generator): Product {
  if (generator.complex) throw new Undecided('the logarithm of a trigonometric expression')
  if (generator.kind === 'exp') return generator.of
  if (generator.kind === 'root') {
    return logOfAbsolute(cell, Pr.fromPolynomial(cell.algebra, generator.of))
  }
  return Make.opaque(cell.algebra, 'log', Pr.fromGenerator(generator))
}

function logOfSum(cell: Cell, sum: Polynomial): Product {
  if (Make.generatorsOfSum(sum).some(({ complex }) => complex)) {
    throw new Undecided('the logarithm of a trigonometric expression')
  }
  const factor = { sum, exponent: 1 }
  const of: Product = { ...Pr.ONE, factors: new Map([[P.keyOf(sum), factor]]) }
  return Make.opaque(cell.algebra, 'log', of)
}

/** The natural logarithm; undefined where the argument is not positive. */
export function logarithm(cell: Cell, a: Product): Product | undefined {
  if (Make.isComplex(a)) throw new Undecided('the logarithm of a trigonometric expression')
  return isPositive(cell, a) ? logOfAbsolute(cell, a) : undefined
}

function isPositive(cell: Cell, a: Product): boolean {
  return signIn(cell, a) > 0
}
