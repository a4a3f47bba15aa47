import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from '../../src/text/clean-text.ts'

const anything = fc.string({ unit: 'binary', maxLength: 700 })

describe('text of somebody else, cleaned', () => {
  it.each([
    ['keeps what has ink', 'tanh′(x) ≠ 1 − tanh², 学生 😀', 'tanh′(x) ≠ 1 − tanh², 学生 😀'],
    ['keeps what joins letters and emoji', 'می\u200cخواهم 👩\u200d🔬', 'می\u200cخواهم 👩\u200d🔬'],
    ['shows escapes', '\u001b[31m\0', '␛[31m␀'],
    ['shows changes of direction', 'a\u202eb\u2066c', 'a<U+202E>b<U+2066>c'],
    ['shows what has no ink', 'a\u00adb\u200bc\u{e0041}', 'a<U+00AD>b<U+200B>c<U+E0041>'],
    ['shows lines that only some readers see', 'a\u2028b\rc', 'a<U+2028>b␍c'],
    ['marks halves of characters', 'a\ud800', 'a\ufffd'],
    ['has one kind of line end', 'a\r\nb\n', 'a\nb\n'],
    ['breaks what a runner would obey', '##[error]x', '# #[error]x'],
  ])('%s', (_what, text, shown) => {
    expect(cleanText(text)).toBe(shown)
  })

  it('is a line where a line is wanted', () => {
    expect(cleanLine(' a\n ::error::b\r\n\tc ')).toBe('a ::error::b c')
  })

  it('says how much was cut', () => {
    expect(cleanLine('x'.repeat(12), 10)).toBe(`${'x'.repeat(10)}… (2 more characters)`)
  })

  it('shows what is unseen of every character, and keeps every other', () => {
    for (let code = 0; code < 0x3000; code++) {
      const character = String.fromCharCode(code)
      const isSeen = /[\t\n\u200c\u200d]|[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character)
      expect(cleanText(character) === character, code.toString(16)).toBe(isSeen)
    }
  })

  it('has nothing unseen, and stays as it is when cleaned again', () => {
    const unseen = /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?![\t\n])\p{Cc}/u
    fc.assert(
      fc.property(anything, (text) => {
        const shown = cleanText(text)
        expect(shown.replace(/[\u200c\u200d]/g, '')).not.toMatch(unseen)
        expect(cleanText(shown)).toBe(shown)
        expect(cleanLine(text)).not.toMatch(/\n/)
      }),
      { seed: 20, numRuns: 500 },
    )
  })
})
