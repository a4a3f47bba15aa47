import { createHash } from 'node:crypto'
import { endianness } from 'node:os'
import type { ReferenceTable } from './table.ts'

/** Raised with every change of the file's layout or of what a table holds. */
export const TABLE_FORMAT = 'mlp-check/table/1'

const DIGEST_BYTES = 32

/** The small part of a table, as JSON; the numbers follow it in the order of `layout`. */
interface Head {
  readonly format: string
  readonly key: string
  readonly endian: string
  readonly rows: number
  readonly function: string
  readonly names: readonly string[]
  readonly agreement: ReferenceTable['agreement']
  readonly backend: ReferenceTable['backend']
}

/**
 * A table as one file: the sha256 of the rest, the length of the head, the head, then the columns,
 * low, high and TensorFlow.js as doubles, then kink, orNaN and disputed as bytes.
 */
export function encodeTable(key: string, table: ReferenceTable): Uint8Array {
  const head: Head = {
    format: TABLE_FORMAT,
    key,
    endian: endianness(),
    rows: table.low.length,
    function: table.function,
    names: table.names,
    agreement: table.agreement,
    backend: table.backend,
  }
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  const doubles = [...table.columns, table.low, table.high, table.tensorflow]
  const flags = [table.kink, table.orNaN, table.disputed]
  const rest = Buffer.concat([length, text, ...[...doubles, ...flags].map(bytesOf)])
  return Buffer.concat([digest(rest), rest])
}

/** The table, or undefined where the file is not what was once written for this key. */
export function decodeTable(key: string, file: Buffer): ReferenceTable | undefined {
  const rest = file.subarray(DIGEST_BYTES)
  if (rest.length < 4 || !digest(rest).equals(file.subarray(0, DIGEST_BYTES))) return undefined
  const headEnd = 4 + rest.readUInt32LE(0)
  const head = JSON.parse(rest.toString('utf8', 4, headEnd)) as Head
  if (head.format !== TABLE_FORMAT || head.key !== key) return undefined
  if (head.endian !== endianness()) return undefined
  return tableFrom(head, rest.subarray(headEnd))
}

function tableFrom(head: Head, body: Buffer): ReferenceTable | undefined {
  const { rows, names } = head
  const doubleCount = names.length + 3
  if (body.length !== rows * (8 * doubleCount + 3)) return undefined
  const double = (k: number) => new Float64Array(copy(body, k * 8 * rows, 8 * rows))
  const flag = (k: number) => new Uint8Array(copy(body, (8 * doubleCount + k) * rows, rows))
  return {
    function: head.function,
    names,
    columns: names.map((_, k) => double(k)),
    low: double(names.length),
    high: double(names.length + 1),
    tensorflow: double(names.length + 2),
    kink: flag(0),
    orNaN: flag(1),
    disputed: flag(2),
    agreement: head.agreement,
    backend: head.backend,
  }
}

/** An own copy: doubles must start at a multiple of eight bytes. */
function copy(body: Buffer, start: number, length: number): ArrayBuffer {
  const own = new ArrayBuffer(length)
  new Uint8Array(own).set(body.subarray(start, start + length))
  return own
}

function bytesOf(array: Float64Array | Uint8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength)
}

function digest(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}
