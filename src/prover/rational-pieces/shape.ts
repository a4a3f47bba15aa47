import { type Budget, newBudget, withinBudget } from '../../exact/limits.ts'
import { atCut, type Cut, numberBetween } from '../../exact/line.ts'
import * as Q from '../../exact/rational.ts'
import type { Pieces } from './pieces.ts'
import { add, negate, type RationalFunction } from './rational-function.ts'

/** Whether the function never falls, over all real numbers at which it has a value. */
export function neverFalls({ gaps, cuts }: Pieces): boolean {
  if (gaps.some(({ direction }) => direction < 0)) return false
  const budget = newBudget(STEPS)
  const holds = withinBudget(() =>
    cuts.every(({ at, is }, index) => {
      const [left, right] = [gaps[index]?.is, gaps[index + 1]?.is]
      return left && right && isAtMost(left, is, at, budget) && isAtMost(is, right, at, budget)
    }),
  )
  return holds ?? false
}

/** What takes longer to show is not shown. */
const STEPS = 400_000

/** Whether a is at most b at a cut; false where one of them has a pole there. */
function isAtMost(a: RationalFunction, b: RationalFunction, cut: Cut, budget: Budget): boolean {
  const place = atCut(cut, budget)
  const { top, bottom } = add(b, negate(a), budget)
  if (place.signOf(a.bottom) === 0 || place.signOf(b.bottom) === 0) return false
  return place.signOf(top) * place.signOf(bottom) >= 0
}

/** Whether the function is 0 for every number. */
export function isZero({ gaps, cuts }: Pieces): boolean {
  const functions = [...gaps, ...cuts].map(({ is }) => is)
  const budget = newBudget(STEPS)
  const holds = withinBudget(() =>
    functions.every(({ top }, index) => {
      if (top.length === 0) return true
      const cut = cuts[index - gaps.length]
      return cut !== undefined && atCut(cut.at, budget).signOf(top) === 0
    }),
  )
  return holds ?? false
}

/**
 * Doubles that show whatever the pieces are: each cut with its neighbours on both sides, and one
 * number inside each gap. A function has its largest and smallest values among them or far out.
 */
export function telling({ gaps, cuts }: Pieces): readonly number[] {
  const beside = cuts.flatMap(({ at }) => {
    const x = Q.toNumber(at.high)
    const step = Math.max(Math.abs(x) * 2 ** -52, 2 ** -1000)
    return [x - 2 * step, x - step, x, x + step, x + 2 * step]
  })
  const inside = gaps.map(({ from, to }) => Q.toNumber(numberBetween(from, to)))
  return [...beside, ...inside].filter(Number.isFinite)
}
