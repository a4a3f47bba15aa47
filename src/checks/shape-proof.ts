import { number, operation } from '../formula/build.ts'
import type { Expr } from '../formula/expr.ts'
import { mapFormula } from '../formula/map-formula.ts'
import { nearestDouble } from '../prover/decision.ts'
import { proveEqual } from '../prover/prove-equal.ts'
import { piecesOf } from '../prover/rational-pieces/pieces.ts'
import { isZero, neverFalls, telling } from '../prover/rational-pieces/shape.ts'

/** Whether a property of a function was proved for every number, and points at which a failure would show. */
export interface ShapeProof {
  readonly proved: boolean
  readonly worthALook: readonly number[]
}

/** Whether f(−x) = −f(x): exactly on pieces where the formula has them, and else by the prover. */
export function proveOdd(formula: Expr, variable: string): ShapeProof {
  const mirrored = mapFormula(formula, (part) =>
    part.kind === 'variable' && part.name === variable ? { kind: 'negate', operand: part } : part,
  )
  const pieces = piecesOf(operation('+', formula, mirrored), variable)
  if (pieces !== undefined) return { proved: isZero(pieces), worthALook: telling(pieces) }
  const decision = proveEqual(mirrored, operation('-', number(0), formula))
  const witness = decision.verdict === 'different' ? decision.witness[variable] : undefined
  const worthALook = witness === undefined ? [] : [nearestDouble(witness)]
  return { proved: decision.verdict === 'equal', worthALook }
}

/** Whether the function never falls: by the direction of each piece and the jumps between them. */
export function proveRising(formula: Expr, variable: string): ShapeProof {
  const pieces = piecesOf(formula, variable)
  if (pieces === undefined) return { proved: false, worthALook: [] }
  return { proved: neverFalls(pieces), worthALook: telling(pieces) }
}
