import type { Json } from '../../report/report.ts'
import type { Random } from '../random.ts'

/** Why an answer does not have the property, and the note of the mistake where it is a known one. */
export interface Objection {
  readonly text: string
  readonly note?: string
}

/** A question with many right answers: each is held against the property itself. */
export interface Property {
  readonly summary: string
  readonly trials: number
  readonly inputs: (random: Random, trial: number) => readonly Json[]
  readonly objection: (got: Json, args: readonly Json[]) => Objection | undefined
}
