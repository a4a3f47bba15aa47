import { describe, expect, it } from 'vitest'
import { nameOnDisk, pathKey } from '../../src/paths/path-key.ts'

describe('two paths of one file', () => {
  it.each([
    ['win32', 'C:\\Work\\Out', 'c:/work/out', true],
    ['win32', 'C:\\work\\out', 'C:\\work\\output', false],
    ['darwin', '/Users/Jane/Out', '/users/jane/out', true],
    ['darwin', '/tmp/Ünal', '/tmp/u\u0308nal', true],
    ['linux', '/tmp/Out', '/tmp/out', false],
    ['linux', '/tmp/Ünal', '/tmp/U\u0308nal', false],
  ] as const)('on %s: %s and %s: %s', (platform, one, other, same) => {
    expect(pathKey(one, platform) === pathKey(other, platform)).toBe(same)
  })
})

describe('the name that the disk has', () => {
  it.each([
    ['win32', 'ex1.ts', 'C:\\work\\Ex1.ts', 'Ex1.ts'],
    ['win32', 'src/ex1.ts', 'C:\\work\\SRC\\EX1.TS', 'SRC/EX1.TS'],
    ['darwin', 'src/ex1.ts', '/work/src/Ex1.ts', 'src/Ex1.ts'],
    ['darwin', 'übung/ex1.ts', '/work/U\u0308bung/ex1.ts', 'U\u0308bung/ex1.ts'],
    ['darwin', '../ex1.ts', '/work/ex1.ts', '../ex1.ts'],
    ['darwin', 'link.ts', '/work/target.ts', 'link.ts'],
    ['linux', 'ex1.ts', '/work/Ex1.ts', 'ex1.ts'],
  ] as const)('on %s of %s at %s is %s', (platform, shown, real, name) => {
    expect(nameOnDisk(shown, real, platform)).toBe(name)
  })
})
