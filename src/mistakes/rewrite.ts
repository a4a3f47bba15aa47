import type { Expr } from '../formula/expr.ts'
import { mapCondition } from '../formula/map-formula.ts'

/** What may stand in place of one subexpression; none where the rule does not apply. */
export type Rule = (expr: Expr) => readonly Expr[]

/** Every formula that comes from applying the rule at exactly one place, tests of conditionals apart. */
export function rewriteOnce(expr: Expr, rule: Rule): readonly Expr[] {
  return [...rule(expr), ...insideParts(expr, (part) => rewriteOnce(part, rule))]
}

function insideParts(expr: Expr, change: (part: Expr) => readonly Expr[]): readonly Expr[] {
  switch (expr.kind) {
    case 'negate':
      return change(expr.operand).map((operand) => ({ ...expr, operand }))
    case 'operation':
      return [
        ...change(expr.left).map((left) => ({ ...expr, left })),
        ...change(expr.right).map((right) => ({ ...expr, right })),
      ]
    case 'call':
      return expr.args.flatMap((argument, index) =>
        change(argument).map((fresh) => ({ ...expr, args: expr.args.with(index, fresh) })),
      )
    case 'conditional':
      return [
        ...change(expr.then).map((then) => ({ ...expr, then })),
        ...change(expr.otherwise).map((otherwise) => ({ ...expr, otherwise })),
      ]
    default:
      return []
  }
}

/** The formula with another one in place of a variable, in tests too. */
export function substitute(expr: Expr, name: string, by: Expr): Expr {
  const inside = (part: Expr) => substitute(part, name, by)
  switch (expr.kind) {
    case 'variable':
      return expr.name === name ? by : expr
    case 'negate':
      return { ...expr, operand: inside(expr.operand) }
    case 'operation':
      return { ...expr, left: inside(expr.left), right: inside(expr.right) }
    case 'call':
      return { ...expr, args: expr.args.map(inside) }
    case 'conditional': {
      const branches = [inside(expr.then), inside(expr.otherwise)] as const
      const test = mapCondition(expr.test, inside)
      // biome-ignore lint/suspicious/noThenProperty: a conditional's branch, never awaited
      return { ...expr, test, then: branches[0], otherwise: branches[1] }
    }
    default:
      return expr
  }
}

/** The formula with another one in place of a variable, in tests only. */
export function substituteInTests(expr: Expr, name: string, by: Expr): Expr {
  const inside = (part: Expr): Expr => substituteInTests(part, name, by)
  if (expr.kind === 'conditional') {
    const test = mapCondition(expr.test, (side) => substitute(side, name, by))
    const branches = [inside(expr.then), inside(expr.otherwise)] as const
    // biome-ignore lint/suspicious/noThenProperty: a conditional's branch, never awaited
    return { ...expr, test, then: branches[0], otherwise: branches[1] }
  }
  switch (expr.kind) {
    case 'negate':
      return { ...expr, operand: inside(expr.operand) }
    case 'operation':
      return { ...expr, left: inside(expr.left), right: inside(expr.right) }
    case 'call':
      return { ...expr, args: expr.args.map(inside) }
    default:
      return expr
  }
}
