import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { restoreEngine } from '../../src/sandbox/engine.ts'
import { decodeImage } from '../../src/sandbox/guest-image.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'
import { blankTypes } from '../../src/source/blank-types.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'

const built = (name: string) => readFileSync(join(packageRoot(), 'dist', name))
const wasm = WebAssembly.compile(built('quickjs.wasm'))
const image = decodeImage(built('quickjs.image')).engine
const hooks = {
  interrupt: () => false,
  resolve: () => undefined,
  source: () => undefined,
  host: () => '',
  goesOn: () => undefined,
}
const TELL = '(ns) => JSON.stringify(Object.keys(ns).sort().map((name) => [name, ns[name]]))'

/** A pattern with holes for names, and a value that it takes apart. */
const { pattern } = fc.letrec<{ pattern: [string, string] }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 3 },
    fc.nat(99).map((n): [string, string] => ['«»', `${n}`]),
    fc.nat(99).map((n): [string, string] => [`«» = ${n}`, 'undefined']),
    fc
      .array(fc.option(tie('pattern')), { minLength: 1, maxLength: 3 })
      .map((parts): [string, string] => [
        `[${parts.map((part) => part?.[0] ?? '').join(', ')}, ...«»]`,
        `[${parts.map((part) => part?.[1] ?? '0').join(', ')}, 8, 9]`,
      ]),
    fc
      .array(tie('pattern'), { minLength: 1, maxLength: 3 })
      .map((parts): [string, string] => [
        `{ ${parts.map(([text], i) => `k${i}: ${text}`).join(', ')}, ...«» }`,
        `{ ${parts.map(([, value], i) => `k${i}: ${value}`).join(', ')}, left: 1 }`,
      ]),
  ),
}))

const bracketed = pattern.map(([text, value]): [string, string] => [`[${text}]`, `[${value}]`])

const declaration = fc
  .record({
    keyword: fc.constantFrom('const', 'let', 'var'),
    declared: fc.array(fc.oneof(bracketed, pattern), { minLength: 1, maxLength: 3 }),
    gap: fc.constantFrom(' ', '\n', ' /* [ */ '),
    end: fc.constantFrom('', ';', ' // ]'),
  })
  .map(({ keyword, declared, gap, end }) => {
    // A default belongs to a pattern, never to a variable of its own.
    const parts = declared.map(([text, value]) => `${text.replace(/^«» = .*/, '«»')} = ${value}`)
    return `export${gap}${keyword}${gap}${parts.join(', ')}${end}`
  })

const program = fc.array(declaration, { minLength: 1, maxLength: 3 }).map((declarations) => {
  let count = 0
  return declarations.join('\n').replaceAll('«»', () => `v${count++}`)
})

async function exportedHere(text: string): Promise<string> {
  const script = blankTypes(text, parseTypeScript(text))
  if ('message' in script) throw new Error(script.message)
  expect(script.text.split('\n')).toHaveLength(text.split('\n').length)
  const engine = await restoreEngine(await wasm, image, { limits: LIMITS, hooks })
  const end = engine.module(script.text, 'program')
  if (end.kind !== 'value') return end.kind === 'thrown' ? engine.text(end.value) : end.kind
  return engine.text(engine.call(engine.script(TELL).value, [end.value]).value)
}

/** The same text, untouched, as a module of V8. */
async function exportedByNode(text: string): Promise<string> {
  const namespace = await import(`data:text/javascript,${encodeURIComponent(text)}`)
  const names = Object.keys(namespace).sort()
  return JSON.stringify(names.map((name) => [name, namespace[name]]))
}

test('whatever pattern is exported, its names are', async () => {
  for (const text of fc.sample(program, { numRuns: 200, seed: 7 })) {
    expect(await exportedHere(text), text).toBe(await exportedByNode(text))
  }
})

test('a variable that a pattern exported goes on changing', async () => {
  const text = 'export let [a, { b }] = [1, { b: 2 }]\na = 5\nb++'
  expect(await exportedHere(text)).toBe('[["a",5],["b",3]]')
})

test('what a pattern takes out within a namespace is left to the namespace', async () => {
  const text = 'namespace N { export const [a, b] = [1, 2] }\nexport const [c] = [N.a + N.b]'
  expect(await exportedHere(text)).toBe('[["c",3]]')
})
