import { Undecided, withinBudget } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import type { Sign } from '../../exact/sign-set.ts'
import { call } from '../../formula/build.ts'
import { definitionOf } from '../../formula/definitions.ts'
import type { Call, Comparison, Condition, Expr, Operation } from '../../formula/expr.ts'
import { asConditional, PIECEWISE } from '../../formula/piecewise.ts'
import { printFormula } from '../../formula/print.ts'
import { isRounding } from '../../formula/rounding.ts'
import { subtract as difference } from '../../formula/simplify.ts'
import type { Answers } from '../normal-form/answers.ts'
import { FUNCTIONS } from '../normal-form/functions.ts'
import { infinityOf, isInfinite } from '../normal-form/infinite.ts'
import { logOfAbsolute } from '../normal-form/logarithm.ts'
import * as Make from '../normal-form/make.ts'
import { maximum } from '../normal-form/maximum.ts'
import { isNotANumber } from '../normal-form/not-a-number.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import { realPower } from '../normal-form/real-power.ts'
import type { Cell } from '../signs/cell.ts'
import { isAtLeastZeroIn, isPositiveIn, isZeroIn, signIn } from '../signs/decide-sign.ts'
import { derivativeInCell } from './derivative-in-cell.ts'
import type { Evaluation } from './evaluation.ts'
import { signOnGerm } from './germ.ts'

/** The value in the cell; undefined where it does not exist. Throws SplitNeeded and Undecided. */
export function evaluate(on: Evaluation, expr: Expr): Product | undefined {
  if (on.values.has(expr)) return on.values.get(expr)
  const { derivativeOf } = expr
  const value =
    derivativeOf !== undefined && on.germ === undefined
      ? derivativeInCell(on, expr, derivativeOf, { evaluate, evaluatePlain })
      : evaluatePlain(on, expr)
  on.values.set(expr, value)
  return value
}

/** The value of what is written, also where it is a worked-out derivative. */
function evaluatePlain(on: Evaluation, expr: Expr): Product | undefined {
  switch (expr.kind) {
    case 'number':
      return numberOf(on.cell, expr.text)
    case 'constant':
      return constantOf(on, expr.name)
    case 'variable':
      return variableOf(on.cell, expr.name)
    case 'negate': {
      const value = evaluate(on, expr.operand)
      return value && Pr.negate(value)
    }
    case 'operation':
      return operationOf(on, expr)
    case 'call':
      return callOf(on, expr)
    case 'conditional':
      return evaluate(on, holds(on, expr.test) ? expr.then : expr.otherwise)
  }
}

function numberOf({ algebra }: Cell, text: string): Product {
  const known = algebra.numbers.get(text)
  if (known !== undefined) return known
  const value = Q.fromDecimal(text)
  if (value === undefined) throw new Undecided(`the number ${text} is too large or too small`)
  const made = Pr.number(value)
  algebra.numbers.set(text, made)
  return made
}

function constantOf(
  on: Evaluation,
  name: (Expr & { kind: 'constant' })['name'],
): Product | undefined {
  if (name === 'NaN') return undefined
  if (name === 'infinity') throw new Undecided('infinity is used as a number')
  if (name === 'e') return Make.exponential(on.cell.algebra, Pr.ONE, Q.ONE)
  return Make.constant(on.cell.algebra, name)
}

function variableOf(cell: Cell, name: string): Product {
  return cell.bindings.get(name) ?? Pr.fromGenerator(Make.variable(cell.algebra, name))
}

function operationOf(on: Evaluation, expr: Operation): Product | undefined {
  const { algebra } = on.cell
  const left = evaluate(on, expr.left)
  const right = evaluate(on, expr.right)
  if (left === undefined || right === undefined) return undefined
  switch (expr.operator) {
    case '+':
      return Pr.add(algebra, left, right)
    case '-':
      return Pr.subtract(algebra, left, right)
    case '*':
      return Pr.multiply(algebra, left, right)
    case '/':
      return isZeroIn(on.cell, right) ? undefined : Pr.divide(algebra, left, right)
    case '**':
      noteEdge(on, left, Pr.asNumber(right)?.d !== 1n)
      return realPower(on.cell, left, right)
  }
}

function callOf(on: Evaluation, expr: Call): Product | undefined {
  const inner = absoluteInLog(expr)
  if (inner !== undefined) return logOfSize(on, inner)
  if (PIECEWISE[expr.name] !== undefined) return piecewiseOf(on, expr)
  const definition = definitionOf(expr)
  if (definition !== undefined) return evaluate(on, definition)
  if (isRounding(expr)) throw new Undecided('what rounds is not decided in one piece')
  const rule = FUNCTIONS[expr.name]
  const [argument] = expr.args
  if (rule === undefined || argument === undefined) throw new Error(`no rule for ${expr.name}`)
  const value = evaluate(on, argument)
  if (value === undefined) return undefined
  noteEdge(on, value, expr.name === 'sqrt' || expr.name === 'cbrt')
  return rule(on.cell, value)
}

/** The u of log(abs(u)), which exists for both signs of u. */
function absoluteInLog(expr: Call): Expr | undefined {
  const [argument] = expr.args
  const isSize = expr.name === 'log' && argument?.kind === 'call' && argument.name === 'abs'
  return isSize ? argument.args[0] : undefined
}

