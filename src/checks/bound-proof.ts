import type { Expr } from '../formula/expr.ts'
import { piecesOf } from '../prover/rational-pieces/pieces.ts'
import { boundByIntervals } from './bound-by-intervals.ts'
import { boundByPieces } from './bound-by-pieces.ts'

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

/** Decides the claim over the whole line: exactly where the formula is made of quotients of polynomials. */
export function proveBound(claim: BoundClaim): BoundProof {
  const pieces = piecesOf(claim.formula, claim.variable)
  return pieces === undefined ? boundByIntervals(claim) : boundByPieces(pieces, claim)
}
