import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SpecProblem } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import type { ExerciseBench } from './bench.ts'
import { importedIn } from './imported.ts'

/** What solutions teach is said of each that is shown, or of none, and of nothing else. */
export async function lintTeaching(
  { folder, solutions }: Exercise,
  { placeOf, ...bench }: ExerciseBench,
): Promise<SpecProblem[]> {
  const said = Object.keys(solutions?.teaches ?? {})
  if (said.length === 0) return []
  const others = join(bench.solutions, folder, 'also-right')
  const names = (await readdir(others).catch(() => [])).filter((name) => name.endsWith('.ts'))
  const parts = await importedIn(others, names)
  const shown = names.filter((name) => !parts.has(name))
  const all = ['solution', ...shown.map((name) => `also-right/${name.slice(0, -'.ts'.length)}`)]
  const place = placeOf(['solutions', 'teaches'])
  const unsaid = solutions?.shown === false ? [] : all.filter((name) => !said.includes(name))
  return [
    ...said
      .filter((name) => !all.includes(name))
      .map((name) => ({
        ...place,
        message: `solutions.teaches names ${name}, which is not there`,
      })),
    ...unsaid.map((name) => ({
      ...place,
      message: `solutions.teaches does not say what ${name} teaches`,
    })),
  ]
}
