import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/text/decode.ts'

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
