import { piecesOf } from '../prover/rational-pieces/pieces.ts'
import { boundByIntervals } from './bound-by-intervals.ts'
import { boundByPieces } from './bound-by-pieces.ts'
import type { BoundClaim, BoundProof } from './bound-claim.ts'

/** Decides the claim over the whole line: exactly where the formula is made of quotients of polynomials. */
export function proveBound(claim: BoundClaim): BoundProof {
  const pieces = piecesOf(claim.formula, claim.variable)
  return pieces === undefined ? boundByIntervals(claim) : boundByPieces(pieces, claim)
}
