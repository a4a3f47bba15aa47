import { type Restriction, signsOnLine } from '../../exact/line.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { SignSet } from '../../exact/sign-set.ts'
import * as S from '../../exact/sign-set.ts'
import type { Generator } from '../normal-form/generator.ts'
import * as Make from '../normal-form/make.ts'
import type { Monomial } from '../normal-form/monomial.ts'
import * as M from '../normal-form/monomial.ts'
import { asUnivariate } from '../normal-form/one-unknown.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import * as P from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import { splitAtRoot } from '../normal-form/square-root-sum.ts'
import { certainSign } from '../witness/certain.ts'
import { encloseSum } from '../witness/enclose-product.ts'
import { spotsAt } from '../witness/spot.ts'
import { boundOf } from './bounds.ts'
import type { Cell } from './cell.ts'
import { signsByInequalities } from './inequalities.ts'
import { asOneAngle, signsOnCircle } from './one-angle.ts'

/** What is known of signs in a cell. Nothing here splits a cell: the answer is a set of signs. */

export function possibleSigns(cell: Cell, a: Product): SignSet {
  if (a.coefficient.n === 0n) return S.ZERO
  let signs = S.times(S.ofSign(Q.sign(a.coefficient)), monomialSigns(cell, a.monomial))
  for (const { sum, exponent } of a.factors.values()) {
    signs = S.times(signs, toPower(possibleSignsOfSum(cell, sum), Q.rational(exponent)))
  }
  return signs
}

export function possibleSignsOfSum(cell: Cell, p: Polynomial): SignSet {
  if (P.isZero(p)) return S.ZERO
  const key = P.keyOf(p)
  const known = cell.remembered.get(key)
  if (known !== undefined) return known
  // Rules may ask for the same sum again: until they have answered, nothing is known of it.
  cell.remembered.set(key, cell.facts.get(key)?.signs ?? S.ANY)
  const signs = byRules(cell, p)
  cell.remembered.set(key, signs)
  return signs
}

function byRules(cell: Cell, p: Polynomial): SignSet {
  let signs = (cell.facts.get(P.keyOf(p))?.signs ?? S.ANY) & termwise(cell, p)
  for (const rule of [constantSigns, lineSigns, circleSigns, rootSigns, inequalitySigns]) {
    if (S.theSign(signs) !== undefined) break
    signs &= rule(cell, p)
  }
  return signs
}

/** Term by term: a sum of positive terms is positive. */
function termwise(cell: Cell, p: Polynomial): SignSet {
  let signs: SignSet = S.ZERO
  for (const { coefficient, monomial } of p.terms.values()) {
    signs = S.plus(signs, S.times(S.ofSign(Q.sign(coefficient)), monomialSigns(cell, monomial)))
  }
  return signs
}

export function monomialSigns(cell: Cell, monomial: Monomial): SignSet {
  let signs: SignSet = S.POSITIVE
  for (const [generator, exponent] of monomial.powers) {
    signs = S.times(signs, toPower(generatorSigns(cell, generator), exponent))
  }
  return signs
}

/** A fractional power exists only of a positive number (or of 0); a negative one not of 0. */
function toPower(signs: SignSet, exponent: Rational): SignSet {
  let result = signs
  if (exponent.n % 2n === 0n) result = S.squared(signs)
  else if (exponent.d % 2n === 0n) result = signs & S.AT_LEAST_ZERO
  return exponent.n < 0n ? result & S.NONZERO : result
}

function generatorSigns(cell: Cell, generator: Generator): SignSet {
  if (generator.positive) return S.POSITIVE
  switch (generator.kind) {
    case 'erf':
    case 'atan':
    case 'asin':
      return possibleSigns(cell, generator.of)
    case 'max':
      return largestSigns(cell, generator.of)
    case 'sin':
    case 'cos':
      return alone(cell, generator) & onArc(cell, generator.kind, generator.of)
    default:
      return alone(cell, generator)
  }
}

function alone(cell: Cell, letter: Generator): SignSet {
  return possibleSignsOfSum(cell, P.fromTerm(Q.ONE, M.single(letter)))
}

/** Whether something is known of all variables that the angle grows with. */
function mayBeBounded(cell: Cell, angle: Product): boolean {
  const known = new Set<string>()
  for (const { sum } of cell.facts.values()) {
    const letters = Make.generatorsOfSum(sum)
    if (letters.some(({ kind }) => kind === 'sin' || kind === 'cos')) continue
    for (const { variables } of letters) for (const name of variables) known.add(name)
  }
  return Make.generatorsOf(angle).every((letter) => {
    return letter.kind !== 'variable' || known.has(letter.name)
  })
}

