import { spend } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import type { Algebra } from './algebra.ts'
import * as A from './algebra.ts'
import * as M from './monomial.ts'
import type { Polynomial, Term } from './polynomial.ts'
import * as P from './polynomial.ts'

/**
 * The polynomial less multiples of sums that are zero, until no term is divisible by the largest
 * term of one of them. So it keeps its value.
 */
export function remainderBy(
  algebra: Algebra,
  p: Polynomial,
  zeros: readonly Polynomial[],
): Polynomial {
  if (zeros.length === 0) return p
  const leading = zeros.map((zero) => ({ zero, top: P.sortedTerms(zero)[0] as Term }))
  let rest = p
  for (;;) {
    spend(algebra.budget, rest.terms.size * zeros.length)
    const step = divisible(rest, leading)
    if (step === undefined) return rest
    const { term, zero, top } = step
    const factor = P.fromTerm(
      Q.divide(term.coefficient, top.coefficient),
      M.divide(term.monomial, top.monomial),
    )
    rest = P.subtract(rest, A.multiply(algebra, factor, zero))
  }
}

interface Leading {
  readonly zero: Polynomial
  readonly top: Term
}

function divisible(
  p: Polynomial,
  leading: readonly Leading[],
): (Leading & { readonly term: Term }) | undefined {
  for (const term of P.sortedTerms(p)) {
    const found = leading.find(({ top }) => M.divides(top.monomial, term.monomial))
    if (found !== undefined) return { ...found, term }
  }
  return undefined
}
