import type { z } from 'zod'
import type { ReferenceTable } from './table.ts'

/** How far an answer may be from each reference. */
export interface Tolerance {
  /** Against float64: |got − truth| ≤ float64 · max(1, |truth|). */
  readonly float64: number
  /** Against TensorFlow.js's float32: |got − reference| ≤ absolute + relative · |reference|. */
  readonly absolute: number
  readonly relative: number
}

/**
 * Any cut of |error| / max(1, |truth|) between 1e-5 and 5e-4 separates right from wrong code; a
 * purely relative one refuses right code in the tails.
 */
export const defaultTolerance: Tolerance = { float64: 1e-5, absolute: 1e-5, relative: 1e-4 }

/** The keys by which a check of `exercise.yaml` sets its own tolerance. */
export const toleranceOptions = (zod: typeof z) =>
  zod.strictObject({
    tolerance: zod
      .strictObject({
        float64: zod
          .number()
          .positive()
          .default(defaultTolerance.float64)
          .describe('Against float64: this times the larger of 1 and |truth|'),
        absolute: zod
          .number()
          .positive()
          .default(defaultTolerance.absolute)
          .describe('Against TensorFlow.js: this much at any point'),
        relative: zod
          .number()
          .min(0)
          .default(defaultTolerance.relative)
          .describe('Against TensorFlow.js: and this share of |truth|'),
      })
      .optional()
      .describe('How far an answer may be off, such as { float64: 1e-9 }'),
  })

/** A check's own tolerance, or the default one. */
export function readTolerance(options: { readonly [name: string]: unknown }): Tolerance {
  return (options.tolerance as Tolerance | undefined) ?? defaultTolerance
}

export interface Acceptance {
  readonly ok: boolean
  /** To the nearest accepted value. */
  readonly difference: number
  /** The largest difference that passes here. */
  readonly limit: number
  /** The reference that decided. */
  readonly against: 'float64' | 'tensorflow'
}

/**
 * Whether a value passes at a point of the table: anything between the one-sided limits, within the
 * tolerance; NaN where the truth does not exist; anything where the reference itself has no value;
 * TensorFlow.js too, off the kinks and where it is not disputed.
 */
export function accepts(
  table: ReferenceTable,
  index: number,
  got: number,
  tolerance: Tolerance,
): Acceptance {
  const low = table.low[index] as number
  const high = table.high[index] as number
  const limit = tolerance.float64 * scaleOf(low, high)
  const passesNaN = Number.isNaN(got) && table.orNaN[index] === 1
  if (passesNaN || Number.isNaN(low) || Number.isNaN(high)) {
    return { ok: true, difference: 0, limit, against: 'float64' }
  }
  const difference = distance(got, low, high)
  if (!(difference <= limit)) return { ok: false, difference, limit, against: 'float64' }
  return againstTensorFlow(table, index, { got, difference, limit, tolerance })
}

/**
 * What TensorFlow.js itself is off by is granted on top of the tolerance, so that no verdict depends
 * on which of its engines computed the float32 number.
 */
function againstTensorFlow(
  table: ReferenceTable,
  index: number,
  near: { got: number; difference: number; limit: number; tolerance: Tolerance },
): Acceptance {
  const { got, difference, limit, tolerance } = near
  const reference = table.tensorflow[index] as number
  const undecided = table.disputed[index] === 1 || table.kink[index] === 1
  if (undecided || !Number.isFinite(reference) || Number.isNaN(got)) {
    return { ok: true, difference, limit, against: 'float64' }
  }
  const own = Math.abs(reference - (table.low[index] as number))
  const allowed = tolerance.absolute + tolerance.relative * Math.abs(reference) + own
  const gap = Math.abs(got - reference)
  if (gap <= allowed || got === reference) {
    return { ok: true, difference, limit, against: 'float64' }
  }
  return { ok: false, difference: gap, limit: allowed, against: 'tensorflow' }
}

/** An infinite bound scales nothing: only itself is near to it. */
function scaleOf(low: number, high: number): number {
  const left = Number.isFinite(low) ? Math.abs(low) : 1
  const right = Number.isFinite(high) ? Math.abs(high) : 1
  return Math.max(1, left, right)
}

/** How far a value lies outside [low, high]; infinities are at home only at themselves. */
function distance(got: number, low: number, high: number): number {
  if (got >= low && got <= high) return 0
  return got < low ? low - got : got - high
}

/** Whether TensorFlow.js leaves float64 by more than what float32 explains: its value is then disputed. */
export function leavesBudget(reference: number, truth: number): boolean {
  if (reference === truth) return false
  const { absolute, relative } = defaultTolerance
  if (!Number.isFinite(truth)) return true
  return !(Math.abs(reference - truth) <= absolute + relative * Math.abs(truth))
}
