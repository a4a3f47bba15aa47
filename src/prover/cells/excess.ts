import * as Q from '../../exact/rational.ts'
import { variablesOf } from '../normal-form/make.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import type { Cell } from '../signs/cell.ts'
import type { RationalPoint } from '../witness/candidates.ts'
import { certainSign } from '../witness/certain.ts'
import { encloseProduct } from '../witness/enclose-product.ts'
import type { Spot } from '../witness/spot.ts'
import { overShare, overTolerance } from '../witness/tolerance.ts'
import { type Box, boxOf, halves, isOutside, meet, over } from './boxes.ts'

/** Differences up to |left − right| = tolerance · max(1, |right|) are allowed, and shown on a box. */
export interface Allowance {
  readonly tolerance: number
  readonly box: Box
}

interface Sides {
  readonly right: Product
  readonly gap: Product
}

const MOST_PARTS = 400

/**
 * Whether two values exceed an allowance where a cell meets its box: certainly nowhere, at a point
 * that is likely to show it, or undefined where neither was found.
 */
export function excessIn(
  cell: Cell,
  sides: Sides,
  { tolerance, box }: Allowance,
): 'nowhere' | RationalPoint | undefined {
  const whole = meet(box, boxOf(cell))
  if (![...variablesOf(sides.right), ...variablesOf(sides.gap)].every((name) => whole.has(name))) {
    return undefined
  }
  const excess = excessOf(cell, sides, tolerance)
  const open: Box[] = [whole]
  for (let looked = 0; looked < MOST_PARTS; looked++) {
    const part = open.pop()
    if (part === undefined) return 'nowhere'
    const at = over(cell, part)
    if (excess(at) === -1 || isOutside(cell, at, whole)) continue
    const middle = middleOf(part)
    if (excess(over(cell, middle)) === 1) return pointOf(middle)
    open.push(...halves(part))
  }
  return undefined
}

/** Negative where the gap is certainly small beside 1 or beside the value, positive where it is certainly not. */
function excessOf(
  { algebra }: Cell,
  { right, gap }: Sides,
  tolerance: number,
): (at: Spot) => number | undefined {
  const share = Pr.isZero(right) ? undefined : Pr.divide(algebra, gap, right)
  return (at) => {
    const sign = certainSign((one) => {
      return overTolerance(encloseProduct(gap, one), encloseProduct(right, one), tolerance, one)
    }, at)
    if (sign !== undefined || share === undefined) return sign
    const ofShare = certainSign((one) => overShare(encloseProduct(share, one), tolerance, one), at)
    return ofShare === -1 ? -1 : undefined
  }
}

function middleOf(box: Box): Box {
  return new Map(
    [...box].map(([name, [low, high]]) => {
      const middle = Q.divide(Q.add(low, high), Q.rational(2))
      return [name, [middle, middle]] as const
    }),
  )
}

function pointOf(box: Box): RationalPoint {
  return new Map([...box].map(([name, [value]]) => [name, value]))
}
