import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryName } from '../../src/batch/archive-names.ts'

describe('the path of an archive’s entry', () => {
  it.each([
    ['jane\\src\\ex1.ts', 'jane/src/ex1.ts'],
    ['./jane//ex1.ts', 'jane/ex1.ts'],
    ['jane\\', 'jane/'],
  ])('of %s is %s', (name, path) => {
    expect(entryName(Buffer.from(name))).toEqual({ kind: 'path', path })
  })

  it.each([
    ['\\\\server\\share\\ex1.ts', 'its path is absolute'],
    ['//server/share/ex1.ts', 'its path is absolute'],
    ['\\\\?\\C:\\ex1.ts', 'its path is absolute'],
    ['c:ex1.ts', 'its path is absolute'],
    ['./C:/ex1.ts', 'its path is absolute'],
    ['.', 'it has no name'],
    ['a\\..\\..\\ex1.ts', 'its path leads out of the archive'],
  ])('of %s is refused', (name, reason) => {
    expect(entryName(Buffer.from(name))).toMatchObject({ kind: 'refused', reason })
  })

  it.each(['علی\u200cرضا', 'soft\u00adhyphen', '\u200fmark', 'family \u{1f468}\u200d\u{1f469}'])(
    'is spelt as %s is, with its joiners and marks',
    (name) => {
      expect(entryName(Buffer.from(`${name}/ex1.ts`))).toEqual({
        kind: 'path',
        path: `${name}/ex1.ts`,
      })
    },
  )

  it.each(['\u202e', '\u2066', '\u2028', '\u2029', '\n', '\u007f', '\u0085'])(
    'is refused where it holds %j',
    (sign) => {
      const reason = 'its name holds control characters'
      expect(entryName(Buffer.from(`a${sign}.ts`))).toMatchObject({ kind: 'refused', reason })
    },
  )

  it('stays in its folder on every system, whatever the bytes', () => {
    const word = fc.constantFrom(
      '..',
      '.',
      '',
      'a',
      'C:',
      'c:\\',
      '\\',
      '/',
      '//',
      '\\\\?\\',
      '.. ',
    )
    const name = fc.oneof(
      fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
      fc.array(word).map((words) => Buffer.from(words.join('/'))),
    )
    fc.assert(
      fc.property(name, (bytes) => {
        const entry = entryName(bytes)
        if (entry.kind === 'refused' || entry.path.endsWith('/')) return
        expect(posix.join('/room', entry.path).startsWith('/room')).toBe(true)
        expect(win32.join('D:\\room', entry.path).startsWith('D:\\room')).toBe(true)
        expect(entry.path).not.toMatch(/^\/|\\|^[a-z]:/i)
      }),
      { seed: 1, numRuns: 1000 },
    )
  })
})
