import type { Condition, Expr } from './expr.ts'

const known = new WeakMap<Expr, ReadonlySet<string>>()

/** The names of the variables that occur, also in what a derivative is taken of. */
export function variablesIn(expr: Expr): ReadonlySet<string> {
  const found = known.get(expr) ?? new Set(names(expr))
  known.set(expr, found)
  return found
}

export function conditionVariables(test: Condition): ReadonlySet<string> {
  return new Set(testNames(test))
}

function* names(expr: Expr): Generator<string> {
  if (expr.derivativeOf !== undefined) yield* variablesIn(expr.derivativeOf.operand)
  switch (expr.kind) {
    case 'variable':
      yield expr.name
      break
    case 'negate':
      yield* variablesIn(expr.operand)
      break
    case 'operation':
      yield* variablesIn(expr.left)
      yield* variablesIn(expr.right)
      break
    case 'call':
      for (const argument of expr.args) yield* variablesIn(argument)
      break
    case 'conditional':
      yield* testNames(expr.test)
      yield* variablesIn(expr.then)
      yield* variablesIn(expr.otherwise)
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
      yield* variablesIn(test.left)
      yield* variablesIn(test.right)
      break
    default:
      yield* testNames(test.left)
      yield* testNames(test.right)
  }
}
