import { isArchive, isOtherArchive } from './file-kinds.ts'
import type { Ignored } from './inventory.ts'
import { matchExercise, type Named, stemOf } from './match-exercise.ts'

/**
 * What was set aside, with the exercises that it could have answered: an `ex1.pdf` says nothing of
 * ex2, and nothing at all where ex1 was not asked for. An archive may hold anything.
 * @param name the file's, as its author knows it
 */
export function aimed(
  ignored: Ignored,
  name: string,
  { known, wanted }: { readonly known: readonly Named[]; readonly wanted: readonly string[] },
): Ignored {
  const match = matchExercise(stemOf(name), known)
  if (match.kind === 'none' || isArchive(name) || isOtherArchive(name)) return ignored
  const spoken = match.kind === 'one' ? [match.exercise] : match.exercises
  const exercises = spoken.filter((exercise) => wanted.includes(exercise))
  const { student: _, ...ofNobody } = ignored
  return exercises.length === 0 ? ofNobody : { ...ignored, exercises }
}
