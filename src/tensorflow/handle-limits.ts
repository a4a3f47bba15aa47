import type { Operand } from './handle-operations.ts'

/** Counted in elements of all results of a call: what a call may allocate, and about how long it takes. */
export const ELEMENT_BUDGET = 20_000_000
export const OPERATION_BUDGET = 20_000

type Operands = readonly (Operand | undefined)[]

/** An upper bound of what an operation will cost, from its operands alone. */
export function costOf(name: string, operands: Operands): number {
  const shapes = shapesIn(operands)
  if (name === 'matMul') return productCost(shapes)
  if (name === 'fill' || name === 'ones' || name === 'zeros') return sizeOf(numbersIn(operands[0]))
  if (name === 'tile') return sizeOf(shapes[0] ?? []) * sizeOf(numbersIn(operands[1]))
  if (name === 'concat' || name === 'stack' || name === 'addN') {
    return shapes.reduce((total, shape) => total + sizeOf(shape), 0)
  }
  return sizeOf(broadcast(shapes))
}

function productCost([a = [], b = []]: readonly (readonly number[])[]): number {
  return sizeOf(a) * Math.max(...b, 1)
}

function shapesIn(operands: Operands): (readonly number[])[] {
  return operands.flatMap((operand) => {
    if (Array.isArray(operand)) return shapesIn(operand)
    return typeof operand === 'object' && 'shape' in operand ? [operand.shape] : []
  })
}

/** Each axis, counted from the last, as long as the longest operand's. */
function broadcast(shapes: readonly (readonly number[])[]): number[] {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length))
  return Array.from({ length: rank }, (_, axis) =>
    Math.max(...shapes.map((shape) => shape[shape.length - 1 - axis] ?? 1)),
  )
}

function numbersIn(operand: Operand | undefined): number[] {
  if (typeof operand === 'number') return [operand]
  return Array.isArray(operand) ? operand.filter((value) => typeof value === 'number') : []
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * Math.max(1, Math.abs(length)), 1)
}
