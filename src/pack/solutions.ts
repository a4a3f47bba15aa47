import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Solution } from '../exercise.ts'
import { readText } from '../read-text.ts'
import type { Pack, PackEntry } from './pack.ts'

/**
 * The model answer and what else is right, where they lie beside the exercises and the author does
 * not keep them back.
 */
export async function solutionsOf(pack: Pack, entry: PackEntry): Promise<Solution[]> {
  if (pack.load(entry).solutions?.shown === false) return []
  const own = join(dirname(pack.folder), 'solutions', entry.folder)
  const others = join(own, 'also-right')
  const files = [
    join(own, 'solution.ts'),
    ...(existsSync(others) ? readdirSync(others).map((name) => join(others, name)) : []),
  ].filter((file) => file.endsWith('.ts') && existsSync(file))
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(own.length + 1, -'.ts'.length).replaceAll('\\', '/'),
      text: await readText(file),
    })),
  )
}
