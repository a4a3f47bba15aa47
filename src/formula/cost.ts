import type { Condition, Expr } from './expr.ts'

/** Operations that one evaluation takes, on the most expensive path through the branches. */
export interface Cost {
  readonly additions: number
  readonly multiplications: number
  readonly divisions: number
  readonly comparisons: number
  /** Calls of functions such as exp; abs, max, min and sign count as comparisons. */
  readonly functions: number
}

const NOTHING: Cost = {
  additions: 0,
  multiplications: 0,
  divisions: 0,
  comparisons: 0,
  functions: 0,
}

/** Counts the operations of a formula as it is written. A whole power counts its multiplications. */
export function costOf(expr: Expr): Cost {
  switch (expr.kind) {
    case 'negate':
      return costOf(expr.operand)
    case 'operation':
      return plus(costOf(expr.left), costOf(expr.right), ofOperation(expr))
    case 'call':
      return plus(...expr.args.map(costOf), ofCall(expr.name))
    case 'conditional':
      return plus(ofTest(expr.test), largest(costOf(expr.then), costOf(expr.otherwise)))
    default:
      return NOTHING
  }
}

export function totalOf(cost: Cost): number {
  return Object.values(cost).reduce((sum, count) => sum + count, 0)
}

function plus(...costs: readonly Cost[]): Cost {
  return costs.reduce((sum, cost) => ({
    additions: sum.additions + cost.additions,
    multiplications: sum.multiplications + cost.multiplications,
    divisions: sum.divisions + cost.divisions,
    comparisons: sum.comparisons + cost.comparisons,
    functions: sum.functions + cost.functions,
  }))
}

function largest(a: Cost, b: Cost): Cost {
  const weight = (cost: Cost) => totalOf(cost) + 100 * cost.functions + 4 * cost.divisions
  return weight(a) >= weight(b) ? a : b
}

function ofOperation({ operator, right }: Expr & { readonly kind: 'operation' }): Cost {
  if (operator === '+' || operator === '-') return { ...NOTHING, additions: 1 }
  if (operator === '*') return { ...NOTHING, multiplications: 1 }
  if (operator === '/') return { ...NOTHING, divisions: 1 }
  const exponent = right.kind === 'number' ? Number(right.text) : Number.NaN
  const whole = Number.isInteger(exponent) && exponent > 0 && exponent <= 64
  return whole ? { ...NOTHING, multiplications: exponent - 1 } : { ...NOTHING, functions: 1 }
}

const CHEAP: readonly string[] = ['abs', 'max', 'min', 'sign', 'relu']

function ofCall(name: string): Cost {
  return CHEAP.includes(name) ? { ...NOTHING, comparisons: 1 } : { ...NOTHING, functions: 1 }
}

function ofTest(test: Condition): Cost {
  switch (test.kind) {
    case 'truth':
      return NOTHING
    case 'not':
      return ofTest(test.operand)
    case 'compare':
      return plus(costOf(test.left), costOf(test.right), { ...NOTHING, comparisons: 1 })
    default:
      return plus(ofTest(test.left), ofTest(test.right))
  }
}
