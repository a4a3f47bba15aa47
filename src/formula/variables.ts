import type { Condition, Expr } from './expr.ts'

/** The names of the variables that occur, also in what a derivative is taken of. */
export function variablesIn(expr: Expr): ReadonlySet<string> {
  return new Set(names(expr))
}

export function conditionVariables(test: Condition): ReadonlySet<string> {
  return new Set(testNames(test))
}

function* names(expr: Expr): Generator<string> {
  if (expr.derivativeOf !== undefined) yield* names(expr.derivativeOf.operand)
  switch (expr.kind) {
    case 'variable':
      yield expr.name
      break
    case 'negate':
      yield* names(expr.operand)
      break
    case 'operation':
      yield* names(expr.left)
      yield* names(expr.right)
      break
    case 'call':
      for (const argument of expr.args) yield* names(argument)
      break
    case 'conditional':
      yield* testNames(expr.test)
      yield* names(expr.then)
      yield* names(expr.otherwise)
  }
}

function* testNames(test: Condition): Generator<string> {
  switch (test.kind) {
    case 'truth':
      break
    case 'not':
      yield* testNames(test.operand)
      break
    case 'compare':
      yield* names(test.left)
      yield* names(test.right)
      break
    default:
      yield* testNames(test.left)
      yield* testNames(test.right)
  }
}
