import {
  closeSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Writes beside the target and renames, so that nobody ever sees half a file. Makes the folder. */
export async function writeFileWhole(file: string, text: string | Uint8Array): Promise<void> {
  const existing = statOf(file)
  // A device or a pipe, such as /dev/stdout, is written to: renaming would replace it.
  if (existing !== undefined && !existing.isFile()) return writeFile(file, text)
  replaceFile(existing === undefined ? file : realpathSync(file), text)
}

/** The same, where whatever stands under that name gives way: no link and no pipe is followed. */
export function replaceFile(file: string, text: string | Uint8Array): void {
  makeFolder(dirname(file))
  inPlaceOf(file, (temporary) => writeFileSync(temporary, text, { flag: 'wx' }))
}

function inPlaceOf(file: string, write: (temporary: string) => void): void {
  const temporary = besideFile(file)
  try {
    write(temporary)
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** With its parents. Node's own `recursive` never returns where no folder can be made, as in /proc. */
export function makeFolder(folder: string, mode?: number): void {
  const problem = tryToMake(folder, mode)
  if (problem === undefined) return
  if (problem.code !== 'ENOENT' || dirname(folder) === folder) throw problem
  makeFolder(dirname(folder), mode)
  const again = tryToMake(folder, mode)
  if (again !== undefined) throw again
}

/** Undefined where the folder is there now. For one that was, systems have many codes: EPERM for `C:\`. */
function tryToMake(folder: string, mode?: number): NodeJS.ErrnoException | undefined {
  try {
    mkdirSync(folder, { mode })
    return undefined
  } catch (error) {
    return statOf(folder)?.isDirectory() ? undefined : (error as NodeJS.ErrnoException)
  }
}

function statOf(file: string) {
  try {
    return statSync(file)
  } catch {
    return undefined
  }
}

/** A name in the same folder, so that renaming never crosses a file system; nobody else's at that nanosecond. */
function besideFile(file: string): string {
  const own = `${process.pid}-${process.hrtime.bigint()}`
  return join(dirname(file), `.${basename(file).slice(0, 60)}.${own}.tmp`)
}

/** What a process that was ended half-way left of a file, by its name. */
export function isLeftover(name: string): boolean {
  return /^\..*\.\d+-\d+\.tmp$/.test(name)
}

const BUFFERED = 1 << 20

/** Writes a file of any size piece by piece under another name, and renames it when it is whole. */
export function writePieces(file: string, pieces: Iterable<string>): void {
  inPlaceOf(file, (temporary) => {
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
    } finally {
      closeSync(handle)
    }
  })
}

function writeAll(handle: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
}
