import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findExercise, type Pack } from '../../pack/pack.ts'
import { readTextSync } from '../../read-text.ts'
import { freshFingerprints } from '../judge-task.ts'
import type { BatchResult } from '../run-batch.ts'

type Take = (text: string) => Promise<readonly number[]>

/**
 * What the starter of each exercise that was answered is recognised by: whoever keeps it has copied
 * nobody. `take` may be lost with whoever judged.
 */
export async function startersOf(
  pack: Pack,
  results: readonly Pick<BatchResult, 'handed'>[],
  take: Take = freshFingerprints,
): Promise<Map<string, ReadonlySet<number>>> {
  const answered = new Set(results.map(({ handed }) => handed.exercise))
  const found = [...answered].map(async (id) => {
    const text = starterOf(pack, id)
    const fingerprints = await take(text).catch(() => freshFingerprints(text))
    return [id, new Set(fingerprints)] as const
  })
  return new Map(await Promise.all(found))
}

function starterOf(pack: Pack, id: string): string {
  const file = join(pack.folderOf(findExercise(pack, id)), 'starter.ts')
  return existsSync(file) ? readTextSync(file) : ''
}
