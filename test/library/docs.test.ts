import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scaffoldFiles } from '../../src/pack/scaffold/files.ts'
import { packageRoot } from '../../src/package-root.ts'
import { blankTypes } from '../../src/source/blank-types.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'

/** The examples of docs/library.md, run as a program of its own beside a course of its own. */
const page = readFileSync(join(packageRoot(), 'docs/library.md'), 'utf8')
const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)

const place = mkdtempSync(join(tmpdir(), 'mlp-check-examples-'))
beforeAll(() => {
  mkdirSync(join(place, 'node_modules'))
  symlinkSync(packageRoot(), join(place, 'node_modules/mlp-check'), 'junction')
  for (const { path, text } of scaffoldFiles('cube')) {
    const file = join(place, 'my-course', path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text.replace('checks:\n', `checks:\n${asked()}\n`))
  }
})
afterAll(() => rmSync(place, { recursive: true }))

/** The line of a spec that the page shows. */
function asked(): string {
  return `  ${/`(- \{ kind: odd.*\})`/.exec(page)?.[1]}`
}

function run(index: number, more = ''): string {
  const text = blocks[index] ?? ''
  const script = blankTypes(text, parseTypeScript(text))
  if (!('text' in script)) throw new Error(script.message)
  const file = join(place, `${index}.mjs`)
  writeFileSync(file, script.text + more)
  return execFileSync(process.execPath, [file], { cwd: place }).toString()
}

it('judges a text, prints it and proves', () => {
  const said = run(0)
  expect(said).toMatch(/^tanh-value passed /m)
  expect(said).toMatch(/^dtanh-derivative failed /m)
  expect(said).toMatch(/^## ex1: /m)
})

it('judges several in a session that stays warm', () => {
  expect(run(1)).toBe('student 1 passed 400\nstudent 2 passed 400\nstudent 3 failed 0\n')
})

it('gives a call up', () => {
  expect(run(2)).toBe('TimeoutError\n')
})

it('asks with a check and prints with a reporter of its own', () => {
  expect(run(3)).toBe('ada: 4\n')
})

it('holds a derivative against a formula', () => {
  const ask = (answer: string) => `console.log(toBeDerivativeOf(${answer}, 'tanh(x)').pass)\n`
  const answers = ['(x) => 1 - Math.tanh(x) ** 2', 'x => 1 / Math.cosh(x) ** 2', 'x => 1 - x']
  expect(run(4, answers.map(ask).join(''))).toBe('true\ntrue\nfalse\n')
})

it('knows no other example', () => {
  expect(blocks).toHaveLength(5)
})
