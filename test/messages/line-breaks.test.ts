import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/messages/display-width.ts'
import { fitLines, wrapped } from '../../src/messages/line-breaks.ts'

describe('lines fitted to a screen', () => {
  it('keep every character, and only a single word is wider than the screen', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-z/.]{1,50}$/),
      fc.constantFrom('中文句子，', '对每一个 x 都成立。', 'ex1  ', '  ', '\n', '👩‍👩‍👧'),
    )
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 40, max: 120 }), (words, width) => {
        const text = words.join(' ')
        const fitted = fitLines(text, width)
        expect(fitted.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        const wide = fitted.split('\n').filter((line) => displayWidth(line) > width)
        expect(wide.filter((line) => /\S\s+\S/.test(line))).toEqual([])
      }),
      { seed: 7 },
    )
  })

  it('go on below the text beside a label, or below the label where there is no room', () => {
    const line = `  list  ${'word '.repeat(9).trim()}`
    expect(fitLines(line, 40)).toBe('  list  word word word word word word\n        word word word')
    const long = `  mlp-check init answers  ${'word '.repeat(5).trim()}`
    expect(fitLines(long, 40)).toBe('  mlp-check init answers\n      word word word word word')
  })
})

describe('lines of Chinese', () => {
  it('end between characters, not inside a Latin word, and never before a full stop', () => {
    expect(wrapped('请写出 softplus 的导数。', 12)).toEqual(['请写出', 'softplus 的', '导数。'])
    expect(wrapped('一二三四五六。', 12)).toEqual(['一二三四五', '六。'])
  })
})
