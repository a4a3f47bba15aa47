import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from './whole-file.ts'

/**
 * Keeps what could be computed again, for its user alone: under a temporary name first, and whoever
 * renames last wins. Synchronously, as while a process ends; a full or read-only disk costs time and
 * nothing else. The content is written twice: `readKept` sees by it that nothing was cut or altered,
 * in a tenth of a millisecond. A hash would take many, before all else, to load what computes it.
 */
export function keepFile(file: string, content: Uint8Array): void {
  const temporary = `${file}.${process.pid}.${process.hrtime.bigint()}`
  const written = attempt(() => {
    makeFolder(dirname(file), 0o700)
    writeFileSync(temporary, Buffer.concat([content, content]), { flag: 'wx', mode: 0o600 })
    renameSync(temporary, file)
  })
  if (!written) attempt(() => rmSync(temporary, { force: true }))
}

/** Whether anything can be kept in a folder, as trying tells; it leaves nothing but the folder. */
export function canKeep(folder: string): boolean {
  const probe = join(folder, `probe-${process.pid}`)
  keepFile(probe, Buffer.from('probe'))
  const kept = readKept(probe) !== undefined
  attempt(() => rmSync(probe, { force: true }))
  return kept
}

/** What was kept in a file; undefined where there is nothing, or nothing whole. Never fails. */
export function readKept(file: string): Buffer | undefined {
  try {
    const entry = readFileSync(file)
    const half = entry.length / 2
    const content = entry.subarray(0, half)
    return half > 0 && content.equals(entry.subarray(half)) ? content : undefined
  } catch {
    return undefined
  }
}

function attempt(action: () => void): boolean {
  try {
    action()
    return true
  } catch {
    return false
  }
}
