/**
 * The module `mlp-check/reference`: what the `reference.ts` of an exercise is written with, and all
 * that it may import.
 */
export type { Random } from './random.ts'
export {
  defineProgram,
  type Line,
  type Model,
  type Program,
  type ProgramDefinition,
} from './structured/define-program.ts'
export {
  type Answer,
  defineReference,
  drawMatrix,
  drawNumber,
  drawVector,
  drawWhole,
  fixedMatrix,
  fixedVector,
  type Reference,
  type Tensors,
  type TensorsOf,
} from './structured/define-reference.ts'
export {
  addRow,
  at,
  columnSums,
  columns,
  type Matrix,
  map,
  matrix,
  product,
  rank,
  rowTimes,
  transpose,
  type Vector,
} from './structured/linear-algebra.ts'
export type { Tensor, TensorLike, TensorOperations } from './structured/tensor-operations.ts'
