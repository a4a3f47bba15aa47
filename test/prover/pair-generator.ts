import { call, compare, conditional, number, operation, variable } from '../../src/formula/build.ts'
import { derivativeOf, differentiate } from '../../src/formula/differentiate.ts'
import type { Expr, FunctionName } from '../../src/formula/expr.ts'

/** Two formulas, and whether they are the same function by construction. */
export interface GeneratedPair {
  readonly a: Expr
  readonly b: Expr
  readonly same: boolean
}

export type Random = () => number

/** Marsaglia's xorshift, 32 bits: numbers in [0, 1) from a seed. */
export function randomFrom(seed: number): Random {
  let state = (seed * 2654435761 + 1) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}

export function generatePair(random: Random): GeneratedPair {
  const base = anyFormula(random, 1 + Math.floor(random() * 3))
  const derived = random() < 0.35
  const a = derived ? derivativeOf(base, 'x') : base
  const plain = derived ? differentiate(base, 'x') : base
  const b = rewrite(random, plain)
  if (random() < 0.5) return { a, b, same: true }
  const mutant = mutate(random, b)
  return { a, b: mutant ?? b, same: mutant === undefined }
}

const NUMBERS = ['1', '2', '3', '0.5', '0.25', '1.702', '0.01', '6']
const SMOOTH: readonly FunctionName[] = [
  'tanh',
  'sigmoid',
  'exp',
  'softplus',
  'erf',
  'silu',
  'mish',
  'gelu',
  'sech',
  'atan',
  'asinh',
  'logSigmoid',
  'expm1',
]
const PIECES: readonly FunctionName[] = ['relu', 'abs', 'sign', 'relu6', 'hardTanh', 'softsign']

function anyFormula(random: Random, depth: number): Expr {
  if (depth === 0) return leaf(random)
  const inner = () => anyFormula(random, depth - 1)
  const kind = random()
  if (kind < 0.35) return call(pick(random, SMOOTH), linear(random))
  if (kind < 0.5) return call(pick(random, PIECES), linear(random))
  if (kind < 0.75) return operation(pick(random, ['+', '-', '*']), inner(), inner())
  if (kind < 0.82) return operation('/', inner(), operation('+', number(1), square(inner())))
  if (kind < 0.9)
    return conditional(
      compare(linear(random), pick(random, ['>', '<=']), number(0)),
      inner(),
      inner(),
    )
  if (kind < 0.95) return call(pick(random, ['max', 'min']), linear(random), inner())
  return call('sqrt', operation('+', number(1), square(linear(random))))
}

function leaf(random: Random): Expr {
  const kind = random()
  if (kind < 0.6) return variable('x')
  return kind < 0.75 ? variable('beta') : number(pick(random, NUMBERS))
}

function linear(random: Random): Expr {
  const kind = random()
  const x = variable('x')
  if (kind < 0.5) return x
  if (kind < 0.7) return operation('*', number(pick(random, NUMBERS)), x)
  if (kind < 0.8) return operation('*', variable('beta'), x)
  if (kind < 0.9) return { kind: 'negate', operand: x }
  return operation(pick(random, ['+', '-']), x, number(pick(random, NUMBERS)))
}

function square(expr: Expr): Expr {
  return operation('**', expr, number(2))
}

type Rewrite = (u: Expr, v: Expr) => Expr

