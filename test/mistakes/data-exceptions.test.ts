import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareData } from '../../src/checks/compare-data.ts'
import { dataException, type JudgedAnswer } from '../../src/mistakes/data-exceptions.ts'

const SEED = 7
const lists = (most: number) =>
  fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: most })
const inputs = fc
  .tuple(fc.array(lists(1), { minLength: 2 }), fc.array(lists(6), { minLength: 8, maxLength: 12 }))
  .map(([short, long]) => [...short, ...long])
  .filter((all) => all.filter((x) => x.length > 1).length >= 6)

type Answer = (x: readonly number[], at: number) => JudgedAnswer['got']
const right = (x: readonly number[]) => ({ sum: x.reduce((a, b) => a + b), each: [...x] })

function found(all: readonly number[][], answer: Answer): string | undefined {
  const answers = all.map((x, at) => {
    const [got, expected] = [answer(x, at), right(x)]
    return {
      arguments: [3, x],
      got,
      expected,
      ...judgedWithin(got, expected),
    }
  })
  return dataException(answers, ['n', 'x'])?.title
}

/** As a check with this tolerance judges it. */
function judgedWithin(got: JudgedAnswer['got'], expected: JudgedAnswer['expected'], absolute = 0) {
  const compare = (answer: JudgedAnswer['got']) =>
    compareData(answer, expected, { absolute, relative: 0 })
  const wrong = compare(got)
  return { accepts: (answer: JudgedAnswer['got']) => !compare(answer), ...(wrong && { wrong }) }
}

function always(answer: Answer, title: RegExp | undefined): void {
  const property = fc.property(inputs, (all) => {
    const said = found(all, answer)
    if (title === undefined) expect(said).toBeUndefined()
    else expect(said).toMatch(title)
  })
  fc.assert(property, { seed: SEED, numRuns: 100 })
}

const ALONE = /^wrong only where the length of x is more than 1$/
const FINITE = /^NaN or Infinity, and right/
const BROKEN = /^NaN or Infinity, where/

it('nothing is told by those to which there is only one answer', () => {
  const answers = (truth: (n: number) => JudgedAnswer['expected']) =>
    [1, 1, 2, 3, 4].map((n, at) => {
      const expected = n === 1 ? truth(at) : n
      const got = n === 1 ? expected : -n
      return { arguments: [Array(n).fill(at)], got, expected, ...judgedWithin(got, expected) }
    })
  const note = (truth: (n: number) => JudgedAnswer['expected']) =>
    dataException(answers(truth), ['x'])?.note
  expect(note((at) => at)).toBe('right-alone')
  expect(note((at) => [Array(at + 1).fill(at)])).toBe('right-alone')
  expect(note((at) => (at === 0 ? 'relu' : 'tanh'))).toBe('right-alone')
  expect(note(() => 1)).toBeUndefined()
  expect(note(() => 'relu')).toBeUndefined()
  // A row of one minibatch, standardized: 0 in each column, however many there are.
  expect(note((at) => [Array(at + 1).fill(0)])).toBeUndefined()
})

describe('what wrong answers have in common', () => {
  it.each<[what: string, answer: Answer, title: RegExp | undefined]>([
    ['the first element alone', (x) => ({ ...right(x), sum: x[0] as number }), ALONE],
    [
      'all but a few long ones',
      (x, at) => (at % 4 > 0 && x.length > 1 ? { ...right(x), sum: -1 } : right(x)),
      ALONE,
    ],
    ['an element too far', (x) => ({ ...right(x), sum: 'NaN' }), FINITE],
    [
      'an overflow now and then',
      (x, at) => (at % 3 === 0 ? { ...right(x), each: x.map(() => 'Infinity') } : right(x)),
      FINITE,
    ],
    [
      'nothing: also a short one is wrong',
      (x, at) => (at === 0 || x.length > 1 ? { ...right(x), sum: 0 } : right(x)),
      undefined,
    ],
    [
      'nothing: two of many',
      (x, at) => (at === 3 || at === 5 ? { ...right(x), sum: 0 } : right(x)),
      undefined,
    ],
    ['a wrong number after NaN', (x) => ({ each: x.map((v) => -v), sum: 'NaN' }), BROKEN],
    [
      'nothing: NaN after a wrong number',
      (x) => ({ each: x.map(() => 'NaN'), sum: -1 }),
      undefined,
    ],
    ['nothing: no numbers', () => ({ sum: 'text', each: [] }), undefined],
    ['nothing: all right', right, undefined],
    [
      'nothing: finite, and wrong by a hair that the check does not allow',
      (x, at) => (at % 3 === 0 ? { ...right(x), each: x.map((v) => v + 1e-9) } : right(x)),
      undefined,
    ],
    [
      'a hair beside NaN',
      (x, at) => (at % 3 === 0 ? { sum: 'NaN', each: x.map((v) => v + 1e-9) } : right(x)),
      BROKEN,
    ],
    ['nothing: as many numbers in another shape', (x) => [[['NaN'], x]] as never, undefined],
  ])('%s', (_, answer, title) => always(answer, title))
})
