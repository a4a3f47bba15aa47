import { type ComparisonWords, ENGLISH_COMPARISON } from '../plot/comparison.ts'
import type { Say } from './in-language.ts'
import type { Style } from './terminal-style.ts'

/** The words of a plot in the report's language. */
export function plotWords(speak: Style['speak']): ComparisonWords {
  return {
    kink: speak('plot.kink'),
    counterexample: speak('plot.counterexample'),
    counterexampleAt: (place) => speak('plot.counterexample-at', { place }),
    outside: (count) => speak('plot.outside', { count }),
    nothing: speak('plot.nothing'),
    student: speak('plot.student'),
    reference: speak('plot.reference'),
    errorOf: (title) => speak('plot.error-of', { title }),
    error: speak('plot.error'),
    tolerance: speak('plot.tolerance'),
    description: (title) => speak('plot.description', { title }),
  }
}

/** The same for formats that are handed what they say in English. */
export function wordsOfPlot(say: Say): ComparisonWords {
  const { outside, errorOf, counterexampleAt, description, ...words } = ENGLISH_COMPARISON
  return {
    ...mapped(words, say),
    outside: (count) => say(outside(count)),
    errorOf: (title) => say(errorOf(title)),
    counterexampleAt: (place) => say(counterexampleAt(place)),
    description: (title) => say(description(title)),
  }
}

function mapped<T extends { readonly [name: string]: string }>(words: T, say: Say): T {
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, say(word)])) as T
}
