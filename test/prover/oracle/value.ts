import type { Call, Comparison, Condition, Expr } from '../../../src/formula/expr.ts'
import * as B from './ball.ts'
import { type Ball, Unsure } from './ball.ts'
import type { Exact } from './exact.ts'
import * as X from './exact.ts'
import * as F from './fraction.ts'

/**
 * A number with its error, and exactly where it is known to be a + b·π with fractions; or why there
 * is none: not a number, as JavaScript has it, or infinite.
 */
export type Value = Known | Missing

export type Missing = 'not a number' | 'a pole'

interface Known {
  readonly ball: Ball
  readonly exact?: Exact
}

export type Point = ReadonlyMap<string, Exact>

export function isMissing(value: Value): value is Missing {
  return typeof value === 'string'
}

/**
 * What a formula is at a point, worked out from what its names mean and from nothing of the prover.
 * Throws Unsure where a branch hangs on what cannot be told.
 */
export function valueAt(expr: Expr, point: Point): Value {
  return new Evaluator(point).of(expr)
}

export function holdsAt(test: Condition, point: Point): boolean {
  return new Evaluator(point).holds(test)
}

class Evaluator {
  readonly point: Point
  readonly known = new Map<Expr, Value>()

  constructor(point: Point) {
    this.point = point
  }

  of(expr: Expr): Value {
    const known = this.known.get(expr)
    if (known !== undefined) return known
    const value = expr.derivativeOf === undefined ? this.plain(expr) : this.slope(expr.derivativeOf)
    this.known.set(expr, value)
    return value
  }

  plain(expr: Expr): Value {
    switch (expr.kind) {
      case 'number':
        return num(expr.text)
      case 'constant':
        return constantOf(expr.name)
      case 'variable': {
        const value = this.point.get(expr.name)
        if (value === undefined) throw new Error(`no value for ${expr.name}`)
        return exactly(value)
      }
      case 'negate':
        return difference(num('0'), this.of(expr.operand))
      case 'conditional':
        return this.of(this.holds(expr.test) ? expr.then : expr.otherwise)
      case 'operation':
        return OPERATIONS[expr.operator](this.of(expr.left), this.of(expr.right))
      case 'call':
        return callOf(
          expr.name,
          expr.args.map((argument) => this.of(argument)),
        )
    }
  }

  /** By difference quotients of two widths, so that no rule of differentiation is believed. */
  slope(origin: Origin): Value {
    const own = this.of(origin.operand)
    if (isMissing(own)) return own
    const { order } = innermost(origin)
    const wide = BigInt(Math.min(128, Math.floor(440 / order)))
    const [far, near] = [wide, wide + NARROWER].map((step) => this.quotients(origin, step)) as [
      Quotients,
      Quotients,
    ]
    const size = B.size(near.middle.mid) + (1n << BigInt(B.BITS))
    const least = size >> (wide / 2n)
    const change = B.size(far.middle.mid - near.middle.mid)
    if (change > least) {
      // A jump makes the quotient grow as the width shrinks.
      const grown = B.size(near.middle.mid) - (B.size(far.middle.mid) << (NARROWER * BigInt(order)))
      if (B.size(grown) < size >> 64n) return 'not a number'
      throw new Unsure('a bend that is too narrow')
    }
    // Where the slopes from both sides stay apart, there is none.
    if (near.gap > least) {
      if (near.gap < far.gap / 2n || far.gap < near.gap / 2n) throw new Unsure('a narrow bend')
      return 'not a number'
    }
    return { ball: B.ball(near.middle.mid, near.middle.rad + change + (size >> wide)) }
  }

  quotients(origin: Origin, step: bigint): Quotients {
    const { operand, variable, order } = innermost(origin)
    const at = this.point.get(variable) ?? X.exact(F.ZERO)
    const values = new Map<number, Value>()
    const beside = (halves: number): Ball => {
      const moved = X.add(at, X.exact(F.fraction(BigInt(halves), 1n << (step + 1n))))
      const value =
        values.get(halves) ?? new Evaluator(new Map(this.point).set(variable, moved)).of(operand)
      values.set(halves, value)
      if (isMissing(value)) throw new Unsure('beside it nothing exists')
      return value.ball
    }
    const [left, middle, right] = [-2 * order, -order, 0].map((first) =>
      quotientOfDifferences(order, step, (k) => beside(first + 2 * k)),
    ) as [Ball, Ball, Ball]
    return { middle, gap: B.size(left.mid - right.mid) - left.rad - right.rad }
  }

  holds(test: Condition): boolean {
    switch (test.kind) {
      case 'truth':
        return test.value
      case 'not':
        return !this.holds(test.operand)
      case 'and':
        return this.holds(test.left) && this.holds(test.right)
      case 'or':
        return this.holds(test.left) || this.holds(test.right)
      case 'compare':
        return this.compares(test)
    }
  }

