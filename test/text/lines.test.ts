import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LINE_BREAK, lineAt } from '../../src/text/lines.ts'

describe('the line of an offset', () => {
  it.each(['\n', '\r\n', '\r', '\u2028', '\u2029'])('counts %j once', (end) => {
    const text = ['one', 'two', '', 'four'].join(end)
    expect(lineAt(text, 0)).toBe(1)
    expect(lineAt(text, 3)).toBe(1)
    expect(lineAt(text, text.indexOf('two'))).toBe(2)
    expect(lineAt(text, text.indexOf('four'))).toBe(4)
    expect(lineAt(text, text.length)).toBe(4)
  })

  it('is still the same inside of a line’s end', () => {
    expect(lineAt('one\r\ntwo', 4)).toBe(1)
    expect(lineAt('one\r\ntwo', 5)).toBe(2)
  })

  it('is the one that splitting finds, whatever the ends', () => {
    const piece = fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', '\u2028')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const lines = text.split(LINE_BREAK)
        expect(lineAt(text, text.length)).toBe(lines.length)
        let start = 0
        for (const [index, line] of lines.entries()) {
          expect(lineAt(text, start)).toBe(index + 1)
          start += line.length
          start += LINE_BREAK.exec(text.slice(start))?.[0].length ?? 0
        }
      }),
      { seed: 1 },
    )
  })
})
