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

/**
 * Whether a value passes at a point of the table: anything between the one-sided limits, within the
 * tolerance; NaN where the truth does not exist; anything where the reference itself has no value;
 * TensorFlow.js too, off the kinks and where it is not disputed. It is asked of every point, and
 * makes nothing that would have to be collected.
 */
export function accepts(
  table: ReferenceTable,
  index: number,
  got: number,
  tolerance: Tolerance,
): boolean {
  if (isTruth(table, index, got, tolerance) || isUndecided(table, index, got)) return true
  return (
    distanceAt(table, index, got) <= limitAt(table, index, tolerance) &&
    isNearTensorFlow(table, index, got, tolerance)
  )
}

/** How far a value is from what it is held against. */
export interface Measured {
  /** To the nearest accepted value. */
  readonly difference: number
  /** The largest difference that passes here. */
  readonly limit: number
  /** The reference that decided. */
  readonly against: 'float64' | 'tensorflow'
}

/** The numbers behind `accepts`. */
export function measured(
  table: ReferenceTable,
  index: number,
  got: number,
  tolerance: Tolerance,
): Measured {
  const limit = limitAt(table, index, tolerance)
  if (isUndecided(table, index, got)) return { difference: 0, limit, against: 'float64' }
  const difference = distanceAt(table, index, got)
  if (!(difference <= limit) || isNearTensorFlow(table, index, got, tolerance)) {
    return { difference, limit, against: 'float64' }
  }
  const gap = Math.abs(got - (table.tensorflow[index] as number))
  const allowed = allowedByTensorFlow(table, index, tolerance)
  return { difference: gap, limit: allowed, against: 'tensorflow' }
}

/**
 * Most answers are the truth but for rounding, and need no further look: what is off by half of what
 * passes against float64 is off by no more than TensorFlow.js itself and half of what passes there.
 */
function isTruth(
  { low, high }: ReferenceTable,
  index: number,
  got: number,
  { float64, absolute }: Tolerance,
): boolean {
  const truth = low[index] as number
  const twice = 2 * Math.abs(got - truth)
  return twice <= float64 && twice <= absolute && truth === high[index]
}

/** Whether there is anything to hold an answer against at a point: at a kink there always is. */
export function isJudged({ low, high, kink }: ReferenceTable, index: number): boolean {
  return kink[index] === 1 || !(Number.isNaN(low[index]) || Number.isNaN(high[index]))
}

function isUndecided(table: ReferenceTable, index: number, got: number): boolean {
  if (Number.isNaN(got) && table.orNaN[index] === 1) return true
  return Number.isNaN(table.low[index]) || Number.isNaN(table.high[index])
}

function isNearTensorFlow(
  table: ReferenceTable,
  index: number,
  got: number,
  tolerance: Tolerance,
): boolean {
  if (table.disputed[index] === 1 || table.kink[index] === 1) return true
  const reference = table.tensorflow[index] as number
  if (!Number.isFinite(reference) || got === reference) return true
  return Math.abs(got - reference) <= allowedByTensorFlow(table, index, tolerance)
}

/**
 * What TensorFlow.js itself is off by is granted on top of the tolerance, so that no verdict depends
 * on which of its engines computed the float32 number.
 */
function allowedByTensorFlow(table: ReferenceTable, index: number, tolerance: Tolerance): number {
  const reference = table.tensorflow[index] as number
  const own = Math.abs(reference - (table.low[index] as number))
  return tolerance.absolute + tolerance.relative * Math.abs(reference) + own
}

/** Against float64; an infinite bound scales nothing: only itself is near to it. */
function limitAt(table: ReferenceTable, index: number, tolerance: Tolerance): number {
  const left = Math.abs(table.low[index] as number)
  const right = Math.abs(table.high[index] as number)
  return tolerance.float64 * Math.max(1, left < Infinity ? left : 1, right < Infinity ? right : 1)
}

/** How far a value lies outside [low, high]; infinities are at home only at themselves. */
function distanceAt(table: ReferenceTable, index: number, got: number): number {
  const low = table.low[index] as number
  const high = table.high[index] as number
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