  /** With what is not a number nothing compares, as in JavaScript; of a pole nothing is said. */
  compares({ left, right, comparison }: Condition & { kind: 'compare' }): boolean {
    const signs = [infinityIn(left), infinityIn(right)] as const
    const [a, b] = [left, right].map((side, place) => {
      return signs[place] === 0 ? this.of(side) : num('0')
    }) as [Value, Value]
    if (a === 'not a number' || b === 'not a number') return comparison === '!=='
    if (isMissing(a) || isMissing(b)) throw new Unsure('a comparison at a pole')
    const order = signs[0] === 0 && signs[1] === 0 ? signOf(difference(a, b)) : signs[0] - signs[1]
    return SATISFIED[comparison](order)
  }
}

/** By how many bits the second width is smaller. */
const NARROWER = 8n

/** The slope across a point, and how far the slopes on its two sides are apart. */
interface Quotients {
  readonly middle: Ball
  readonly gap: bigint
}

interface Origin {
  readonly operand: Expr
  readonly variable: string
}

/** A derivative of a derivative is a higher one of what stands inside. */
function innermost({ operand, variable }: Origin): Origin & { readonly order: number } {
  if (operand.derivativeOf === undefined) return { operand, variable, order: 1 }
  if (operand.derivativeOf.variable !== variable) throw new Unsure('a mixed derivative')
  const inner = innermost(operand.derivativeOf)
  return { ...inner, order: inner.order + 1 }
}

/** Σ (−1)^(n−k)·C(n, k)·f(k) over the n-th power of the step 2^−step. */
function quotientOfDifferences(n: number, step: bigint, f: (k: number) => Ball): Ball {
  let sum = B.whole(0n)
  let binomial = 1n
  for (let k = 0; k <= n; k++) {
    const weight = (n - k) % 2 === 0 ? binomial : -binomial
    sum = B.add(sum, B.multiply(B.whole(weight), f(k)))
    binomial = (binomial * BigInt(n - k)) / BigInt(k + 1)
  }
  const scale = step * BigInt(n)
  return B.ball(sum.mid << scale, sum.rad << scale)
}

function infinityIn(expr: Expr): number {
  if (expr.kind === 'constant' && expr.name === 'infinity') return 1
  return expr.kind === 'negate' ? 0 - infinityIn(expr.operand) : 0
}

const SATISFIED: { readonly [comparison in Comparison]: (sign: number) => boolean } = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
  '===': (sign) => sign === 0,
  '!==': (sign) => sign !== 0,
}

function exactly(value: Exact): Known {
  return { ball: X.ballOf(value), exact: value }
}

function num(text: string): Known {
  return exactly(X.exact(F.fromText(text)))
}

/** Throws Unsure where it cannot be told from zero, or is missing. */
function signOf(value: Value): number {
  if (isMissing(value)) throw new Unsure('the sign of nothing')
  const { exact, ball } = value
  if (exact !== undefined && X.isFraction(exact)) return F.sign(exact.a)
  const sign = B.signOf(ball)
  if (sign === undefined) throw new Unsure('a sign')
  return sign
}

/** Not a number is stronger than a pole. */
function missingOf(...values: readonly Value[]): Missing | undefined {
  if (values.includes('not a number')) return 'not a number'
  return values.includes('a pole') ? 'a pole' : undefined
}

type Binary = (a: Value, b: Value) => Value

function lift(
  exact: (a: Exact, b: Exact) => Exact | undefined,
  balls: (a: Ball, b: Ball) => Ball,
): Binary {
  return (a, b) => {
    if (isMissing(a) || isMissing(b)) return missingOf(a, b) ?? 'a pole'
    const value = a.exact && b.exact && exact(a.exact, b.exact)
    return value !== undefined && X.isShort(value)
      ? exactly(value)
      : { ball: balls(a.ball, b.ball) }
  }
}

const sum = lift(X.add, B.add)
const difference = lift(X.subtract, B.subtract)
const product = lift(X.multiply, B.multiply)
const ratio = lift(X.divide, B.divide)

const quotient: Binary = (a, b) => {
  const missing = missingOf(a, b)
  if (missing !== undefined || signOf(b) !== 0) return missing ?? ratio(a, b)
  return signOf(a) === 0 ? 'not a number' : 'a pole'
}

const power: Binary = (base, exponent) => {
  if (isMissing(base) || isMissing(exponent)) return missingOf(base, exponent) ?? 'a pole'
  const { exact } = exponent
  if (exact !== undefined && X.isFraction(exact) && exact.a.d === 1n) {
    return wholePower(base, exact.a.n)
  }
  if (signOf(base) === 0) {
    const direction = signOf(exponent)
    return direction < 0 ? 'a pole' : num(direction === 0 ? '1' : '0')
  }
  if (signOf(base) < 0) {
    if (exact === undefined) throw new Unsure('a power of a negative number')
    return 'not a number'
  }
  return { ball: B.exp(B.multiply(exponent.ball, B.log(base.ball))) }
}

