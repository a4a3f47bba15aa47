import * as D from '../../exact/interval/dyadic.ts'
import * as I from '../../exact/interval/interval.ts'
import { type Interval, NoEnclosure } from '../../exact/interval/interval.ts'
import type { Budget } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import { compileFloat64 } from '../../formula/evaluate.ts'
import type { Condition, Expr } from '../../formula/expr.ts'
import type { Product } from '../normal-form/product.ts'
import { candidatePoints, type RationalPoint } from './candidates.ts'
import { tryToEnclose } from './certain.ts'
import { encloseExpr, holdsStrictly } from './enclose-expr.ts'
import { absolute, encloseProduct } from './enclose-product.ts'
import { type Spot, spotsAt } from './spot.ts'
import { overTolerance } from './tolerance.ts'

/** A point around which two formulas certainly differ, with an enclosure of each. */
export interface Witness {
  readonly point: RationalPoint
  readonly left: Interval
  readonly right: Interval
}

const PRECISIONS = [112, 400, 1280]

/** Two formulas, and what is assumed of their variables. */
export interface Sides {
  readonly a: Expr
  readonly b: Expr
  readonly assumptions: readonly Condition[]
  /** How far they may be apart and still count as the same. */
  readonly tolerance?: number | undefined
}

/** Certifies that the formulas differ at and around a point at which all assumptions strictly hold. */
export function certify(sides: Sides, point: RationalPoint, budget: Budget): Witness | undefined {
  for (const at of spotsAt(point, budget, PRECISIONS)) {
    const found = certifyAt(sides, point, at)
    if (found === 'no') return undefined
    if (found !== 'closer') return found
  }
  return undefined
}

function certifyAt(
  { a, b, assumptions, tolerance }: Sides,
  point: RationalPoint,
  at: Spot,
): Witness | 'no' | 'closer' {
  try {
    if (!assumptions.every((assumption) => holdsStrictly(assumption, at))) return 'no'
    const left = encloseExpr(a, at)
    const right = encloseExpr(b, at)
    const apart = areApart(I.subtract(left, right, at.bits), right, at, tolerance)
    if (apart === undefined) return 'closer'
    if (!apart) return 'no'
    return confirmed(a, b, { point, left, right }) ? { point, left, right } : 'no'
  } catch (error) {
    if (error instanceof NoEnclosure || error instanceof RangeError) return 'closer'
    throw error
  }
}

/** Whether a gap is certainly one, or certainly none; one within the tolerance is none. */
function areApart(
  gap: Interval,
  right: Interval,
  at: Spot,
  tolerance: number | undefined,
): boolean | undefined {
  const sign =
    tolerance === undefined
      ? I.signOf(absolute(gap))
      : I.signOf(overTolerance(gap, right, tolerance, at))
  return sign === undefined ? undefined : sign > 0
}

/** Certifies that what two formulas come to in a cell differs at one of its points. */
export function certifyInCell(
  { left, right, gap }: { readonly left: Product; readonly right: Product; readonly gap: Product },
  point: RationalPoint,
  { budget, tolerance }: { readonly budget: Budget; readonly tolerance?: number | undefined },
): Witness | undefined {
  for (const at of spotsAt(point, budget, PRECISIONS)) {
    const [a, b, between] = [left, right, gap].map((one) =>
      tryToEnclose((spot) => encloseProduct(one, spot), at),
    )
    if (a === undefined || b === undefined || between === undefined) continue
    const apart = areApart(between, b, at, tolerance)
    if (apart !== undefined) return apart ? { point, left: a, right: b } : undefined
  }
  return undefined
}

/**
 * A second opinion: a gap that doubles can see must be seen by them. They may be silent (not
 * finite), but a formula whose double lies far from its enclosure is not used as a witness.
 */
function confirmed(a: Expr, b: Expr, { point, left, right }: Witness): boolean {
  const gap = Math.abs(middle(left) - middle(right))
  if (!(gap > 1e-9)) return true
  const names = [...point.keys()]
  const values = [...point.values()].map(Q.toNumber)
  return [
    { expr: a, exact: middle(left) },
    { expr: b, exact: middle(right) },
  ].every(({ expr, exact }) => {
    const double = compileFloat64(expr, names)(...values)
    return !Number.isFinite(double) || Math.abs(double - exact) <= Math.max(gap, Math.abs(exact))
  })
}

/** A double near the enclosed number; infinite where it is too large for one. */
function middle({ low, high }: Interval): number {
  const sum = D.add(low, high)
  const bits = D.topBit(sum)
  if (bits > 1100) return Infinity * D.sign(sum)
  const rounded = D.round(sum, 60, 'down')
  return Number(rounded.mantissa) * 2 ** Math.max(rounded.exponent - 1, -1074)
}

/** Looks among simple points for one where doubles already show a difference, and certifies it. */
export function visibleWitness(
  sides: Sides,
  variables: readonly string[],
  budget: Budget,
): Witness | undefined {
  const { a, b } = sides
  const left = compileFloat64(a, variables)
  const right = compileFloat64(b, variables)
  let tried = 0
  for (const point of candidatePoints(variables)) {
    const values = [...point.values()].map(Q.toNumber)
    const x = left(...values)
    const y = right(...values)
    if (!(Math.abs(x - y) > 1e-9 * Math.max(1e-3, Math.abs(x), Math.abs(y)))) continue
    const witness = certify(sides, point, budget)
    if (witness !== undefined) return witness
    if (++tried >= 6) return undefined
  }
  return undefined
}
