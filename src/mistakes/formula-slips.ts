import { call, conditional, number, operation } from '../formula/build.ts'
import type { Call, Expr, FunctionName, Operation } from '../formula/expr.ts'
import { mapFormula } from '../formula/map-formula.ts'
import { PIECEWISE } from '../formula/piecewise.ts'
import { isInteger, negate } from '../formula/simplify.ts'
import type { GenericNote } from './generic-notes.ts'
import type { Rule } from './rewrite.ts'

/** Slips in writing a formula down, each at one place. In order of how much they explain. */
export const FORMULA_SLIPS: readonly { readonly note: GenericNote; readonly rule: Rule }[] = [
  { note: 'power-lost', rule: (expr) => (isPower(expr) ? [expr.left] : []) },
  { note: 'missing-minus', rule: (expr) => (expr.kind === 'negate' ? [expr.operand] : []) },
  { note: 'logarithm-base', rule: otherLogarithms },
  { note: 'max-for-min', rule: maxForMin },
  { note: 'branch-lost', rule: lostBranches },
  { note: 'wrong-branch', rule: otherBranches },
  // Where a factor is 1 plus a term, all of the factor has gone as much as the term.
  { note: 'factor-lost', rule: lostFactors },
  { note: 'term-lost', rule: lostTerms },
  { note: 'term-sign', rule: flippedTerms },
  { note: 'minuend-lost', rule: lostMinuends },
  { note: 'one-for-constant', rule: onesForConstants },
  { note: 'branch-constant', rule: otherConstantsOnBranches },
  { note: 'branches-added', rule: addedBranches },
  { note: 'exponential-base', rule: otherExponentials },
  { note: 'misplaced-bracket', rule: movedBrackets },
  { note: 'inner-factor', rule: otherInnerFactors },
  { note: 'power-added', rule: (expr) => (expr.kind === 'call' ? [square(expr)] : []) },
  { note: 'other-function', rule: relatives },
]

function isPower(expr: Expr): expr is Operation {
  return expr.kind === 'operation' && expr.operator === '**'
}

function isSum(expr: Expr): expr is Operation {
  return expr.kind === 'operation' && (expr.operator === '+' || expr.operator === '-')
}

function isProduct(expr: Expr): expr is Operation {
  return expr.kind === 'operation' && (expr.operator === '*' || expr.operator === '/')
}

function square(expr: Expr): Expr {
  return operation('**', expr, number(2))
}

function otherLogarithms(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'call' || expr.name !== 'log') return []
  return [call('log2', ...expr.args), call('log10', ...expr.args)]
}

/** f(2 u) and f(u / 2) for f(u). */
function otherInnerFactors(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'call' || expr.args.length !== 1 || PIECEWISE[expr.name]) return []
  const [inner] = expr.args as [Expr]
  return (['*', '/'] as const).map((by) => call(expr.name, operation(by, inner, number(2))))
}

function maxForMin(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'call') return []
  if (expr.name === 'max') return [call('min', ...expr.args)]
  return expr.name === 'min' ? [call('max', ...expr.args)] : []
}

/** One of three branches or more: another one reaches into its place. */
function lostBranches(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'conditional') return []
  const { test, then: first, otherwise: second } = expr
  return [
    ...[first, second].filter((branch) => branch.kind === 'conditional'),
    ...branchesOf(first).map((branch) => conditional(test, branch, second)),
    ...branchesOf(second).map((branch) => conditional(test, first, branch)),
  ]
}

function branchesOf(expr: Expr): readonly Expr[] {
  return expr.kind === 'conditional' ? [expr.then, expr.otherwise] : []
}

function otherBranches(expr: Expr): readonly Expr[] {
  // biome-ignore format: one line a case
  if (expr.kind === 'conditional') {
    return [conditional(expr.test, expr.otherwise, expr.then), expr.then, expr.otherwise]
  }
  return expr.kind === 'call' && (expr.name === 'max' || expr.name === 'min') ? expr.args : []
}

/** The two branches of a conditional exchanged. */
export function exchangedBranches(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'conditional') return []
  return [conditional(expr.test, expr.otherwise, expr.then)]
}

/** Each max a min, and each min a max: both sides of a sum of halves at once. */
export function exchangedSides(expr: Expr): readonly Expr[] {
  const names = new Set<string>()
  const exchanged = mapFormula(expr, (part) => {
    if (part.kind !== 'call' || (part.name !== 'max' && part.name !== 'min')) return part
    names.add(part.name)
    return call(part.name === 'max' ? 'min' : 'max', ...part.args)
  })
  return names.size === 2 ? [exchanged] : []
}

/** Both branches, where only one of them counts. */
function addedBranches(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'conditional' || isClosed(expr.then) || isClosed(expr.otherwise)) return []
  return [operation('+', expr.then, expr.otherwise)]
}

/** 10^x and 2^x for e^x. */
function otherExponentials(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'call' || expr.name !== 'exp') return []
  return [10, 2].flatMap((base) => expr.args.map((power) => operation('**', number(base), power)))
}

