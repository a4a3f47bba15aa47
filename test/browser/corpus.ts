import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pack } from '../../src/pack/pack.ts'
import { packageRoot } from '../../src/package-root.ts'

/** An answer of the course, right or wrong. */
export interface Answer {
  readonly exercise: string
  /** From the folder of solutions. */
  readonly file: string
  readonly source: string
}

/** Every solution and every mistake of the course. */
export function answersOf(pack: Pack): Answer[] {
  const solutions = join(packageRoot(), 'solutions')
  return pack.entries.flatMap(({ id, folder }) => {
    const files = readdirSync(join(solutions, folder), { recursive: true, encoding: 'utf8' })
    return files
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => ({
        exercise: id,
        file: `${folder}/${file}`,
        source: readFileSync(join(solutions, folder, file), 'utf8'),
      }))
  })
}
