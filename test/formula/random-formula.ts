import fc from 'fast-check'
import {
  call,
  compare,
  conditional,
  constant,
  number,
  operation,
  variable,
} from '../../src/formula/build.ts'
import type { Condition, Expr, FunctionName } from '../../src/formula/expr.ts'
import { FUNCTION_ARITY } from '../../src/formula/expr.ts'

/** Any formula of the language, with conditions, for laws that hold of all of them. */
export const anyFormula: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr; test: Condition }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      fc.constantFrom('x', 'alpha', 'beta').map(variable),
      fc.constantFrom('0', '2', '0.5', '1e-20', '.25', '3.').map((text) => number(text)),
      fc
        .constantFrom('pi', 'e', 'NaN', 'infinity', 'seluAlpha')
        .map((name) => constant(name as 'pi')),
    ),
    tie('expr').map((operand): Expr => ({ kind: 'negate', operand })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/', '**'), tie('expr'), tie('expr'))
      .map(([operator, left, right]) => operation(operator as '+', left, right)),
    fc
      .tuple(fc.constantFrom(...Object.keys(FUNCTION_ARITY)), tie('expr'), tie('expr'))
      .map(([name, first, second]) =>
        FUNCTION_ARITY[name as FunctionName] === 2
          ? call(name as FunctionName, first, second)
          : call(name as FunctionName, first),
      ),
    fc
      .tuple(tie('test'), tie('expr'), tie('expr'))
      .map(([test, then, otherwise]) => conditional(test, then, otherwise)),
  ),
  test: fc.oneof(
    { maxDepth: 2 },
    fc
      .tuple(tie('expr'), fc.constantFrom('<', '<=', '>', '>=', '===', '!=='), tie('expr'))
      .map(([left, comparison, right]) => compare(left, comparison as '<', right)),
    fc.boolean().map((value): Condition => ({ kind: 'truth', value })),
    tie('test').map((operand): Condition => ({ kind: 'not', operand })),
    fc
      .tuple(fc.constantFrom('and', 'or'), tie('test'), tie('test'))
      .map(([kind, left, right]) => ({ kind, left, right }) as Condition),
  ),
})).expr

/** A copy without what only says where and whence. */
export function bare(expr: Expr): unknown {
  return JSON.parse(
    JSON.stringify(expr, (key, value) =>
      key === 'span' || key === 'derivativeOf' ? undefined : value,
    ),
  )
}
