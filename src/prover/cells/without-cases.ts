import { Undecided } from '../../exact/limits.ts'
import type { Expr } from '../../formula/expr.ts'
import type { Algebra } from '../normal-form/algebra.ts'
import * as Pr from '../normal-form/product.ts'
import { vanishes } from '../normal-form/vanishes.ts'
import { SplitNeeded } from '../signs/cell.ts'
import { evaluate } from './evaluate-in-cell.ts'
import { evaluation } from './evaluation.ts'
import { cellOf, type Region } from './region.ts'

/**
 * Whether the formulas are equal with every maximum kept as a letter: then it does not matter
 * which value is the largest, and maxima of many variables need no cases.
 */
export function provesWithoutCases(algebra: Algebra, region: Region, a: Expr, b: Expr): boolean {
  try {
    const cell = cellOf(algebra, region)
    if (cell === undefined) return false
    const left = evaluate(evaluation(cell, { keepsMaximum: true }), a)
    const right = evaluate(evaluation(cell, { keepsMaximum: true }), b)
    if (left === undefined || right === undefined) return false
    return vanishes(cell, Pr.subtract(algebra, left, right))
  } catch (error) {
    if (error instanceof SplitNeeded || error instanceof Undecided) return false
    throw error
  }
}
