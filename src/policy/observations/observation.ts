import type { enObserved } from '../../messages/en-observed.ts'
import type { IdIn } from '../../messages/part.ts'
import type { ObservationRequest } from '../../session.ts'
import type { Edit } from '../../source/edits.ts'
import type { View } from './view.ts'

/** Sentences of the catalogue without their `observed.`; behind `.do` is the remedy. */
type ObservationId =
  IdIn<typeof enObserved> extends `observed.${infer Id}` ? Exclude<Id, `${string}.do`> : never

/** A place at which a pattern stands, and what fills its sentence. */
export interface Sighting {
  readonly module: number
  readonly start: number
  readonly values: { readonly [name: string]: string | number }
  /** What one would write instead, where trying that shows whether this is the reason. */
  readonly repair?: Edit
  /** Right so often that it is told only where its repair was tried. */
  readonly untold?: true
}

/** One row of the table: a pattern in the syntax tree that explains failures of some kinds. */
export interface Row {
  readonly id: ObservationId
  readonly explains: readonly ObservationRequest['gave'][]
  /** Often right as it stands: said only where no known mistake explains the failure. */
  readonly suspicion?: true
  readonly find: (view: View) => readonly Sighting[]
}

/** A function that came to its end: one that stopped with an error never did. */
export const NOTHING = ['undefined', 'no-number'] as const
/** A function that gave something that is no number, or stopped. */
export const NO_NUMBER = ['undefined', 'no-number', 'error'] as const
/** A function that is right near, and wrong where its input is large. */
export const FAR_OUT = ['far-out'] as const
/** A function that was called, whatever came of it. */
export const ANY = [...NO_NUMBER, 'wrong'] as const
