import { call, compare, conditional, number, operation } from './build.ts'
import type { Range } from './domain.ts'
import type { Call, Condition, Expr, FunctionName } from './expr.ts'
import { mapFormula } from './map-formula.ts'
import { partsOf, sidesOf } from './parts.ts'

/**
 * The functions that round to a whole number, by the floor of something. Halves go up, as JavaScript's
 * Math.round takes them.
 */
export const BY_FLOOR: {
  readonly [name in FunctionName]?: (u: Expr, floor: (u: Expr) => Expr) => Expr
} = {
  floor: (u, floor) => floor(u),
  ceil: (u, floor) => negative(floor(negative(u))),
  round: (u, floor) => floor(operation('+', u, operation('/', number(1), number(2)))),
  trunc: (u, floor) =>
    conditional(compare(u, '>=', number(0)), floor(u), negative(floor(negative(u)))),
}

/** What rounds, in terms of floors; undefined for what does not, and for a floor. */
export function byFloor({ name, args: [u] }: Call): Expr | undefined {
  if (name === 'floor' || u === undefined) return undefined
  return BY_FLOOR[name]?.(u, (of) => call('floor', of))
}

/** Whether anything is rounded in a formula, or in what it is the derivative of. */
export function rounds(expr: Expr): boolean {
  const found = known.get(expr) ?? (isRounding(expr) || partsOf(expr).some(rounds))
  known.set(expr, found)
  return found
}

const known = new WeakMap<Expr, boolean>()

export function isRounding(expr: Expr): boolean {
  return expr.kind === 'call' && BY_FLOOR[expr.name] !== undefined
}

export function conditionRounds(test: Condition): boolean {
  return sidesOf(test).some(rounds)
}

/** Whether a derivative is taken of something that rounds: it is 0 off the jumps, and nothing at them. */
export function differentiatesRounding(expr: Expr): boolean {
  if (!rounds(expr)) return false
  const { derivativeOf } = expr
  if (derivativeOf !== undefined && rounds(derivativeOf.operand)) return true
  return partsOf(expr).some(differentiatesRounding)
}

/** The formula with each floor, and what is made of one, as something else. */
export function replaceFloors(expr: Expr, replaced: (u: Expr) => Expr): Expr {
  return mapFormula(expr, (part) => {
    const [argument] = part.kind === 'call' ? part.args : []
    const rule = part.kind === 'call' ? BY_FLOOR[part.name] : undefined
    return rule === undefined || argument === undefined ? part : rule(argument, replaced)
  })
}

/**
 * The floor of something that stays in a range, as comparisons with whole numbers: a tree, so that few
 * of them stand above each other. It exists where the argument does.
 */
export function steps(u: Expr, [low, high]: Range): Expr {
  const tree = treeOf(u, Math.floor(low), Math.floor(high))
  return operation('+', tree, operation('*', number(0), u))
}

function treeOf(u: Expr, low: number, high: number): Expr {
  if (low >= high) return number(low)
  const middle = Math.ceil((low + high) / 2)
  const isBelow = compare(u, '<', number(middle))
  return conditional(isBelow, treeOf(u, low, middle - 1), treeOf(u, middle, high))
}

function negative(operand: Expr): Expr {
  return { kind: 'negate', operand }
}
