import { spend, Undecided } from '../../exact/limits.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Algebra } from './algebra.ts'
import * as A from './algebra.ts'
import { divided } from './division.ts'
import type { Angle, AnglePart, Polynomial, Product } from './letters.ts'
import * as Pr from './product.ts'

export type { Angle, AnglePart } from './letters.ts'

/** An angle was met that is no whole combination of the known ones: all has to be written in finer ones. */
export class FinerAngles {}

const MOST_ANGLES = 8

/**
 * A value as a sum of terms, each over the denominator. What the denominator divides is divided
 * first, so that the constant in 1 − 1/(1 + x) stands by itself.
 */
export function* partsOf(algebra: Algebra, a: Product): Generator<AnglePart> {
  const { numerator, denominator } = Pr.asFraction(algebra, a)
  const sums = expanded(algebra, denominator)
  if (sums === undefined) {
    yield* termsOver(algebra, numerator, denominator)
    return
  }
  const { quotient, remainder } = divided(algebra, numerator, sums)
  yield* termsOver(algebra, quotient, { ...denominator, factors: new Map() })
  yield* termsOver(algebra, remainder, denominator)
}

const MOST_TERMS = 12

/** The sums of a denominator multiplied out, if that is short. */
function expanded(algebra: Algebra, { factors }: Product): Polynomial | undefined {
  const [only, ...others] = factors.values()
  if (only === undefined || others.length > 0 || only.exponent < -2) return undefined
  if (only.sum.terms.size > MOST_TERMS) return undefined
  return only.exponent === -1 ? only.sum : A.multiply(algebra, only.sum, only.sum)
}

function* termsOver(
  algebra: Algebra,
  numerator: Polynomial,
  denominator: Product,
): Generator<AnglePart> {
  for (const { coefficient, monomial } of numerator.terms.values()) {
    const term: Product = { coefficient: Q.ONE, monomial, factors: new Map() }
    const whole = Pr.multiply(algebra, term, denominator)
    yield {
      unit: { ...whole, coefficient: Q.ONE },
      coefficient: Q.multiply(coefficient, whole.coefficient),
    }
  }
}

export function sumOf(algebra: Algebra, angle: Angle): Product {
  return [...angle.values()].reduce(
    (sum, { unit, coefficient }) => Pr.add(algebra, sum, Pr.scale(unit, coefficient)),
    Pr.ZERO,
  )
}

/** How often each known angle is taken. Throws FinerAngles once they had to be changed. */
export function coordinatesOf(
  algebra: Algebra,
  angle: Angle,
): readonly { readonly angle: Angle; readonly times: number }[] {
  const { basis } = algebra.angles
  const found = solve(basis, angle)
  if (found !== undefined) return found
  const finer = basisOf([...basis, angle])
  spend(algebra.budget, 10 * finer.length ** 3)
  if (finer.length > MOST_ANGLES) throw new Undecided('sines of too many different angles')
  algebra.angles.basis = finer
  if (basis.length > 0) throw new FinerAngles()
  return coordinatesOf(algebra, angle)
}

/** By the first unit of each angle of the basis, which is in echelon form. */
function solve(
  basis: readonly Angle[],
  angle: Angle,
): readonly { readonly angle: Angle; readonly times: number }[] | undefined {
  let rest = angle
  const found: { angle: Angle; times: number }[] = []
  for (const known of basis) {
    const [pivot] = known.keys()
    const own = rest.get(pivot ?? '')
    const whole = known.get(pivot ?? '')
    if (own === undefined || whole === undefined) continue
    const times = Q.divide(own.coefficient, whole.coefficient)
    if (!Q.isInteger(times)) return undefined
    found.push({ angle: known, times: Number(times.n) })
    rest = combine(rest, known, Q.negate(times))
  }
  return rest.size === 0 ? found : undefined
}

/** a + factor · b. */
function combine(a: Angle, b: Angle, factor: Rational): Angle {
  const sum = new Map(a)
  for (const [key, { unit, coefficient }] of b) {
    const own = sum.get(key)?.coefficient ?? Q.ZERO
    const total = Q.add(own, Q.multiply(coefficient, factor))
    if (total.n === 0n) sum.delete(key)
    else sum.set(key, { unit, coefficient: total })
  }
  return sum
}

/**
 * A basis of all whole combinations of some angles, in echelon form: unit by unit, the coefficients
 * are brought down to their greatest common divisor (Hermite 1851).
 */
function basisOf(angles: readonly Angle[]): readonly Angle[] {
  const units = [...new Set(angles.flatMap((angle) => [...angle.keys()]))]
  let rest = angles.filter((angle) => angle.size > 0)
  const basis: Angle[] = []
  for (const key of units) {
    const coefficientOf = (angle: Angle) => angle.get(key)?.coefficient ?? Q.ZERO
    for (;;) {
      const [least, ...others] = rest
        .filter((angle) => coefficientOf(angle).n !== 0n)
        .sort((a, b) => Q.compare(size(coefficientOf(a)), size(coefficientOf(b))))
      if (least === undefined) break
      const without = rest.filter((angle) => angle !== least)
      if (others.length === 0) {
        basis.push(pivotFirst(key, least))
        rest = without
        break
      }
      rest = [
        least,
        ...without.map((angle) => {
          const times = Q.floor(Q.divide(coefficientOf(angle), coefficientOf(least)))
          return combine(angle, least, Q.rational(-times))
        }),
      ].filter((angle) => angle.size > 0)
    }
  }
  return basis
}

function size(a: Rational): Rational {
  return a.n < 0n ? Q.negate(a) : a
}

/** With a positive coefficient of the pivot, which is listed first. */
function pivotFirst(key: string, angle: Angle): Angle {
  const pivot = angle.get(key)?.coefficient ?? Q.ONE
  const positive = Q.sign(pivot) > 0 ? angle : combine(new Map(), angle, Q.MINUS_ONE)
  const first = positive.get(key) as AnglePart
  return new Map([[key, first], ...positive])
}
