import { describe, expect, it } from 'vitest'
import { namesOnDisk } from '../../src/batch/stored-name.ts'

const OURS = /^entry-[0-9a-f]{32}$/

describe('the name of an entry on the disk', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('on %s', (platform) => {
    const nameOf = namesOnDisk(platform)
    const long = '中'.repeat(86)
    expect(nameOf('', 'ex1.ts')).toBe('ex1.ts')
    expect(nameOf('', 'ex1.ts')).toBe('ex1.ts')
    expect(nameOf('', '中'.repeat(85))).toBe('中'.repeat(85))
    for (const name of [long, 'a'.repeat(256), 'EX1.ts']) expect(nameOf('', name)).toMatch(OURS)
    // The same for all that lies in one folder, and another for each.
    expect(nameOf('', long)).toBe(nameOf('', long))
    expect(nameOf('', long)).not.toBe(nameOf('', `${long}x`))
    expect(nameOf('jane', 'EX1.ts')).toBe('EX1.ts')
    expect(nameOf('jane', 'zo\u00eb.ts')).toBe('zo\u00eb.ts')
    expect(nameOf('jane', 'zoe\u0308.ts')).toMatch(OURS)
  })

  it.each(['con.ts', 'ex1.ts:evil', 'nul', 'ex1.ts.', 'ex1.ts ', 'a?'])(
    'is ours on Windows alone where Windows has none: %s',
    (name) => {
      expect(namesOnDisk('win32')('', name)).toMatch(OURS)
      expect(namesOnDisk('linux')('', name)).toBe(name)
    },
  )
})
