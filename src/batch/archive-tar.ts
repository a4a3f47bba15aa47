import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { isMachineFault } from '../errors.ts'
import {
  ARCHIVE_LIMITS,
  type ArchiveContents,
  type ArchiveLimits,
  ArchiveShelf,
} from './archive-shelf.ts'

const BLOCK = 512

/**
 * Reads a tar archive, packed by gzip or not, as POSIX.1-2001 (ustar, pax) and GNU tar write it.
 * Nothing is written anywhere; every file in it ends as accepted or refused with a reason, and no
 * archive makes this throw.
 */
export async function readTar(
  source: string | Buffer,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<ArchiveContents> {
  const shelf = new ArchiveShelf(limits)
  try {
    const packed = typeof source === 'string' ? await readFile(source) : source
    readEntries(unzipped(packed, limits), shelf)
    shelf.refuseEmpty()
  } catch (error) {
    if (isMachineFault(error)) throw error
    shelf.refuse('', `it cannot be read as a tar archive: ${(error as Error).message}`)
  }
  return shelf
}

function unzipped(packed: Buffer, { bytesOfAll, entries }: ArchiveLimits): Buffer {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed
  // Headers and padding come to at most four blocks an entry.
  return gunzipSync(packed, { maxOutputLength: bytesOfAll + entries * 4 * BLOCK })
}

interface Header {
  readonly type: string
  readonly size: number
  readonly name: Buffer
}

/** A header and its bytes, one after the other, until a block of zeros or the end. */
function readEntries(tar: Buffer, shelf: ArchiveShelf): void {
  let longName: Buffer | undefined
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const block = tar.subarray(at, at + BLOCK)
    if (block.every((byte) => byte === 0)) return
    const { type, size, name } = headerOf(block)
    const bytes = tar.subarray(at + BLOCK, at + BLOCK + size)
    if (bytes.length < size) throw new Error('it ends in the middle of a file')
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
    if (type === 'L') longName = withoutZeros(bytes)
    else if (type === 'x') longName = paxPath(bytes) ?? longName
    else if (type !== 'g' && type !== 'K') {
      if (!shelf.counts()) {
        shelf.refuse('', `entries beyond the first ${shelf.limits.entries} are not read`)
        return
      }
      take({ type, size, name: longName ?? name }, bytes, shelf)
      longName = undefined
    }
  }
}

function take({ type, size, name }: Header, bytes: Buffer, shelf: ArchiveShelf): void {
  if (type === '5') return
  const path = shelf.pathOf(name)
  if (path === undefined) return
  const reason = kindObjection(type) ?? shelf.objection(path, size)
  if (reason === undefined) shelf.accept(path, Buffer.from(bytes))
  else shelf.refuse(path, reason)
}

function kindObjection(type: string): string | undefined {
  if (type === '0' || type === '\0' || type === '7') return undefined
  return type === '1' || type === '2' ? 'it is a link' : 'it is no regular file'
}

function headerOf(block: Buffer): Header {
  const stored = numberOf(block.subarray(148, 156))
  let sum = 0
  for (const [at, byte] of block.entries()) sum += at >= 148 && at < 156 ? 0x20 : byte
  if (sum !== stored) throw new Error('a header does not match its checksum')
  const prefix = block.toString('latin1', 257, 262) === 'ustar' && block[263] === 0x30
  const [front, back] = [block.subarray(345, 500), block.subarray(0, 100)].map(withoutZeros)
  const name =
    prefix && front?.length ? [front, Buffer.from('/'), back as Buffer] : [back as Buffer]
  return {
    type: String.fromCharCode(block[156] ?? 0),
    size: numberOf(block.subarray(124, 136)),
    name: Buffer.concat(name),
  }
}

/** Octal digits; GNU writes larger numbers in binary, which no submission has. */
function numberOf(field: Buffer): number {
  const text = field
    .toString('latin1')
    .replace(/[\0 ]+$/, '')
    .trim()
  if (!/^[0-7]*$/.test(text)) throw new Error('a header holds no octal number')
  return Number.parseInt(text || '0', 8)
}

function withoutZeros(field: Buffer): Buffer {
  const end = field.indexOf(0)
  return end < 0 ? field : field.subarray(0, end)
}

/** `30 path=a/long/name\n`: its length, counted in bytes, then a key and a value. */
function paxPath(records: Buffer): Buffer | undefined {
  let found: Buffer | undefined
  for (let at = 0; at < records.length; ) {
    const space = records.indexOf(0x20, at)
    const length = Number(records.toString('latin1', at, Math.max(at, space)))
    if (!(length > 0)) throw new Error('an extended header cannot be read')
    const record = records.subarray(space + 1, at + length - 1)
    if (record.toString('latin1', 0, 5) === 'path=') found = record.subarray(5)
    at += length
  }
  return found
}
