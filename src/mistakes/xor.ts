import { operation, variable } from '../formula/build.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr } from '../formula/expr.ts'

type Run = (...args: number[]) => number

/**
 * The formula with `^` written for `**`, as TypeScript evaluates it: first with every power in
 * brackets of its own, then with the precedence of `^`, which is lower than that of `-` and `/`.
 */
export function compileWithXor(expr: Expr, names: readonly string[]): readonly Run[] {
  return [expr, ...liftedPower(expr)]
    .map((form) => compilePowers(form, names))
    .filter((run) => run !== undefined)
}

/** Every power becomes a variable of its own, innermost first, whose value is an exclusive or. */
function compilePowers(expr: Expr, names: readonly string[]): Run | undefined {
  const slots: { readonly base: Expr; readonly exponent: Expr }[] = []
  const main = withSlots(expr, slots)
  if (slots.length === 0) return undefined
  const all = [...names, ...slots.map((_, index) => `#${index}`)]
  const powers = slots.map(({ base, exponent }) => ({
    base: compileFloat64(base, all),
    exponent: compileFloat64(exponent, all),
  }))
  const run = compileFloat64(main, all)
  return (...args) => {
    const values = [...args]
    for (const { base, exponent } of powers) values.push(base(...values) ^ exponent(...values))
    return run(...values)
  }
}

function withSlots(expr: Expr, slots: { base: Expr; exponent: Expr }[]): Expr {
  switch (expr.kind) {
    case 'negate':
      return { ...expr, operand: withSlots(expr.operand, slots) }
    case 'call':
      return { ...expr, args: expr.args.map((argument) => withSlots(argument, slots)) }
    case 'operation': {
      const left = withSlots(expr.left, slots)
      const right = withSlots(expr.right, slots)
      if (expr.operator !== '**') return { ...expr, left, right }
      slots.push({ base: left, exponent: right })
      return variable(`#${slots.length - 1}`)
    }
    default:
      return expr
  }
}

/** `a - b ** n` with `^` for `**` reads `(a - b) ^ n`: the power at the right end moves outwards. */
function liftedPower(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'operation' || expr.operator === '**') return []
  const { right } = expr
  if (right.kind !== 'operation' || right.operator !== '**') return []
  return [operation('**', { ...expr, right: right.left }, right.right)]
}
