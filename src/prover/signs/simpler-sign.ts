import type { Budget } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import { rationalRoots } from '../../exact/real-roots.ts'
import { commonDivisor, derivative, divide, type Univariate } from '../../exact/univariate.ts'
import { logOfAbsolute } from '../normal-form/logarithm.ts'
import * as M from '../normal-form/monomial.ts'
import { asUnivariate } from '../normal-form/one-unknown.ts'
import type { Polynomial, Term } from '../normal-form/polynomial.ts'
import * as P from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import { splitAtRoot } from '../normal-form/square-root-sum.ts'
import { byInverse } from './by-inverse.ts'
import type { Cell } from './cell.ts'

/**
 * Something simpler with the same sign as a sum, if a rule knows one: a logarithm is positive
 * where its argument exceeds 1, a·exp(u) − b·exp(v) has the sign of u + log a − v − log b.
 */
export function simplerSign(cell: Cell, p: Polynomial): Product | undefined {
  return (
    ofLetter(cell, p) ??
    ofTwoExponentials(cell, p) ??
    ofSquareRoot(cell, p) ??
    byInverse(cell, p) ??
    ofFactors(cell, p)
  )
}

function ofLetter(cell: Cell, p: Polynomial): Product | undefined {
  const [term, ...others] = p.terms.values()
  const [power, ...more] = term?.monomial.powers ?? []
  if (term === undefined || power === undefined || others.length > 0 || more.length > 0) {
    return undefined
  }
  const [generator] = power
  if (generator.kind === 'erf' || generator.kind === 'atan' || generator.kind === 'asin') {
    return generator.of
  }
  if (generator.kind !== 'log') return undefined
  const { algebra } = cell
  const square = Pr.power(algebra, generator.of, 2)
  return cell.sign(generator.of) > 0
    ? Pr.subtract(algebra, generator.of, Pr.ONE)
    : Pr.subtract(algebra, square, Pr.ONE)
}

function ofTwoExponentials(cell: Cell, p: Polynomial): Product | undefined {
  const [first, second, ...others] = p.terms.values()
  if (first === undefined || second === undefined || others.length > 0) return undefined
  if (Q.sign(first.coefficient) === Q.sign(second.coefficient)) return undefined
  const generators = [...first.monomial.powers, ...second.monomial.powers].map(([one]) => one)
  const simple = generators.every(({ kind, positive }) => positive && kind !== 'root')
  if (!simple || !generators.some(({ kind }) => kind === 'exp')) return undefined
  const difference = Pr.subtract(cell.algebra, logOfTerm(cell, first), logOfTerm(cell, second))
  return Q.sign(first.coefficient) > 0 ? difference : Pr.negate(difference)
}

function logOfTerm(cell: Cell, { coefficient, monomial }: Term): Product {
  return logOfAbsolute(cell, Pr.fromPolynomial(cell.algebra, P.fromTerm(coefficient, monomial)))
}

/** u + v·√w has the sign of v·(v²w − u²) where u and v have opposite signs. */
function ofSquareRoot(cell: Cell, p: Polynomial): Product | undefined {
  const parts = splitAtRoot(cell.algebra, p)
  if (parts === undefined) return undefined
  const signU = cell.sign(parts.rest)
  const signV = cell.sign(parts.beside)
  if (signU * signV >= 0) return Pr.integer(signU || signV)
  return Pr.scale(parts.gap, Q.rational(signV))
}

/** A polynomial in one letter as the product of what divides it. */
function ofFactors(cell: Cell, p: Polynomial): Product | undefined {
  const own = asUnivariate(p)
  if (own === undefined || own.polynomial.length <= 2) return undefined
  const { algebra } = cell
  const { generator, polynomial } = own
  const build = (factor: Univariate) =>
    Pr.fromPolynomial(
      algebra,
      factor
        .map((coefficient, index) =>
          P.fromTerm(coefficient, M.single(generator, Q.rational(index))),
        )
        .reduce(P.add, P.ZERO),
    )
  const divisor = divisorOf(polynomial, algebra.budget)
  if (divisor === undefined) return undefined
  const quotient = divide(polynomial, divisor, algebra.budget).quotient
  return Pr.multiply(algebra, build(divisor), build(quotient))
}

function divisorOf(p: Univariate, budget: Budget): Univariate | undefined {
  const repeated = commonDivisor(p, derivative(p), budget)
  if (repeated.length > 1) return repeated
  const [root] = rationalRoots(p, budget)
  return root === undefined ? undefined : [Q.negate(root), Q.ONE]
}
