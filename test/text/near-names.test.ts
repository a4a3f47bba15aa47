import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/text/edit-distance.ts'
import { didYouMean, nearNames } from '../../src/text/near-names.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 7 })

describe('editDistance', () => {
  it('agrees with the recurrence written out as a recursion', () => {
    fc.assert(
      fc.property(word, word, (a, b) => editDistance(a, b) === recursive(a, b)),
      { seed: 7 },
    )
  })

  it('is symmetric and zero only for equal words', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b) === 0).toBe(a === b)
      }),
      { seed: 7 },
    )
  })
})

describe('nearNames', () => {
  const names = ['terminal', 'json', 'junit', 'github', 'gradescope', 'classroom50', 'ex1', 'tanh']

  it.each([
    ['jsn', ['json']],
    ['JSON', ['json']],
    ['ex01', ['ex1']],
    ['gradescoop', ['gradescope']],
    ['gihtub', ['github']],
    ['classroom', ['classroom50']],
    ['term', ['terminal']],
    ['banana', []],
    ['', []],
  ])('for %j offers %j', (typed, expected) => {
    expect(nearNames(typed, names)).toEqual(expected)
  })

  it('takes a text of a million letters for no name at all', () => {
    expect(nearNames('x'.repeat(1_000_000), names)).toEqual([])
  })

  it('finds every name again after one slip in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), (name, seed) => {
        const at = seed % name.length
        const slipped = name.slice(0, at) + name.slice(at + 1)
        expect(nearNames(slipped, names)).toContain(name)
      }),
    )
  })

  it('offers first what begins alike', () => {
    const commands = ['init', 'progress', 'hint', 'list']
    expect(nearNames('hnit', commands)).toEqual(['hint', 'init'])
    expect(nearNames('inti', commands)[0]).toBe('init')
  })

  it('asks in a sentence', () => {
    expect(didYouMean('jsn', names)).toBe('Did you mean "json"?')
    expect(didYouMean('dtan', ['dtanh', 'tan', 'tanh'])).toBe('Did you mean "dtanh" or "tan"?')
    expect(didYouMean('banana', names)).toBeUndefined()
  })
})

function recursive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const choices = [
    recursive(a.slice(1), b) + 1,
    recursive(a, b.slice(1)) + 1,
    recursive(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ]
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    choices.push(recursive(a.slice(2), b.slice(2)) + 1)
  }
  return Math.min(...choices)
}
