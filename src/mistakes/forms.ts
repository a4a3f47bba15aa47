import { call, number, operation } from '../formula/build.ts'
import { WRITTEN } from '../formula/definitions.ts'
import { differentiate } from '../formula/differentiate.ts'
import type { Expr } from '../formula/expr.ts'
import { mapFormula } from '../formula/map-formula.ts'
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
  if (PIECEWISE[expr.name] === undefined) return written
  const conditional = asConditional(expr)
  const inExp = mapFormula(conditional, withoutExpm1)
  return [...written, conditional, ...(inExp === conditional ? [] : [inExp])]
}

function withoutExpm1(expr: Expr): Expr {
  if (expr.kind !== 'call' || expr.name !== 'expm1') return expr
  return operation('-', call('exp', ...expr.args), ONE)
}

/** The derivative of one application with respect to its first argument, at that argument. */
export function outerDerivative(expr: Expr & { readonly kind: 'call' }, inner: Expr): Expr {
  const [, ...rest] = expr.args
  const at = { kind: 'variable', name: INNER } as const
  return substitute(differentiate(call(expr.name, at, ...rest), INNER), INNER, inner)
}

/** No TypeScript name, so that it cannot be one of the exercise's. */
const INNER = '#inner'
