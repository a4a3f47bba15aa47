import { randomUUID } from 'node:crypto'
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Writes beside the target and renames, so that nobody ever sees half a file. Makes the folder. */
export async function writeFileWhole(file: string, text: string | Uint8Array): Promise<void> {
  const existing = await stat(file).catch(() => undefined)
  // A device or a pipe, such as /dev/stdout, is written to: renaming would replace it.
  if (existing !== undefined && !existing.isFile()) return writeFile(file, text)
  await replaceFile(existing === undefined ? file : await realpath(file), text)
}

/** The same, where whatever stands under that name gives way: no link and no pipe is followed. */
export async function replaceFile(file: string, text: string | Uint8Array): Promise<void> {
  const folder = dirname(file)
  await makeFolder(folder)
  const temporary = besideFile(file)
  try {
    await writeFile(temporary, text, { flag: 'wx' })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** With its parents. Node's own `recursive` never returns where no folder can be made, as in /proc. */
export async function makeFolder(folder: string): Promise<void> {
  const problem = await tryToMake(folder)
  if (problem === undefined) return
  if (problem.code !== 'ENOENT' || dirname(folder) === folder) throw problem
  await makeFolder(dirname(folder))
  const again = await tryToMake(folder)
  if (again !== undefined) throw again
}

/** Undefined where the folder is there now. For one that was, systems have many codes: EPERM for `C:\`. */
async function tryToMake(folder: string): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await mkdir(folder)
    return undefined
  } catch (error) {
    const found = await stat(folder).catch(() => undefined)
    return found?.isDirectory() ? undefined : (error as NodeJS.ErrnoException)
  }
}

/** A name in the same folder, so that renaming never crosses a file system. */
function besideFile(file: string): string {
  return join(dirname(file), `.${basename(file).slice(0, 60)}.${randomUUID()}.tmp`)
}

/** What a process that was ended half-way left of a file, by its name. */
export function isLeftover(name: string): boolean {
  return /^\..*\.[0-9a-f]{8}-[0-9a-f-]{27}\.tmp$/.test(name)
}

const BUFFERED = 1 << 20

/** Writes a file of any size piece by piece under another name, and renames it when it is whole. */
export function writePieces(file: string, pieces: Iterable<string>): void {
  const temporary = besideFile(file)
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
  } catch (error) {
    closeSync(handle)
    rmSync(temporary, { force: true })
    throw error
  }
  closeSync(handle)
  renameSync(temporary, file)
}

function writeAll(handle: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
}
