/** How the bytes of a table became text: every byte comes back as it was. */
export interface Codec {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** The byte-order mark, or nothing. */
  readonly mark: Buffer
  readonly decode: (bytes: Buffer) => string
  readonly encode: (text: string) => Buffer
  /** Text for people: of an 8-bit table, `decode` keeps bytes where signs are meant. */
  readonly shown: (text: string) => string
}

const same = (text: string) => text
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

/** 0x80 to 0x9f of code page 1252. Node 20's own decoder takes it for Latin-1. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const CODECS: Readonly<Record<Codec['name'], Omit<Codec, 'name' | 'mark'>>> = {
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
  'windows-1252': {
    decode: (bytes) => bytes.toString('latin1'),
    encode: (text) => Buffer.from(text, 'latin1'),
    shown: (text) =>
      text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? ''),
  },
}

const MARKS: readonly (readonly [Codec['name'], readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** By the mark; without one UTF-16 by its zeros, else UTF-8 where it is valid, else Windows' Latin. */
export function codecOf(bytes: Buffer): Codec {
  for (const [name, signs] of MARKS) {
    const mark = bytes.subarray(0, signs.length)
    if (mark.equals(Buffer.from(signs)) && isWhole(bytes, name)) return codec(name, mark)
  }
  return codec(nameWithoutMark(bytes), Buffer.alloc(0))
}

function codec(name: Codec['name'], mark: Buffer): Codec {
  return { name, mark, ...CODECS[name] }
}

function isWhole(bytes: Buffer, name: Codec['name']): boolean {
  return name === 'utf-8' ? isUtf8(bytes) : bytes.length % 2 === 0
}

function nameWithoutMark(bytes: Buffer): Codec['name'] {
  const start = bytes.subarray(0, 4096)
  const zeros = [0, 1].map((odd) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length)
  const [even = 0, odd = 0] = zeros
  const [few, many] = [Math.min(even, odd), Math.max(even, odd)]
  // Of scripts far from ASCII, only delimiters and line ends have zeros: all on one side.
  if (bytes.length % 2 === 0 && many * 50 > start.length && few * 10 <= many) {
    return odd > even ? 'utf-16le' : 'utf-16be'
  }
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
