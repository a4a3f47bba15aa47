import type { Dyadic } from '../../exact/interval/dyadic.ts'
import type { Interval } from '../../exact/interval/interval.ts'
import { type Constraint, infeasible } from '../../exact/linear.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { SignSet } from '../../exact/sign-set.ts'
import * as S from '../../exact/sign-set.ts'
import type { Generator as Letter } from '../normal-form/generator.ts'
import type { Monomial } from '../normal-form/monomial.ts'
import * as M from '../normal-form/monomial.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import * as P from '../normal-form/polynomial.ts'
import { tryToEnclose } from '../witness/certain.ts'
import { encloseSum } from '../witness/enclose-product.ts'
import { spot } from '../witness/spot.ts'
import { monomialBound } from './bounds.ts'
import type { Cell, Fact } from './cell.ts'

/** Asked of signs.ts, which asks back here: handed in, so that neither file needs the other. */
type MonomialSigns = (cell: Cell, monomial: Monomial) => SignSet

/** What the facts of a cell imply of the sign of a sum, with the monomials as unknowns. */
export function signsByInequalities(cell: Cell, p: Polynomial, signsOf: MonomialSigns): SignSet {
  const known = constraintsFor(cell, [p], signsOf)
  if (known.length === 0) return S.ANY
  let signs: SignSet = S.ANY
  for (const sign of [S.POSITIVE, S.NEGATIVE, S.ZERO]) {
    if (infeasible([...known, constraint(p, sign)], cell.algebra.budget)) signs &= ~sign
  }
  return signs
}

/** Whether the facts of a cell contradict each other. */
export function isEmpty(cell: Cell, signsOf: MonomialSigns): boolean {
  const sums = [...cell.facts.values()].map(({ sum }) => sum)
  return infeasible(constraintsFor(cell, sums, signsOf), cell.algebra.budget)
}

/** What is known of the monomials of some sums, and of those that facts connect with them. */
function constraintsFor(
  cell: Cell,
  sums: readonly Polynomial[],
  signsOf: MonomialSigns,
): readonly Constraint[] {
  const monomials = monomialsOf(sums)
  const facts = connectedFacts(cell, monomials)
  if (monomials.size > MAX_UNKNOWNS) return []
  return [...factConstraints(facts), ...monomialConstraints(cell, monomials, signsOf)]
}

/** Facts that share monomials with the given ones, which grow by theirs. */
function connectedFacts(cell: Cell, monomials: Map<string, Monomial>): readonly Fact[] {
  const open = new Set(cell.facts.values())
  const found: Fact[] = []
  for (let before = -1; before !== found.length; ) {
    before = found.length
    for (const fact of open) {
      const own = monomialsOf([fact.sum])
      if (![...own.keys()].some((key) => monomials.has(key))) continue
      open.delete(fact)
      found.push(fact)
      for (const [key, monomial] of own) monomials.set(key, monomial)
    }
  }
  return found
}

const MAX_UNKNOWNS = 24
/** Bounds of numbers are short, since every elimination multiplies them. */
const BITS = 24

function monomialsOf(sums: readonly Polynomial[]): Map<string, Monomial> {
  const found = new Map<string, Monomial>()
  for (const sum of sums) {
    for (const { monomial } of sum.terms.values()) {
      if (monomial.powers.length > 0) found.set(monomial.key, monomial)
    }
  }
  // exp(u) is compared with u, so u's own monomials belong to the unknowns.
  for (const monomial of [...found.values()]) {
    for (const term of exponentTerms(monomial)) found.set(term.monomial.key, term.monomial)
  }
  return found
}

function* factConstraints(facts: readonly Fact[]): Generator<Constraint> {
  for (const { sum, signs } of facts) {
    if (signs === S.NONZERO || signs === S.ANY) continue
    yield constraint(sum, signs)
  }
}

