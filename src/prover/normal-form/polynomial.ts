import { type Budget, spend } from '../../exact/limits.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Monomial, Polynomial, Term } from './letters.ts'
import * as M from './monomial.ts'

export type { Polynomial, Term } from './letters.ts'

export const ZERO: Polynomial = { terms: new Map() }

export function fromTerm(coefficient: Rational, monomial: Monomial): Polynomial {
  if (coefficient.n === 0n) return ZERO
  return { terms: new Map([[monomial.key, { coefficient, monomial }]]) }
}

export function constant(value: Rational): Polynomial {
  return fromTerm(value, M.UNIT)
}

export function isZero(p: Polynomial): boolean {
  return p.terms.size === 0
}

export function keyOf(p: Polynomial): string {
  p.key ??= sortedTerms(p)
    .map(({ coefficient, monomial }) => `${Q.print(coefficient)}${monomial.key}`)
    .join('+')
  return p.key
}

/** Largest monomial first. */
export function sortedTerms(p: Polynomial): readonly Term[] {
  return [...p.terms.values()].sort((a, b) => M.compare(b.monomial, a.monomial))
}

export function add(a: Polynomial, b: Polynomial): Polynomial {
  const [large, small] = a.terms.size >= b.terms.size ? [a, b] : [b, a]
  const terms = new Map(large.terms)
  for (const term of small.terms.values()) accumulate(terms, term)
  return { terms }
}

export function sum(parts: readonly Polynomial[]): Polynomial {
  const terms = new Map<string, Term>()
  for (const part of parts) for (const term of part.terms.values()) accumulate(terms, term)
  return { terms }
}

export function scale(p: Polynomial, factor: Rational, by: Monomial = M.UNIT): Polynomial {
  const terms = new Map<string, Term>()
  for (const { coefficient, monomial } of p.terms.values()) {
    const product = M.multiply(monomial, by)
    terms.set(product.key, {
      coefficient: Q.multiply(coefficient, factor),
      monomial: product,
    })
  }
  return { terms }
}

export function subtract(a: Polynomial, b: Polynomial): Polynomial {
  return add(a, scale(b, Q.MINUS_ONE))
}

/** The product as letters only: no relation between generators is used. */
export function multiply(a: Polynomial, b: Polynomial, budget: Budget): Polynomial {
  spend(budget, a.terms.size * b.terms.size)
  const terms = new Map<string, Term>()
  for (const left of a.terms.values()) {
    for (const right of b.terms.values()) {
      accumulate(terms, {
        coefficient: Q.multiply(left.coefficient, right.coefficient),
        monomial: M.multiply(left.monomial, right.monomial),
      })
    }
  }
  return { terms }
}

function accumulate(terms: Map<string, Term>, term: Term): void {
  const { key } = term.monomial
  const known = terms.get(key)
  if (known === undefined) {
    terms.set(key, term)
    return
  }
  const coefficient = Q.add(known.coefficient, term.coefficient)
  if (coefficient.n === 0n) terms.delete(key)
  else terms.set(key, { coefficient, monomial: term.monomial })
}

export function power(
  p: Polynomial,
  exponent: number,
  times: (a: Polynomial, b: Polynomial) => Polynomial,
): Polynomial {
  let result = constant(Q.ONE)
  let square = p
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square)
    if (rest > 1) square = times(square, square)
  }
  return result
}
