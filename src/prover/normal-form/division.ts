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
    rest = P.subtract(rest, A.multiply(algebra, factorOf(step), step.zero))
  }
}

interface Leading {
  readonly zero: Polynomial
  readonly top: Term
}

function factorOf({ term, top }: Leading & { readonly term: Term }): Polynomial {
  return P.fromTerm(
    Q.divide(term.coefficient, top.coefficient),
    M.divide(term.monomial, top.monomial),
  )
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

/** p as quotient · d + remainder, no term of the remainder being divisible by the largest one of d. */
export function divided(
  algebra: Algebra,
  p: Polynomial,
  d: Polynomial,
): { readonly quotient: Polynomial; readonly remainder: Polynomial } {
  const top = P.sortedTerms(d)[0] as Term
  let rest = p
  let quotient = P.ZERO
  for (;;) {
    spend(algebra.budget, rest.terms.size)
    const step = divisible(rest, [{ zero: d, top }])
    if (step === undefined) return { quotient, remainder: rest }
    const factor = factorOf(step)
    quotient = P.add(quotient, factor)
    rest = P.subtract(rest, A.multiply(algebra, factor, d))
  }
}
