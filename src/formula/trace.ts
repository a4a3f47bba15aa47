import { compileFloat64, holdsFloat64 } from './evaluate.ts'
import type { Expr } from './expr.ts'
import { ownParts, sidesOf } from './parts.ts'

/** A subexpression and what float64 makes of it. */
export interface TraceStep {
  readonly expr: Expr
  readonly value: number
}

/**
 * The value of every subexpression that is computed, innermost first: those of the tests, and those
 * on the branches that are taken. The last step is the whole formula.
 */
export function traceFloat64(
  expr: Expr,
  bindings: { readonly [name: string]: number },
): readonly TraceStep[] {
  const steps: TraceStep[] = []
  visit(expr, bindings, steps)
  return steps
}

function visit(
  expr: Expr,
  bindings: { readonly [name: string]: number },
  steps: TraceStep[],
): void {
  for (const child of takenChildren(expr, bindings)) visit(child, bindings, steps)
  const run = compileFloat64(expr, Object.keys(bindings))
  steps.push({ expr, value: run(...Object.values(bindings)) })
}

function takenChildren(expr: Expr, bindings: { readonly [name: string]: number }): readonly Expr[] {
  if (expr.kind !== 'conditional') return ownParts(expr)
  const taken = holdsFloat64(expr.test, bindings) ? expr.then : expr.otherwise
  return [...sidesOf(expr.test), taken]
}
