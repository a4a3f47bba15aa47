import type { Condition, Expr } from './expr.ts'
import { partsOf, sidesOf } from './parts.ts'

const known = new WeakMap<Expr, ReadonlySet<string>>()

/** The names of the variables that occur, also in what a derivative is taken of. */
export function variablesIn(expr: Expr): ReadonlySet<string> {
  const own = expr.kind === 'variable' ? [expr.name] : []
  const found = known.get(expr) ?? new Set([...own, ...namesIn(partsOf(expr))])
  known.set(expr, found)
  return found
}

export function conditionVariables(test: Condition): ReadonlySet<string> {
  return new Set(namesIn(sidesOf(test)))
}

function namesIn(parts: readonly Expr[]): readonly string[] {
  return parts.flatMap((part) => [...variablesIn(part)])
}
