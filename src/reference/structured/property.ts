import type { Json, Objection } from '../../report/report.ts'
import type { Random } from '../random.ts'

/** A question with many right answers: each is held against the property itself. */
export interface Property {
  readonly summary: string
  readonly trials: number
  readonly inputs: (random: Random, trial: number) => readonly Json[]
  readonly objection: (got: Json, args: readonly Json[]) => Objection | undefined
}
