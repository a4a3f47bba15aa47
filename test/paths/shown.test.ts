import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownBeside, shownMoved } from '../../src/paths/beside.ts'
import { fromRepositoryRoot } from '../../src/paths/from-root.ts'
import { shownFrom, withSlashes } from '../../src/paths/shown.ts'

describe('a path as reports say it', () => {
  it.each([
    ['answers\\ex1.ts', 'answers/ex1.ts'],
    ['.\\answers\\ex1.ts', 'answers/ex1.ts'],
    ['answers/ex1.ts', 'answers/ex1.ts'],
    ['C:\\work\\answers\\ex1.ts', 'answers/ex1.ts'],
    ['c:\\WORK\\answers\\ex1.ts', 'answers/ex1.ts'],
    ['..\\other\\ex1.ts', '../other/ex1.ts'],
    ['D:\\other\\ex1.ts', 'D:/other/ex1.ts'],
    ['\\\\server\\share\\ex1.ts', '//server/share/ex1.ts'],
    ['..ex1.ts', '..ex1.ts'],
  ])('of %s on Windows is %s', (given, shown) => {
    expect(shownFrom('C:\\work', given, win32)).toBe(shown)
  })

  it.each([
    ['answers/ex1.ts', 'answers/ex1.ts'],
    ['./ex1.ts', 'ex1.ts'],
    ['/work/answers/ex1.ts', 'answers/ex1.ts'],
    ['../ex1.ts', '../ex1.ts'],
    ['/elsewhere/ex1.ts', '/elsewhere/ex1.ts'],
    ['a\\b.ts', 'a\\b.ts'],
    ['..ex1.ts', '..ex1.ts'],
  ])('of %s on POSIX is %s', (given, shown) => {
    expect(shownFrom('/work', given, posix)).toBe(shown)
  })

  it('holds no backslash on Windows, and leads to the same file', () => {
    const name = fc.stringMatching(/^[a-z.][a-z0-9.]{0,5}$/)
    const path = fc
      .tuple(fc.constantFrom('', 'C:\\', 'D:\\', '..\\'), fc.array(name, { minLength: 1 }))
      .map(([start, names]) => start + names.join('\\'))
    fc.assert(
      fc.property(path, (given) => {
        const shown = shownFrom('C:\\work\\here', given, win32)
        expect(shown).not.toContain('\\')
        expect(win32.resolve('C:\\work\\here', shown)).toBe(win32.resolve('C:\\work\\here', given))
      }),
      { seed: 1 },
    )
  })

  it('has slashes where the system has none', () => {
    expect(withSlashes('a\\b', win32)).toBe('a/b')
    expect(withSlashes('a\\b', posix)).toBe('a\\b')
  })
})

describe('a path for an annotation', () => {
  it.each([
    ['D:\\a\\repo\\repo', 'D:\\a\\repo\\repo\\hw1', 'src/ex1.ts', 'hw1/src/ex1.ts'],
    ['D:\\a\\repo\\repo', 'd:\\a\\repo\\repo', 'ex1.ts', 'ex1.ts'],
    ['D:\\a\\repo\\repo', 'C:\\temp', 'ex1.ts', 'ex1.ts'],
    ['D:\\a\\repo\\repo', 'D:\\a\\repo\\repo\\hw1', 'D:/a/repo/repo/x.ts', 'x.ts'],
    ['/home/runner/work/r/r', '/home/runner/work/r/r/hw1', 'ex1.ts', 'hw1/ex1.ts'],
    ['/home/runner/work/r/r', '/home/runner/work/r/r/hw1', '../x.ts', 'x.ts'],
    ['/home/runner/work/r/r', '/tmp', 'ex1.ts', 'ex1.ts'],
  ])('starts at the repository (%#)', (root, cwd, file, shown) => {
    expect(fromRepositoryRoot(file, { root, cwd })).toBe(shown)
  })
})

it('a sibling is shown beside the file that imports it', () => {
  expect(shownBeside('answers/ex1.ts', 'lib/a.ts')).toBe('answers/lib/a.ts')
  expect(shownBeside('ex1.ts', 'a.ts')).toBe('a.ts')
})

describe('a file that is called otherwise elsewhere', () => {
  it.each([
    ['ex1.ts', 'ex1.ts', 'class/ann/ex1.ts', 'class/ann/ex1.ts'],
    ['lib/tables.ts', 'ex1.ts', 'class/ann/ex1.ts', 'class/ann/lib/tables.ts'],
    ['src/lib/a.ts', 'src/ex1.ts', 'ann/src/ex1.ts', 'ann/src/lib/a.ts'],
    ['ex1.ts', 'ex1.ts', 'doejane_42_7_ex1.ts', 'doejane_42_7_ex1.ts'],
    ['elsewhere/a.ts', 'src/ex1.ts', 'ann/src/ex1.ts', 'elsewhere/a.ts'],
  ])('%s of %s, now %s, is %s', (file, from, to, moved) => {
    expect(shownMoved(file, from, to)).toBe(moved)
  })

  it('is called what it was where nothing moved', () => {
    const path = fc
      .array(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 4 })
      .map((names) => `${names.join('/')}.ts`)
    fc.assert(
      fc.property(path, path, (file, from) => shownMoved(file, from, from) === file),
      { seed: 3 },
    )
  })
})
