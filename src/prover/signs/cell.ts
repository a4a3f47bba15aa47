import type { SignSet } from '../../exact/sign-set.ts'
import type { Expr } from '../../formula/expr.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import type { Setting } from '../normal-form/setting.ts'

/** A part of space on which the formulas are compared: what is known of the signs there. */
export interface Cell extends Setting {
  /** Sums whose sign is known, by key. */
  readonly facts: ReadonlyMap<string, Fact>
  /** Variables that are something else here, such as x = 0 or a = b. */
  readonly bindings: ReadonlyMap<string, Product>
  /** What else holds, which the facts do not say or say more weakly: a point has to satisfy it too. */
  readonly unsaid: readonly SignedFormula[]
  /** Signs already worked out; only remembered, never part of what is known. */
  readonly remembered: Map<string, SignSet>
}

export interface Fact {
  readonly sum: Polynomial
  readonly signs: SignSet
}

export interface SignedFormula {
  readonly expr: Expr
  readonly signs: SignSet
}

/**
 * A sign is needed that is not known here: the cell is to be split. Thrown so often that it is no
 * Error: collecting a stack each time would cost more than the work in between.
 */
export class SplitNeeded {
  readonly sum: Polynomial
  readonly parts: readonly SignSet[]

  constructor(sum: Polynomial, parts: readonly SignSet[]) {
    this.sum = sum
    this.parts = parts
  }
}
