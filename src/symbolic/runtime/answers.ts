import type { Reason } from './reasons.ts'
import type { Row } from './serialize.ts'

/** The name of a call that rounds to float32. */
export const ROUNDED = 'fround'

/** What the host asks of the runtime. */
export interface Request {
  /** The letters that are handed to the function. */
  readonly names: readonly string[]
  /** Answers to the first conditions, where one path is asked for. */
  readonly answers: readonly boolean[]
  readonly mostPaths: number
  /** Whether the paths through each function are joined where it ends. */
  readonly mergesCalls: boolean
  /** Whether the function has to return a boolean, for 1 and 0. */
  readonly saysYesOrNo?: boolean
  /** Whether it is noted where a function is applied to its own result. */
  readonly tracesNesting?: boolean
}

/** A call of a function on its own result. */
export interface NestedCall {
  readonly name: string
  /** Module and offset, as one number. */
  readonly at: number
}

/** What was noted besides. */
interface Traced {
  readonly nestings?: readonly NestedCall[]
  /** Whether there was too much to look through. */
  readonly gaveUp?: boolean
}

export type Answer = Traced &
  (
    | { readonly kind: 'formula'; readonly root: number; readonly rows: readonly Row[] }
    /** Every path ends in an error of the program. */
    | { readonly kind: 'throws' }
    | Refused
  )

export interface PathAnswer {
  readonly kind: 'path'
  readonly root: number
  /** Conditions by their rows, and how they were answered. */
  readonly asked: readonly (readonly [condition: number, answer: boolean])[]
  readonly rows: readonly Row[]
}

export interface Refused {
  readonly kind: 'refused'
  readonly why: Reason
  readonly construct: string
  /** Module and offset, as one number; -1 where the program has said nothing yet. */
  readonly at: number
  /** Conditions on the input that were met before, by their rows. */
  readonly met?: readonly number[]
  readonly rows?: readonly Row[]
}
