import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../../exercise.ts'
import { likenessOf } from '../../gradebook/likeness.ts'
import type { Pack } from '../../pack/pack.ts'
import { readTextSync } from '../../read-text.ts'

/** How many words and signs each exercise's starter has: whoever keeps them has copied nobody. */
export function startersOf(pack: Pack, exercises: readonly Exercise[]): Map<string, number> {
  return new Map(
    exercises.map(({ id, folder, functions }) => {
      const file = join(pack.folder, folder, 'starter.ts')
      const text = existsSync(file) ? readTextSync(file) : ''
      return [id, likenessOf(text, Object.keys(functions)).length]
    }),
  )
}
