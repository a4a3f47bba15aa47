import type { Budget } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import type { Registry } from './generator.ts'
import { newRegistry } from './generator.ts'
import type { Generator, Monomial, Polynomial, Product, Term } from './letters.ts'
import * as M from './monomial.ts'
import * as P from './polynomial.ts'

/** What one proof computes in: its letters, and how much work is left. */
export interface Algebra {
  readonly registry: Registry
  readonly budget: Budget
  /** Literals by their text. */
  readonly numbers: Map<string, Product>
}

export function newAlgebra(steps: number): Algebra {
  return { registry: newRegistry(), budget: { left: steps }, numbers: new Map() }
}

/** The product of two polynomials, with the generators' relations used. */
export function multiply(algebra: Algebra, a: Polynomial, b: Polynomial): Polynomial {
  return reduce(algebra, P.multiply(a, b, algebra.budget))
}

/** Whole powers of roots become what they are roots of; powers of an algebraic number become lower ones. */
export function reduce(algebra: Algebra, p: Polynomial): Polynomial {
  if (![...p.terms.values()].some((term) => excess(term.monomial) !== undefined)) return p
  let result = P.ZERO
  for (const term of p.terms.values()) {
    result = P.add(result, reduceTerm(algebra, term))
  }
  return result
}

interface Excess {
  readonly generator: Generator
  /** The power that is taken out. */
  readonly exponent: number
  /** What that power is. */
  readonly value: Polynomial
}

function reduceTerm(algebra: Algebra, term: Term): Polynomial {
  const found = excess(term.monomial)
  if (found === undefined) return P.fromTerm(term.coefficient, term.monomial)
  const taken = M.single(found.generator, Q.rational(found.exponent))
  const rest = P.fromTerm(term.coefficient, M.divide(term.monomial, taken))
  return multiply(algebra, rest, found.value)
}

function excess(monomial: Monomial): Excess | undefined {
  for (const [generator, exponent] of monomial.powers) {
    if (generator.kind === 'root' && exponent.n >= exponent.d) {
      return { generator, exponent: 1, value: generator.of }
    }
    if (generator.kind === 'algebraic') {
      const degree = generator.root.coefficients.length - 1
      if (exponent.n >= BigInt(degree)) {
        return { generator, exponent: degree, value: leadingPower(generator) }
      }
    }
  }
  return undefined
}

/** The highest power of an algebraic number in terms of the lower ones. */
function leadingPower(generator: Generator & { kind: 'algebraic' }): Polynomial {
  const { coefficients } = generator.root
  const leading = coefficients.at(-1) ?? 1n
  return coefficients
    .slice(0, -1)
    .map((value, index) =>
      P.fromTerm(Q.rational(-value, leading), M.single(generator, Q.rational(index))),
    )
    .reduce(P.add, P.ZERO)
}
