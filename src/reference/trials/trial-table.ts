import type { Json } from '../../report/report.ts'
import type { ReferenceTable } from '../table.ts'

/**
 * What is right for a function of data, on drawn arguments: the analogue of a ReferenceTable. Plain
 * data that may be cloned, cached and sent; numbers may be NaN, infinite or -0.
 */
export interface TrialTable {
  readonly trials: readonly Trial[]
  /** Whose answers are expected: float64's where the reference has them, else TensorFlow.js's. */
  readonly by: 'float64' | 'tensorflow'
  /** Trials left out: a kink so near that no answer could be held against the reference. */
  readonly dropped: number
  /**
   * How the two references agree: how many trials are disputed, and the largest
   * |difference| / max(1, |truth|) in the others.
   */
  readonly agreement: { readonly disputed: number; readonly largest: number }
  readonly backend: ReferenceTable['backend']
}

/** One list of arguments and what is right for them. */
export interface Trial {
  /** As the submission gets them: in a gradient's trial the upstream gradient comes last. */
  readonly arguments: readonly Json[]
  readonly expected: Json
  /** TensorFlow.js's answer; absent where the reference does not compute on it. */
  readonly tensorflow?: Json
  /** Whether TensorFlow.js leaves float64 by more than its float32 budget: float64 decides then. */
  readonly disputed: boolean
  /** What people answer by known mistakes, by note; null where a mistake has no answer. */
  readonly mistakes: { readonly [note: string]: Json | null }
}

/** The trials of one check. */
export interface TrialRequest {
  /** The check's id: it is part of the seed. */
  readonly check: string
  /** The name of an export of the exercise's `reference.ts`. */
  readonly reference: string
  /** The position of the argument in which it is differentiated; null for the function itself. */
  readonly gradientIn: number | null
  readonly seed: number
  /** Without the drawn trials: how an author sees what the fixed ones are worth. */
  readonly cornersOnly?: true
  /** Set where one trial of each size is wanted, as the reference's workload gives it, and no others. */
  readonly sizes?: readonly number[]
}
