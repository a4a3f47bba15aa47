import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printable } from '../../src/text/printable.ts'

describe('printable text', () => {
  test('keeps what can be shown', () => {
    expect(printable('tanh′(x) ≠ 1 − tanh², 学生 😀')).toBe('tanh′(x) ≠ 1 − tanh², 学生 😀')
  })

  test('spells out escapes, direction changes and halves of characters', () => {
    expect(printable('\u001b[31m\u202e\u0000\ud800')).toBe('\\u001b[31m\\u202e\\u0000\\ud800')
  })

  test('is one line', () => {
    expect(printable('a\n::error::b\r\tc')).toBe('a ::error::b  c')
  })

  test('says how much was cut', () => {
    expect(printable('x'.repeat(12), 10)).toBe(`${'x'.repeat(10)}… (2 characters more)`)
  })

  test('holds for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        const shown = printable(text)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
        expect(shown.length).toBeLessThan(10 * 500 + 40)
        expect(printable(shown, 10_000)).toBe(shown)
      }),
    )
  })
})
