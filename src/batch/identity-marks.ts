import { matchExercise, type Named, uploadMark } from './match-exercise.ts'

/**
 * Of the names of a flat folder, those of which the number at the end tells a person and not a
 * re-upload: where nothing else in the name tells whose it is, also since it is the same in all
 * (`s_ex1-1`, `s_ex1-2`, …), and where several have a number (`lee_ex1-1`, `lee_ex1-2`) but the file
 * that a platform puts such a mark beside is not there.
 */
export function identityMarks(stems: readonly string[], known: readonly Named[]): Set<string> {
  const marked = stems.flatMap((stem) => {
    const match = matchExercise(stem, known)
    const mark = match.kind === 'one' ? uploadMark(stem, match.exercise, known) : undefined
    return mark === undefined ? [] : [{ stem, ...mark }]
  })
  const all = new Set(stems)
  const before = countsOf(marked.map((one) => one.before))
  const names = new Set(marked.map(({ rest }) => rest.join(' ')))
  const whole = new Set([...marked.map((one) => one.stem), ...before.keys()])
  const sameInAll = names.size === 1 && stems.length > 1 && stems.every((one) => whole.has(one))
  const orphaned = (one: Marked) =>
    !one.version && !all.has(one.before) && (before.get(one.before) ?? 0) > 1
  const identities = marked.filter((one) => one.rest.length === 0 || sameInAll || orphaned(one))
  return new Set(identities.map(({ stem }) => stem))
}

type Marked = NonNullable<ReturnType<typeof uploadMark>>

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
