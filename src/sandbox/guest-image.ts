import type { EngineImage } from './engine.ts'

/** An engine with the harness in it and no submission yet: every guest begins as a copy of it. */
export interface GuestImage {
  readonly engine: EngineImage
  /** Where the harness's one function lies. */
  readonly harness: number
}

/** What a thread needs to make guests. */
export interface EngineFiles {
  readonly wasm: WebAssembly.Module
  readonly image: GuestImage
}

/** As a file: whole numbers of four bytes, least byte first, then the bytes of the parts. */
export function encodeImage({ engine, harness }: GuestImage): Uint8Array {
  const { parts, runtime, context, undefined: nothing } = engine
  const places = parts.flatMap(({ at, bytes }) => [at, bytes.length])
  const numbers = [runtime, context, nothing, harness, parts.length, ...places]
  const header = new DataView(new ArrayBuffer(4 * numbers.length))
  for (const [index, number] of numbers.entries()) header.setUint32(4 * index, number, true)
  return Buffer.concat([new Uint8Array(header.buffer), ...parts.map(({ bytes }) => bytes)])
}

export function decodeImage(file: Uint8Array): GuestImage {
  const header = new DataView(file.buffer, file.byteOffset)
  const number = (index: number) => header.getUint32(4 * index, true)
  const count = number(4)
  let start = 4 * (5 + 2 * count)
  const parts = Array.from({ length: count }, (_, part) => {
    const [at, length] = [number(5 + 2 * part), number(6 + 2 * part)]
    start += length
    return { at, bytes: file.subarray(start - length, start) }
  })
  const engine = { parts, runtime: number(0), context: number(1), undefined: number(2) }
  return { engine, harness: number(3) }
}
