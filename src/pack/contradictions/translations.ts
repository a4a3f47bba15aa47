import { didYouMean } from '../../text/near-names.ts'
import type { SpecDefect } from '../defect.ts'
import type { Specified } from './specified.ts'

/** What is translated has to be there: a name that is gone is the first thing that a translation misses. */
export function translationDefects({ source, exercise, missing }: Specified): SpecDefect[] {
  const known = {
    functions: [...Object.keys(exercise.functions), ...missing.functions],
    checks: exercise.checks.map(({ id }) => id),
    mistakes: exercise.mistakes.map(({ note }) => note),
  }
  return Object.entries(source.translations).flatMap(([locale, words]) =>
    (['functions', 'checks', 'mistakes'] as const).flatMap((part) =>
      missing.parts.has(part)
        ? []
        : Object.keys(words?.[part] ?? {})
            .filter((name) => !known[part].includes(name))
            .map((name) => ({
              path: ['translations', locale, part, name],
              atKey: true as const,
              message: `translates "${name}", which is none of the ${part} here`,
              advice:
                didYouMean(name, known[part]) ??
                `leave it out: there are ${known[part].join(', ') || 'none'}`,
            })),
    ),
  )
}
