import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../../exercise.ts'
import { findExercise, type Pack } from '../../pack/pack.ts'
import { readTextSync } from '../../read-text.ts'
import { fingerprintsOf } from '../../source/likeness/fingerprints.ts'

/** What each exercise's starter is recognised by: whoever keeps it has copied nobody. */
export function startersOf(
  pack: Pack,
  exercises: readonly Exercise[],
): Map<string, ReadonlySet<number>> {
  return new Map(
    exercises.map(({ id }) => {
      const file = join(pack.folderOf(findExercise(pack, id)), 'starter.ts')
      const text = existsSync(file) ? readTextSync(file) : ''
      return [id, new Set(fingerprintsOf(text))]
    }),
  )
}
