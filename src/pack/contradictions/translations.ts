import { didYouMean } from '../../text/near-names.ts'
import type { SpecDefect } from '../defect.ts'
import type { Specified } from './specified.ts'

/** What is translated has to be there: a name that is gone is the first thing that a translation misses. */
export function translationDefects(specified: Specified): SpecDefect[] {
  return [...namesOfNothing(specified), ...otherNumbers(specified)]
}

/** Where each part of a translation finds its names, and what they are called there. */
const PARTS = {
  functions: { of: 'functions', what: 'functions' },
  checks: { of: 'checks', what: 'checks' },
  because: { of: 'checks', what: 'checks' },
  mistakes: { of: 'mistakes', what: 'mistakes' },
  teaches: { of: 'solutions', what: 'solutions that teach something' },
} as const

type Part = keyof typeof PARTS

function namesOfNothing({ source, exercise, missing }: Specified): SpecDefect[] {
  const known = {
    functions: [...Object.keys(exercise.functions), ...missing.functions],
    checks: exercise.checks.map(({ id }) => id),
    mistakes: exercise.mistakes.map(({ note }) => note),
    solutions: Object.keys(source.solutions.teaches),
  }
  return Object.entries(source.translations).flatMap(([locale, words]) =>
    (Object.keys(PARTS) as Part[]).flatMap((part) => {
      const { of, what } = PARTS[part]
      if (missing.parts.has(of)) return []
      return Object.keys(words?.[part] ?? {})
        .filter((name) => !known[of].includes(name))
        .map((name) => ({
          path: ['translations', locale, part, name],
          atKey: true as const,
          message: `translates "${name}", which is none of the ${what} here`,
          advice:
            didYouMean(name, known[of]) ??
            `leave it out: there are ${known[of].join(', ') || 'none'}`,
        }))
    }),
  )
}

/** A list has something for every mistake of its note, and nothing else. */
function otherNumbers({ source, exercise, missing }: Specified): SpecDefect[] {
  if (missing.parts.has('mistakes')) return []
  return Object.entries(source.translations).flatMap(([locale, words]) =>
    Object.entries(words?.mistakes ?? {}).flatMap(([note, said]) => {
      const meant = exercise.mistakes.filter((mistake) => mistake.note === note).length
      if (!Array.isArray(said) || meant === 0 || said.length === meant) return []
      return {
        path: ['translations', locale, 'mistakes', note],
        atKey: true as const,
        message: `has ${said.length} translations, but the note "${note}" is of ${meant === 1 ? 'one mistake' : `${meant} mistakes`}`,
        advice: 'write one for each, in their order, or a single one for all',
      }
    }),
  )
}
