import type { Call, Comparison, Condition, Expr } from '../../../src/formula/expr.ts'
import * as B from './ball.ts'
import { type Ball, Unsure } from './ball.ts'
import type { Fraction } from './fraction.ts'
import * as F from './fraction.ts'

/** A number with its error, and exactly where it is a fraction; `undefined` where it does not exist. */
export type Value = Number | undefined

interface Number {
  readonly ball: Ball
  readonly exact?: Fraction
}

export type Point = ReadonlyMap<string, Fraction>

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
    if (this.known.has(expr)) return this.known.get(expr)
    const value = expr.derivativeOf === undefined ? this.plain(expr) : this.slope(expr.derivativeOf)
    this.known.set(expr, value)
    return value
  }

  plain(expr: Expr): Value {
    switch (expr.kind) {
      case 'number':
        return exactly(F.fromText(expr.text))
      case 'constant':
        return constantOf(expr.name)
      case 'variable': {
        const value = this.point.get(expr.name)
        if (value === undefined) throw new Error(`no value for ${expr.name}`)
        return exactly(value)
      }
      case 'negate':
        return difference(exactly(F.ZERO), this.of(expr.operand))
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

  /** By difference quotients, so that no rule of differentiation is believed. */
  slope(origin: Origin): Value {
    const { operand, variable, order } = innermost(origin)
    if (this.of(origin.operand) === undefined) return undefined
    const step = BigInt(Math.min(128, Math.floor(440 / order)))
    const at = this.point.get(variable) ?? F.ZERO
    const values = new Map<number, Value>()
    const beside = (halves: number): Ball => {
      const moved = F.add(at, F.fraction(BigInt(halves), 1n << (step + 1n)))
      if (!values.has(halves)) {
        values.set(halves, new Evaluator(new Map(this.point).set(variable, moved)).of(operand))
      }
      const value = values.get(halves)
      if (value === undefined) throw new Unsure('beside it nothing exists')
      return value.ball
    }
    const [left, middle, right] = [-2 * order, -order, 0].map((first) =>
      quotientOfDifferences(order, step, (k) => beside(first + 2 * k)),
    ) as [Ball, Ball, Ball]
    const size = B.size(middle.mid) + (1n << BigInt(B.BITS))
    // Where the slopes from both sides are apart, there is none.
    if (B.size(left.mid - right.mid) - left.rad - right.rad > size >> (step / 2n)) return undefined
    return { ball: B.ball(middle.mid, middle.rad + (size >> step)) }
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
        return SATISFIED[test.comparison](this.order(test.left, test.right))
    }
  }

  order(left: Expr, right: Expr): number {
    const [a, b] = [infinityIn(left), infinityIn(right)]
    if (a !== 0 || b !== 0) {
      const other = a !== 0 ? right : left
      if ((a === 0 || b === 0) && this.of(other) === undefined) {
        throw new Unsure('a comparison with what does not exist')
      }
      return a - b
    }
    return signOf(difference(this.of(left), this.of(right)))
  }
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
  return expr.kind === 'negate' ? -infinityIn(expr.operand) : 0
}

const SATISFIED: { readonly [comparison in Comparison]: (sign: number) => boolean } = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
  '===': (sign) => sign === 0,
  '!==': (sign) => sign !== 0,
}

function exactly(value: Fraction): Value {
  return { ball: B.fraction(value.n, value.d), exact: value }
}

function number(ball: Ball): Value {
  return { ball }
}

/** Throws Unsure where it cannot be told from zero, or does not exist. */
export function signOf(value: Value): number {
  if (value === undefined) throw new Unsure('a comparison with what does not exist')
  if (value.exact !== undefined) return F.sign(value.exact)
  const sign = B.signOf(value.ball)
  if (sign === undefined) throw new Unsure('a sign')
  return sign
}

function both(
  a: Value,
  b: Value,
  exact: (a: Fraction, b: Fraction) => Fraction,
  balls: (a: Ball, b: Ball) => Ball,
): Value {
  if (a === undefined || b === undefined) return undefined
  if (a.exact !== undefined && b.exact !== undefined) {
    const value = exact(a.exact, b.exact)
    if (F.isShort(value)) return exactly(value)
  }
  return number(balls(a.ball, b.ball))
}

function sum(a: Value, b: Value): Value {
  return both(a, b, F.add, B.add)
}

function difference(a: Value, b: Value): Value {
  return both(a, b, F.subtract, B.subtract)
}

