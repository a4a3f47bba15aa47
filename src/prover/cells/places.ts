import type { Interval } from '../../exact/interval/interval.ts'
import * as I from '../../exact/interval/interval.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import * as S from '../../exact/sign-set.ts'
import { variablesOfSum } from '../normal-form/make.ts'
import type { Product } from '../normal-form/product.ts'
import type { Cell, Fact } from '../signs/cell.ts'
import { candidatePoints, type RationalPoint } from '../witness/candidates.ts'
import { certainSign, exists } from '../witness/certain.ts'
import { encloseSum, type Point } from '../witness/enclose-product.ts'
import { enclosed } from '../witness/witness.ts'
import { certainlyInside, certainlyNonzero } from './inside.ts'
import { numbersBetween, thresholdsOf, zerosIn } from './thresholds.ts'

const PRECISIONS = [160, 640]
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
    ? points(cell, free).some((point) => holdsAt(cell, point, nonzero))
    : hasSolution(cell, free, equation, nonzero)
}

function points(cell: Cell, free: readonly string[]): readonly RationalPoint[] {
  const extra = new Map(free.map((name) => [name, numbersBetween(thresholdsOf(cell, name))]))
  return [...candidatePoints(free, extra)].slice(0, MOST_POINTS)
}

function holdsAt(cell: Cell, point: RationalPoint, nonzero: Product | undefined): boolean {
  return PRECISIONS.some((bits) => {
    const at = enclosed(point, bits)
    return isWitness(cell, at, bits, nonzero, [])
  })
}

function isWitness(
  cell: Cell,
  at: Point,
  bits: number,
  nonzero: Product | undefined,
  except: readonly Fact[],
): boolean {
  return (
    certainlyInside(cell, at, bits, except) &&
    (nonzero === undefined || certainlyNonzero(nonzero, at, bits))
  )
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
      const bits = PRECISIONS[0] ?? 160
      const box = new Map([...enclosed(rest, bits), [name, bracket]])
      if (
        changesSign(equation, name, enclosed(rest, bits), bracket, bits) &&
        isWitness(cell, box, bits, nonzero, [equation])
      ) {
        return true
      }
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
  for (const { low, high } of zerosIn(sum, name, cell.algebra.budget, rest)) {
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
  name: string,
  rest: Point,
  { low, high }: Interval,
  bits: number,
): boolean {
  const [left, right] = [low, high].map((end) => {
    const at = new Map([...rest, [name, { low: end, high: end }]])
    return certainSign(() => encloseSum(sum, at, bits))
  })
  const over = new Map([...rest, [name, { low, high }]])
  return (
    exists(() => encloseSum(sum, over, bits)) &&
    left !== undefined &&
    right !== undefined &&
    left * right < 0
  )
}
