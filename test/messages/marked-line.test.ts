import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/messages/display-width.ts'
import { markedLine } from '../../src/messages/marked-line.ts'

const drawn = ({ text, blanks, carets }: ReturnType<typeof markedLine>) => [text, blanks + carets]

describe('a marked line', () => {
  it('has its carets below the marked part, in columns', () => {
    expect(drawn(markedLine('const a = = 1', { from: 10, to: 11 }))).toEqual([
      'const a = = 1',
      '          ^',
    ])
    expect(drawn(markedLine("f('数学', y)", { from: 8, to: 9 }))).toEqual([
      "f('数学', y)",
      '          ^',
    ])
    expect(drawn(markedLine('let 数学 = 1', { from: 4, to: 6 }))).toEqual([
      'let 数学 = 1',
      '    ^^^^',
    ])
    expect(drawn(markedLine('\tx', { from: 1, to: 2 }))).toEqual([' x', ' ^'])
  })

  it('is cut around the mark where it is long', () => {
    const line = `${'a'.repeat(50)}X${'b'.repeat(50)}`
    expect(drawn(markedLine(line, { from: 50, to: 51 }, 21))).toEqual([
      '…aaaaaaaaaXbbbbbbbbb…',
      '          ^',
    ])
    expect(drawn(markedLine(`${'数'.repeat(30)}X`, { from: 30, to: 31 }, 11))).toEqual([
      '…数数数数X…',
      '         ^',
    ])
  })

  it('keeps to its width, and its carets to the mark, whatever the line', () => {
    const line = fc
      .array(fc.constantFrom('a', ' ', '数', '𝒳', '🟢', 'e', 'ß', '\t'), {
        minLength: 1,
        maxLength: 80,
      })
      .map((characters) => characters.join(''))
    fc.assert(
      fc.property(line, fc.nat(), fc.integer({ min: 8, max: 60 }), (text, seed, width) => {
        const starts = [...text].map((_, index) => [...text].slice(0, index).join('').length)
        const from = starts[seed % starts.length] ?? 0
        const character = String.fromCodePoint(text.codePointAt(from) ?? 32)
        const marked = markedLine(text, { from, to: from + character.length }, width)
        expect(displayWidth(marked.text)).toBeLessThanOrEqual(width)
        expect(displayWidth(marked.blanks + marked.carets)).toBeLessThanOrEqual(width)
        const before = columns(marked.text).slice(0, marked.blanks.length)
        expect(before.length).toBe(marked.blanks.length)
        const below = columns(marked.text)[marked.blanks.length]
        expect(below).toBe(character === '\t' ? ' ' : character)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

/** The character that begins in each column; the second column of a wide one is empty. */
function columns(text: string): string[] {
  return [...text].flatMap((character) =>
    displayWidth(character) === 2 ? [character, ''] : [character],
  )
}
