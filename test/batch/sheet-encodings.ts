export const ENCODINGS = [
  'utf-8',
  'utf-8-sig',
  'utf-16-le',
  'utf-16-be',
  'utf-16-le-bare',
  'cp1252',
] as const

export type Encoding = (typeof ENCODINGS)[number]

/** The bytes that a program saves; `bare` is without a byte order mark. */
export function encoded(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8-sig':
      return Buffer.from(`\ufeff${text}`)
    case 'utf-16-le':
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16-be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    case 'utf-16-le-bare':
      return Buffer.from(text, 'utf16le')
    case 'cp1252':
      // The apostrophe of Windows is the only one of its signs beyond Latin-1 that the sheets hold.
      return Buffer.from(text.replaceAll('’', '\x92'), 'latin1')
  }
}
