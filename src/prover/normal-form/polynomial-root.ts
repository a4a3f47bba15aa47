import { integerRoot } from '../../exact/interval/dyadic.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Algebra } from './algebra.ts'
import * as A from './algebra.ts'
import * as M from './monomial.ts'
import type { Polynomial, Term } from './polynomial.ts'
import * as P from './polynomial.ts'

/**
 * A polynomial whose square is p, if there is one (up to the sign): x² + 2x + 1 is (x + 1)².
 * The terms are found one by one from the largest down, as in the school method for square roots.
 */
export function polynomialRoot(
  algebra: Algebra,
  p: Polynomial,
  degree: number,
): Polynomial | undefined {
  if (degree !== 2) return undefined
  const terms = P.sortedTerms(p)
  const [first] = terms
  const leading = first && termRoot(first)
  if (leading === undefined) return undefined
  let root = P.fromTerm(leading.coefficient, leading.monomial)
  for (let step = 0; step < terms.length; step++) {
    const rest = P.subtract(p, A.multiply(algebra, root, root))
    const [next] = P.sortedTerms(rest)
    if (next === undefined) return root
    const monomial = M.divide(next.monomial, leading.monomial)
    const coefficient = Q.divide(next.coefficient, Q.multiply(Q.rational(2), leading.coefficient))
    if (M.compare(monomial, leading.monomial) >= 0 || !isAllowed(monomial)) return undefined
    root = P.add(root, P.fromTerm(coefficient, monomial))
  }
  return undefined
}

function termRoot({ coefficient, monomial }: Term): Term | undefined {
  const root = squareRoot(coefficient)
  const half = M.power(monomial, Q.rational(1, 2))
  return root !== undefined && isAllowed(half) ? { coefficient: root, monomial: half } : undefined
}

/** Fractional powers only of what is positive; no negative powers. */
function isAllowed(monomial: M.Monomial): boolean {
  return monomial.powers.every(
    ([{ positive }, exponent]) => exponent.n > 0n && (positive || exponent.d === 1n),
  )
}

function squareRoot({ n, d }: Rational): Rational | undefined {
  if (n < 0n) return undefined
  const above = integerRoot(n)
  const below = integerRoot(d)
  return above * above === n && below * below === d ? Q.rational(above, below) : undefined
}
