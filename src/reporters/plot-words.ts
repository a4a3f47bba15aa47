import type { ComparisonWords } from '../plot/comparison.ts'
import type { Style } from './terminal-style.ts'

/** The words of a plot in the report's language. */
export function plotWords(speak: Style['speak']): ComparisonWords {
  return {
    kink: speak('plot.kink'),
    counterexample: speak('plot.counterexample'),
    outside: (count) => speak('plot.outside', { count }),
    nothing: speak('plot.nothing'),
    student: speak('plot.student'),
    reference: speak('plot.reference'),
    errorOf: (title) => speak('plot.error-of', { title }),
    error: speak('plot.error'),
    tolerance: speak('plot.tolerance'),
  }
}
