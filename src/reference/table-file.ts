import type { ReferenceTable } from './table.ts'

/** Raised with every change of the file's layout or of what a table holds. */
export const TABLE_FORMAT = 'mlp-check/table/1'

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

const ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'LE' : 'BE'

/**
 * A table as one file: the length of the head, the head, then the columns, low, high and
 * TensorFlow.js as doubles, then kink, orNaN and disputed as bytes. `key` says what it was computed for.
 */
export function encodeTable(key: string, table: ReferenceTable): Uint8Array {
  const head: Head = {
    format: TABLE_FORMAT,
    key,
    endian: ENDIAN,
    rows: table.low.length,
    function: table.function,
    names: table.names,
    agreement: table.agreement,
    backend: table.backend,
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const doubles = [...table.columns, table.low, table.high, table.tensorflow]
  const parts = [text, ...[...doubles, table.kink, table.orNaN, table.disputed].map(bytesOf)]
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 4))
  new DataView(whole.buffer).setUint32(0, text.length, true)
  let at = 4
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The table, or undefined where the file was written for another key, or on another kind of machine. */
export function decodeTable(key: string, file: Uint8Array): ReferenceTable | undefined {
  if (file.length < 4) return undefined
  const headEnd = 4 + new DataView(file.buffer, file.byteOffset).getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(file.subarray(4, headEnd))) as Head
  if (head.format !== TABLE_FORMAT || head.key !== key || head.endian !== ENDIAN) return undefined
  return tableFrom(head, file.subarray(headEnd))
}

function tableFrom(head: Head, body: Uint8Array): ReferenceTable | undefined {
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
function copy(body: Uint8Array, start: number, length: number): ArrayBuffer {
  const own = new ArrayBuffer(length)
  new Uint8Array(own).set(body.subarray(start, start + length))
  return own
}

function bytesOf(array: Float64Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}
