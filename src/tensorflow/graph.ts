import type { Call, Comparison, Condition, Conditional, Expr, Operation } from '../formula/expr.ts'
import type { Engine, Tensor } from './engine.ts'
import { TENSORFLOW_CONSTANTS, TENSORFLOW_FUNCTIONS } from './functions.ts'

/** A tensor for each variable, all of one shape. */
export type Bindings = { readonly [name: string]: Tensor }

/** Applies a formula to tensors, element by element. To be called inside a `tidy`. */
export function applyFormula(tf: Engine, expr: Expr, bindings: Bindings): Tensor {
  switch (expr.kind) {
    case 'number':
      return constant(tf, Number(expr.text), bindings)
    case 'constant':
      return constant(tf, TENSORFLOW_CONSTANTS[expr.name], bindings)
    case 'variable':
      return bound(expr.name, bindings)
    case 'negate':
      return tf.neg(applyFormula(tf, expr.operand, bindings))
    case 'operation':
      return applyOperation(tf, expr, bindings)
    case 'call':
      return applyCall(tf, expr, bindings)
    case 'conditional':
      return applyConditional(tf, expr, bindings)
  }
}

function bound(name: string, bindings: Bindings): Tensor {
  const tensor = bindings[name]
  if (tensor === undefined) throw new RangeError(`no value for the variable ${name}`)
  return tensor
}

/** As long as the variables: prelu and select want operands of one shape. */
function constant(tf: Engine, value: number, bindings: Bindings): Tensor {
  return tf.fill(Object.values(bindings)[0]?.shape ?? [], value)
}

function applyOperation(tf: Engine, expr: Operation, bindings: Bindings): Tensor {
  if (expr.operator === '**') return applyPower(tf, expr, bindings)
  const left = applyFormula(tf, expr.left, bindings)
  const right = applyFormula(tf, expr.right, bindings)
  switch (expr.operator) {
    case '+':
      return tf.add(left, right)
    case '-':
      return tf.sub(left, right)
    case '*':
      return tf.mul(left, right)
    case '/':
      return tf.div(left, right)
  }
}

const LARGEST_PRODUCT = 16

/** Whole powers are products: the gradient of `pow` takes the logarithm of its base. */
function applyPower(tf: Engine, expr: Operation, bindings: Bindings): Tensor {
  const exponent = literalOf(expr.right)
  if (expr.left.kind === 'constant' && expr.left.name === 'e') {
    return tf.exp(applyFormula(tf, expr.right, bindings))
  }
  const base = applyFormula(tf, expr.left, bindings)
  if (exponent === 0.5) return tf.sqrt(base)
  if (
    exponent === undefined ||
    !Number.isInteger(exponent) ||
    Math.abs(exponent) > LARGEST_PRODUCT
  ) {
    return tf.pow(base, applyFormula(tf, expr.right, bindings))
  }
  if (exponent === 0) return tf.onesLike(base)
  const product = repeatedProduct(tf, base, Math.abs(exponent))
  return exponent < 0 ? tf.reciprocal(product) : product
}

function literalOf(expr: Expr): number | undefined {
  if (expr.kind === 'number') return Number(expr.text)
  if (expr.kind !== 'negate') return undefined
  const value = literalOf(expr.operand)
  return value === undefined ? undefined : -value
}

function repeatedProduct(tf: Engine, base: Tensor, times: number): Tensor {
  if (times === 1) return base
  const half = repeatedProduct(tf, base, times >> 1)
  const even = tf.square(half)
  return times % 2 === 0 ? even : tf.mul(even, base)
}

function applyCall(tf: Engine, expr: Call, bindings: Bindings): Tensor {
  const [first, ...rest] = expr.args.map((argument) => applyFormula(tf, argument, bindings))
  if (first === undefined) throw new RangeError(`${expr.name} needs an argument`)
  const apply = TENSORFLOW_FUNCTIONS[expr.name]
  if (rest.length === 0) return apply(tf, first, first)
  return rest.reduce((result, next) => apply(tf, result, next), first)
}

/**
 * A `where` lets NaN through from the branch that is not taken: 0 · NaN in its gradient. So each
 * branch only ever sees points at which it is taken: the other points are replaced by the first of
 * those, as constants, through which no gradient flows.
 */
function applyConditional(tf: Engine, expr: Conditional, bindings: Bindings): Tensor {
  const taken = truthOf(tf, expr.test, bindings)
  if (taken.every((value) => value === 1)) return applyFormula(tf, expr.then, bindings)
  if (taken.every((value) => value === 0)) return applyFormula(tf, expr.otherwise, bindings)
  const shape = Object.values(bindings)[0]?.shape ?? []
  const mask = tf.tensor(taken, shape, 'bool')
  const opposite = tf.logicalNot(mask)
  const then = applyFormula(tf, expr.then, onlyWhere(tf, mask, taken.indexOf(1), bindings))
  const otherwise = applyFormula(
    tf,
    expr.otherwise,
    onlyWhere(tf, opposite, taken.indexOf(0), bindings),
  )
  return tf.where(mask, then, otherwise)
}

function onlyWhere(tf: Engine, mask: Tensor, safe: number, bindings: Bindings): Bindings {
  return Object.fromEntries(
    Object.entries(bindings).map(([name, tensor]) => {
      const stand = tf.fill(tensor.shape, tensor.dataSync()[safe] ?? 0)
      return [name, tf.where(mask, tensor, stand)]
    }),
  )
}

/** 1 where the condition holds, as plain data: no gradient flows through a condition. */
function truthOf(tf: Engine, test: Condition, bindings: Bindings): Uint8Array {
  switch (test.kind) {
    case 'truth':
      return filled(bindings, test.value)
    case 'not':
      return truthOf(tf, test.operand, bindings).map((value) => 1 - value)
    case 'compare': {
      const left = applyFormula(tf, test.left, bindings)
      const right = applyFormula(tf, test.right, bindings)
      return Uint8Array.from(comparison(tf, test.comparison)(left, right).dataSync())
    }
    default: {
      const left = truthOf(tf, test.left, bindings)
      const right = truthOf(tf, test.right, bindings)
      return left.map((value, i) =>
        test.kind === 'and' ? value & (right[i] ?? 0) : value | (right[i] ?? 0),
      )
    }
  }
}

function filled(bindings: Bindings, value: boolean): Uint8Array {
  return new Uint8Array(Object.values(bindings)[0]?.size ?? 1).fill(value ? 1 : 0)
}

function comparison(tf: Engine, name: Comparison): Engine['less'] {
  const operations: { readonly [name in Comparison]: Engine['less'] } = {
    '<': tf.less,
    '<=': tf.lessEqual,
    '>': tf.greater,
    '>=': tf.greaterEqual,
    '===': tf.equal,
    '!==': tf.notEqual,
  }
  return operations[name]
}