function logOfSize(on: Evaluation, inner: Expr): Product | undefined {
  if (on.complete === true || on.germ !== undefined) {
    return evaluate(on, call('log', call('max', inner, { kind: 'negate', operand: inner })))
  }
  const value = evaluate(on, inner)
  if (value === undefined || isZeroIn(on.cell, value)) return undefined
  return logOfAbsolute(on.cell, value)
}

function noteEdge(on: Evaluation, base: Product, fractional: boolean): void {
  if (fractional && Pr.isZero(base)) on.met.edge = true
}

function piecewiseOf(on: Evaluation, expr: Call): Product | undefined {
  if (on.keepsMaximum === true) {
    const kept = maximum(on.cell.algebra, expr, (argument) => evaluate(on, argument))
    if (kept !== undefined) return kept.value
  }
  // What does not exist has no largest, no size and no sign.
  if (expr.args.some((argument) => evaluate(on, argument) === undefined)) return undefined
  return evaluate(on, asConditional(expr))
}

function holds(on: Evaluation, test: Condition): boolean {
  switch (test.kind) {
    case 'truth':
      return test.value
    case 'not':
      return !holds(on, test.operand)
    case 'and':
      return decidedBy(on, test, false)
    case 'or':
      return decidedBy(on, test, true)
    case 'compare':
      return holdsComparison(on, test)
  }
}

/** What one side decides alone needs nothing of the other, even where that cannot be decided. */
function decidedBy(on: Evaluation, { left, right }: Junction, decisive: boolean): boolean {
  const first = withinBudget(() => holds(on, left))
  if (first === decisive) return decisive
  const second = holds(on, right)
  return first === undefined && second !== decisive ? holds(on, left) : second
}

type Junction = Condition & { readonly kind: 'and' | 'or' }

function holdsComparison(on: Evaluation, test: Comparing): boolean {
  const byInfinity = signAgainstInfinity(on, test)
  if (byInfinity !== undefined) return SATISFIED[test.comparison](byInfinity)
  if (on.germ !== undefined) {
    const sign = signOnGerm(on, on.germ, difference(test.left, test.right), evaluatePlain)
    return SATISFIED[test.comparison](sign)
  }
  const [left, right] = [test.left, test.right].map((side) => {
    return infinitySign(side) === 0 ? evaluate(on, side) : undefined
  })
  if (left === undefined || right === undefined) return comparesNothing(on, test)
  return decide(on, Pr.subtract(on.cell.algebra, left, right), test.comparison)
}

function decide(on: Evaluation, gap: Product, comparison: Comparison): boolean {
  const { cell } = on
  if (on.complete === true) {
    const sign = signIn(cell, gap)
    if (sign === 0) on.met.equality = true
    return SATISFIED[comparison](sign)
  }
  switch (comparison) {
    case '>':
      return isPositiveIn(cell, gap)
    case '>=':
      return isAtLeastZeroIn(cell, gap)
    case '<':
      return isPositiveIn(cell, Pr.negate(gap))
    case '<=':
      return isAtLeastZeroIn(cell, Pr.negate(gap))
    case '===':
      return isZeroIn(cell, gap)
    case '!==':
      return !isZeroIn(cell, gap)
  }
}

const SATISFIED: { readonly [comparison in Comparison]: (sign: Sign) => boolean } = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
  '===': (sign) => sign === 0,
  '!==': (sign) => sign !== 0,
}

/** A comparison with what is not a number is false, and `!==` is true; what is infinite has its sign. */
function comparesNothing(on: Evaluation, { left, right, comparison }: Comparing): boolean {
  const answers: Answers = {
    exists: (expr: Expr) => infinitySign(expr) === 0 && evaluate(on, expr) !== undefined,
    sign: (expr: Expr) => signIn(on.cell, evaluate(on, expr) ?? Pr.ZERO),
    holds: (test: Condition) => holds(on, test),
  }
  if ([left, right].some((side) => isNotANumber(side, answers))) return comparison === '!=='
  const order = orderOfInfinite(left, right, answers)
  if (order === undefined) throw new Undecided('a comparison with something that does not exist')
  return SATISFIED[comparison](order)
}

/** The sign of left − right, of which one is infinite; undefined where that is not certain. */
function orderOfInfinite(left: Expr, right: Expr, answers: Answers): Sign | undefined {
  // What asks whether it is itself asks whether it is a number.
  if (isInfinite(left, answers) && printFormula(left) === printFormula(right)) return 0
  const [a, b] = [infinityOf(left, answers), infinityOf(right, answers)]
  const isKnown = (a !== 0 || answers.exists(left)) && (b !== 0 || answers.exists(right))
  return isKnown ? (Math.sign(a - b) as Sign) : undefined
}

type Comparing = Condition & { readonly kind: 'compare' }

/** The sign of left − right where one of them is a literal infinity and the other one exists. */
function signAgainstInfinity(on: Evaluation, { left, right }: Comparing): Sign | undefined {
  const [a, b] = [infinitySign(left), infinitySign(right)]
  if (a === 0 && b === 0) return undefined
  const other = a === 0 ? left : right
  if (a === 0 || b === 0) {
    if (evaluate(on, other) === undefined) return undefined
    on.cell.algebra.finite.add(other)
  }
  return Math.sign(a - b) as Sign
}

function infinitySign(expr: Expr): Sign {
  if (expr.kind === 'constant' && expr.name === 'infinity') return 1
  return expr.kind === 'negate' ? ((0 - infinitySign(expr.operand)) as Sign) : 0
}
