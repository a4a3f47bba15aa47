import type { Exercise, FunctionSpec } from '../exercise.ts'
import { conditional, number } from '../formula/build.ts'
import { derivativeOf } from '../formula/differentiate.ts'
import type { Expr } from '../formula/expr.ts'

/** The truth as one formula: the exercise's own, or the derivative of the function it belongs to. */
export function referenceFormula(exercise: Exercise, spec: FunctionSpec): Expr | undefined {
  const { derivative, holds } = spec
  if (holds !== undefined) return conditional(holds, number(1), number(0))
  const base = derivative && exercise.functions[derivative.of]?.formula
  return base && derivative ? derivativeOf(base, derivative.in) : spec.formula
}
