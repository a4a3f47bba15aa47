import type {
  Call,
  Comparison,
  Condition,
  ConstantName,
  Expr,
  FunctionName,
  Operator,
} from './expr.ts'

/** Plain constructors: they build exactly what they are given. */

export function number(value: number | bigint | string): Expr {
  const text = String(value)
  if (!text.startsWith('-')) return { kind: 'number', text }
  return { kind: 'negate', operand: { kind: 'number', text: text.slice(1) } }
}

export function variable(name: string): Expr {
  return { kind: 'variable', name }
}

export function constant(name: ConstantName): Expr {
  return { kind: 'constant', name }
}

export function operation(operator: Operator, left: Expr, right: Expr): Expr {
  return { kind: 'operation', operator, left, right }
}

export function call(name: FunctionName, ...args: readonly Expr[]): Call {
  return { kind: 'call', name, args }
}

export function conditional(test: Condition, then: Expr, otherwise: Expr): Expr {
  return { kind: 'conditional', test, then, otherwise }
}

export function compare(left: Expr, comparison: Comparison, right: Expr): Condition {
  return { kind: 'compare', comparison, left, right }
}

export function both(left: Condition, right: Condition): Condition {
  return { kind: 'and', left, right }
}
