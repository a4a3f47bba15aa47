import type { Expr } from '../formula/expr.ts'

/** What is to hold: |formula − target| ≤ limit for every x. The target must never fall. */
export interface BoundClaim {
  readonly formula: Expr
  readonly variable: string
  readonly target: (x: number) => number
  readonly limit: number
}

export type BoundProof =
  | { readonly kind: 'proved' }
  /** Where the claim fails or could not be shown: worth a look. */
  | { readonly kind: 'open'; readonly at: number }
