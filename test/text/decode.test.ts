import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { decodeText, looksLikeUtf16 } from '../../src/text/decode.ts'

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('the text of bytes', () => {
  it.each([
    ['UTF-8', Buffer.from('ü 数')],
    ['UTF-8 with a mark', Buffer.from('\ufeffü 数')],
    ['UTF-16, little end first', Buffer.from('\ufeffü 数', 'utf16le')],
    ['UTF-16, big end first', utf16be('\ufeffü 数')],
  ])('in %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe('ü 数')
  })

  it('loses one mark, and keeps what stands in the text', () => {
    expect(decodeText(Buffer.from('\ufeff\ufeffa\ufeff'))).toBe('\ufeffa\ufeff')
  })

  it.each([
    ['UTF-8', Buffer.from([0x61, 0xff])],
    ['UTF-16LE', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ['UTF-16BE', Buffer.from([0xfe, 0xff, 0xd8, 0x00])],
  ])('that are not valid %s is refused', (encoding, bytes) => {
    expect(() => decodeText(bytes)).toThrow(`not valid ${encoding}`)
  })
})

describe('UTF-16 without a mark', () => {
  const solutions = join(packageRoot(), 'solutions')
  const programs = readdirSync(solutions).map((name) =>
    readFileSync(join(solutions, name, 'solution.ts'), 'utf8'),
  )

  it('is known of every program, whichever end is first, with or without comments in Chinese', () => {
    for (const text of programs) {
      for (const one of [text, `// 双曲正切的导数\n${text}`]) {
        expect(looksLikeUtf16(Buffer.from(one, 'utf16le'))).toBe(true)
        expect(looksLikeUtf16(utf16be(one))).toBe(true)
        expect(looksLikeUtf16(Buffer.from(one))).toBe(false)
      }
    }
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['null bytes', Buffer.alloc(64)],
    ['a null byte between letters', Buffer.from('a\0b')],
    ['what is packed', gzipSync(programs.join())],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10', 'latin1')],
    ['UTF-32', Buffer.from([...'export {}'].flatMap((one) => [one.charCodeAt(0), 0, 0, 0]))],
  ])('is not %s', (_, bytes) => {
    expect(looksLikeUtf16(bytes)).toBe(false)
  })
})
