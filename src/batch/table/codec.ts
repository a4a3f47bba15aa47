/** What the bytes beyond ASCII mean in a table that is no Unicode. `gbk` is all of GB 18030. */
export const CODE_PAGES = [
  'windows-1252',
  'gbk',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1250',
  'windows-1251',
] as const

export type CodePage = (typeof CODE_PAGES)[number]

type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be'

/** How the bytes of a table became text: every byte comes back as it was. */
export interface Codec {
  readonly name: Unicode | CodePage
  /** Whether nothing but the bytes tells which code page it is. */
  readonly guessed: boolean
  /** The byte-order mark, or nothing. */
  readonly mark: Buffer
  readonly decode: (bytes: Buffer) => string
  readonly encode: (text: string) => Buffer
  /** Text for people: of a code page, `decode` keeps bytes where signs are meant. */
  readonly shown: (text: string) => string
}

const same = (text: string) => text
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

/** 0x80 to 0x9f of code page 1252. Node 20's own decoder takes it for Latin-1. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

type Coding = Pick<Codec, 'decode' | 'encode' | 'shown'>

const UNICODE: Readonly<Record<Unicode, Coding>> = {
  'utf-8': {
    decode: (bytes) => bytes.toString('utf8'),
    encode: (text) => Buffer.from(text, 'utf8'),
    shown: same,
  },
  'utf-16le': {
    decode: (bytes) => bytes.toString('utf16le'),
    encode: (text) => Buffer.from(text, 'utf16le'),
    shown: same,
  },
  'utf-16be': {
    decode: (bytes) => swapped(bytes).toString('utf16le'),
    encode: (text) => swapped(Buffer.from(text, 'utf16le')),
    shown: same,
  },
}

/** Delimiters but the bar, quotation marks and line ends are no part of a sign in any of the pages. */
function ofPage(page: CodePage): Coding {
  return {
    decode: (bytes) => bytes.toString('latin1'),
    encode: (text) => Buffer.from(text, 'latin1'),
    shown: page === 'windows-1252' ? ofWindows : (text) => signs(Buffer.from(text, 'latin1'), page),
  }
}

function ofWindows(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? '')
}

function signs(bytes: Buffer, page: CodePage): string {
  return new TextDecoder(page === 'gbk' ? 'gb18030' : page).decode(bytes)
}

const MARKS: readonly (readonly [Unicode, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * By the mark; without one UTF-16 by its zeros, else UTF-8 where it is valid, else the code page
 * that is named, or that the bytes look like.
 */
export function codecOf(bytes: Buffer, named?: CodePage): Codec {
  for (const [name, signs] of MARKS) {
    const mark = bytes.subarray(0, signs.length)
    if (mark.equals(Buffer.from(signs)) && isWhole(bytes, name)) {
      return { name, mark, guessed: false, ...UNICODE[name] }
    }
  }
  const mark = Buffer.alloc(0)
  const name = withoutMark(bytes)
  if (name !== undefined) return { name, mark, guessed: false, ...UNICODE[name] }
  const page = named ?? likelyPage(bytes)
  return { name: page, mark, guessed: named === undefined, ...ofPage(page) }
}

function isWhole(bytes: Buffer, name: Unicode): boolean {
  return name === 'utf-8' ? isUtf8(bytes) : bytes.length % 2 === 0
}

function withoutMark(bytes: Buffer): Unicode | undefined {
  const start = bytes.subarray(0, 4096)
  const zeros = [0, 1].map((odd) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length)
  const [even = 0, odd = 0] = zeros
  const [few, many] = [Math.min(even, odd), Math.max(even, odd)]
  // Of scripts far from ASCII, only delimiters and line ends have zeros: all on one side.
  if (bytes.length % 2 === 0 && many * 50 > start.length && few * 10 <= many) {
    return odd > even ? 'utf-16le' : 'utf-16be'
  }
  return isUtf8(bytes) ? 'utf-8' : undefined
}

/**
 * Chinese of mainland China is in pairs of bytes beyond ASCII. Read that way, each accented letter
 * of a Latin text takes the letter behind it along, and so do two of five signs of Big5.
 */
function likelyPage(bytes: Buffer): 'gbk' | 'windows-1252' {
  const text = signs(bytes, 'gbk')
  if (text.includes('\ufffd')) return 'windows-1252'
  const wide = text.replace(ASCII, '').length
  const digits = (bytes.toString('latin1').match(FOUR_BYTES)?.length ?? 0) * 2
  const taken = bytes.filter((byte) => byte < 0x80).length - (text.length - wide) - digits
  return taken * 4 < wide ? 'gbk' : 'windows-1252'
}

const ASCII = /[\0-\x7f]+/g

/** Signs that GB 18030 has beyond GBK: their digits are no letters of a Latin word. */
const FOUR_BYTES = /[\x81-\xfe][0-9][\x81-\xfe][0-9]/g

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
