import type { Condition, Expr } from './expr.ts'

/** The formula with every part changed, from the leaves up; also what a derivative is taken of. */
export function mapFormula(expr: Expr, change: (part: Expr) => Expr): Expr {
  const { derivativeOf } = expr
  const mapped = change(mapParts(expr, change))
  if (derivativeOf === undefined) return mapped
  const operand = mapFormula(derivativeOf.operand, change)
  return { ...mapped, derivativeOf: { ...derivativeOf, operand } }
}

function mapParts(expr: Expr, change: (part: Expr) => Expr): Expr {
  const map = (part: Expr) => mapFormula(part, change)
  switch (expr.kind) {
    case 'negate':
      return { ...expr, operand: map(expr.operand) }
    case 'operation':
      return { ...expr, left: map(expr.left), right: map(expr.right) }
    case 'call':
      return { ...expr, args: expr.args.map(map) }
    case 'conditional':
      return {
        ...expr,
        test: mapCondition(expr.test, map),
        // biome-ignore lint/suspicious/noThenProperty: a conditional's branch, never awaited
        then: map(expr.then),
        otherwise: map(expr.otherwise),
      }
    default:
      return expr
  }
}

/** A condition with the formulas that it compares changed. */
export function mapCondition(test: Condition, change: (expr: Expr) => Expr): Condition {
  switch (test.kind) {
    case 'truth':
      return test
    case 'not':
      return { ...test, operand: mapCondition(test.operand, change) }
    case 'compare':
      return { ...test, left: change(test.left), right: change(test.right) }
    default:
      return {
        ...test,
        left: mapCondition(test.left, change),
        right: mapCondition(test.right, change),
      }
  }
}
