import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerFrom, linkTo, placeIn } from '../../../src/site/page/link.ts'

const answers = fc.string({ unit: 'grapheme', maxLength: 400 })

describe('a link that carries an answer', () => {
  it('brings the exercise and the whole answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), answers, async (id, text) => {
        const place = placeIn(await linkTo(id, text))
        expect(place?.exercise).toBe(id)
        expect(await answerFrom(place?.answer ?? '')).toBe(text)
      }),
      { seed: 20_261_127 },
    )
  })

  it('brings nothing where its end is gone', async () => {
    const whole = placeIn(await linkTo('ex1', 'export const f = (x: number) => x\n'))?.answer ?? ''
    for (let length = 0; length < whole.length - 1; length++) {
      expect(await answerFrom(whole.slice(0, length))).toBeUndefined()
    }
  })

  it('brings no more than anybody types', async () => {
    const place = placeIn(await linkTo('ex1', ' '.repeat(2 ** 22)))
    expect(place?.answer?.length).toBeLessThan(10_000)
    expect(await answerFrom(place?.answer ?? '')).toBeUndefined()
  })

  it.each(['', '#', '#/a/x', '#ex1/b/x', 'ex1', '#ex1/a/!'])('is none: %s', (hash) => {
    expect(placeIn(hash)).toBeUndefined()
  })

  it('may name an exercise alone', () => {
    expect(placeIn('#ex1')).toEqual({ exercise: 'ex1' })
    expect(placeIn('#100%')).toEqual({ exercise: '100%' })
  })
})