/** Other forms of the same values. */
const FORMS: { readonly [name in FunctionName]?: readonly Rewrite[] } = {
  tanh: [
    (u) => operation('-', operation('*', number(2), call('sigmoid', twice(u))), number(1)),
    (u) => operation('/', call('sinh', u), call('cosh', u)),
  ],
  sigmoid: [
    (u) => operation('/', number(1), operation('+', number(1), call('exp', minus(u)))),
    (u) => operation('-', number(1), call('sigmoid', minus(u))),
    (u) => operation('/', operation('+', number(1), call('tanh', half(u))), number(2)),
    (u) =>
      conditional(
        compare(u, '>=', number(0)),
        operation('/', number(1), operation('+', number(1), call('exp', minus(u)))),
        operation('/', call('exp', u), operation('+', call('exp', u), number(1))),
      ),
  ],
  exp: [
    (u) => operation('/', number(1), call('exp', minus(u))),
    (u) => square(call('exp', half(u))),
  ],
  softplus: [
    (u) => call('log', operation('+', number(1), call('exp', u))),
    (u) => operation('+', u, call('softplus', minus(u))),
    (u) =>
      operation('+', call('max', u, number(0)), call('log1p', call('exp', minus(call('abs', u))))),
  ],
  erf: [(u) => minus(call('erf', minus(u))), (u) => operation('-', number(1), call('erfc', u))],
  atan: [(u) => minus(call('atan', minus(u)))],
  asinh: [
    (u) => call('log', operation('+', u, call('sqrt', operation('+', square(u), number(1))))),
  ],
  relu: [
    (u) => call('max', number(0), u),
    (u) => half(operation('+', u, call('abs', u))),
    (u) => conditional(compare(u, '>', number(0)), u, number(0)),
  ],
  abs: [
    (u) => call('sqrt', square(u)),
    (u) => operation('*', u, call('sign', u)),
    (u) => call('max', u, minus(u)),
  ],
  max: [(u, v) => half(operation('+', operation('+', u, v), call('abs', operation('-', u, v))))],
  min: [(u, v) => minus(call('max', minus(u), minus(v)))],
  silu: [(u) => operation('*', u, call('sigmoid', u))],
  sech: [(u) => operation('/', number(1), call('cosh', u))],
}

function rewrite(random: Random, expr: Expr): Expr {
  const again = (one: Expr) => rewrite(random, one)
  switch (expr.kind) {
    case 'negate':
      return { kind: 'negate', operand: again(expr.operand) }
    case 'operation': {
      const [left, right] = [again(expr.left), again(expr.right)]
      const swaps = (expr.operator === '+' || expr.operator === '*') && random() < 0.5
      if (swaps) return operation(expr.operator, right, left)
      if (expr.operator === '-' && random() < 0.3) return operation('+', left, minus(right))
      return operation(expr.operator, left, right)
    }
    case 'call': {
      const args = expr.args.map(again)
      const forms = FORMS[expr.name]
      const [first = number(0), second = number(0)] = args
      if (forms === undefined || random() < 0.5) return call(expr.name, ...args)
      return pick(random, forms)(first, second)
    }
    case 'conditional':
      return conditional(expr.test, again(expr.then), again(expr.otherwise))
    default:
      return expr
  }
}

/** One small change somewhere; undefined where the place has nothing to change. */
function mutate(random: Random, expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case 'number':
      return number(
        random() < 0.5 ? '4' : `${expr.text.includes('.') ? expr.text : `${expr.text}.`}01`,
      )
    case 'variable':
      return random() < 0.5 ? minus(expr) : operation('*', number('1.001'), expr)
    case 'negate':
      return random() < 0.3 ? expr.operand : wrap(mutate(random, expr.operand), minus)
    case 'operation': {
      if (random() < 0.3) {
        const other = expr.operator === '+' ? '-' : '+'
        return operation(other, expr.left, expr.right)
      }
      return random() < 0.5
        ? wrap(mutate(random, expr.left), (left) => operation(expr.operator, left, expr.right))
        : wrap(mutate(random, expr.right), (right) => operation(expr.operator, expr.left, right))
    }
    case 'call': {
      const [first = number(0), ...rest] = expr.args
      return wrap(mutate(random, first), (one) => call(expr.name, one, ...rest))
    }
    case 'conditional':
      return random() < 0.3
        ? conditional(expr.test, expr.otherwise, expr.then)
        : wrap(mutate(random, expr.then), (then) => conditional(expr.test, then, expr.otherwise))
    default:
      return undefined
  }
}

function wrap(expr: Expr | undefined, around: (expr: Expr) => Expr): Expr | undefined {
  return expr && around(expr)
}

function minus(operand: Expr): Expr {
  return { kind: 'negate', operand }
}

function half(u: Expr): Expr {
  return operation('/', u, number(2))
}

function twice(u: Expr): Expr {
  return operation('*', number(2), u)
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T
}