function* monomialConstraints(
  cell: Cell,
  monomials: ReadonlyMap<string, Monomial>,
  signsOf: MonomialSigns,
): Generator<Constraint> {
  for (const monomial of monomials.values()) {
    const alone = P.fromTerm(Q.ONE, monomial)
    const signs = signsOf(cell, monomial)
    if (signs !== S.ANY && signs !== S.NONZERO) yield constraint(alone, signs)
    yield* exponentialBound(monomial)
    yield* numberBounds(cell, monomial)
    yield* sizeBounds(cell, monomial)
  }
}

/** exp(u) ≥ 1 + u. */
function* exponentialBound(monomial: Monomial): Generator<Constraint> {
  const terms = exponentTerms(monomial)
  if (terms.length === 0) return
  const [first] = terms
  if (first === undefined) return
  const line = P.add(P.constant(Q.ONE), P.fromTerm(first.coefficient, first.monomial))
  yield constraint(P.subtract(P.fromTerm(Q.ONE, monomial), line), S.AT_LEAST_ZERO)
}

function exponentTerms(
  monomial: Monomial,
): readonly { readonly coefficient: Rational; readonly monomial: Monomial }[] {
  const [power, ...others] = monomial.powers
  if (power === undefined || others.length > 0) return []
  const [generator, exponent] = power
  if (generator.kind !== 'exp' || generator.of.factors.size > 0) return []
  if (generator.of.monomial.powers.length === 0) return []
  return [{ coefficient: exponent, monomial: generator.of.monomial }]
}

/** A monomial without variables lies between rational bounds. */
function* numberBounds(cell: Cell, monomial: Monomial): Generator<Constraint> {
  if (monomial.powers.some(([generator]) => generator.variables.size > 0)) return
  const alone = P.fromTerm(Q.ONE, monomial)
  const bounds = boundsOf(cell, alone)
  if (bounds === undefined) return
  yield constraint(P.subtract(alone, P.constant(exact(bounds.low))), S.AT_LEAST_ZERO)
  yield constraint(P.subtract(P.constant(exact(bounds.high)), alone), S.AT_LEAST_ZERO)
}

function boundsOf(cell: Cell, number: Polynomial): Interval | undefined {
  const at = spot(new Map(), BITS, cell.algebra.budget)
  return tryToEnclose((one) => encloseSum(number, one), at)
}

/** −b ≤ m ≤ b for a product of sines, cosines and the like. */
function* sizeBounds(cell: Cell, monomial: Monomial): Generator<Constraint> {
  if (monomial.powers.every(([letter]) => letter.variables.size === 0)) return
  const bound = monomialBound(monomial, (letter) => sizeOfNumber(cell, letter))
  if (bound === undefined) return
  const alone = P.fromTerm(Q.ONE, monomial)
  yield constraint(P.subtract(P.constant(bound), alone), S.AT_LEAST_ZERO)
  yield constraint(P.add(P.constant(bound), alone), S.AT_LEAST_ZERO)
}

function sizeOfNumber(cell: Cell, letter: Letter): Rational | undefined {
  const bounds = boundsOf(cell, P.fromTerm(Q.ONE, M.single(letter)))
  if (bounds === undefined) return undefined
  const [a, b] = [Q.negate(exact(bounds.low)), exact(bounds.high)]
  return Q.compare(a, b) > 0 ? a : b
}

function exact({ mantissa, exponent }: Dyadic): Rational {
  return exponent >= 0
    ? Q.rational(mantissa << BigInt(exponent))
    : Q.rational(mantissa, 1n << BigInt(-exponent))
}

/** The sum has one of the signs, as a comparison with 0. The signs must be an interval. */
function constraint(p: Polynomial, signs: SignSet): Constraint {
  if ((signs & S.NEGATIVE) !== 0) return constraint(P.scale(p, Q.MINUS_ONE), S.flip(signs))
  const coefficients = new Map<string, Rational>()
  let constant = Q.ZERO
  for (const { coefficient, monomial } of p.terms.values()) {
    if (monomial.key === M.UNIT.key) constant = coefficient
    else coefficients.set(monomial.key, coefficient)
  }
  const relation = signs === S.ZERO ? '=' : signs === S.POSITIVE ? '>' : '>='
  return { coefficients, constant, relation }
}
