import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl'
import {
  ARCHIVE_LIMITS,
  type ArchiveContents,
  type ArchiveLimits,
  ArchiveShelf,
} from './archive-shelf.ts'

/**
 * Reads a zip archive from a path or from its bytes. Nothing is written anywhere; every file in
 * it ends as accepted or refused with a reason, and no archive makes this throw.
 */
export async function readArchive(
  source: string | Buffer,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<ArchiveContents> {
  const shelf = new ArchiveShelf(limits)
  try {
    await new ZipReader(shelf).read(await openZip(source))
    shelf.refuseEmpty()
  } catch (error) {
    shelf.refuse('', `it cannot be read as a zip archive: ${(error as Error).message}`)
  }
  return shelf
}

const OPTIONS = {
  lazyEntries: true,
  autoClose: true,
  decodeStrings: false,
  validateEntrySizes: true,
}

async function openZip(source: string | Buffer): Promise<ZipFile> {
  if (typeof source === 'string') {
    return promisify<string, typeof OPTIONS, ZipFile>(open as never)(source, OPTIONS)
  }
  return promisify<Buffer, typeof OPTIONS, ZipFile>(fromBuffer as never)(source, OPTIONS)
}

class ZipReader {
  readonly #shelf: ArchiveShelf

  constructor(shelf: ArchiveShelf) {
    this.#shelf = shelf
  }

  /** One entry after the other: memory holds what was accepted and one file more. */
  async read(zip: ZipFile): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        this.#take(zip, entry).then((more) => (more ? zip.readEntry() : resolve()), reject)
      })
      zip.on('end', resolve)
      zip.on('error', reject)
      zip.readEntry()
    })
    zip.close()
  }

  /** Whether the next entry is to be read. */
  async #take(zip: ZipFile, entry: Entry): Promise<boolean> {
    const { limits } = this.#shelf
    if (!this.#shelf.counts()) {
      const rest = zip.entryCount - limits.entries
      this.#shelf.refuse('', `${rest} entries beyond the first ${limits.entries} are not read`)
      return false
    }
    const path = this.#shelf.pathOf(entry.fileName as unknown as Buffer)
    if (path !== undefined) await this.#file(zip, entry, path)
    return true
  }

  async #file(zip: ZipFile, entry: Entry, path: string): Promise<void> {
    const own = this.#objection(entry) ?? this.#shelf.objection(path, entry.uncompressedSize)
    const reason = own ?? this.#ratio(entry)
    if (reason !== undefined) {
      this.#shelf.refuse(path, reason)
      return
    }
    try {
      this.#shelf.accept(path, await unpack(zip, entry, this.#shelf.limits.bytesOfOne))
    } catch (error) {
      this.#shelf.refuse(path, `it cannot be unpacked: ${(error as Error).message}`)
    }
  }

  #objection(entry: Entry): string | undefined {
    const kind = (entry.externalFileAttributes >>> 16) & 0xf000
    if (kind === 0xa000) return 'it is a symbolic link'
    if (kind !== 0 && kind !== 0x8000) return 'it is no regular file'
    if ((entry.generalPurposeBitFlag & 1) !== 0) return 'it is encrypted'
    if (![0, 8].includes(entry.compressionMethod)) return 'its compression is not supported'
    return undefined
  }

  #ratio({ compressedSize: packed, uncompressedSize: size }: Entry): string | undefined {
    if (size <= packed * this.#shelf.limits.ratio + 65_536) return undefined
    return `it unpacks to ${Math.round(size / packed)} times its size`
  }
}

/** The declared size is checked on the way: an entry that lies about it is refused. */
async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const stream = await promisify(
    zip.openReadStream.bind(zip) as never as (
      entry: Entry,
      done: (error: Error | null, stream: NodeJS.ReadableStream) => void,
    ) => void,
  )(entry)
  const parts: Buffer[] = []
  let length = 0
  for await (const part of stream) {
    length += part.length
    if (length > most) throw new Error(`more than ${most} bytes`)
    parts.push(part as Buffer)
  }
  const bytes = Buffer.concat(parts)
  if (crc32(bytes) !== entry.crc32) throw new Error('its bytes do not match their checksum')
  return bytes
}
