import { compare, conditional, number } from '../formula/build.ts'
import type { Comparison, Condition, Expr } from '../formula/expr.ts'
import { FORMULA_SLIPS } from './formula-slips.ts'
import { type Rule, rewriteOnce } from './rewrite.ts'

/** A formula that differs from the right one at one place. */
export interface Mutant {
  /** The rule by which it was made: a generic note, or `literal`, `threshold`, `comparison`. */
  readonly rule: string
  readonly formula: Expr
}

/**
 * The formulas that differ from a given one at one place: what a check must not let pass. Some may
 * be the same function in another form, which is for the caller to find out.
 */
export function mutantsOf(expr: Expr): readonly Mutant[] {
  const rules = [...FORMULA_SLIPS.map(({ note, rule }) => [note, rule] as const), ...OWN_RULES]
  return rules.flatMap(([rule, change]) =>
    rewriteOnce(expr, change).map((formula) => ({ rule, formula })),
  )
}

const OWN_RULES: readonly (readonly [name: string, rule: Rule])[] = [
  ['literal', otherLiterals],
  ['threshold', otherThresholds],
  ['comparison', otherComparisons],
]

function otherLiterals(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'number') return []
  const value = Number(expr.text)
  return [value + 1, value - 1, value * 2, value * 1.01]
    .filter((other) => other !== value)
    .map((other) => number(other))
}

/** A condition's constant moved a little: a bound such as 6 that is really 6.5. */
function otherThresholds(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'conditional' || expr.test.kind !== 'compare') return []
  const { comparison, left, right } = expr.test
  return otherLiterals(right).map((moved) =>
    conditional(compare(left, comparison, moved), expr.then, expr.otherwise),
  )
}

function otherComparisons(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'conditional') return []
  const turned = turnedRound(expr.test)
  return turned === undefined ? [] : [conditional(turned, expr.then, expr.otherwise)]
}

const OPPOSITE: { readonly [comparison in Comparison]: Comparison } = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '===': '!==',
  '!==': '===',
}

function turnedRound(test: Condition): Condition | undefined {
  if (test.kind !== 'compare') return undefined
  return compare(test.left, OPPOSITE[test.comparison], test.right)
}
