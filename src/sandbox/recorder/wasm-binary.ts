/** Sections of a WebAssembly module by their numbers, in the binary format's order (core spec, 5.5). */
export const SECTION = {
  type: 1,
  import: 2,
  function: 3,
  global: 6,
  export: 7,
  element: 9,
  code: 10,
} as const

export interface Section {
  readonly id: number
  readonly bytes: Uint8Array
}

const HEADER = 8

export function readSections(module: Uint8Array): Section[] {
  const reader = new Reader(module.subarray(HEADER))
  const sections: Section[] = []
  while (!reader.atEnd) {
    const id = reader.byte()
    sections.push({ id, bytes: reader.bytes(reader.number()) })
  }
  return sections
}

export function writeSections(sections: readonly Section[]): Uint8Array {
  const magic = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
  return joined([magic, ...sections.flatMap(({ id, bytes }) => [Uint8Array.of(id), sized(bytes)])])
}

/** Reads what the format is made of, one piece after the other. */
export class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  byte(): number {
    return this.#bytes[this.#at++] as number
  }

  bytes(length: number): Uint8Array {
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  /** Everything that is left. */
  rest(): Uint8Array {
    return this.bytes(this.#bytes.length - this.#at)
  }

  /** An unsigned LEB128 number. */
  number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte()
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }

  list<T>(read: () => T): T[] {
    return Array.from({ length: this.number() }, read)
  }
}

/** An unsigned LEB128 number. */
export function number(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80)
  return Uint8Array.of(...bytes, rest)
}

/** Bytes after their length. */
export function sized(bytes: Uint8Array): Uint8Array {
  return joined([number(bytes.length), bytes])
}

/** Items after their count. */
export function list(items: readonly Uint8Array[]): Uint8Array {
  return joined([number(items.length), ...items])
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