function wholePower(base: Value, exponent: bigint): Value {
  if (exponent < 0n) return quotient(num('1'), wholePower(base, -exponent))
  if (exponent > 5000n) throw new Unsure('a large power')
  let result: Value = num('1')
  let square = base
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest % 2n === 1n) result = product(result, square)
    if (rest > 1n) square = product(square, square)
  }
  return result
}

const OPERATIONS = { '+': sum, '-': difference, '*': product, '/': quotient, '**': power } as const

/** Klambauer et al. (2017), to the digits that are published. */
const SELU = {
  seluAlpha: '1.67326324235437728481704299167',
  seluScale: '1.05070098735548049341933498529',
} as const

function constantOf(name: (Expr & { kind: 'constant' })['name']): Value {
  switch (name) {
    case 'pi':
      return exactly(X.exact(F.ZERO, F.ONE))
    case 'e':
      return { ball: B.exp(B.whole(1n)) }
    case 'NaN':
      return 'not a number'
    case 'infinity':
      throw new Unsure('infinity as a number')
    default: {
      const { mid } = num(SELU[name]).ball
      return { ball: B.ball(mid, 1n << (BigInt(B.BITS) - 95n)) }
    }
  }
}

/** Rules see values that exist; what is missing stays missing. */
type Rule = (u: Known, v: Known) => Value

const smooth =
  (apply: (ball: Ball) => Ball, atZero: string): Rule =>
  ({ ball, exact }) =>
    exact !== undefined && X.isZero(exact) ? num(atZero) : { ball: apply(ball) }

const exp = smooth(B.exp, '1')
const erf = smooth(B.erf, '0')
const atan = smooth(B.atan, '0')

const on =
  (rule: Rule): ((u: Value, v?: Value) => Value) =>
  (u, v = u) =>
    isMissing(u) || isMissing(v) ? (missingOf(u, v) ?? 'a pole') : rule(u, v)

const minus = (u: Value): Value => difference(num('0'), u)
const halfPi: Value = exactly(X.exact(F.ZERO, F.fraction(1n, 2n)))

const log: Rule = (u) => {
  if (signOf(u) <= 0) return signOf(u) < 0 ? 'not a number' : 'a pole'
  const { exact } = u
  return exact && X.isFraction(exact) && F.isOne(exact.a) ? num('0') : { ball: B.log(u.ball) }
}

const root: Rule = (u) => {
  if (signOf(u) <= 0) return signOf(u) < 0 ? 'not a number' : num('0')
  const square = u.exact && X.isFraction(u.exact) ? F.squareRoot(u.exact.a) : undefined
  return square === undefined ? { ball: B.root(u.ball) } : exactly(X.exact(square))
}

const sine: Rule = ({ ball, exact }) => {
  const known = exact && X.sineOf(exact)
  return known === undefined ? { ball: B.sinCos(ball).sin } : exactly(X.exact(known))
}

const cosine: Rule = (u) => {
  const turned = u.exact && X.sineOf(X.add(u.exact, X.exact(F.ZERO, F.fraction(1n, 2n))))
  return turned === undefined ? { ball: B.sinCos(u.ball).cos } : exactly(X.exact(turned))
}

const asin: Rule = (u) => {
  const room = difference(num('1'), product(u, u))
  if (signOf(room) < 0) return 'not a number'
  if (signOf(room) === 0) return signOf(u) > 0 ? halfPi : minus(halfPi)
  return on(atan)(quotient(u, on(root)(room)))
}

const sigmoid: Rule = (u) => quotient(num('1'), sum(num('1'), on(exp)(minus(u))))
const tanh: Rule = (u) => {
  const [p, q] = [on(exp)(u), on(exp)(minus(u))]
  return quotient(difference(p, q), sum(p, q))
}
const softplus: Rule = (u) => on(log)(sum(num('1'), on(exp)(u)))
const absolute: Rule = (u) => (signOf(u) < 0 ? minus(u) : u)
const larger: Rule = (u, v) => (signOf(difference(u, v)) >= 0 ? u : v)
const smaller: Rule = (u, v) => (signOf(difference(u, v)) <= 0 ? u : v)
const clamp = (u: Value, low: string, high: string): Value =>
  on(larger)(num(low), on(smaller)(num(high), u))
const leaky: Rule = (u, alpha) => (signOf(u) > 0 ? u : product(alpha, u))
const elu: Rule = (u, alpha) =>
  signOf(u) > 0 ? u : product(alpha, difference(on(exp)(u), num('1')))

