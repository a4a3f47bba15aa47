import { decodeText, looksLikeUtf16 } from '../text/decode.ts'
import { SOURCE_LIMITS } from './limits.ts'

export type ReadText =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: Uint8Array }
  | FileFault

/** Why a file cannot be judged before anything in it was looked at. */
export interface FileFault {
  readonly kind: 'fault'
  readonly cause: 'missing-file' | 'unreadable' | 'machine'
  readonly message: string
  readonly advice: string
}

/** The text of a file's bytes, wherever they came from. */
export function decodeSource(bytes: Uint8Array, shownAs: string): ReadText {
  if (bytes.length > SOURCE_LIMITS.sourceBytes) return tooLarge(shownAs, bytes.length)
  try {
    const text = decodeText(bytes)
    if (!text.includes('\0')) return { kind: 'text', text, bytes }
    if (text.startsWith('PK'))
      return unreadable(`${shownAs} is packed, as .zip and .docx are`, UNPACK)
    if (looksLikeUtf16(bytes)) {
      return unreadable(`${shownAs} looks like UTF-16 without a byte-order mark`, SAVE_AS_UTF8)
    }
    return unreadable(`${shownAs} holds null bytes, as no UTF-8 text does`, SAVE_AS_UTF8)
  } catch (error) {
    const { message } = error as Error
    const where = message.endsWith('UTF-8') ? ` on line ${firstInvalidLine(bytes)}` : ''
    return unreadable(`${shownAs} is ${message}${where}`, SAVE_AS_UTF8)
  }
}

const UNPACK = 'Unpack it, and hand in the TypeScript file itself.'
const SAVE_AS_UTF8 = 'Save it as UTF-8 text.'

function firstInvalidLine(bytes: Uint8Array): number {
  const read = new TextDecoder('utf-8', { ignoreBOM: true })
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const next = bytes.indexOf(0x0a, start)
    const end = next < 0 ? bytes.length : next + 1
    if (read.decode(bytes.subarray(start, end)).includes('\ufffd')) return line
    start = end
  }
  return line
}

export function tooLarge(shownAs: string, size: number): FileFault {
  return unreadable(
    `${shownAs} has ${size} bytes; a submission may have ${SOURCE_LIMITS.sourceBytes}`,
    'Remove what the exercise does not need.',
  )
}

export function unreadable(message: string, advice: string): FileFault {
  return { kind: 'fault', cause: 'unreadable', message, advice }
}
