import { describe, expect, test } from 'vitest'
import { SpecError } from '../../src/errors.ts'
import { readExercise } from '../../src/pack/load.ts'
import { parseExercise } from '../../src/pack/parse-exercise.ts'
import { compileReferences } from '../../src/pack/reference-script.ts'
import { KIT_PARAMETER } from '../../src/reference/structured/kit-parameter.ts'

const compile = (text: string) => compileReferences(text, 'pack/ex1/reference.ts')

function messageOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof SpecError) return error.message
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('a reference.ts', () => {
  test('becomes the body of a function of the kit, at the lines of the file', () => {
    const { script, names } = compile(`import type { Anything } from './elsewhere.ts'
import {
  defineReference as define,
  type Matrix,
} from 'mlp-check/reference'
import * as kit from 'mlp-check/reference'

interface Layer { readonly W: Matrix }
const double = <T extends number>(x: T): number => x * 2
export const one = [define, kit.drawNumber, double(4)] as const
const two = new Error('here').stack
export { two as 'other name' }
export type { Layer } // the end`)
    const drawNumber = () => 1
    const run = new Function(KIT_PARAMETER, script)
    const made = run({ defineReference: 'a', drawNumber })
    expect(names).toEqual(['one', 'other name'])
    expect(made.one).toEqual(['a', drawNumber, 8])
    // Two lines are the head that `new Function` writes.
    expect(made['other name']).toMatch(/:13:\d+/)
  })

  test.each([
    ['another file', "import { a } from './helper.ts'\nexport const b = a", 1, './helper.ts'],
    ['a package', "\nimport fs from 'node:fs'\nexport const b = fs", 2, 'node:fs'],
    ['what runs by itself', "import 'tricks'", 1, 'tricks'],
    ['what it passes on', "export { a } from 'elsewhere'", 1, 'elsewhere'],
    ['later', "export const a = () =>\n  import('node:fs')", 2, 'node:fs'],
  ])('imports nothing else: %s', (_, text, line, name) => {
    const message = messageOf(() => compile(text))
    expect(message).toContain(`pack/ex1/reference.ts:${line}:`)
    expect(message).toContain(`imports "${name}"; a reference may import only from`)
  })

  test('names what the kit does not have, and what is near', () => {
    const text = "import {\n  drawMatrx,\n} from 'mlp-check/reference'\nexport const a = drawMatrx"
    expect(messageOf(() => compile(text))).toMatch(
      /^pack\/ex1\/reference\.ts:2:3: .*no "drawMatrx".*drawMatrix/,
    )
  })

  test.each(['export default 1', "export * from 'mlp-check/reference'"])('%s: refused', (text) => {
    expect(messageOf(() => compile(text))).toContain('exported by its name')
  })

  test('says where it does not parse', () => {
    const message = messageOf(() => compile('export const a = 1\nexport const = 2\n'))
    expect(message).toMatch(/^pack\/ex1\/reference\.ts:2:\d+: /)
  })
})

const spec = (reference: string) => `id: ex1
title: t
source: s
functions:
  f: { signature: "(X: number[][]) => number", summary: s }
checks:
  - { kind: call, function: f, points: 1, reference: ${reference} }
hints: [a, b, c]
`

describe('a spec that names a reference', () => {
  const load = (reference: string, references?: string) =>
    parseExercise(spec(reference), 'ex1/exercise.yaml', { folder: 'ex1', references })

  test('finds it among the exports of the file', () => {
    expect(load('total', 'export const total = 1').references?.names).toEqual(['total'])
  })

  test('has another hash with every text of the file', () => {
    const hashes = ['1', '2'].map((value) => load('a', `export const a = ${value}`).sha256)
    expect(new Set(hashes).size).toBe(2)
  })

  test('names the near one where there is none', () => {
    expect(messageOf(() => load('totl', 'export const total = 1'))).toMatch(
      /exercise\.yaml:7:\d+: .*reference\.ts exports no "totl" \(Did you mean "total"\?\)/,
    )
  })

  test('says that the file is missing', () => {
    expect(messageOf(() => load('total'))).toMatch(/there is no reference\.ts beside this file/)
  })

  test('fails whole where a folder has no spec', async () => {
    expect(await readExercise('/nonexistent/ex1')).toMatchObject({ kind: 'faulty', id: 'ex1' })
  })
})
