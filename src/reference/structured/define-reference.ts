import type { Json } from '../../report/report.ts'
import { type Random, unit } from '../random.ts'
import { type Matrix, matrix, type Vector } from './linear-algebra.ts'
import type { Tensor, TensorOperations } from './tensor-operations.ts'

/**
 * A function of data that the checks `call` and `gradient` hold answers against: an export of an
 * exercise's `reference.ts`. At least one of `compute` and `exact` must be there; where both are,
 * they watch each other.
 */
export interface Reference<Args extends readonly unknown[]> {
  /** What it computes, in one sentence. */
  readonly summary: string
  /**
   * Lists of arguments that are tried at every seed, before any drawn ones: the statement's examples
   * and what is degenerate, such as zeros, ties, one row, one column, or a size beyond every table.
   * Every known mistake should fail on these alone.
   */
  readonly corners?: readonly Readonly<Args>[]
  /** How many lists of arguments are drawn. */
  readonly trials: number
  /** The arguments of a drawn trial, from `random` only; the first trials should be the smallest. */
  readonly inputs: (random: Random, trial: number) => Args
  /** The arguments of one size, for a `work` check: such that an answer has to do what is asked. */
  readonly workload?: (size: number) => Args
  /** The function on TensorFlow.js, in float32: what a `gradient` check differentiates. */
  readonly compute?: (tf: TensorOperations, ...args: TensorsOf<Args>) => Answer
  /** The same function in float64. */
  readonly exact?: (...args: Args) => Answer
  /** Wrong answers that people give, by note. One may throw where it is impossible. */
  readonly mistakes?: { readonly [note: string]: (...args: Args) => Answer }
  /** Wrong gradients that people give, by note; they get the upstream gradient as well. */
  readonly gradientMistakes?: {
    readonly [note: string]: (...args: [...Args, upstream: Matrix]) => Answer
  }
}

/** Data, or in `compute` tensors, or objects and arrays of either. */
export type Answer = Json | Matrix | Vector | Tensor | object

/**
 * What `compute` gets: vectors and matrices as tensors; numbers, and whatever else there is, as they
 * are. Only in a `gradient` check in a number is that number a tensor as well.
 */
export type Tensors<T> = T extends Vector | Matrix
  ? Tensor
  : T extends readonly unknown[]
    ? { readonly [K in keyof T]: Tensors<T[K]> }
    : T extends object
      ? { readonly [K in keyof T]: Tensors<T[K]> }
      : T

export type TensorsOf<Args extends readonly unknown[]> = { [K in keyof Args]: Tensors<Args[K]> }

/** Returns what it is given: it is there for the types. */
export function defineReference<Args extends readonly unknown[]>(
  definition: Reference<Args>,
): Reference<Args> {
  return definition
}

/** A number in [-2, 2), with three decimals so that counterexamples are short. */
export function drawNumber(random: Random): number {
  return Math.round((unit(random) * 4 - 2) * 1000) / 1000
}

export function drawVector(random: Random, length: number): number[] {
  return Array.from({ length }, () => drawNumber(random))
}

export function drawMatrix(random: Random, rows: number, width: number): number[][] {
  return matrix(rows, width, () => drawNumber(random))
}

/** Numbers without a zero and without a pattern, the same at every seed; `salt` tells several apart. */
export function fixedMatrix(rows: number, width: number, salt = 0): number[][] {
  return matrix(rows, width, (i, j) => {
    const mixed = 1733 * i + 2741 * j + 977 * i * j + 389 * salt + 1
    return ((mixed % 3999) - 1999) / 1000 || 0.5
  })
}

export function fixedVector(length: number, salt = 0): number[] {
  return fixedMatrix(1, length, salt)[0] ?? []
}

/** A whole number from low to high. */
export function drawWhole(random: Random, low: number, high: number): number {
  return low + (random() % (high - low + 1))
}
