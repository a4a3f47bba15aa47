/**
 * A formula as data: a small closed union that JSON carries unchanged, so that formulas
 * are compiled at build time and cross threads as they are.
 */
export type Expr = NumberLiteral | Constant | Variable | Negation | Operation | Call | Conditional

/** Where in the source it was written, as UTF-16 offsets: [start, end). */
export type Span = readonly [start: number, end: number]

interface Located {
  readonly span?: Span
  /**
   * Set on a worked-out derivative: it holds off the kinks, and what it is at one follows from
   * the function that it is the derivative of.
   */
  readonly derivativeOf?: { readonly operand: Expr; readonly variable: string }
}

/** A literal, as its decimal text: `0.01` is exactly 1/100. */
interface NumberLiteral extends Located {
  readonly kind: 'number'
  readonly text: string
}

interface Constant extends Located {
  readonly kind: 'constant'
  readonly name: ConstantName
}

interface Variable extends Located {
  readonly kind: 'variable'
  readonly name: string
}

interface Negation extends Located {
  readonly kind: 'negate'
  readonly operand: Expr
}

export interface Operation extends Located {
  readonly kind: 'operation'
  readonly operator: Operator
  readonly left: Expr
  readonly right: Expr
}

/** A function of the formula language applied to formulas. */
export interface Call extends Located {
  readonly kind: 'call'
  readonly name: FunctionName
  readonly args: readonly Expr[]
}

export interface Conditional extends Located {
  readonly kind: 'conditional'
  readonly test: Condition
  readonly then: Expr
  readonly otherwise: Expr
}

/** What a conditional asks. */
export type Condition =
  | {
      readonly kind: 'compare'
      readonly comparison: Comparison
      readonly left: Expr
      readonly right: Expr
    }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'truth'; readonly value: boolean }

export type Operator = '+' | '-' | '*' | '/' | '**'
export type Comparison = '<' | '<=' | '>' | '>=' | '===' | '!=='

/** `NaN` stands for "does not exist"; infinity for a bound that is never reached. */
export type ConstantName = 'pi' | 'e' | 'NaN' | 'infinity' | 'seluAlpha' | 'seluScale'

/** The functions of the formula language, with the number of their arguments (at least, for max and min). */
export const FUNCTION_ARITY = {
  exp: 1,
  expm1: 1,
  log: 1,
  log1p: 1,
  log2: 1,
  log10: 1,
  sqrt: 1,
  cbrt: 1,
  abs: 1,
  sign: 1,
  floor: 1,
  ceil: 1,
  round: 1,
  trunc: 1,
  max: 2,
  min: 2,
  tanh: 1,
  sinh: 1,
  cosh: 1,
  sech: 1,
  csch: 1,
  coth: 1,
  asinh: 1,
  acosh: 1,
  atanh: 1,
  sin: 1,
  cos: 1,
  tan: 1,
  asin: 1,
  acos: 1,
  atan: 1,
  erf: 1,
  erfc: 1,
  sigmoid: 1,
  logSigmoid: 1,
  softplus: 1,
  softsign: 1,
  relu: 1,
  relu6: 1,
  silu: 1,
  mish: 1,
  gelu: 1,
  geluTanh: 1,
  selu: 1,
  hardSigmoid: 1,
  hardSwish: 1,
  hardTanh: 1,
  swish: 2,
  prelu: 2,
  leakyRelu: 2,
  elu: 2,
} as const

export type FunctionName = keyof typeof FUNCTION_ARITY

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTION_ARITY, name)
}
