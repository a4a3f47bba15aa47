import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isMachineFault } from '../errors.ts'
import { unportable } from '../paths/portable-name.ts'
import { readArchive } from './archive.ts'
import { ARCHIVE_LIMITS } from './archive-shelf.ts'
import { readTar } from './archive-tar.ts'
import { isZip } from './file-kinds.ts'
import type { Ignored } from './inventory.ts'

const MIB = 1024 * 1024

/** A student's archive holds a student's work: the limits for a whole class would fill the disk. */
const OF_ONE_STUDENT = { ...ARCHIVE_LIMITS, entries: 2000, bytesOfOne: MIB, bytesOfAll: 16 * MIB }

export interface Unpacked {
  readonly folder: string
  /** Paths of what was refused, and why; an empty path stands for the archive. */
  readonly refused: readonly Ignored[]
  readonly files: number
}

/** Writes what an archive may hold into a new folder below `room`. */
export async function unpack(
  archive: string,
  room: string,
  of: 'class' | 'student',
): Promise<Unpacked> {
  const limits = of === 'class' ? ARCHIVE_LIMITS : OF_ONE_STUDENT
  const read = isZip(archive) ? readArchive : readTar
  const { accepted, refused } = await read(archive, limits)
  const folder = mkdtempSync(join(room, 'archive-'))
  const failed = accepted.flatMap(
    ({ path, bytes }) => unwritable(path) ?? writeEntry(folder, path, bytes),
  )
  const refusals = refused.map(({ path, reason }) => ({ file: path, reason }))
  return { folder, refused: [...refusals, ...failed], files: accepted.length - failed.length }
}

/** Elsewhere such names are files like others; on Windows they would open devices and streams. */
export function unwritable(
  path: string,
  platform: typeof process.platform = process.platform,
): Ignored[] | undefined {
  if (platform !== 'win32') return undefined
  const reason = path
    .split('/')
    .map(unportable)
    .find((one) => one !== undefined)
  return reason === undefined ? undefined : [{ file: path, reason }]
}

/** An archive may hold what a disk cannot: a name twice, or a file where a folder is. */
function writeEntry(folder: string, path: string, bytes: Buffer): Ignored[] {
  try {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 })
    return []
  } catch (error) {
    if (isMachineFault(error)) throw error
    const { code } = error as NodeJS.ErrnoException
    return [{ file: path, reason: `it cannot be unpacked (${code})` }]
  }
}

/** As the archive has it: a refused path may hold `..`, which must not be resolved. */
export function shownInside(archive: string, { file, reason }: Ignored): Ignored {
  return { file: file === '' ? archive : `${archive}/${file.replace(/^\/+/, '')}`, reason }
}
