/** `#ex1` shows an exercise; `#ex1/a/…` shows it with the answer that the link carries. */
export interface Place {
  readonly exercise: string
  /** Compressed, in base64 as URLs have it. */
  readonly answer?: string
}

export function placeIn(hash: string): Place | undefined {
  const [, name = '', answer] = /^#([^/]+)(?:\/a\/([\w-]+))?$/.exec(hash) ?? []
  if (name === '') return undefined
  return { exercise: decoded(name), ...(answer !== undefined && { answer }) }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

export async function linkTo(exercise: string, source: string): Promise<string> {
  const bytes = await through(
    new CompressionStream('deflate-raw'),
    new TextEncoder().encode(source),
  )
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const safe = text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return `#${encodeURIComponent(exercise)}/a/${safe}`
}

/** An answer longer than this is none that anybody typed. */
const LONGEST = 1 << 20

/** @returns undefined where it is no whole answer */
export async function answerFrom(text: string): Promise<string | undefined> {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const whole = await through(new DecompressionStream('deflate-raw'), bytes)
    return new TextDecoder('utf-8', { fatal: true }).decode(whole)
  } catch {
    return undefined
  }
}

/** @throws RangeError where more comes out than anybody types, and what the stream throws */
async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length
    if (length > LONGEST) {
      await reader.cancel()
      throw new RangeError('too long')
    }
    pieces.push(next.value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
