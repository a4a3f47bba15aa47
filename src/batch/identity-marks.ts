import { matchExercise, type Named, uploadMark } from './match-exercise.ts'

/**
 * Of the names of a flat folder, those of which the number at the end tells a person and not a
 * re-upload: where nothing else in the name tells whose it is, and where numbers run through the
 * class (`s_ex1-1`, `s_ex1-2`, …), which re-uploads of single people do not.
 */
export function identityMarks(stems: readonly string[], known: readonly Named[]): Set<string> {
  const marked = stems.flatMap((stem) => {
    const match = matchExercise(stem, known)
    const mark = match.kind === 'one' ? uploadMark(stem, match.exercise, known) : undefined
    return mark === undefined ? [] : [{ stem, ...mark }]
  })
  const numbers = new Set(marked.map(({ number }) => number))
  const runThrough = marked.length * 2 > stems.length && numbers.size * 2 > marked.length
  const identities = runThrough && marked.length > 1 ? marked : marked.filter(isNamedByNothingElse)
  return new Set(identities.map(({ stem }) => stem))
}

function isNamedByNothingElse({ rest }: { readonly rest: readonly string[] }): boolean {
  return rest.length === 0
}
