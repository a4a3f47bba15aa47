import type { Json } from '../../report.ts'
import { type Random, unit } from '../random.ts'
import type { Matrix, Vector } from './linear-algebra.ts'
import { matrix } from './linear-algebra.ts'

/** Arguments of one call, by position. */
export type Arguments = readonly Json[]

/**
 * A function of data that an exercise may ask for by name: how its arguments are drawn, and what is
 * right for them, in float64.
 */
export interface StructuredReference {
  /** What it computes, in one sentence: for authors of exercises. */
  readonly summary: string
  /** How many lists of arguments are tried. */
  readonly trials: number
  /** The arguments of a trial; the first trials are the smallest. */
  readonly inputs: (random: Random, trial: number) => Arguments
  readonly compute: (args: Arguments) => Json
  /** Wrong answers that people give, by note. */
  readonly mistakes?: { readonly [note: string]: (args: Arguments) => Json }
  /** Wrong answers to the question for its gradient, by note; they are given the upstream gradient too. */
  readonly gradientMistakes?: { readonly [note: string]: (args: Arguments) => Json }
  /** Another way to write the same result, such as an object where an array is meant. */
  readonly normalise?: (got: Json) => Json
}

type Typed<Args extends readonly unknown[]> = (...args: Args) => Json | Matrix | Vector | object

interface Definition<Args extends readonly unknown[]> {
  readonly summary: string
  readonly trials: number
  readonly inputs: (random: Random, trial: number) => Args
  readonly compute: Typed<Args>
  readonly mistakes?: { readonly [note: string]: Typed<Args> }
  readonly gradientMistakes?: { readonly [note: string]: Typed<[...Args, Matrix]> }
  readonly normalise?: (got: Json) => Json
}

/** Arguments and results are plain data whose types the author of a reference knows: said here, once. */
export function defineReference<Args extends readonly unknown[]>(
  definition: Definition<Args>,
): StructuredReference {
  const spread =
    <A extends readonly unknown[]>(f: Typed<A>) =>
    (args: Arguments) =>
      f(...(args as unknown as A)) as Json
  const all = (functions: { readonly [note: string]: Typed<never> } = {}) =>
    Object.fromEntries(
      Object.entries(functions).map(([note, f]) => [note, spread(f as Typed<readonly unknown[]>)]),
    )
  return {
    summary: definition.summary,
    trials: definition.trials,
    inputs: (random, trial) => definition.inputs(random, trial) as unknown as Arguments,
    compute: spread(definition.compute),
    mistakes: all(definition.mistakes as { readonly [note: string]: Typed<never> } | undefined),
    gradientMistakes: all(
      definition.gradientMistakes as { readonly [note: string]: Typed<never> } | undefined,
    ),
    ...(definition.normalise && { normalise: definition.normalise }),
  }
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

/** A whole number from low to high. */
export function drawWhole(random: Random, low: number, high: number): number {
  return low + (random() % (high - low + 1))
}
