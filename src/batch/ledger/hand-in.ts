import type { Handed } from '../inventory.ts'
import type { BatchResult } from '../run-batch.ts'

/** One upload, with its verdict where there is one. */
export interface HandIn {
  readonly handed: Handed
  readonly result: BatchResult | undefined
  /** Why it counts for nobody. */
  readonly aside?: string
}

export type Judged = HandIn & { readonly result: BatchResult }
