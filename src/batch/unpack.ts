import { mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isMachineFault } from '../errors.ts'
import { makeFolder } from '../whole-file.ts'
import { ARCHIVE_LIMITS, type ArchiveContents, type ArchiveLimits } from './archive-shelf.ts'
import { isZip } from './file-kinds.ts'
import type { Ignored } from './inventory.ts'
import { namesOnDisk } from './stored-name.ts'

const MIB = 1024 * 1024

/** A student's archive holds a student's work: the limits for a whole class would fill the disk. */
const OF_ONE_STUDENT = { ...ARCHIVE_LIMITS, entries: 2000, bytesOfOne: MIB, bytesOfAll: 16 * MIB }

export interface Unpacked {
  readonly folder: string
  /** What the archive calls what lies there under a name of ours. */
  readonly names: ReadonlyMap<string, string>
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
  const { accepted, refused } = await read(archive, limits)
  const folder = mkdtempSync(join(room, 'archive-'))
  const names = new Map<string, string>()
  const nameOnDisk = namesOnDisk()
  const failed = accepted.flatMap(({ path, bytes }) => {
    let place = folder
    for (const name of path.split('/')) {
      const stored = nameOnDisk(place, name)
      if (stored !== name) names.set(stored, name)
      place = join(place, stored)
    }
    return writeEntry(place, bytes).map((reason) => ({ file: path, reason }))
  })
  const refusals = refused.map(({ path, reason }) => ({ file: path, reason }))
  return {
    folder,
    names,
    refused: [...refusals, ...failed],
    files: accepted.length - failed.length,
  }
}

/** Most classes are folders: the readers of archives come when there is one. */
async function read(archive: string, limits: ArchiveLimits): Promise<ArchiveContents> {
  if (isZip(archive)) return (await import('./archive.ts')).readArchive(archive, limits)
  return (await import('./archive-tar.ts')).readTar(archive, limits)
}

/** An archive may hold what a disk cannot: a file where a folder is. */
function writeEntry(file: string, bytes: Buffer): string[] {
  try {
    makeFolder(dirname(file))
    writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 })
    return []
  } catch (error) {
    if (isMachineFault(error)) throw error
    const { code } = error as NodeJS.ErrnoException
    return [`it cannot be unpacked (${code})`]
  }
}

/** As the archive has it: a refused path may hold `..`, which must not be resolved. */
export function shownInside(archive: string, { file, reason }: Ignored): Ignored {
  return { file: file === '' ? archive : `${archive}/${file.replace(/^\/+/, '')}`, reason }
}