/** A sine is positive for angles between 0 and π, a cosine between −π/2 and π/2; at the ends both are 0. */
function onArc(cell: Cell, kind: 'sin' | 'cos', angle: Product): SignSet {
  if (!mayBeBounded(cell, angle)) return S.ANY
  const { algebra } = cell
  const pi = Make.constant(algebra, 'pi')
  const end = kind === 'sin' ? pi : Pr.scale(pi, Q.rational(1, 2))
  const below = withoutNegative(possibleSigns(cell, Pr.subtract(algebra, end, angle)))
  const above = withoutNegative(possibleSigns(cell, Pr.add(algebra, end, angle)))
  if (kind === 'cos') return S.times(below, above)
  const side = possibleSigns(cell, angle)
  const positive = withoutNegative(side)
  if (positive !== S.ANY) return S.times(positive, below)
  return S.flip(S.times(withoutNegative(S.flip(side)), above))
}

/** Signs that say nothing unless they exclude what is negative. */
function withoutNegative(signs: SignSet): SignSet {
  return (signs & S.NEGATIVE) === 0 ? signs : S.ANY
}

function largestSigns(cell: Cell, of: readonly Product[]): SignSet {
  const signs = of.map((one) => possibleSigns(cell, one))
  if (signs.some((one) => one === S.POSITIVE)) return S.POSITIVE
  if (signs.some((one) => (one & S.NEGATIVE) === 0)) return S.AT_LEAST_ZERO
  return S.ANY
}

/** A sum without variables is a number: its enclosure tells. */
function constantSigns(cell: Cell, p: Polynomial): SignSet {
  if (Make.variablesOfSum(p).size > 0) return S.ANY
  for (const at of spotsAt(new Map(), cell.algebra.budget, PRECISIONS)) {
    const sign = certainSign((one) => encloseSum(p, one), at)
    if (sign !== undefined) return S.ofSign(sign)
  }
  return S.ANY
}

/** Enough to tell 1 − exp(−600) from 1. */
const PRECISIONS = [64, 320, 1280]

function inequalitySigns(cell: Cell, p: Polynomial): SignSet {
  return signsByInequalities(cell, p, monomialSigns)
}

/** Polynomials in one and the same letter are decided completely. */
function lineSigns(cell: Cell, p: Polynomial): SignSet {
  const own = asUnivariate(p)
  if (own === undefined) return S.ANY
  const restrictions = [...cell.facts.values()].flatMap(({ sum, signs }) => {
    const fact = asUnivariate(sum)
    return fact?.generator === own.generator ? [{ polynomial: fact.polynomial, signs }] : []
  })
  restrictions.push(...ownRestrictions(own.generator))
  if (own.polynomial.length === 2 && restrictions.length === 0) return S.ANY
  return signsOnLine(own.polynomial, restrictions, cell.algebra.budget)
}

/** What is known of a letter by its kind alone. */
function ownRestrictions(letter: Generator): readonly Restriction[] {
  if (letter.positive) return [{ polynomial: [Q.ZERO, Q.ONE], signs: S.POSITIVE }]
  const bound = boundOf(letter)
  if (bound === undefined) return []
  const square = Q.multiply(bound, bound)
  return [{ polynomial: [square, Q.ZERO, Q.MINUS_ONE], signs: S.AT_LEAST_ZERO }]
}

/** Polynomials in the cosine and the sine of one angle are decided completely. */
function circleSigns(cell: Cell, p: Polynomial): SignSet {
  const { budget } = cell.algebra
  const own = asOneAngle(p, budget)
  if (own === undefined) return S.ANY
  const known = [...cell.facts.values()].flatMap(({ sum, signs }) => {
    const angle = asOneAngle(sum, budget)
    return angle?.cosine === own.cosine ? [{ angle, signs }] : []
  })
  return signsOnCircle(own, known, budget)
}

/** u + v·√w has the sign of v where v²w exceeds u². */
function rootSigns(cell: Cell, p: Polynomial): SignSet {
  const parts = splitAtRoot(cell.algebra, p)
  if (parts === undefined) return S.ANY
  const sign = possibleSigns(cell, parts.beside)
  if (S.theSign(sign) === undefined) return S.ANY
  return possibleSigns(cell, parts.gap) === S.POSITIVE ? sign : S.ANY
}
