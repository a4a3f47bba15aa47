import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidates, joined, resolveSibling } from '../../src/source/resolve-sibling.ts'

const SIBLINGS = ['a.ts', 'lib/b.ts', 'lib/index.ts']

describe('a sibling that is imported', () => {
  it.each([
    ['', './a', 'a.ts'],
    ['', './a.js', 'a.ts'],
    ['', './lib', 'lib/index.ts'],
    ['lib/b.ts', '../a.ts', 'a.ts'],
    ['lib/b.ts', './index', 'lib/index.ts'],
    ['', './lib/../a', 'a.ts'],
  ])('from %j by %s is %s', (importer, requested, path) => {
    expect(resolveSibling(importer, requested, SIBLINGS)).toEqual({ kind: 'found', path })
  })

  it.each([
    ['../secret', /outside the submission's folder/],
    ['node:fs', /not a file of yours/],
    ['/etc/passwd', /not a file of yours/],
    ['C:\\secret.ts', /not a file of yours/],
    ['.\\a', /not a file of yours/],
    ['./lib\\b', /no path of names and slashes/],
    ['./..\\..\\secret', /no path of names and slashes/],
    ['./a.ts:stream', /no path of names and slashes/],
    ['./A', /there is no file "\.\/A" beside the submission/],
  ])('as %s is refused with the reason', (requested, why) => {
    expect(resolveSibling('', requested, SIBLINGS)).toMatchObject({ kind: 'refused', why })
  })

  it.each([
    'vitest',
    'jest',
    '@jest/globals',
    'node:test',
    'assert',
    'node:assert/strict',
    'bun:test',
  ])('as %s is for tests, which are to be left out', (requested) => {
    expect(resolveSibling('', requested, SIBLINGS)).toEqual({
      kind: 'refused',
      why: `"${requested}" is for tests: a submission may import only its own files`,
      advice: expect.stringContaining('Leave the tests out'),
    })
  })

  it('takes a file of its own for one, whatever its name', () => {
    expect(resolveSibling('', './vitest', ['vitest.ts'])).toMatchObject({ path: 'vitest.ts' })
    expect(resolveSibling('', 'tester', SIBLINGS)).toMatchObject({ why: /not a file of yours/ })
  })

  it('lies in the submission’s folder on every system, whatever is written', () => {
    const word = fc.constantFrom(
      '..',
      '.',
      '',
      'a',
      'lib',
      'C:',
      'con',
      '..\\..',
      'a\\..\\..\\b',
      '\0',
    )
    const text = fc.oneof(
      fc.array(word).map((words) => ['.', ...words].join('/')),
      fc.string({ unit: 'binary' }).map((rest) => `./${rest}`),
    )
    const importer = fc.constantFrom('', 'lib/b.ts', 'x/y/z.ts')
    fc.assert(
      fc.property(importer, text, (from, requested) => {
        const path = joined(from, requested)
        for (const name of path === undefined ? [] : candidates(path)) {
          expect(posix.join('/s', name).startsWith('/s')).toBe(true)
          expect(win32.join('C:\\s', name).startsWith('C:\\s')).toBe(true)
          expect(win32.join('C:\\s', name).slice(2)).not.toContain(':')
        }
      }),
      { seed: 1, numRuns: 1000 },
    )
  })
})
