import { type Budget, newBudget, spend } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import type { Isolated } from '../../exact/real-roots.ts'
import type { Expr } from '../../formula/expr.ts'
import type { Registry } from './generator.ts'
import { newRegistry } from './generator.ts'
import type { Angles, Generator, Monomial, Polynomial, Product, Term } from './letters.ts'
import * as M from './monomial.ts'
import * as P from './polynomial.ts'

/** What one proof computes in: its letters, and how much work is left. */
export interface Algebra {
  readonly registry: Registry
  readonly budget: Budget
  /** Literals by their text. */
  readonly numbers: Map<string, Product>
  /** Zeros in one variable that were looked for already, by what was asked. */
  readonly zeros: Map<string, readonly Isolated[]>
  readonly angles: Angles
  /** What was compared with infinity, and taken to be less: as a number it is. */
  readonly finite: Set<Expr>
}

export function newAlgebra(steps: number): Algebra {
  return {
    registry: newRegistry(),
    budget: newBudget(steps),
    numbers: new Map(),
    zeros: new Map(),
    angles: { basis: [] },
    finite: new Set(),
  }
}

/** The product of two polynomials, with the generators' relations used. */
export function multiply(algebra: Algebra, a: Polynomial, b: Polynomial): Polynomial {
  return reduce(algebra, P.multiply(a, b, algebra.budget))
}

/**
 * Whole powers of roots become what they are roots of, powers of an algebraic number lower ones,
 * even powers of a sine those of its cosine.
 */
export function reduce(algebra: Algebra, p: Polynomial): Polynomial {
  if (![...p.terms.values()].some((term) => excess(algebra, term.monomial) !== undefined)) return p
  spend(algebra.budget, p.terms.size)
  return P.sum([...p.terms.values()].map((term) => reduceTerm(algebra, term)))
}

interface Excess {
  readonly generator: Generator
  /** The power that is taken out. */
  readonly exponent: number
  /** What that power is. */
  readonly value: Polynomial
}

function reduceTerm(algebra: Algebra, term: Term): Polynomial {
  const found = excess(algebra, term.monomial)
  if (found === undefined) return P.fromTerm(term.coefficient, term.monomial)
  const taken = M.single(found.generator, Q.rational(found.exponent))
  const rest = P.fromTerm(term.coefficient, M.divide(term.monomial, taken))
  return multiply(algebra, rest, found.value)
}

function excess(algebra: Algebra, monomial: Monomial): Excess | undefined {
  for (const [generator, exponent] of monomial.powers) {
    if (generator.kind === 'root' && exponent.n >= exponent.d) {
      return { generator, exponent: 1, value: generator.of }
    }
    if (generator.kind === 'sin' && exponent.n >= 2n) {
      const halves = Number(exponent.n / 2n)
      return { generator, exponent: 2 * halves, value: squareOfSine(generator, halves, algebra) }
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

/** (1 − cos²)ᵏ. */
function squareOfSine(
  { cosine }: Generator & { kind: 'sin' },
  k: number,
  algebra: Algebra,
): Polynomial {
  const square = P.fromTerm(Q.MINUS_ONE, M.single(cosine, Q.rational(2)))
  return P.power(P.add(P.constant(Q.ONE), square), k, (a, b) => multiply(algebra, a, b))
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
