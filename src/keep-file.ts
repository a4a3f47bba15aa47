import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Keeps what could be computed again, for its user alone: under a temporary name first, and whoever
 * renames last wins. Synchronously, as while a process ends; a full or read-only disk costs time and
 * nothing else. It loads nothing that a start does not load by itself.
 */
export function keepFile(file: string, content: Uint8Array): void {
  const temporary = `${file}.${process.pid}.${process.hrtime.bigint()}`
  const written = attempt(() => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 })
    renameSync(temporary, file)
  })
  if (!written) attempt(() => rmSync(temporary, { force: true }))
}

function attempt(action: () => void): boolean {
  try {
    action()
    return true
  } catch {
    return false
  }
}
