import type { EngineImage } from './engine.ts'

/** An engine with the harness in it and no submission yet: every guest begins as a copy of it. */
export interface GuestImage {
  readonly engine: EngineImage
  /** Where the harness's one function lies. */
  readonly harness: number
  /** The realm in which submissions run on letters. */
  readonly symbolic: SymbolicImage
  /** Names of the natives of Math by the bits of the engine's record. */
  readonly natives: readonly string[]
}

/** Addresses: of a realm with a harness of its own, and of the function that answers the host. */
export interface SymbolicImage {
  readonly realm: number
  readonly harness: number
  readonly runtime: number
}

/** What it takes to make guests. */
export interface EngineFiles {
  readonly wasm: WebAssembly.Module
  readonly image: GuestImage
}

/** As a file: whole numbers of four bytes, least byte first, the names, then the bytes of the parts. */
export function encodeImage({ engine, harness, symbolic, natives }: GuestImage): Uint8Array {
  const { parts, runtime, context, undefined: nothing } = engine
  const places = parts.flatMap(({ at, bytes }) => [at, bytes.length])
  const names = new TextEncoder().encode(natives.join())
  const letters = [symbolic.realm, symbolic.harness, symbolic.runtime]
  const fixed = [runtime, context, nothing, harness, ...letters, names.length, parts.length]
  const numbers = [...fixed, ...places]
  const header = new DataView(new ArrayBuffer(4 * numbers.length))
  for (const [index, number] of numbers.entries()) header.setUint32(4 * index, number, true)
  return joined([new Uint8Array(header.buffer), names, ...parts.map(({ bytes }) => bytes)])
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export function decodeImage(file: Uint8Array): GuestImage {
  // A short file lies in a larger buffer, whose other bytes are somebody else's.
  const header = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const number = (index: number) => header.getUint32(4 * index, true)
  const [size, count] = [number(FIXED - 2), number(FIXED - 1)]
  const names = 4 * (FIXED + 2 * count)
  let start = names + size
  const named = new TextDecoder().decode(file.subarray(names, start))
  const parts = Array.from({ length: count }, (_, part) => {
    const [at, length] = [number(FIXED + 2 * part), number(FIXED + 1 + 2 * part)]
    start += length
    return { at, bytes: file.subarray(start - length, start) }
  })
  const engine = { parts, runtime: number(0), context: number(1), undefined: number(2) }
  const symbolic = { realm: number(4), harness: number(5), runtime: number(6) }
  return { engine, harness: number(3), symbolic, natives: named.split(',').filter(Boolean) }
}

/** Numbers before the places of the parts. */
const FIXED = 9
