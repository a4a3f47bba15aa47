import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { SignSet } from '../../exact/sign-set.ts'
import * as S from '../../exact/sign-set.ts'
import { type OnCircle, pointAt } from './circle.ts'
import type { Generator } from './generator.ts'
import * as M from './monomial.ts'
import type { Polynomial } from './polynomial.ts'
import * as P from './polynomial.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'

/** The parts of a sum of inverse tangents, inverse sines and π, by what stands in front of them; undefined where other terms occur. */
export function groupsByAngle(numerator: Polynomial): readonly Polynomial[] | undefined {
  const groups = new Map<string, Polynomial>()
  let inverses = 0
  for (const { coefficient, monomial } of numerator.terms.values()) {
    const letter = angleIn(monomial)
    if (letter === undefined) return undefined
    if (letter.kind !== 'constant') inverses++
    const { key } = M.divide(monomial, M.single(letter))
    const term = P.fromTerm(coefficient, M.single(letter))
    groups.set(key, P.add(groups.get(key) ?? P.ZERO, term))
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
 * Σ cⱼ·atan uⱼ + c·π is zero if a whole multiple of it ends at the start of the circle and stays
 * below a full turn.
 */
export function sumOfAnglesVanishes(
  setting: Setting,
  terms: Polynomial,
  isStart: (point: OnCircle) => boolean,
): boolean {
  const own = [...terms.terms.values()]
  const inverse = own.find(({ monomial }) => monomial.powers[0]?.[0].kind !== 'constant')
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

/**
 * In units of π: an inverse lies strictly within half a unit, on one side of 0 if its argument
 * does; a full turn is 2. Without an inverse the sum is a multiple of π, and not zero.
 */
function staysBelowTurn(setting: Setting, p: Polynomial): boolean {
  let [low, high] = [Q.ZERO, Q.ZERO]
  let inverses = 0
  for (const { coefficient, monomial } of p.terms.values()) {
    const [[letter] = []] = monomial.powers
    const isInverse = letter?.kind === 'atan' || letter?.kind === 'asin'
    if (isInverse) inverses++
    const signs = isInverse ? setting.possibleSigns(letter.of) : S.ANY
    const ends = isInverse ? halfTurns(signs) : ([Q.ONE, Q.ONE] as const)
    const [a, b] = ends.map((end) => Q.multiply(end, coefficient)) as [Rational, Rational]
    const rises = Q.sign(coefficient) > 0
    low = Q.add(low, rises ? a : b)
    high = Q.add(high, rises ? b : a)
  }
  const fits = Q.compare(low, Q.rational(-2)) >= 0 && Q.compare(high, Q.rational(2)) <= 0
  return inverses > 0 && fits
}

function halfTurns(signs: SignSet): readonly [Rational, Rational] {
  const half = Q.rational(1, 2)
  return [
    (signs & S.NEGATIVE) === 0 ? Q.ZERO : Q.negate(half),
    (signs & S.POSITIVE) === 0 ? Q.ZERO : half,
  ]
}