/** By long division where the number is a fraction; else both ends of what it may be must agree. */
const floor: Rule = ({ ball, exact }) => {
  if (exact && X.isFraction(exact)) {
    const { n, d } = exact.a
    return num(String(n >= 0n ? n / d : -((d - 1n - n) / d)))
  }
  const [low, high] = [ball.mid - ball.rad, ball.mid + ball.rad].map((end) => end >> BigInt(B.BITS))
  if (low !== high) throw new Unsure('a number beside a whole one')
  return num(String(low))
}

/** What the names of the formula language mean. */
const RULES: { readonly [name in Call['name']]: Rule } = {
  exp,
  expm1: (u) => difference(on(exp)(u), num('1')),
  log,
  log1p: (u) => on(log)(sum(num('1'), u)),
  log2: (u) => quotient(on(log)(u), on(log)(num('2'))),
  log10: (u) => quotient(on(log)(u), on(log)(num('10'))),
  sqrt: root,
  cbrt: (u) => {
    const sign = signOf(u)
    if (sign === 0) return num('0')
    const third: Value = { ball: B.fraction(1n, 3n) }
    return sign > 0 ? power(u, third) : minus(power(minus(u), third))
  },
  abs: absolute,
  sign: (u) => num(String(signOf(u))),
  floor,
  ceil: (u) => minus(on(floor)(minus(u))),
  round: (u) => on(floor)(sum(u, num('0.5'))),
  trunc: (u) => (signOf(u) < 0 ? minus(on(floor)(minus(u))) : on(floor)(u)),
  max: larger,
  min: smaller,
  tanh,
  sinh: (u) => quotient(difference(on(exp)(u), on(exp)(minus(u))), num('2')),
  cosh: (u) => quotient(sum(on(exp)(u), on(exp)(minus(u))), num('2')),
  sech: (u) => quotient(num('2'), sum(on(exp)(u), on(exp)(minus(u)))),
  csch: (u) =>
    signOf(u) === 0 ? 'a pole' : quotient(num('2'), difference(on(exp)(u), on(exp)(minus(u)))),
  coth: (u) => (signOf(u) === 0 ? 'a pole' : quotient(num('1'), on(tanh)(u))),
  asinh: (u) => {
    const size = on(root)(sum(product(u, u), num('1')))
    return signOf(u) < 0 ? minus(on(log)(difference(size, u))) : on(log)(sum(u, size))
  },
  acosh: (u) => {
    if (signOf(difference(u, num('1'))) < 0) return 'not a number'
    return on(log)(sum(u, on(root)(difference(product(u, u), num('1')))))
  },
  atanh: (u) => quotient(on(log)(quotient(sum(num('1'), u), difference(num('1'), u))), num('2')),
  sin: sine,
  cos: cosine,
  tan: (u) => quotient(on(sine)(u), on(cosine)(u)),
  asin,
  acos: (u) => difference(halfPi, on(asin)(u)),
  atan,
  erf,
  erfc: (u) => difference(num('1'), on(erf)(u)),
  sigmoid,
  logSigmoid: (u) => on(log)(on(sigmoid)(u)),
  softplus,
  softsign: (u) => quotient(u, sum(num('1'), on(absolute)(u))),
  relu: (u) => on(larger)(u, num('0')),
  relu6: (u) => clamp(u, '0', '6'),
  silu: (u) => product(u, on(sigmoid)(u)),
  mish: (u) => product(u, on(tanh)(on(softplus)(u))),
  gelu: (u) => {
    const scaled = quotient(u, on(root)(num('2')))
    return quotient(product(u, sum(num('1'), on(erf)(scaled))), num('2'))
  },
  geluTanh: (u) => {
    const cubic = sum(u, product(num('0.044715'), product(u, product(u, u))))
    const factor = on(root)(quotient(num('2'), constantOf('pi')))
    return quotient(product(u, sum(num('1'), on(tanh)(product(factor, cubic)))), num('2'))
  },
  selu: (u) => product(constantOf('seluScale'), on(elu)(u, constantOf('seluAlpha'))),
  hardSigmoid: (u) => quotient(clamp(sum(u, num('3')), '0', '6'), num('6')),
  hardSwish: (u) => quotient(product(u, clamp(sum(u, num('3')), '0', '6')), num('6')),
  hardTanh: (u) => clamp(u, '-1', '1'),
  swish: (u, beta) => product(u, on(sigmoid)(product(beta, u))),
  prelu: leaky,
  leakyRelu: leaky,
  elu,
}

function callOf(name: Call['name'], args: readonly Value[]): Value {
  const [first = num('0'), second = first, ...more] = args
  const rule = on(RULES[name])
  return more.reduce<Value>((value, next) => rule(value, next), rule(first, second))
}