/** a - b → b. */
function lostMinuends(expr: Expr): readonly Expr[] {
  return expr.kind === 'operation' && expr.operator === '-' ? [expr.right] : []
}

function onesForConstants(expr: Expr): readonly Expr[] {
  const isProduct = expr.kind === 'operation' && expr.operator === '*'
  const parts = isProduct ? [expr.left, expr.right] : [expr]
  return parts.every((part) => part.kind === 'constant' && part.name !== 'NaN') ? [number(1)] : []
}

const USUAL = [number(0), number(1), number(-1), number(0.5)]

function otherConstantsOnBranches(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'conditional') return []
  const { test, then: first, otherwise: second } = expr
  return [
    ...(isClosed(first) ? USUAL.map((other) => conditional(test, other, second)) : []),
    ...(isClosed(second) ? USUAL.map((other) => conditional(test, first, other)) : []),
  ]
}

function isClosed(expr: Expr): boolean {
  return expr.kind === 'number' || expr.kind === 'constant'
}

function lostTerms(expr: Expr): readonly Expr[] {
  if (!isSum(expr)) return []
  return [expr.left, expr.operator === '-' ? negate(expr.right) : expr.right]
}

function flippedTerms(expr: Expr): readonly Expr[] {
  if (!isSum(expr)) return []
  return [operation(expr.operator === '+' ? '-' : '+', expr.left, expr.right)]
}

function lostFactors(expr: Expr): readonly Expr[] {
  if (!isProduct(expr)) return []
  return expr.operator === '*' ? [expr.left, expr.right] : [expr.left]
}

/** (a + b) c → a + b c and back, and the same around fractions, powers and function calls. */
function movedBrackets(expr: Expr): readonly Expr[] {
  if (expr.kind === 'call') return outOfCall(expr)
  if (expr.kind !== 'operation') return []
  const { operator, left, right } = expr
  return [
    ...(isProduct(expr) && isSum(left)
      ? [operation(left.operator, left.left, operation(operator, left.right, right))]
      : []),
    ...(isProduct(expr) && isSum(right)
      ? [operation(right.operator, operation(operator, left, right.left), right.right)]
      : []),
    ...(isSum(expr) && isProduct(left)
      ? [operation(left.operator, left.left, operation(operator, left.right, right))]
      : []),
    ...(isSum(expr) && left.kind === 'call' ? intoCall(left, operator, right) : []),
    ...(operator === '/' && isProduct(right)
      ? [operation(right.operator, operation('/', left, right.left), right.right)]
      : []),
    ...(operator === '**' && isProduct(left)
      ? [operation(left.operator, left.left, operation('**', left.right, right))]
      : []),
  ]
}

function outOfCall({ name, args }: Call): readonly Expr[] {
  const [argument, ...rest] = args
  if (argument?.kind !== 'operation' || rest.length > 0) return []
  const { operator, left, right } = argument
  if (operator === '**') return [operation('**', call(name, left), right)]
  const outside = operation(operator, call(name, left), right)
  return isProduct(argument) ? [outside, operation(operator, left, call(name, right))] : [outside]
}

function intoCall({ name, args }: Call, operator: '+' | '-' | Operation['operator'], term: Expr) {
  const [argument, ...rest] = args
  return argument === undefined || rest.length > 0
    ? []
    : [call(name, operation(operator, argument, term))]
}

/** Functions that are taken for one another. */
const RELATIVES: { readonly [name in FunctionName]?: readonly FunctionName[] } = {
  tanh: ['sigmoid', 'sinh', 'softsign'],
  sigmoid: ['tanh', 'hardSigmoid'],
  sinh: ['cosh'],
  cosh: ['sinh'],
  exp: ['expm1'],
  expm1: ['exp'],
  log: ['log1p'],
  log1p: ['log'],
  gelu: ['geluTanh', 'silu'],
  geluTanh: ['gelu', 'silu'],
  silu: ['gelu', 'mish'],
  mish: ['silu'],
  softplus: ['relu', 'sigmoid'],
  relu: ['softplus', 'abs', 'relu6'],
  relu6: ['relu'],
  erf: ['tanh', 'erfc'],
  sin: ['cos'],
  cos: ['sin'],
  hardSwish: ['silu', 'hardSigmoid'],
  hardSigmoid: ['sigmoid', 'hardTanh'],
  hardTanh: ['tanh', 'hardSigmoid'],
  softsign: ['tanh'],
  logSigmoid: ['softplus', 'sigmoid'],
  elu: ['leakyRelu'],
  leakyRelu: ['elu'],
  prelu: ['elu'],
  sqrt: ['cbrt'],
  abs: ['sign'],
  floor: ['ceil', 'round', 'trunc'],
  ceil: ['floor', 'round'],
  round: ['floor', 'ceil', 'trunc'],
  trunc: ['floor', 'round'],
}

function relatives(expr: Expr): readonly Expr[] {
  if (expr.kind !== 'call') return []
  // A derivative often contains powers of the function: those are slips of their own.
  const others = (RELATIVES[expr.name] ?? []).map((name) => call(name, ...expr.args))
  return expr.args.some((argument) => isInteger(argument, 0)) ? [] : others
}
