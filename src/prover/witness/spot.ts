import type { Interval } from '../../exact/interval/interval.ts'
import * as I from '../../exact/interval/interval.ts'
import { type Budget, newBudget, spend } from '../../exact/limits.ts'
import type { Expr } from '../../formula/expr.ts'
import type { Generator as Letter } from '../normal-form/generator.ts'
import type { RationalPoint } from './candidates.ts'

/** A point, or a box, at which things are enclosed with so many bits; what was enclosed is remembered. */
export interface Spot {
  readonly values: ReadonlyMap<string, Interval>
  readonly bits: number
  readonly budget: Budget
  readonly letters: Map<Letter, Interval>
  readonly parts: Map<Expr, Interval>
}

export function spot(
  values: ReadonlyMap<string, Interval>,
  bits: number,
  budget: Budget = newBudget(Infinity),
): Spot {
  return { values, bits, budget, letters: new Map(), parts: new Map() }
}

/** From quick to fine. */
const PRECISIONS = [64, 160, 640]

/** One point with more and more bits, each made when it is asked for. */
export function* spotsAt(
  point: RationalPoint,
  budget: Budget,
  precisions: readonly number[] = PRECISIONS,
): Generator<Spot> {
  for (const bits of precisions) yield spot(enclosed(point, bits), bits, budget)
}

export function enclosed(point: RationalPoint, bits: number): ReadonlyMap<string, Interval> {
  return new Map([...point].map(([name, value]) => [name, I.fromRational(value, bits)]))
}

/** What a function costs to enclose, in steps; an exponential of few bits costs 1. */
const WEIGHTS: { readonly [kind: string]: number } = { atan: 5, asin: 6, erf: 8 }

export function spendOnFunction({ bits, budget }: Spot, kind: string): void {
  spend(budget, ((WEIGHTS[kind] ?? 1) * bits * Math.sqrt(bits)) / 100)
}

export function spendOnSum({ bits, budget }: Spot): void {
  spend(budget, 2 + bits / 100)
}
