/**
 * The truth about one function at its sample points, in three witnesses: float64, TensorFlow.js
 * and the acceptance bounds that follow from the kinks.
 */
export interface ReferenceTable {
  readonly function: string
  /** Argument names in order, and one column for each. */
  readonly names: readonly string[]
  readonly columns: readonly Float64Array[]
  /**
   * float64 value of the formula (or of its derivative). At a kink, the smaller one-sided limit; above
   * `high` where no number passes, NaN where any does.
   */
  readonly low: Float64Array
  /** Equal to `low` except at a kink, where the two are the smaller and the larger one-sided limit. */
  readonly high: Float64Array
  /** 1 at a kink or where the spec pins a value: TensorFlow.js only has a convention there. */
  readonly kink: Uint8Array
  /** 1 where NaN passes as well ("does not exist"). */
  readonly orNaN: Uint8Array
  /** TensorFlow.js's value or gradient, float32 widened; NaN where it has none. */
  readonly tensorflow: Float64Array
  /** 1 where TensorFlow.js leaves float64 by more than its own float32 budget: float64 decides there. */
  readonly disputed: Uint8Array
  /**
   * How the two references agree off the kinks: how many points are disputed, and the largest
   * |difference| / max(1, |truth|) over the others.
   */
  readonly agreement: { readonly disputed: number; readonly largest: number }
  readonly backend: { readonly name: 'tfjs' | 'tfjs-node'; readonly version: string }
}

/** What a table depends on; its hash is the cache key. */
export interface TableRequest {
  readonly exercise: string
  readonly specSha256: string
  readonly function: string
  readonly seed: number
  readonly points: number
  readonly exhaustive: boolean
  /** Further points, as rows of argument values: `--at`, and a prover's counterexample. */
  readonly extra: readonly (readonly number[])[]
}
