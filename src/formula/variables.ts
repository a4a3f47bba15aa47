import type { Condition, Expr } from './expr.ts'

/** The names of the variables that occur, also in what a derivative is taken of. */
export function variablesIn(expr: Expr): ReadonlySet<string> {
  const found = new Set<string>()
  collect(expr, found)
  return found
}

export function conditionVariables(test: Condition): ReadonlySet<string> {
  const found = new Set<string>()
  collectTest(test, found)
  return found
}

function collect(expr: Expr, found: Set<string>): void {
  if (expr.derivativeOf !== undefined) collect(expr.derivativeOf.operand, found)
  switch (expr.kind) {
    case 'variable':
      found.add(expr.name)
      return
    case 'negate':
      return collect(expr.operand, found)
    case 'operation':
      collect(expr.left, found)
      return collect(expr.right, found)
    case 'call':
      for (const argument of expr.args) collect(argument, found)
      return
    case 'conditional':
      collectTest(expr.test, found)
      collect(expr.then, found)
      return collect(expr.otherwise, found)
  }
}

function collectTest(test: Condition, found: Set<string>): void {
  switch (test.kind) {
    case 'truth':
      return
    case 'not':
      return collectTest(test.operand, found)
    case 'compare':
      collect(test.left, found)
      return collect(test.right, found)
    default:
      collectTest(test.left, found)
      return collectTest(test.right, found)
  }
}
