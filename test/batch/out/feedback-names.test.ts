import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feedbackName } from '../../../src/batch/out/feedback-names.ts'
import { pathKey } from '../../../src/paths/path-key.ts'
import { unportable } from '../../../src/paths/portable-name.ts'

const PLATFORMS = ['win32', 'darwin', 'linux'] as const

/** Names that systems are known to take for one, or for no name at all, and any others. */
const key = fc.oneof(
  fc.constantFrom('jane', 'Jane', 'JANE', 'con', 'Con', 'CON', 'nul', 'Aux', 'com1', 'a:b', 'a.'),
  fc.constantFrom('a ', 'ü', 'u\u0308', 'ß', 'SS', 'ﬁ', 'İ', 'i', 'ſ', 's', '..', '/', '\\', ''),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

describe('the name of a student’s feedback', () => {
  it('belongs to one student, whatever the system folds', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        if (one === other) return
        for (const platform of PLATFORMS) {
          const [a, b] = [one, other].map((name) => pathKey(feedbackName(name), platform))
          expect(a).not.toBe(b)
        }
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  it('can be made on every system, with any ending', () => {
    fc.assert(
      fc.property(key, (name) => {
        for (const ending of ['', '.html', '.json']) {
          expect(unportable(feedbackName(name) + ending)).toBeUndefined()
        }
        expect(feedbackName(name)).toMatch(/^[a-z0-9][a-z0-9_.-]{0,80}$/)
      }),
      { seed: 2, numRuns: 2000 },
    )
  })

  it('is the key where that is a name already', () => {
    expect(feedbackName('doe-jane_4242')).toBe('doe-jane_4242')
    expect(feedbackName('Jane Doe')).toMatch(/^jane-doe\.[0-9a-f]{12}$/)
    expect(feedbackName('CON')).toMatch(/^con-\.[0-9a-f]{12}$/)
  })

  it('stays a file name for any student, and never the one of another', () => {
    const keys = [
      'jane',
      'Jane',
      'JANE',
      '../../etc/passwd',
      '',
      '.',
      '..',
      'con',
      'a/b',
      'a\\b',
      'é',
      'e\u0301',
      '\0',
      'x'.repeat(500),
    ]
    const names = keys.map(feedbackName)
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9_.-]{0,70}$/)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(keys.length)
    expect(names[0]).toBe('jane')
  })
})