function product(a: Value, b: Value): Value {
  return both(a, b, F.multiply, B.multiply)
}

function quotient(a: Value, b: Value): Value {
  if (a === undefined || b === undefined || signOf(b) === 0) return undefined
  return both(a, b, F.divide, B.divide)
}

function power(base: Value, exponent: Value): Value {
  if (base === undefined || exponent === undefined) return undefined
  const { exact } = exponent
  if (exact !== undefined && exact.d === 1n) return wholePower(base, exact.n)
  if (signOf(base) === 0) {
    const direction = signOf(exponent)
    return direction < 0 ? undefined : exactly(direction === 0 ? F.ONE : F.ZERO)
  }
  if (signOf(base) < 0) {
    if (exact === undefined) throw new Unsure('a power of a negative number')
    return undefined
  }
  return number(B.exp(B.multiply(exponent.ball, B.log(base.ball))))
}

function wholePower(base: Value, exponent: bigint): Value {
  if (exponent < 0n) return quotient(exactly(F.ONE), wholePower(base, -exponent))
  if (exponent > 5000n) throw new Unsure('a large power')
  let result: Value = exactly(F.ONE)
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
      return number(B.PI)
    case 'e':
      return number(B.exp(B.whole(1n)))
    case 'NaN':
      return undefined
    case 'infinity':
      throw new Unsure('infinity as a number')
    default: {
      const { mid } = B.fraction(F.fromText(SELU[name]).n, F.fromText(SELU[name]).d)
      return number(B.ball(mid, 1n << (BigInt(B.BITS) - 95n)))
    }
  }
}

type Rule = (u: Value, v: Value) => Value

const num = (text: string): Value => exactly(F.fromText(text))
const exp: Rule = (u) => u && number(u.exact?.n === 0n ? B.whole(1n) : B.exp(u.ball))
const log: Rule = (u) => {
  if (u === undefined || signOf(u) <= 0) return undefined
  return u.exact && F.isOne(u.exact) ? num('0') : number(B.log(u.ball))
}
const squareRoot: Rule = (u) => {
  if (u === undefined || signOf(u) < 0) return undefined
  if (signOf(u) === 0) return num('0')
  return (
    (u.exact && F.squareRoot(u.exact) && exactly(F.squareRoot(u.exact) ?? F.ZERO)) ??
    number(B.root(u.ball))
  )
}
const minus: Rule = (u) => difference(num('0'), u)
/** By the sign of what has to exist. */
const bySign = (u: Value, then: () => Value, otherwise: () => Value): Value =>
  u && (signOf(u) > 0 ? then() : otherwise())
const sigmoid: Rule = (u) => quotient(num('1'), sum(num('1'), exp(minus(u, u), u)))
const tanh: Rule = (u) => {
  const [p, q] = [exp(u, u), exp(minus(u, u), u)]
  return quotient(difference(p, q), sum(p, q))
}
const softplus: Rule = (u) => log(sum(num('1'), exp(u, u)), u)
const erf: Rule = (u) => u && number(B.erf(u.ball))
const atan: Rule = (u) => u && (u.exact?.n === 0n ? num('0') : number(B.atan(u.ball)))
const asin: Rule = (u) => {
  if (u === undefined) return undefined
  const room = difference(num('1'), product(u, u))
  if (signOf(room) < 0) return undefined
  if (signOf(room) === 0) {
    const half = number(B.divide(B.PI, B.whole(2n)))
    return signOf(u) > 0 ? half : minus(half, half)
  }
  return atan(quotient(u, squareRoot(room, room)), u)
}
const absolute: Rule = (u) =>
  bySign(
    u,
    () => u,
    () => minus(u, u),
  )
const clamp = (u: Value, low: string, high: string): Value =>
  larger(num(low), smaller(num(high), u))
const larger: Rule = (u, v) =>
  u === undefined || v === undefined ? undefined : signOf(difference(u, v)) >= 0 ? u : v
const smaller: Rule = (u, v) =>
  u === undefined || v === undefined ? undefined : signOf(difference(u, v)) <= 0 ? u : v
const leaky: Rule = (u, alpha) =>
  bySign(
    u,
    () => u,
    () => product(alpha, u),
  )
const elu: Rule = (u, alpha) =>
  bySign(
    u,
    () => u,
    () => product(alpha, difference(exp(u, u), num('1'))),
  )

