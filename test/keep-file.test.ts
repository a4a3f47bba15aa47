import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canKeep, keepFile, readKept } from '../src/keep-file.ts'
import { needing } from './machine.ts'

const file = join(mkdtempSync(join(tmpdir(), 'mlp-check-kept-')), 'folder', 'entry')
const bytes = fc.uint8Array({ minLength: 1, maxLength: 500 })

it('gives back what was kept', () => {
  fc.assert(
    fc.property(bytes, (content) => {
      keepFile(file, content)
      expect(readKept(file)?.equals(content)).toBe(true)
    }),
    { seed: 20261127, numRuns: 100 },
  )
})

it('gives back nothing of what was cut or altered since', () => {
  const damage = fc.record({ content: bytes, at: fc.nat(), to: fc.integer({ min: 1, max: 255 }) })
  fc.assert(
    fc.property(damage, ({ content, at, to }) => {
      keepFile(file, content)
      const whole = readFileSync(file)
      const place = at % whole.length
      writeFileSync(file, whole.subarray(0, place))
      expect(readKept(file)?.equals(content) ?? false).toBe(false)
      whole[place] = (whole[place] as number) ^ to
      writeFileSync(file, whole)
      expect(readKept(file)).toBeUndefined()
    }),
    { seed: 20261127, numRuns: 200 },
  )
})

it('gives back nothing where nothing is', () => {
  expect(readKept(`${file}-missing`)).toBeUndefined()
})

describe('where a file is to be kept', () => {
  it('trying tells that it can be, and leaves nothing behind', () => {
    const folder = join(dirname(file), 'tried')
    expect(canKeep(folder)).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })

  needing('the rights of POSIX', process.platform !== 'win32').it(
    "the folder is its user's",
    () => {
      const below = join(dirname(file), 'one', 'two', 'entry')
      keepFile(below, new Uint8Array([1]))
      for (const folder of [dirname(below), dirname(dirname(below))]) {
        expect(statSync(folder).mode & 0o777).toBe(0o700)
      }
    },
  )

  needing('the /proc of Linux', process.platform === 'linux').it('and none can be made', () => {
    keepFile('/proc/none/of/these', new Uint8Array([1]))
    expect(readKept('/proc/none/of/these')).toBeUndefined()
    expect(canKeep('/proc/none/of/these')).toBe(false)
  })
})
