/**
 * The verdict model: what every run ends in and every reporter starts from.
 * Plain data that survives JSON unchanged; this file imports nothing.
 */

export const REPORT_SCHEMA = 'mlp-check/report/v1'

/** Scores are whole hundredths of a point, so that no two totals can round differently. */
export const POINT_SCALE = 100

/** A double as JSON can carry it: what JSON has no word for is spelt out. */
export type Scalar = number | 'NaN' | 'Infinity' | '-Infinity' | '-0'

/** Any value that crosses a border as data. */
export type Json =
  | Scalar
  | string
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

export function encodeScalar(value: number): Scalar {
  if (Number.isNaN(value)) return 'NaN'
  if (value === Infinity) return 'Infinity'
  if (value === -Infinity) return '-Infinity'
  return Object.is(value, -0) ? '-0' : value
}

export function decodeScalar(value: Scalar): number {
  return Number(value)
}

export type Status = 'passed' | 'failed' | 'skipped' | 'errored'

/**
 * Why a check did not pass. The exit code follows from it:
 * `wrong-answer` 1; what the submission did to itself 3; `exercise` 4; `machine` 5.
 */
export type Cause =
  | 'wrong-answer'
  | 'missing-file'
  | 'unreadable'
  | 'does-not-parse'
  | 'missing-export'
  | 'forbidden'
  | 'crashed'
  | 'did-not-finish'
  | 'out-of-memory'
  | 'not-deterministic'
  | 'dependency'
  | 'exercise'
  | 'machine'

/** The `source` of the exercises that come with the checker; every other pack says who named it. */
export const BUILT_IN_PACK = 'built-in'

/** The `file` of a submission that is none: nothing was handed in. */
export const NO_FILE = '–'

/** Whose exercises the verdicts are held against. */
export interface PackReport {
  /** `built-in`, or who named the pack and how: `--exercises course`, `mlp-check.json: course`. */
  readonly source: string
  /** Of all its exercises: their specs and references. */
  readonly sha256: string
}

/** Why an answer does not have a property, and the note of the mistake where it is a known one. */
export interface Objection {
  readonly text: string
  readonly note?: string
  /** What of the answer it speaks of, where the whole would be long. */
  readonly part?: { readonly where: string; readonly value: Json }
}

export interface RunReport {
  readonly schema: typeof REPORT_SCHEMA
  readonly tool: { readonly name: 'mlp-check'; readonly version: string }
  /** Absent in reports of versions that did not say. */
  readonly pack?: PackReport
  readonly node: string
  readonly backend: BackendReport
  readonly seed: number
  readonly pointScale: number
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly durationMs: number
  readonly submissions: readonly SubmissionReport[]
  readonly totals: Totals
}

export interface BackendReport {
  readonly name: 'tfjs' | 'tfjs-node'
  readonly version: string
  /** Why this backend and not the other, in a sentence. */
  readonly why: string
}

export interface Totals {
  readonly submissions: number
  readonly passed: number
  readonly failed: number
  readonly errored: number
  /** Hundredths of a point. */
  readonly score: number
  readonly maxScore: number
}

export interface SubmissionReport {
  /** Who handed it in, or null where nobody said. */
  readonly student: string | null
  readonly exercise: string
  readonly title: string
  /** As the user named it; never an absolute path that the user did not type. */
  readonly file: string
  readonly sha256: string | null
  /** `skipped` where nothing of it was judged, or nothing that may be shown. */
  readonly status: Status
  readonly score: number
  readonly maxScore: number
  readonly durationMs: number
  readonly checks: readonly CheckReport[]
  /** What the course's own rules add to or take from the points of the checks; part of `score`. */
  readonly adjustments?: readonly Adjustment[]
  /** How many hints were seen before, where the workspace's settings ask for it. */
  readonly hintsSeen?: number
  /** Functions whose text is still the starter's, where that is known. */
  readonly unbegun?: readonly string[]
  /** What the submission printed, already cut to size; untrusted text. */
  readonly output?: string
}

/** A line of the score that no check earned or lost. */
export interface Adjustment {
  readonly id: 'late' | 'attempts' | 'average' | 'set-aside' | 'by-hand'
  /** What the course's rule says of this submission, in a sentence. */
  readonly text: string
  /** The same without the points, where it tells how many were earned. */
  readonly facts?: string
  /** Hundredths of a point; negative where it takes points, 0 where it only explains. */
  readonly score: number
}

export interface CheckReport {
  readonly id: string
  /** A key of the check registry. */
  readonly kind: string
  /** The exported function that is asked about; absent where the check asks about the whole file. */
  readonly function?: string
  readonly title: string
  readonly status: Status
  readonly cause?: Cause
  readonly score: number
  readonly maxScore: number
  /** One English sentence; `says` is the same as data, for other languages. */
  readonly message: string
  readonly says?: Message
  readonly points: { readonly tested: number; readonly failed: number }
  /** The stable id of the recognised mistake. */
  readonly note?: string
  readonly evidence: readonly Evidence[]
  /** What the function printed where it went wrong, or at the points that were asked for. */
  readonly printed?: readonly Printed[]
  /** Ids of checks that must have passed for this one to be asked; absent where there are none. */
  readonly after?: readonly string[]
  /** Set where the check only warns: it did not hold, yet it counts as passed. */
  readonly warning?: true
  /** Who may see it; absent means visible. */
  readonly visibility?: 'visible' | 'hidden' | 'after-due-date' | 'after-published'
}

