import { type ExerciseText, textFile } from '../course-data.ts'

/** Loads each exercise's text once; what could not be loaded is tried again. */
export function exerciseTexts(
  base: URL,
): (exercise: string, language: string) => Promise<ExerciseText> {
  const texts = new Map<string, Promise<ExerciseText>>()
  return (exercise, language) => {
    const path = textFile(encodeURIComponent(exercise), language)
    const known = texts.get(path) ?? load(path, base)
    texts.set(path, known)
    known.catch(() => texts.delete(path))
    return known
  }
}

async function load(path: string, base: URL): Promise<ExerciseText> {
  const response = await fetch(new URL(path, base))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}
