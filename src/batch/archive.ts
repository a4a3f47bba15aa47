import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl'
import { entryName } from './archive-names.ts'

/** What an archive may hold. */
export interface ArchiveLimits {
  readonly entries: number
  readonly bytesOfOne: number
  readonly bytesOfAll: number
  /** Unpacked bytes for each packed one, beyond the first 64 KiB. */
  readonly ratio: number
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 20_000,
  bytesOfOne: 32 * 1024 * 1024,
  bytesOfAll: 512 * 1024 * 1024,
  ratio: 200,
}

export interface ArchiveContents {
  readonly accepted: readonly { readonly path: string; readonly bytes: Buffer }[]
  /** Every entry that is not accepted, and why; an empty path stands for the archive itself. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[]
}

/**
 * Reads a zip archive from a path or from its bytes. Nothing is written anywhere; every file in
 * it ends as accepted or refused with a reason, and no archive makes this throw.
 */
export async function readArchive(
  source: string | Buffer,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<ArchiveContents> {
  const reader = new Reader(limits)
  try {
    const zip = await openZip(source)
    await reader.read(zip)
  } catch (error) {
    reader.refuse('', `it cannot be read as a zip archive: ${(error as Error).message}`)
  }
  return reader
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

class Reader implements ArchiveContents {
  readonly accepted: { path: string; bytes: Buffer }[] = []
  readonly refused: { path: string; reason: string }[] = []
  readonly #limits: ArchiveLimits
  readonly #taken = new Set<string>()
  #bytes = 0
  #entries = 0

  constructor(limits: ArchiveLimits) {
    this.#limits = limits
  }

  refuse(path: string, reason: string): void {
    this.refused.push({ path, reason })
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
    // Where the directory of an archive counts none, its files would vanish without a word.
    if (this.#entries === 0) this.refuse('', 'an archive without files')
  }

  /** Whether the next entry is to be read. */
  async #take(zip: ZipFile, entry: Entry): Promise<boolean> {
    if (++this.#entries > this.#limits.entries) {
      const rest = zip.entryCount - this.#limits.entries
      this.refuse('', `${rest} entries beyond the first ${this.#limits.entries} are not read`)
      return false
    }
    const name = entryName(entry.fileName as unknown as Buffer)
    if (name.kind === 'refused') this.refuse(name.path, name.reason)
    else if (!name.path.endsWith('/')) await this.#file(zip, entry, name.path)
    return true
  }

  async #file(zip: ZipFile, entry: Entry, path: string): Promise<void> {
    const reason = this.#objection(entry, path)
    if (reason !== undefined) {
      this.refuse(path, reason)
      return
    }
    try {
      const bytes = await unpack(zip, entry, this.#limits.bytesOfOne)
      this.#bytes += bytes.length
      this.accepted.push({ path, bytes })
    } catch (error) {
      this.refuse(path, `it cannot be unpacked: ${(error as Error).message}`)
    }
  }

  #objection(entry: Entry, path: string): string | undefined {
    const { compressedSize: packed, uncompressedSize: size } = entry
    const kind = (entry.externalFileAttributes >>> 16) & 0xf000
    if (kind === 0xa000) return 'it is a symbolic link'
    if (kind !== 0 && kind !== 0x8000) return 'it is no regular file'
    if ((entry.generalPurposeBitFlag & 1) !== 0) return 'it is encrypted'
    if (![0, 8].includes(entry.compressionMethod)) return 'its compression is not supported'
    if (size > this.#limits.bytesOfOne)
      return `it unpacks to ${size} bytes, more than one file may have`
    if (size > packed * this.#limits.ratio + 65_536)
      return `it unpacks to ${Math.round(size / packed)} times its size`
    if (this.#bytes + size > this.#limits.bytesOfAll)
      return 'the archive unpacks to more than all its files may have'
    const key = path.normalize('NFC').toLowerCase()
    if (this.#taken.has(key)) return 'another entry has the same name'
    this.#taken.add(key)
    return undefined
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
