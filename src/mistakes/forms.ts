import { call, number } from '../formula/build.ts'
import { WRITTEN } from '../formula/definitions.ts'
import { differentiate } from '../formula/differentiate.ts'
import type { Expr } from '../formula/expr.ts'
import { asConditional, PIECEWISE } from '../formula/piecewise.ts'
import { rewriteOnce, substitute } from './rewrite.ts'

const ONE = number(1)

/** Other ways to write a formula: every function replaced, one at a time, by what it stands for. */
export function formsOf(expr: Expr): readonly Expr[] {
  return [expr, ...rewriteOnce(expr, expansions)]
}

function expansions(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'call') return []
  const [u = ONE, v = ONE] = expr.args
  const written = WRITTEN[expr.name]?.(u, v) ?? []
  return PIECEWISE[expr.name] === undefined ? written : [...written, asConditional(expr)]
}

/** The derivative of one application with respect to its first argument, at that argument. */
export function outerDerivative(expr: Expr & { readonly kind: 'call' }, inner: Expr): Expr {
  const [, ...rest] = expr.args
  const at = { kind: 'variable', name: INNER } as const
  return substitute(differentiate(call(expr.name, at, ...rest), INNER), INNER, inner)
}

/** No TypeScript name, so that it cannot be one of the exercise's. */
const INNER = '#inner'
