import { conditional, number } from '../../formula/build.ts'
import type { Condition, Expr } from '../../formula/expr.ts'
import type { Algebra } from '../normal-form/algebra.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import { vanishes } from '../normal-form/vanishes.ts'
import type { Cell } from '../signs/cell.ts'
import { evaluate } from './evaluate-in-cell.ts'
import { evaluation } from './evaluation.ts'
import type { Allowance } from './excess.ts'

/** Two formulas and what is assumed. */
export interface Question {
  readonly algebra: Algebra
  readonly a: Expr
  readonly b: Expr
  readonly assumptions: readonly Condition[]
  readonly variables: readonly string[]
  /** Set where small differences are allowed. */
  readonly allowance?: Allowance | undefined
}

/** What is found of the two formulas on one cell. */
export type Finding =
  | { readonly kind: 'outside' }
  | { readonly kind: 'equal' }
  | { readonly kind: 'both-undefined' }
  | {
      readonly kind: 'differ'
      readonly left: Product
      readonly right: Product
      readonly gap: Product
    }
  | { readonly kind: 'one-exists' }

/** Throws SplitNeeded where the cell is too large for one answer. */
export function compareInCell(cell: Cell, { a, b, assumptions }: Question): Finding {
  for (const assumption of assumptions) {
    const holds = evaluate(evaluation(cell), conditional(assumption, number(1), number(0)))
    if (holds === undefined || Pr.isZero(holds)) return { kind: 'outside' }
  }
  const left = evaluate(evaluation(cell), a)
  const right = evaluate(evaluation(cell), b)
  if (left === undefined && right === undefined) return { kind: 'both-undefined' }
  if (left === undefined || right === undefined) return { kind: 'one-exists' }
  const gap = Pr.subtract(cell.algebra, left, right)
  return vanishes(cell, gap) ? { kind: 'equal' } : { kind: 'differ', left, right, gap }
}
