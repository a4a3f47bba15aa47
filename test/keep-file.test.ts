import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepFile, readKept } from '../src/keep-file.ts'

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
