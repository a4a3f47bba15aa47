import type { Expr } from '../../formula/expr.ts'
import type { Product } from '../normal-form/product.ts'
import type { Cell } from '../signs/cell.ts'

/** How a formula is evaluated in a cell. */
export interface Evaluation {
  readonly cell: Cell
  /** Values by subexpression: the same one is worked out once. */
  readonly values: Map<Expr, Product | undefined>
  /** Just beside the cell's points: how a condition is decided where its two sides are equal. */
  readonly germ?: Germ
  /** Whether max stays a letter, when it does not matter which is the largest. */
  readonly keepsMaximum?: boolean
  /** Set when a branch was chosen on an equality, or a fractional power of zero was taken. */
  readonly met: { equality: boolean; edge: boolean }
  /** Whether signs are told apart completely, also where less would do. */
  readonly complete?: boolean
}

export interface Germ {
  readonly variable: string
  readonly direction: 1 | -1
}

export function evaluation(cell: Cell, options: Partial<Evaluation> = {}): Evaluation {
  return { cell, values: new Map(), met: { equality: false, edge: false }, ...options }
}

/** Works out a formula. What it needs of its own kind is handed in, so that files do not go round. */
export type Evaluate = (on: Evaluation, expr: Expr) => Product | undefined