/** What the names of the formula language mean. */
const RULES: { readonly [name in Call['name']]: Rule } = {
  exp,
  expm1: (u, v) => difference(exp(u, v), num('1')),
  log,
  log1p: (u, v) => log(sum(num('1'), u), v),
  log2: (u, v) => quotient(log(u, v), log(num('2'), v)),
  log10: (u, v) => quotient(log(u, v), log(num('10'), v)),
  sqrt: squareRoot,
  cbrt: (u, v) => {
    if (u === undefined) return undefined
    if (signOf(u) === 0) return num('0')
    const third = number(B.fraction(1n, 3n))
    return signOf(u) > 0 ? power(u, third) : minus(power(minus(u, v), third), v)
  },
  abs: absolute,
  sign: (u) => u && num(String(signOf(u))),
  max: larger,
  min: smaller,
  tanh,
  sinh: (u, v) => quotient(difference(exp(u, v), exp(minus(u, v), v)), num('2')),
  cosh: (u, v) => quotient(sum(exp(u, v), exp(minus(u, v), v)), num('2')),
  sech: (u, v) => quotient(num('2'), sum(exp(u, v), exp(minus(u, v), v))),
  csch: (u, v) => {
    if (u === undefined || signOf(u) === 0) return undefined
    return quotient(num('2'), difference(exp(u, v), exp(minus(u, v), v)))
  },
  coth: (u, v) => {
    if (u === undefined || signOf(u) === 0) return undefined
    return quotient(num('1'), tanh(u, v))
  },
  asinh: (u, v) => {
    if (u === undefined) return undefined
    const root = squareRoot(sum(product(u, u), num('1')), v)
    return signOf(u) < 0 ? minus(log(difference(root, u), v), v) : log(sum(u, root), v)
  },
  acosh: (u, v) => {
    if (u === undefined || signOf(difference(u, num('1'))) < 0) return undefined
    return log(sum(u, squareRoot(difference(product(u, u), num('1')), v)), v)
  },
  atanh: (u, v) => {
    const ratio = quotient(sum(num('1'), u), difference(num('1'), u))
    return quotient(log(ratio, v), num('2'))
  },
  sin: (u) => u && (u.exact?.n === 0n ? num('0') : number(B.sinCos(u.ball).sin)),
  cos: (u) => u && (u.exact?.n === 0n ? num('1') : number(B.sinCos(u.ball).cos)),
  tan: (u) => {
    if (u === undefined) return undefined
    if (u.exact?.n === 0n) return num('0')
    const { sin, cos } = B.sinCos(u.ball)
    return number(B.divide(sin, cos))
  },
  asin,
  acos: (u, v) => difference(number(B.divide(B.PI, B.whole(2n))), asin(u, v)),
  atan,
  erf: (u) => (u?.exact?.n === 0n ? num('0') : erf(u, u)),
  erfc: (u) => difference(num('1'), erf(u, u)),
  sigmoid,
  logSigmoid: (u, v) => log(sigmoid(u, v), v),
  softplus,
  softsign: (u, v) => quotient(u, sum(num('1'), absolute(u, v))),
  relu: (u) => larger(u, num('0')),
  relu6: (u) => clamp(u, '0', '6'),
  silu: (u, v) => product(u, sigmoid(u, v)),
  mish: (u, v) => product(u, tanh(softplus(u, v), v)),
  gelu: (u) => {
    const scaled = quotient(u, squareRoot(num('2'), u))
    return quotient(product(u, sum(num('1'), erf(scaled, u))), num('2'))
  },
  geluTanh: (u, v) => {
    const cubic = sum(u, product(num('0.044715'), product(u, product(u, u))))
    const root = squareRoot(quotient(num('2'), constantOf('pi')), v)
    return quotient(product(u, sum(num('1'), tanh(product(root, cubic), v))), num('2'))
  },
  selu: (u) => product(constantOf('seluScale'), elu(u, constantOf('seluAlpha'))),
  hardSigmoid: (u) => quotient(clamp(sum(u, num('3')), '0', '6'), num('6')),
  hardSwish: (u) => quotient(product(u, clamp(sum(u, num('3')), '0', '6')), num('6')),
  hardTanh: (u) => clamp(u, '-1', '1'),
  swish: (u, beta) => product(u, sigmoid(product(beta, u), u)),
  prelu: leaky,
  leakyRelu: leaky,
  elu,
}

function callOf(name: Call['name'], args: readonly Value[]): Value {
  const [first, second, ...more] = args
  const rule = RULES[name]
  return more.reduce<Value>((value, next) => rule(value, next), rule(first, second))
}
