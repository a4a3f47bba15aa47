import * as I from '../../exact/interval/interval.ts'
import type { Budget } from '../../exact/limits.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import * as S from '../../exact/sign-set.ts'
import { variablesOfSum } from '../normal-form/make.ts'
import { asUnivariate } from '../normal-form/one-unknown.ts'
import type { Cell, Fact } from '../signs/cell.ts'
import { certainSign } from '../witness/certain.ts'
import { encloseSum } from '../witness/enclose-product.ts'
import { type Spot, spot } from '../witness/spot.ts'

/** From a rational to another one, for each variable. */
export type Box = ReadonlyMap<string, readonly [low: Rational, high: Rational]>

const BITS = 80

/**
 * Whether the facts of a cell certainly contradict each other: the box in which facts of single
 * variables hold it is halved until on each part some fact is certainly false. False says nothing.
 */
export function isEmptyByBoxes(cell: Cell, most: number): boolean {
  const box = boxOf(cell)
  return box.size > 0 && holdsOnParts(box, most, (part) => isOutside(cell, over(cell, part), box))
}

/** Whether something can be shown of a box or, part by part, of its halves. */
export function holdsOnParts(box: Box, most: number, holds: (part: Box) => boolean): boolean {
  const open: Box[] = [box]
  for (let looked = 0; looked < most; looked++) {
    const next = open.pop()
    if (next === undefined) return true
    if (!holds(next)) open.push(...halves(next))
  }
  return open.length === 0
}

export function isOutside(cell: Cell, at: Spot, box: Box): boolean {
  return [...cell.facts.values()].some((fact) => {
    return [...variablesOfSum(fact.sum)].every((name) => box.has(name)) && isFalse(fact, at)
  })
}

function isFalse({ sum, signs }: Fact, at: Spot): boolean {
  const sign = certainSign((one) => encloseSum(sum, one), at)
  return sign !== undefined && (S.ofSign(sign) & signs) === 0
}

export function over({ algebra }: Cell, box: Box): Spot {
  return boxSpot(box, algebra.budget)
}

export function boxSpot(box: Box, budget: Budget): Spot {
  const values = [...box].map(([name, [low, high]]) => {
    return [name, I.hull(I.fromRational(low, BITS), I.fromRational(high, BITS))] as const
  })
  return spot(new Map(values), BITS, budget)
}

/** The bounds that facts such as x > 1 set, of the variables that have two. */
export function boxOf(cell: Cell): Box {
  const bounds = new Map<string, { low?: Rational; high?: Rational }>()
  for (const { sum, signs } of cell.facts.values()) {
    const own = asUnivariate(sum)
    const [constant, slope, ...higher] = own?.polynomial ?? []
    if (own?.generator.kind !== 'variable' || higher.length > 0) continue
    if (constant === undefined || slope === undefined) continue
    const at = Q.negate(Q.divide(constant, slope))
    const side = Q.sign(slope) > 0 ? signs : S.flip(signs)
    const known = bounds.get(own.generator.name) ?? {}
    if ((side & S.NEGATIVE) === 0) known.low = known.low ? larger(known.low, at) : at
    if ((side & S.POSITIVE) === 0) known.high = known.high ? smaller(known.high, at) : at
    bounds.set(own.generator.name, known)
  }
  const box = new Map<string, readonly [Rational, Rational]>()
  for (const [name, { low, high }] of bounds) {
    if (low !== undefined && high !== undefined) box.set(name, [low, high])
  }
  return box
}

/** What two boxes share; a variable that only one of them bounds is bounded by that. */
export function meet(a: Box, b: Box): Box {
  const both = new Map(a)
  for (const [name, [low, high]] of b) {
    const [from, to] = both.get(name) ?? [low, high]
    both.set(name, [larger(from, low), smaller(to, high)])
  }
  return both
}

/** Cut in the middle of its longest side. */
export function halves(box: Box): readonly Box[] {
  const [longest] = [...box].sort(([, a], [, b]) => Q.compare(width(b), width(a)))
  if (longest === undefined) return []
  const [name, [low, high]] = longest
  const middle = Q.divide(Q.add(low, high), Q.rational(2))
  return [new Map(box).set(name, [low, middle]), new Map(box).set(name, [middle, high])]
}

function width([low, high]: readonly [Rational, Rational]): Rational {
  return Q.subtract(high, low)
}

function larger(a: Rational, b: Rational): Rational {
  return Q.compare(a, b) > 0 ? a : b
}

function smaller(a: Rational, b: Rational): Rational {
  return Q.compare(a, b) < 0 ? a : b
}
