import type { Budget } from '../../exact/limits.ts'
import { type Restriction, signsOnLine } from '../../exact/line.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { SignSet } from '../../exact/sign-set.ts'
import * as S from '../../exact/sign-set.ts'
import { add, multiply, trimmed, type Univariate } from '../../exact/univariate.ts'
import type { Generator } from '../normal-form/generator.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'

/**
 * A sum in the cosine and the sine of one angle θ. With t = tan(θ/2) they are (1 − t²)/(1 + t²) and
 * 2t/(1 + t²): so the sum has the sign of a polynomial in t, except at θ = π.
 */
export interface OneAngle {
  readonly cosine: Generator
  readonly degree: number
  readonly inTangent: Univariate
  readonly atHalfTurn: Rational
}

const MAX_DEGREE = 24

/** Undefined where other letters occur. */
export function asOneAngle(p: Polynomial, budget: Budget): OneAngle | undefined {
  const terms: Term[] = []
  let cosine: Generator | undefined
  for (const { coefficient, monomial } of p.terms.values()) {
    const term = { coefficient, cos: 0, sin: 0 }
    for (const [letter, exponent] of monomial.powers) {
      if ((letter.kind !== 'cos' && letter.kind !== 'sin') || exponent.d !== 1n) return undefined
      const own = letter.kind === 'sin' ? letter.cosine : letter
      if (exponent.n < 0n || (cosine !== undefined && cosine !== own)) return undefined
      cosine = own
      term[letter.kind] = Number(exponent.n)
    }
    terms.push(term)
  }
  const degree = Math.max(...terms.map(({ cos, sin }) => cos + sin))
  if (cosine === undefined || degree > MAX_DEGREE) return undefined
  return {
    cosine,
    degree,
    inTangent: inTangent(terms, degree, budget),
    atHalfTurn: atHalfTurn(terms),
  }
}

interface Term {
  readonly coefficient: Rational
  cos: number
  sin: number
}

const COS: Univariate = [Q.ONE, Q.ZERO, Q.MINUS_ONE]
const SIN: Univariate = [Q.ZERO, Q.rational(2)]
const RADIUS: Univariate = [Q.ONE, Q.ZERO, Q.ONE]

/** The sum times (1 + t²)^degree. */
function inTangent(terms: readonly Term[], degree: number, budget: Budget): Univariate {
  const power = (base: Univariate, exponent: number) => {
    let result: Univariate = [Q.ONE]
    for (let count = 0; count < exponent; count++) result = multiply(result, base, budget)
    return result
  }
  return terms.reduce<Univariate>((sum, { coefficient, cos, sin }) => {
    const rest = power(RADIUS, degree - cos - sin)
    const whole = multiply(multiply(power(COS, cos), power(SIN, sin), budget), rest, budget)
    return add(sum, trimmed(whole.map((one) => Q.multiply(one, coefficient))))
  }, [])
}

/** At θ = π the cosine is −1 and the sine 0. */
function atHalfTurn(terms: readonly Term[]): Rational {
  return terms
    .filter(({ sin }) => sin === 0)
    .reduce(
      (sum, { coefficient, cos }) =>
        Q.add(sum, cos % 2 === 0 ? coefficient : Q.negate(coefficient)),
      Q.ZERO,
    )
}

/** The signs that a sum takes on the part of the circle where other sums have the signs known of them. */
export function signsOnCircle(
  own: OneAngle,
  known: readonly { readonly angle: OneAngle; readonly signs: SignSet }[],
  budget: Budget,
): SignSet {
  const restrictions = known.map(
    ({ angle, signs }): Restriction => ({ polynomial: angle.inTangent, signs }),
  )
  const allowed = known.every(
    ({ angle, signs }) => (S.ofSign(Q.sign(angle.atHalfTurn)) & signs) !== 0,
  )
  const there = allowed ? S.ofSign(Q.sign(own.atHalfTurn)) : 0
  return there | signsOnLine(own.inTangent, restrictions, budget)
}
