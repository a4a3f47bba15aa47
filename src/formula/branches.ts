import { call } from './build.ts'
import { holdsFloat64 } from './evaluate.ts'
import type { Condition, Expr } from './expr.ts'
import { mapCondition } from './map-formula.ts'
import { asConditional, PIECEWISE } from './piecewise.ts'
import { subtract } from './simplify.ts'

type Bindings = { readonly [name: string]: number }

/** The formula with every function that switches branches written as conditionals. */
export function withConditionals(expr: Expr): Expr {
  switch (expr.kind) {
    case 'negate':
      return { ...expr, operand: withConditionals(expr.operand) }
    case 'operation':
      return { ...expr, left: withConditionals(expr.left), right: withConditionals(expr.right) }
    case 'call':
      if (PIECEWISE[expr.name] !== undefined) return withConditionals(asConditional(expr))
      return call(expr.name, ...expr.args.map(withConditionals))
    case 'conditional':
      return {
        ...expr,
        test: mapCondition(expr.test, withConditionals),
        // biome-ignore lint/suspicious/noThenProperty: a conditional's branch, never awaited
        then: withConditionals(expr.then),
        otherwise: withConditionals(expr.otherwise),
      }
    default:
      return expr
  }
}

/** Expressions whose zeros are where a formula (written with conditionals) switches branches. */
export function switchesOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'negate':
      return switchesOf(expr.operand)
    case 'operation':
      return [...switchesOf(expr.left), ...switchesOf(expr.right)]
    case 'call':
      return expr.args.flatMap(switchesOf)
    case 'conditional':
      return [...testSwitches(expr.test), ...switchesOf(expr.then), ...switchesOf(expr.otherwise)]
    default:
      return []
  }
}

/** The branches taken at the given values: a formula without conditionals. */
export function branchAt(expr: Expr, bindings: Bindings): Expr {
  switch (expr.kind) {
    case 'negate':
      return { ...expr, operand: branchAt(expr.operand, bindings) }
    case 'operation':
      return {
        ...expr,
        left: branchAt(expr.left, bindings),
        right: branchAt(expr.right, bindings),
      }
    case 'call':
      return call(expr.name, ...expr.args.map((argument) => branchAt(argument, bindings)))
    case 'conditional': {
      const taken = holdsFloat64(expr.test, bindings) ? expr.then : expr.otherwise
      return branchAt(taken, bindings)
    }
    default:
      return expr
  }
}

function testSwitches(test: Condition): readonly Expr[] {
  switch (test.kind) {
    case 'truth':
      return []
    case 'not':
      return testSwitches(test.operand)
    case 'compare':
      return [subtract(test.left, test.right), ...switchesOf(test.left), ...switchesOf(test.right)]
    default:
      return [...testSwitches(test.left), ...testSwitches(test.right)]
  }
}
