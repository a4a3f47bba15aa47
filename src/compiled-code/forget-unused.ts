import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const UNUSED_DAYS = 30
const DAY_MS = 86_400_000

/**
 * Removes what no run has read or written for long: each build and each V8 leaves megabytes, which
 * none after it reads. Whoever is reading has it open; whoever comes later compiles anew, as ever.
 */
export function forgetUnused(folder: string, isOurs: (name: string) => boolean): void {
  const oldest = Date.now() - UNUSED_DAYS * DAY_MS
  try {
    for (const name of readdirSync(folder).filter(isOurs)) {
      const file = join(folder, name)
      const { atimeMs, mtimeMs } = lstatSync(file)
      if (Math.max(atimeMs, mtimeMs) < oldest) rmSync(file, { force: true })
    }
  } catch {
    // Another run may be at the same; what is left, the next one takes.
  }
}
