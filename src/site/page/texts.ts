import type { ExerciseText } from '../course-data.ts'

/** Loads each exercise's text once; what could not be loaded is tried again. */
export function exerciseTexts(base: URL): (exercise: string) => Promise<ExerciseText> {
  const texts = new Map<string, Promise<ExerciseText>>()
  return (exercise) => {
    const known = texts.get(exercise) ?? load(exercise, base)
    texts.set(exercise, known)
    known.catch(() => texts.delete(exercise))
    return known
  }
}

async function load(exercise: string, base: URL): Promise<ExerciseText> {
  const path = `texts/${encodeURIComponent(exercise)}.json`
  const response = await fetch(new URL(path, base))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}
