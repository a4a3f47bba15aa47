/** The marks that some editors and shells put before a text, and the encodings that they name. */
const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

/**
 * The text of a file's bytes: UTF-8, or what its byte-order mark says; the mark is dropped.
 * @throws Error for bytes that are no text in that encoding
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = MARKS.find((one) => one.bytes.every((byte, index) => bytes[index] === byte))
  const encoding = mark?.encoding ?? 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Error(`not valid ${encoding.toUpperCase()}`)
  }
}

/** Whether bytes without a mark are a program in UTF-16: mostly ASCII, and no control characters. */
export function looksLikeUtf16(bytes: Uint8Array): boolean {
  return ['utf-16le', 'utf-16be'].some((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    const ascii = text.match(/[\t\n\r -~]/g)?.length ?? 0
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what no text holds
    return ascii > 0 && ascii * 2 >= text.length && !/[\0-\x08\x0e-\x1f\ufffd\ufffe]/.test(text)
  })
}
