import { Undecided } from '../../exact/limits.ts'
import { differentiate } from '../../formula/differentiate.ts'
import type { Expr } from '../../formula/expr.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import { vanishes } from '../normal-form/vanishes.ts'
import { isPositiveIn, isZeroIn } from '../signs/decide-sign.ts'
import { derivativeOfProduct } from './derivative-of-product.ts'
import { type Evaluate, type Evaluation, evaluation, type Germ } from './evaluation.ts'

interface Evaluators {
  readonly evaluate: Evaluate
  /** The value of what is written, also where it is a worked-out derivative. */
  readonly evaluatePlain: Evaluate
}

interface Origin {
  readonly operand: Expr
  readonly variable: string
}

/**
 * A derivative on a cell. Off the kinks it is what the rules worked out. At a kink it exists if
 * the function is continuous there and the slopes from both sides agree, and it is undefined if not.
 */
export function derivativeInCell(
  on: Evaluation,
  expr: Expr,
  { operand, variable }: Origin,
  by: Evaluators,
): Product | undefined {
  if (on.keepsMaximum === true) throw new Undecided('a derivative of a maximum')
  const met = { equality: false, edge: false }
  const inside = evaluation(on.cell, { complete: true, met })
  const value = by.evaluate(inside, operand)
  if (value === undefined) return undefined
  if (!met.equality && !met.edge && on.cell.bindings.size === 0) {
    return derivativeOfProduct(on.cell, value, variable)
  }
  const slope = by.evaluatePlain(inside, expr)
  if (met.equality) {
    on.met.equality = true
    return slopeAtKink(on, expr, { operand, variable }, value, by)
  }
  if (slope === undefined || met.edge) return atEdge(on, { operand, variable }, slope, by)
  return slope
}

function slopeAtKink(
  on: Evaluation,
  expr: Expr,
  { operand, variable }: Origin,
  value: Product,
  by: Evaluators,
): Product | undefined {
  const left = beside(on, expr, operand, { variable, direction: -1 }, by)
  const right = beside(on, expr, operand, { variable, direction: 1 }, by)
  const continuous = same(on, left.value, value) && same(on, right.value, value)
  return continuous && same(on, left.slope, right.slope) ? right.slope : undefined
}

function beside(
  on: Evaluation,
  expr: Expr,
  operand: Expr,
  germ: Germ,
  by: Evaluators,
): { readonly value: Product; readonly slope: Product } {
  const near = evaluation(on.cell, { germ })
  const value = by.evaluate(near, operand)
  const slope = by.evaluatePlain(near, expr)
  if (value === undefined || slope === undefined || near.met.edge) {
    throw new Undecided('a one-sided derivative that could not be worked out')
  }
  return { value, slope }
}

function same(on: Evaluation, a: Product, b: Product): boolean {
  const gap = Pr.subtract(on.cell.algebra, a, b)
  return vanishes(on.cell, gap) || isZeroIn(on.cell, gap)
}

/**
 * At the edge of the domain of a root. √u has an infinite slope where u is zero and its own slope
 * is not, and a kink, as |h| has, where u = c·h² + o(h²) with c > 0 (Taylor's theorem); anything
 * else there is a matter of convention.
 */
function atEdge(
  on: Evaluation,
  { operand, variable }: Origin,
  slope: Product | undefined,
  by: Evaluators,
): Product | undefined {
  const isRoot = operand.kind === 'call' && (operand.name === 'sqrt' || operand.name === 'cbrt')
  const [argument] = isRoot ? operand.args : []
  const plain = argument?.kind === 'variable' && argument.name === variable
  if (slope === undefined && plain) return undefined
  const isSquare = operand.kind === 'call' && operand.name === 'sqrt'
  if (isSquare && argument !== undefined && isSteep(on, argument, variable, by)) return undefined
  throw new Undecided('a derivative at the edge of the domain of a root')
}

/** Whether u = 0 and u' ≠ 0 or u'' > 0, for a formula that has no kink and no edge there. */
function isSteep(on: Evaluation, u: Expr, variable: string, by: Evaluators): boolean {
  const met = { equality: false, edge: false }
  const inside = evaluation(on.cell, { complete: true, met })
  const once = differentiate(u, variable)
  const [value, first, second] = [u, once, differentiate(once, variable)].map((each) =>
    by.evaluatePlain(inside, each),
  )
  if (value === undefined || first === undefined || second === undefined) return false
  if (!isZeroIn(on.cell, value) || met.equality || met.edge) return false
  return !isZeroIn(on.cell, first) || isPositiveIn(on.cell, second)
}
