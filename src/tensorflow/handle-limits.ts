import type { Operand } from './handle-operations.ts'

/** Counted in elements of all results of a call: what a call may allocate, and about how long it takes. */
export const ELEMENT_BUDGET = 20_000_000
export const OPERATION_BUDGET = 20_000

type Operands = readonly (Operand | undefined)[]

/** An upper bound of what an operation will cost, from its operands alone. */
export function costOf(name: string, operands: Operands): number {
  const shapes = shapesIn(operands)
  return COSTS[name]?.(operands, shapes) ?? sizeOf(broadcast(shapes))
}

type Cost = (operands: Operands, shapes: readonly (readonly number[])[]) => number

const ofShape: Cost = ([shape]) => sizeOf(numbersIn(shape))
const together: Cost = (_, shapes) => shapes.reduce((total, shape) => total + sizeOf(shape), 0)
const pairs: Cost = (_, shapes) => shapes.reduce((total, shape) => total * sizeOf(shape), 1)

/** Of operations whose results are larger than what they are given. */
const COSTS: { readonly [name: string]: Cost } = {
  addN: together,
  broadcastTo: (operands, [own = []]) => sizeOf(own) * sizeOf(numbersIn(operands[1])),
  concat: together,
  dot: (_, shapes) => productCost(shapes),
  eye: ([rows, columns = rows, batch]) =>
    sizeOf([...numbersIn(rows), ...numbersIn(columns), ...numbersIn(batch)]),
  fill: ofShape,
  gather: pairs,
  linspace: ([, , count]) => sizeOf(numbersIn(count)),
  matMul: (_, shapes) => productCost(shapes),
  oneHot: ([, depth], [indices = []]) => sizeOf(indices) * sizeOf(numbersIn(depth)),
  ones: ofShape,
  outerProduct: pairs,
  pad: ([, paddings], [own = []]) =>
    sizeOf(own.map((length, axis) => length + sumOf(numbersIn(listed(paddings)[axis])))),
  range: ([from, to, step = 1]) =>
    sizeOf(numbersIn(to).map((end) => (end - Number(from)) / Number(step))),
  stack: together,
  tile: (operands, [own = []]) => sizeOf(own) * sizeOf(numbersIn(operands[1])),
  zeros: ofShape,
}

function listed(operand: Operand | undefined): readonly Operand[] {
  return Array.isArray(operand) ? operand : []
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0)
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
