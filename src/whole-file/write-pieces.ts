import { randomUUID } from 'node:crypto'
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const BUFFERED = 1 << 20

/** Writes a file of any size piece by piece under another name, and renames it when it is whole. */
export function writePieces(file: string, pieces: Iterable<string>): void {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`)
  const handle = openSync(temporary, 'wx')
  try {
    let waiting = ''
    for (const piece of pieces) {
      waiting += piece
      if (waiting.length < BUFFERED) continue
      writeAll(handle, waiting)
      waiting = ''
    }
    writeAll(handle, waiting)
    closeSync(handle)
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function writeAll(handle: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
}
