import * as Q from '../../exact/rational.ts'
import type { Algebra } from './algebra.ts'
import * as A from './algebra.ts'
import type { Generator } from './generator.ts'
import * as M from './monomial.ts'
import type { Polynomial } from './polynomial.ts'
import * as P from './polynomial.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'

/** u + v·√w, and v²w − u². */
export interface SquareRootSum {
  readonly rest: Product
  readonly beside: Product
  readonly gap: Product
}

const HALF = Q.rational(1, 2)

/** A sum as u + v·√w for its newest root, if it has one and no other power of it. */
export function splitAtRoot(algebra: Algebra, p: Polynomial): SquareRootSum | undefined {
  const root = rootIn(p)
  if (root?.kind !== 'root') return undefined
  let rest = P.ZERO
  let beside = P.ZERO
  for (const { coefficient, monomial } of p.terms.values()) {
    const exponent = M.exponentOf(monomial, root)
    const other = P.fromTerm(coefficient, M.divide(monomial, M.single(root, exponent)))
    if (exponent.n === 0n) rest = P.add(rest, other)
    else if (Q.equals(exponent, HALF)) beside = P.add(beside, other)
    else return undefined
  }
  const squared = A.multiply(algebra, A.multiply(algebra, beside, beside), root.of)
  const gap = P.subtract(squared, A.multiply(algebra, rest, rest))
  return {
    rest: Pr.fromPolynomial(algebra, rest),
    beside: Pr.fromPolynomial(algebra, beside),
    gap: Pr.fromPolynomial(algebra, gap),
  }
}

/** The newest root, so that a root inside another one is left for later. */
function rootIn(p: Polynomial): Generator | undefined {
  let found: Generator | undefined
  for (const { monomial } of p.terms.values()) {
    for (const [generator] of monomial.powers) {
      if (generator.kind !== 'root') continue
      if (found === undefined || generator.id > found.id) found = generator
    }
  }
  return found
}
