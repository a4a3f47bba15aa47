import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as a test wants it written, lies included. */
export interface ZipEntry {
  readonly name: string | Buffer
  readonly data?: Buffer | string
  readonly flags?: number
  readonly mode?: number
  readonly method?: number
  /** The uncompressed size that the archive claims. */
  readonly claims?: number
}

/** A zip archive, byte by byte, so that tests can break it where they like. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const data = Buffer.from(entry.data ?? '')
    const packed = deflateRawSync(data, { level: 9 })
    const common = header(entry, data, packed)
    const local = Buffer.concat([
      bytes(0x04034b50, 4),
      bytes(20, 2),
      common,
      bytes(name.length, 2),
      bytes(0, 2),
      name,
      packed,
    ])
    directory.push(
      Buffer.concat([
        bytes(0x02014b50, 4),
        bytes(0x031e, 2),
        bytes(20, 2),
        common,
        bytes(name.length, 2),
        bytes(0, 8),
        bytes(((entry.mode ?? 0o100644) << 16) >>> 0, 4),
        bytes(offset, 4),
        name,
      ]),
    )
    files.push(local)
    offset += local.length
  }
  const size = directory.reduce((total, part) => total + part.length, 0)
  const end = Buffer.concat([
    bytes(0x06054b50, 4),
    bytes(0, 4),
    bytes(entries.length, 2),
    bytes(entries.length, 2),
    bytes(size, 4),
    bytes(offset, 4),
    bytes(0, 2),
  ])
  return Buffer.concat([...files, ...directory, end])
}

function header(entry: ZipEntry, data: Buffer, packed: Buffer): Buffer {
  return Buffer.concat([
    bytes(entry.flags ?? 0, 2),
    bytes(entry.method ?? 8, 2),
    bytes(0, 4),
    bytes(crc32(data), 4),
    bytes(packed.length, 4),
    bytes(entry.claims ?? data.length, 4),
  ])
}

function bytes(value: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  buffer.writeUIntLE(value, 0, Math.min(length, 6))
  return buffer
}
