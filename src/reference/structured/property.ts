import type { Json, Objection } from '../../report/report.ts'
import type { Random } from '../random.ts'

/** A question with many right answers: each is held against the property itself. */
export interface Property {
  readonly summary: string
  /** Arguments that are tried at every seed, before the drawn ones. Most runs ask for none. */
  readonly corners: () => readonly (readonly Json[])[]
  /** How far numbers may be off; absent where an answer has the property or has it not. */
  readonly within?: number
  /** How many lists of arguments are drawn. */
  readonly trials: number
  readonly inputs: (random: Random, trial: number) => readonly Json[]
  /** What is asked for in an answer, in one form, whichever the student chose; or why it is not there. */
  readonly read: (got: Json, args: readonly Json[]) => Read
  /** Why what was read, all of whose numbers are finite, does not have the property. */
  readonly objection: (answer: Json, args: readonly Json[]) => Objection | undefined
  /** Whether who answers these arguments rightly cannot have made the mistake of a note. */
  readonly excludes?: (note: string, args: readonly Json[]) => boolean
}

export type Read = { readonly answer: Json } | { readonly objection: Objection }
