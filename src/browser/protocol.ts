import type { RunReport } from '../report/report.ts'

/** One answer that is to be judged. */
export interface Asked {
  readonly exercise: string
  readonly source: string
  readonly seed?: number
}

/** What the page says to the worker that judges. */
export type ToGrader =
  | { readonly kind: 'open'; readonly base: string }
  | { readonly kind: 'grade'; readonly id: number; readonly asked: Asked }
  | { readonly kind: 'abort'; readonly id: number }

export type FromGrader =
  | { readonly id: number; readonly report: RunReport }
  | {
      readonly id: number
      readonly problem: string
      readonly advice?: string | undefined
      readonly stack?: string | undefined
    }
