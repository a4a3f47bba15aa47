import type { Expr } from '../formula/expr.ts'
import type { Engine, Tensor } from './engine.ts'
import { applyFormula } from './graph.ts'

/** Arguments by name, as columns of one length. */
export interface Inputs {
  readonly names: readonly string[]
  readonly columns: readonly Float64Array[]
}

/** The formula at every row, in float32, widened. */
export function tensorflowValues(tf: Engine, expr: Expr, inputs: Inputs): Float64Array {
  return read(tf, () => applyFormula(tf, expr, bind(inputs, columnsOf(tf, inputs))))
}

/** Its gradient in one argument at every row, by automatic differentiation. */
export function tensorflowGradient(
  tf: Engine,
  expr: Expr,
  inputs: Inputs,
  variable: string,
): Float64Array {
  const index = inputs.names.indexOf(variable)
  if (index < 0) throw new RangeError(`no argument is called ${variable}`)
  return read(tf, () => {
    const columns = columnsOf(tf, inputs)
    const wanted = columns[index]
    if (wanted === undefined) throw new RangeError(`no column for ${variable}`)
    const value = (x: Tensor) => {
      const bindings = bind(inputs, columns.with(index, x))
      return connected(tf, applyFormula(tf, expr, bindings), x)
    }
    return tf.valueAndGrad(value)(wanted).grad
  })
}

/**
 * Adds 0 · x: where a formula is the variable itself or does not contain it, there is no tape to
 * walk and the library throws. Finite x leave the value as it is.
 */
function connected(tf: Engine, value: Tensor, x: Tensor): Tensor {
  return tf.add(value, tf.mul(x, 0))
}

function columnsOf(tf: Engine, inputs: Inputs): Tensor[] {
  return inputs.columns.map((column) => tf.tensor1d(Float32Array.from(column)))
}

function bind(inputs: Inputs, columns: readonly Tensor[]) {
  return Object.fromEntries(
    inputs.names.flatMap((name, index) => {
      const column = columns[index]
      return column === undefined ? [] : [[name, column] as const]
    }),
  )
}

function read(tf: Engine, compute: () => Tensor): Float64Array {
  return Float64Array.from(tf.tidy(() => compute().dataSync()))
}
