import type { Interval } from '../../exact/interval/interval.ts'
import * as I from '../../exact/interval/interval.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import * as S from '../../exact/sign-set.ts'
import { variablesOfSum } from '../normal-form/make.ts'
import type { Product } from '../normal-form/product.ts'
import type { Cell, Fact } from '../signs/cell.ts'
import { candidatePoints, type RationalPoint } from '../witness/candidates.ts'
import { certainSign, tryToEnclose } from '../witness/certain.ts'
import { encloseSum } from '../witness/enclose-product.ts'
import { enclosed, type Spot, spot } from '../witness/spot.ts'
import { isAllInside, isInside } from './inside.ts'
import { numbersBetween, thresholdsOf, zerosIn } from './thresholds.ts'

const BITS = 160
const MOST_POINTS = 24

/**
 * Whether a cell certainly has a point, at which a given value is certainly not zero. Bound
 * variables follow from the free ones; one equation may be left unsolved, and is then shown to have
 * a solution by a change of sign (Bolzano's theorem).
 */
export function hasPlace(
  cell: Cell,
  variables: readonly string[],
  nonzero: Product | undefined,
): boolean {
  const equations = [...cell.facts.values()].filter(({ signs }) => signs === S.ZERO)
  const [equation, ...others] = equations
  const free = variables.filter((name) => !cell.bindings.has(name))
  if (others.length > 0) return false
  return equation === undefined
    ? points(cell, free).some((point) => isInside(cell, point, nonzero))
    : hasSolution(cell, free, equation, nonzero)
}

function points(cell: Cell, free: readonly string[]): readonly RationalPoint[] {
  const extra = new Map(free.map((name) => [name, numbersBetween(thresholdsOf(cell, name))]))
  return [...candidatePoints(free, extra)].slice(0, MOST_POINTS)
}

function hasSolution(
  cell: Cell,
  free: readonly string[],
  equation: Fact,
  nonzero: Product | undefined,
): boolean {
  const own = variablesOfSum(equation.sum)
  const [name] = free.filter((one) => own.has(one))
  if (name === undefined) return false
  const others = free.filter((one) => one !== name)
  for (const rest of points(cell, others)) {
    for (const bracket of bracketsOf(cell, equation, name, rest)) {
      const over = (interval: Interval) =>
        spot(new Map([...enclosed(rest, BITS), [name, interval]]), BITS, cell.algebra.budget)
      const solved = changesSign(equation, bracket, over)
      if (solved && isAllInside(cell, over(bracket), nonzero, equation)) return true
    }
  }
  return false
}

const RADII = [40, 20].map((power) => Q.rational(1, 1n << BigInt(power)))

/** Narrow intervals around the places where the equation seems to hold, with the other variables set. */
function* bracketsOf(
  cell: Cell,
  { sum }: Fact,
  name: string,
  rest: RationalPoint,
): Generator<Interval> {
  for (const { low, high } of zerosIn(cell, sum, name, rest)) {
    for (const radius of RADII) {
      const width = Q.multiply(radius, Q.add(Q.ONE, absolute(high)))
      yield between(Q.subtract(low, width), Q.add(high, width))
    }
  }
}

function between(low: Rational, high: Rational): Interval {
  return I.hull(I.fromRational(low, 200), I.fromRational(high, 200))
}

function absolute(a: Rational): Rational {
  return a.n < 0n ? Q.negate(a) : a
}

/** A continuous function with different signs at both ends has a zero between them. */
function changesSign(
  { sum }: Fact,
  { low, high }: Interval,
  over: (interval: Interval) => Spot,
): boolean {
  const enclose = (at: Spot) => encloseSum(sum, at)
  const [left, right] = [low, high].map((end) =>
    certainSign(enclose, over({ low: end, high: end })),
  )
  const changes = left !== undefined && right !== undefined && left * right < 0
  return changes && tryToEnclose(enclose, over({ low, high })) !== undefined
}
