import * as D from '../exact/interval/dyadic.ts'
import * as I from '../exact/interval/interval.ts'
import { newBudget, withinBudget } from '../exact/limits.ts'
import { number, operation, variable } from '../formula/build.ts'
import type { Range } from '../formula/domain.ts'
import type { Condition, Expr } from '../formula/expr.ts'
import { mapCondition } from '../formula/map-formula.ts'
import { printFormula } from '../formula/print.ts'
import {
  conditionRounds,
  differentiatesRounding,
  replaceFloors,
  rounds,
  steps,
} from '../formula/rounding.ts'
import { type Box, boxSpot, halves } from './cells/boxes.ts'
import { tryToEnclose } from './witness/certain.ts'
import { encloseExpr } from './witness/enclose-expr.ts'

/** A question about formulas that round, as one about formulas that do not. */
export interface Unrounded {
  readonly a: Expr
  readonly b: Expr
  readonly assumptions: readonly Condition[]
  /** How many whole numbers the floors may be, in all. */
  readonly pieces: number
}

interface Rounded {
  readonly a: Expr
  readonly b: Expr
  readonly assumptions: readonly Condition[]
}

export function anyRounds({ a, b, assumptions }: Rounded): boolean {
  return rounds(a) || rounds(b) || assumptions.some(conditionRounds)
}

/**
 * Each floor as a letter of its own, the same for the same text. Whatever is equal then is equal; what
 * differs may not, because a floor is not any number. Undefined where a floor is differentiated.
 */
export function withLetters(asked: Rounded): Unrounded | undefined {
  if (differentiatesRounding(asked.a) || differentiatesRounding(asked.b)) return undefined
  // The letter exists where the argument does.
  const letter = (u: Expr) =>
    operation('+', variable(`floor(${printFormula(u)})`), operation('*', number(0), u))
  return { ...replaced(asked, letter), pieces: 0 }
}

/** Beyond so many whole numbers nothing is split. */
const MOST_PIECES = 150

/**
 * Each floor as the steps that it takes on a box: the same question, if that is assumed. Undefined
 * where the arguments cannot be enclosed, or there are too many steps.
 */
export function withSteps(asked: Rounded, box: Box): Unrounded | undefined {
  let pieces = 0
  const known = new Map<string, Range | undefined>()
  const stepped = replaced(asked, (u) => {
    const text = printFormula(u)
    const range = known.has(text) ? known.get(text) : rangeOver(u, box)
    if (!known.has(text)) pieces += range === undefined ? Infinity : range[1] - range[0] + 1
    known.set(text, range)
    return range === undefined || pieces > MOST_PIECES ? u : steps(u, range)
  })
  return pieces > MOST_PIECES ? undefined : { ...stepped, pieces }
}

function replaced({ a, b, assumptions }: Rounded, by: (u: Expr) => Expr): Rounded {
  return {
    a: replaceFloors(a, by),
    b: replaceFloors(b, by),
    assumptions: assumptions.map((test) => mapCondition(test, (side) => replaceFloors(side, by))),
  }
}

const STEPS = 20_000
const MOST_PARTS = 64

/** Between which numbers a formula certainly stays on a box. */
function rangeOver(u: Expr, box: Box): Range | undefined {
  const budget = newBudget(STEPS)
  return withinBudget(() => {
    const open: Box[] = [box]
    let range: I.Interval | undefined
    for (let looked = 0; open.length > 0; looked++) {
      const part = open.pop() as Box
      const value = tryToEnclose((at) => encloseExpr(u, at), boxSpot(part, budget))
      if (value !== undefined) range = range === undefined ? value : I.hull(range, value)
      else if (looked < MOST_PARTS) open.push(...halves(part))
      else return undefined
    }
    return range && asRange(range)
  })
}

function asRange({ low, high }: I.Interval): Range | undefined {
  if (D.topBit(low) > 50 || D.topBit(high) > 50) return undefined
  // One beyond each end: what a floor is just outside of the box decides its slope at the end.
  return [Number(D.floor(low)) - 1, Number(D.floor(high)) + 1]
}
