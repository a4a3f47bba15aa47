import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'

// The build runs on a Node that knows no types.
const { asciiCode } = (await import(join(packageRoot(), 'scripts/ascii-code.js'))) as {
  readonly asciiCode: (code: string) => string
}

const ASCII = /^\p{ASCII}*$/u

it.each(['dist', 'dist/grader'])('all code in %s that is loaded at once is ASCII', (folder) => {
  const files = readdirSync(join(packageRoot(), folder)).filter((name) => name.endsWith('.cjs'))
  const others = files.filter(
    (name) => !ASCII.test(readFileSync(join(packageRoot(), folder, name), 'utf8')),
  )
  expect(files).not.toEqual([])
  expect(others).toEqual([])
})

it('means what it meant', () => {
  const texts = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\\', '…', '"', '→'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  })
  fc.assert(
    fc.property(texts, (text) => {
      const code = asciiCode(JSON.stringify(text))
      expect(code).toMatch(ASCII)
      expect(runInNewContext(code)).toBe(text)
    }),
    { seed: 13 },
  )
  const code = asciiCode('/^…[→-↓]+$/u.test("…→") && `a·` === "a\\xb7"')
  expect(runInNewContext(code)).toBe(true)
})

it('refuses what would mean something else', () => {
  expect(() => asciiCode(String.raw`'\…'`)).toThrow('an escaped character that is not ASCII')
  expect(asciiCode(String.raw`'\\…'`)).toBe(String.raw`'\\\u2026'`)
})
