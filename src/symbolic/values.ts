import type { ArrowFunctionExpression, Function as FunctionNode } from '@oxc-project/types'
import { conditional, number } from '../formula/build.ts'
import type { Condition, Expr } from '../formula/expr.ts'

/** What a JavaScript value is known to be. */
export type Value =
  | NumberValue
  | { readonly kind: 'boolean'; readonly test: Condition }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  | ArrayValue
  | ObjectValue
  | FunctionValue
  | { readonly kind: 'native'; readonly name: string }
  /** Math, Number, Object, Array or console, as a value. */
  | { readonly kind: 'namespace'; readonly name: string }
  /** A method of an array, waiting for its call. */
  | { readonly kind: 'method'; readonly name: string; readonly of: ArrayValue }

export interface NumberValue {
  readonly kind: 'number'
  readonly expr: Expr
  /** The double that JavaScript computes, where no input is involved. */
  readonly double: number | undefined
}

export interface ArrayValue {
  readonly kind: 'array'
  readonly items: Value[]
  /** Not made by the call itself: it must not be changed. */
  readonly ofModule: boolean
}

export interface ObjectValue {
  readonly kind: 'object'
  readonly fields: Map<string, Value>
  readonly ofModule: boolean
}

export interface FunctionValue {
  readonly kind: 'function'
  readonly name: string
  readonly node: FunctionNode | ArrowFunctionExpression
  readonly scope: Scope
  /** Set for methods that were taken from an object, and for arrow functions inside them. */
  readonly self: Value | undefined
  readonly file: string
  /** Static members of a class. */
  readonly fields: Map<string, Value>
}

/** The variables of a block, a call or a module. */
export interface Scope {
  readonly variables: Map<string, Variable>
  readonly parent: Scope | undefined
  /** Where `var` declarations go. */
  readonly isFunction: boolean
  /** Variables of a module: a call must not change them. */
  readonly ofModule: boolean
}

export interface Variable {
  /** Undefined before its declaration has run. */
  value: Value | undefined
  readonly constant: boolean
}

export const UNDEFINED: Value = { kind: 'undefined' }
export const NULL: Value = { kind: 'null' }

export function truth(value: boolean): Value {
  return { kind: 'boolean', test: { kind: 'truth', value } }
}

/** A whole number that the program computes without the input. */
export function whole(double: number): NumberValue {
  return { kind: 'number', expr: number(double + 0), double }
}

/** A number that the program computes without the input: exactly a formula, and a double. */
export function known(expr: Expr, double: number): NumberValue {
  if (double === Infinity) return { kind: 'number', expr: INFINITY, double }
  if (double === -Infinity) {
    return { kind: 'number', expr: { kind: 'negate', operand: INFINITY }, double }
  }
  if (Number.isNaN(double))
    return { kind: 'number', expr: { kind: 'constant', name: 'NaN' }, double }
  return { kind: 'number', expr, double }
}

const INFINITY: Expr = { kind: 'constant', name: 'infinity' }

export function unknown(expr: Expr): NumberValue {
  return { kind: 'number', expr, double: undefined }
}

/** A value as JavaScript's arithmetic takes it: true is 1 and false is 0. */
export function asNumber(value: Value): NumberValue | undefined {
  if (value.kind === 'number') return value
  if (value.kind !== 'boolean') return value.kind === 'null' ? whole(0) : undefined
  const { test } = value
  if (test.kind === 'truth') return whole(test.value ? 1 : 0)
  return unknown(conditional(test, number(1), number(0)))
}
