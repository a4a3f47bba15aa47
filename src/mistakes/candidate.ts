import type { Expr } from '../formula/expr.ts'

/** A wrong answer as a formula, with what to say to whom gave it. */
export interface Candidate {
  readonly note: string
  readonly title: string
  readonly hint: string
  readonly formula: Expr
  /** Set where every power of the formula is evaluated as TypeScript evaluates `^`. */
  readonly powersAsXor?: true
}
