import fc from 'fast-check'
import { eawVersion, getEAWOfCodePoint } from 'meaw'
import { describe, expect, it } from 'vitest'
import { displayWidth, fitted, isNarrow, padded } from '../../src/messages/display-width.ts'
import { wrapped } from '../../src/messages/line-breaks.ts'

/** Characters of Unicode 18, which the other table does not know yet. */
const NEWER = [
  [0x18cd6, 0x18cda],
  [0x18d1f, 0x18d20],
  [0x18e00, 0x19191],
  [0x191a0, 0x191d2],
  [0x1b123, 0x1b128],
  [0x1b168, 0x1b168],
  [0x1f1ae, 0x1f1ae],
  [0x1f6d9, 0x1f6d9],
  [0x1f7da, 0x1f7da],
  [0x1fa8b, 0x1fa8d],
  [0x1facc, 0x1facc],
  [0x1fadd, 0x1fadd],
  [0x1faeb, 0x1faeb],
  [0x1faf9, 0x1fafa],
] as const

function isNewer(code: number): boolean {
  return NEWER.some(([first, last]) => code >= first && code <= last)
}

describe('the width of a text in a terminal', () => {
  it('is two for East Asian characters and none for marks and colours', () => {
    expect(displayWidth('tanh')).toBe(4)
    expect(displayWidth('练习')).toBe(4)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(displayWidth('\u001b[31mred\u001b[39m')).toBe(3)
  })

  it.each([
    '✅',
    '⚡',
    '⭐',
    '⏳',
    '❌',
    '🟢',
    '⌚',
    '🫠',
    '❤️',
    '1️⃣',
    '👍🏽',
    '🇩🇪',
    '👩‍👩‍👧',
    '가',
    '각',
  ])('is two for %s', (character) => expect(displayWidth(character)).toBe(2))

  it.each(['☀', '✓', '·', '─', '⠿', '−', '∂', 'é', 'ü', 'ｶ', 'क', 'ा', '\u00ad'])(
    'is one for %s',
    (character) => expect(displayWidth(character)).toBe(1),
  )

  it('is known at once of no character beside which a line of Chinese may end', () => {
    const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u
    const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
    expect(characters.filter((one) => isNarrow(one) && wide.test(one))).toEqual([])
  })

  it('is that of another table, for every character of Unicode 17', () => {
    expect(eawVersion).toBe('17.0.0')
    const unlike: string[] = []
    for (let code = 0x20; code < 0x40000; code++) {
      const character = String.fromCodePoint(code)
      if (/^[\p{Mn}\p{Me}\p{Cf}\p{Cs}\u1160-\u11ff\ud7b0-\ud7ff]$/u.test(character)) continue
      const wide = ['W', 'F'].includes(getEAWOfCodePoint(code) ?? 'N')
      if (displayWidth(character) !== (wide ? 2 : 1)) unlike.push(code.toString(16))
    }
    expect(unlike.filter((code) => !isNewer(Number.parseInt(code, 16)))).toEqual([])
  })

  it('is no less for a cut than it says, and no character is cut in two', () => {
    expect(fitted('👩‍👩‍👧👩‍👩‍👧', 3)).toBe('👩‍👩‍👧…')
    expect(fitted('👩‍👩‍👧👩‍👩‍👧', 2)).toBe('…')
    expect(wrapped('👍🏽👍🏽🇩🇪', 2)).toEqual(['👍🏽', '👍🏽', '🇩🇪'])
    expect(fitted('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…')
  })

  it('is kept to by fitting, padding and wrapping', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
        fc.integer({ min: 2, max: 40 }),
        (characters, width) => {
          const text = characters.join('')
          expect(displayWidth(fitted(text, width))).toBeLessThanOrEqual(width)
          expect(displayWidth(padded(fitted(text, width), width))).toBe(width)
          // No character is cut in two, and some conjuncts are wider than two columns.
          const widest = Math.max(0, ...characters.map(displayWidth))
          for (const line of wrapped(text, width))
            expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, widest))
        },
      ),
      { seed: 7 },
    )
  })

  it('loses nothing by wrapping', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), (text, width) => {
        expect(wrapped(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
      { seed: 7 },
    )
  })
})
