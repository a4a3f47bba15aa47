import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth, fitted, padded, wrapped } from '../../src/messages/display-width.ts'

describe('the width of a text in a terminal', () => {
  it('is two for East Asian characters and none for marks and colours', () => {
    expect(displayWidth('tanh')).toBe(4)
    expect(displayWidth('练习')).toBe(4)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(displayWidth('\u001b[31mred\u001b[39m')).toBe(3)
  })

  it('is kept to by fitting, padding and wrapping', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 40 }),
        (text, width) => {
          expect(displayWidth(fitted(text, width))).toBeLessThanOrEqual(width)
          expect(displayWidth(padded(fitted(text, width), width))).toBe(width)
          for (const line of wrapped(text, width))
            expect(displayWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })

  it('loses nothing by wrapping', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), (text, width) => {
        expect(wrapped(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })
})
