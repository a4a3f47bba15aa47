import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import * as S from '../../exact/sign-set.ts'
import { type OnCircle, pointAt } from './circle.ts'
import type { Generator } from './generator.ts'
import * as M from './monomial.ts'
import type { Polynomial, Term } from './polynomial.ts'
import * as P from './polynomial.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'

/** In units of π. */
const TURN = Q.rational(2)
const QUARTER = Q.rational(1, 2)

/**
 * The parts of a sum of inverse tangents, inverse sines and π, by what stands in front of them.
 * Terms of another kind join the angles with nothing in front; undefined where there are none.
 */
export function groupsByAngle(numerator: Polynomial): readonly Polynomial[] | undefined {
  const groups = new Map<string, Polynomial>()
  let inverses = 0
  for (const { coefficient, monomial } of numerator.terms.values()) {
    const letter = angleIn(monomial)
    if (letter !== undefined && letter.kind !== 'constant') inverses++
    const own = letter === undefined ? monomial : M.single(letter)
    const { key } = M.divide(monomial, letter === undefined ? monomial : own)
    groups.set(key, P.add(groups.get(key) ?? P.ZERO, P.fromTerm(coefficient, own)))
  }
  return inverses === 0 ? undefined : [...groups.values()]
}

/** The one inverse function, or π where there is none. */
function angleIn(monomial: M.Monomial): Generator | undefined {
  const inverses = monomial.powers.filter(([{ kind }]) => kind === 'atan' || kind === 'asin')
  const turns = monomial.powers.filter(([{ key }]) => key === 'constant pi')
  const [angle, ...others] = inverses.length > 0 ? inverses : turns
  const single = angle !== undefined && others.length === 0 && Q.equals(angle[1], Q.ONE)
  return single ? angle[0] : undefined
}

/**
 * Σ cⱼ·atan uⱼ + c·π + rest is zero if a whole multiple of it ends at the start of the circle and
 * stays below a full turn.
 */
export function sumOfAnglesVanishes(
  setting: Setting,
  terms: Polynomial,
  isStart: (point: OnCircle) => boolean,
): boolean {
  const own = [...terms.terms.values()]
  const inverse = own.find(({ monomial }) => isInverse(angleIn(monomial)))
  // With one angle taken once, or with all of them taken in whole numbers.
  const scales = [inverse?.coefficient ?? Q.ONE, Pr.contentOf(own)]
  return scales.some((scale) => {
    const scaled = P.scale(terms, Q.invert(scale))
    return (
      staysBelowTurn(setting, scaled) &&
      isStart(pointAt(setting, Pr.fromPolynomial(setting.algebra, scaled)))
    )
  })
}

function isInverse(letter: Generator | undefined): letter is Generator & { kind: 'atan' | 'asin' } {
  return letter?.kind === 'atan' || letter?.kind === 'asin'
}

/**
 * In units of π: an inverse lies strictly within half a unit, on one side of 0 if its argument
 * does; a full turn is 2. Without an inverse the sum is a multiple of π, and not zero.
 */
function staysBelowTurn(setting: Setting, p: Polynomial): boolean {
  let [low, high] = [Q.ZERO, Q.ZERO]
  let inverses = 0
  const rest: Term[] = []
  for (const term of p.terms.values()) {
    const letter = angleIn(term.monomial)
    if (letter === undefined) rest.push(term)
    else {
      if (isInverse(letter)) inverses++
      const [a, b] = halfTurns(setting, letter).map((end) => Q.multiply(end, term.coefficient))
      if (a === undefined || b === undefined) return false
      const rises = Q.sign(term.coefficient) > 0
      low = Q.add(low, rises ? a : b)
      high = Q.add(high, rises ? b : a)
    }
  }
  const [down, up] = [Q.add(TURN, low), Q.subtract(TURN, high)]
  if (inverses === 0 || Q.sign(down) < 0 || Q.sign(up) < 0) return false
  return rest.length === 0 || liesBetween(setting, P.sum(rest.map(asSum)), down, up)
}

/** Whether −down·π < rest < up·π, for which it is enough to have 3 in the place of π. */
function liesBetween(setting: Setting, rest: Polynomial, down: Rational, up: Rational): boolean {
  const signAbove = (bound: Rational) => {
    const shift = P.constant(Q.multiply(bound, Q.rational(-3)))
    return setting.possibleSigns(Pr.fromPolynomial(setting.algebra, P.add(rest, shift)))
  }
  return signAbove(up) === S.NEGATIVE && signAbove(Q.negate(down)) === S.POSITIVE
}

function asSum({ coefficient, monomial }: Term): Polynomial {
  return P.fromTerm(coefficient, monomial)
}

/** Between which multiples of π an angle lies; an inverse is neither of the two. */
function halfTurns(setting: Setting, letter: Generator): readonly [Rational, Rational] {
  if (!isInverse(letter)) return [Q.ONE, Q.ONE]
  const signs = setting.possibleSigns(letter.of)
  return [
    signs === S.POSITIVE ? Q.ZERO : Q.negate(QUARTER),
    signs === S.NEGATIVE ? Q.ZERO : QUARTER,
  ]
}
