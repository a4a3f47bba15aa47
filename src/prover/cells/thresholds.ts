import { Undecided } from '../../exact/limits.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import { compileFloat64 } from '../../formula/evaluate.ts'
import type { Expr } from '../../formula/expr.ts'
import { zerosOf } from '../../formula/zeros.ts'
import * as Make from '../normal-form/make.ts'
import { asUnivariate } from '../normal-form/one-unknown.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import { sumToExpr } from '../normal-form/to-expr.ts'
import type { Cell } from '../signs/cell.ts'

const SEARCHED: readonly [number, number] = [-100, 100]

/**
 * Numbers worth trying for each variable: simple ones between the zeros of the facts, and beyond
 * the last ones. Where a fact has several variables, the others are set to simple numbers.
 */
export function thresholdsOf(
  cell: Cell,
  variables: readonly string[],
): ReadonlyMap<string, readonly Rational[]> {
  const result = new Map<string, readonly Rational[]>()
  for (const name of variables) {
    const zeros = [...cell.facts.values()].flatMap(({ sum }) => zerosIn(sum, name))
    if (zeros.length > 0) result.set(name, between(zeros))
  }
  return result
}

function zerosIn(sum: Polynomial, name: string): readonly number[] {
  const linear = linearZero(sum, name)
  if (linear !== undefined) return [linear]
  const variables = [...Make.variablesOfSum(sum)]
  const letters = Make.generatorsOfSum(sum)
  if (
    !variables.includes(name) ||
    letters.some(({ complex, kind }) => complex || kind === 'algebraic')
  ) {
    return []
  }
  const expr = tryExpr(sum)
  if (expr === undefined) return []
  const others = variables.filter((other) => other !== name)
  const run = compileFloat64(expr, [name, ...others])
  return zerosOf(
    (x) => run(x, ...others.map((_, index) => OTHERS[index % OTHERS.length] ?? 1)),
    SEARCHED,
  )
}

const OTHERS = [0.5, 2, -1, 3]

function linearZero(sum: Polynomial, name: string): number | undefined {
  const own = asUnivariate(sum)
  if (own?.generator.kind !== 'variable' || own.generator.name !== name) return undefined
  const [constant = Q.ZERO, slope] = own.polynomial
  if (own.polynomial.length !== 2 || slope === undefined) return undefined
  return Q.toNumber(Q.negate(Q.divide(constant, slope)))
}

function tryExpr(sum: Polynomial): Expr | undefined {
  try {
    return sumToExpr(sum)
  } catch (error) {
    if (error instanceof Undecided) return undefined
    throw error
  }
}

function between(zeros: readonly number[]): readonly Rational[] {
  const sorted = [...new Set(zeros)].filter(Number.isFinite).sort((a, b) => a - b)
  const first = sorted[0] ?? 0
  const last = sorted.at(-1) ?? 0
  const points = [Q.fromNumber(Math.ceil(last) + 1), Q.fromNumber(Math.floor(first) - 1)]
  for (const [index, low] of sorted.entries()) {
    const high = sorted[index + 1]
    if (high !== undefined && high > low) points.push(simplestBetween(low, high))
  }
  return points
}

/** The fraction with the smallest denominator strictly between two doubles (Stern and Brocot). */
function simplestBetween(low: number, high: number): Rational {
  if (low < 0 && high > 0) return Q.ZERO
  if (low < 0) return Q.negate(simplestBetween(-high, -low))
  const whole = Math.floor(low)
  if (whole + 1 < high) return Q.fromNumber(whole + 1)
  const left = low - whole
  const right = high - whole
  if (left === 0)
    return Q.add(Q.fromNumber(whole), Q.invert(Q.fromNumber(Math.floor(1 / right) + 1)))
  const inner = simplestBetween(1 / right, 1 / left)
  return Q.add(Q.fromNumber(whole), Q.invert(inner))
}