/** What a function printed as it was called once; untrusted text, already cut to size. */
export interface Printed {
  /** As those of a counterexample. */
  readonly inputs: { readonly [argument: string]: Json }
  readonly text: string
  /** How many lines more there were, where that was too much. */
  readonly dropped?: number
}

/** A sentence of the message catalogue and what fills its gaps. */
export interface Message {
  readonly id: string
  readonly values: { readonly [name: string]: Json }
}

export type Evidence =
  | Counterexample
  | Spread
  | Recognition
  | ProofFinding
  | SourcePlace
  | Reproduction
  | Arithmetic
  | Disagreement
  | Measurement
  | Curve
  | Remark

/** The smallest input at which the answer is wrong. */
export interface Counterexample {
  readonly kind: 'counterexample'
  /** Arguments by name, in the order of the signature. */
  readonly inputs: { readonly [argument: string]: Json }
  /** What the submission returned. */
  readonly got: Json
  readonly expected: Expectation
  /** Where in a structured result, such as `[1][0]` or `W1[0][2]`. */
  readonly where?: string
  /** |got − expected|, where both are numbers. */
  readonly difference?: Scalar
  /** The largest difference that would have passed here. */
  readonly tolerance?: number
  /** What each reference says at this input. */
  readonly references?: { readonly float64?: Scalar; readonly tensorflow?: Scalar }
}

export type Expectation =
  | { readonly kind: 'value'; readonly value: Json }
  /** At a kink: anything between the one-sided derivatives, and NaN where it does not exist. */
  | {
      readonly kind: 'between'
      readonly low: Scalar
      readonly high: Scalar
      readonly orNaN: boolean
    }
  /** A property instead of a value, in words. */
  | { readonly kind: 'property'; readonly text: string }

/** How many points fail, and where. */
export interface Spread {
  readonly kind: 'spread'
  readonly tested: number
  readonly failed: number
  /**
   * Where they lie, by parameter values. `from` and `to` are failing points, and `tested` counts the
   * points from one to the other: where all of those fail it is an interval, and otherwise wrong
   * points stand among right ones.
   */
  readonly intervals: readonly {
    readonly parameters: { readonly [name: string]: Scalar }
    readonly variable: string
    readonly from: Scalar
    readonly to: Scalar
    readonly tested: number
    readonly failed: number
  }[]
}

/** A known mistake that the submission matches. */
export interface Recognition {
  readonly kind: 'note'
  readonly note: string
  readonly title: string
  readonly hint: string
  /** How it was recognised: the same numbers at every point, a proof, or what stands in the source. */
  readonly by: 'values' | 'proof' | 'source'
  /** The title as data, for other languages; the hint's id has `.do` behind it. */
  readonly says?: Message
}

/** What the prover says of the submission's source against the reference. */
export interface ProofFinding {
  readonly kind: 'proof'
  readonly verdict: ProofVerdict
  readonly text: string
  /** The submission as the one formula it computes, and the reference's. */
  readonly formula?: string
  readonly reference?: string
  readonly witness?: { readonly [name: string]: string }
  /** Where a proof holds that does not hold everywhere, such as `-20 <= x <= 20`. */
  readonly within?: string
}

/** The states of a proof: equal everywhere, on the domain, or up to rounding; and what falls short of it. */
export type ProofVerdict =
  | 'equal'
  | 'equal-on-domain'
  | 'equal-up-to-rounding'
  | 'null-set'
  | 'domain'
  | 'different'
  | 'unknown'
  | 'refused'

/** A place in the submission. Lines and columns count from 1; `text` is the whole line. */
export interface SourcePlace {
  readonly kind: 'source'
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endColumn?: number
  readonly text: string
  readonly remark: string
}

/** The command that shows this failure again. */
export interface Reproduction {
  readonly kind: 'reproduce'
  readonly command: string
}

/** The part of the submission's formula that overflows, cancels or is not a number. */
export interface Arithmetic {
  readonly kind: 'arithmetic'
  readonly problem: 'overflow' | 'not-a-number' | 'cancellation' | 'underflow'
  readonly expression: string
  readonly value: Scalar
  readonly inputs: { readonly [argument: string]: Scalar }
}

/** Points at which the references left each other, and float64 decided. */
export interface Disagreement {
  readonly kind: 'disagreement'
  readonly points: number
  readonly largest: Scalar
  readonly text: string
}

/** A measured quantity: a maximum error, a count of operations. */
export interface Measurement {
  readonly kind: 'measurement'
  readonly name: string
  readonly value: Json
  readonly limit?: Json
}

/** The answer over the reference around the failing region, for a plot: a few hundred points at most. */
export interface Curve {
  readonly kind: 'curve'
  readonly variable: string
  /** The parameter values that the curve is drawn for. */
  readonly parameters: { readonly [name: string]: Scalar }
  readonly x: readonly Scalar[]
  readonly got: readonly Scalar[]
  readonly expected: readonly Scalar[]
}

/** Anything else worth a sentence. */
export interface Remark {
  readonly kind: 'remark'
  readonly text: string
  /** The same as data, for other languages. */
  readonly says?: Message
}
