import type { Locale } from '../messages/catalogue.ts'
import type { Comparison } from '../plot/comparison.ts'
import type { RunReport } from '../report/report.ts'

/** One answer that is to be judged. */
export interface Asked {
  readonly exercise: string
  readonly source: string
  readonly seed?: number
  /** Of the author's words in the report, where they were translated; English by default. */
  readonly locale?: Locale
}

/** An answer whose functions are to be drawn, with its words in a language. */
export interface Sampled extends Omit<Asked, 'seed' | 'locale'> {
  readonly locale: Locale
  /** Where they are not the usual ones of the exercise. */
  readonly parameters: { readonly [name: string]: number }
}

/** What the page says to the worker that judges. */
export type ToGrader =
  | { readonly kind: 'open'; readonly base: string }
  | { readonly kind: 'grade'; readonly id: number; readonly asked: Asked }
  | { readonly kind: 'sample'; readonly id: number; readonly asked: Sampled }
  | { readonly kind: 'abort'; readonly id: number }

export type FromGrader =
  | { readonly id: number; readonly report: RunReport }
  | { readonly id: number; readonly comparison: Comparison | undefined }
  | {
      readonly id: number
      readonly problem: string
      readonly advice?: string | undefined
      readonly stack?: string | undefined
    }
