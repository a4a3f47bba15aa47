import { describe, expect, it } from 'vitest'
import { unwritable } from '../../src/batch/unpack.ts'

describe('an entry that Windows has no name for', () => {
  it.each(['jane/con.ts', 'ex1.ts:evil', 'nul/ex1.ts', 'jane/ex1.ts.', 'a?/ex1.ts'])(
    'is set aside there with the reason: %s',
    (path) => {
      expect(unwritable(path, 'win32')).toEqual([
        { file: path, reason: expect.stringMatching(/^Windows /) },
      ])
    },
  )

  it('is a file like others elsewhere', () => {
    expect(unwritable('jane/con.ts', 'linux')).toBeUndefined()
    expect(unwritable('jane/ex1.ts', 'win32')).toBeUndefined()
  })
})
