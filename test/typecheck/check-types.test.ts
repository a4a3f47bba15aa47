import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { checkTypes, type TypedSource } from '../../src/typecheck/check-types.ts'
import { parseDiagnostics } from '../../src/typecheck/diagnostics.ts'
import { type Compiler, findCompiler } from '../../src/typecheck/find-compiler.ts'
import { emptyFolder } from '../workspace/workspaces.ts'

const compiler = (await findCompiler()) as Compiler

function source(text: string, changes: Partial<TypedSource> = {}): TypedSource {
  const signatures = { tanh: '(x: number) => number' }
  return { file: 'ex1.ts', text, siblings: {}, signatures, ...changes }
}

describe.skipIf(compiler === undefined)('the types of a submission', () => {
  it('are no news where they are right', async () => {
    const text = 'export const tanh = (x: number): number => Math.tanh(x)\n'
    expect(await checkTypes(source(text), compiler)).toEqual({ places: [], signatures: [] })
  })

  it('are told at their place where they are wrong', async () => {
    const text =
      'export function tanh(x: number): number {\r\n  const y: number = "a"\r\n  return y\r\n}\r\n'
    const found = await checkTypes(source(text), compiler)
    expect(found?.places).toEqual([
      {
        kind: 'source',
        file: 'ex1.ts',
        line: 2,
        column: 9,
        endColumn: 10,
        text: '  const y: number = "a"',
        remark: "Type 'string' is not assignable to type 'number'. (TS2322)",
      },
    ])
  })

  it('are held against the signature that the exercise declares', async () => {
    const found = await checkTypes(
      source('export const tanh = (x: string) => x.length\n'),
      compiler,
    )
    expect(found?.signatures.join()).toMatch(/^tanh: Type '\(x: string\) => number' is not/)
  })

  it('say nothing of an export that is missing, which has a check of its own', async () => {
    const found = await checkTypes(source('export default { tanh: Math.tanh }\n'), compiler)
    expect(found).toEqual({ places: [], signatures: [] })
  })

  it('know the files beside, and none outside', async () => {
    const text =
      "import { half } from './lib/half.ts'\nexport const tanh = (x: number): number => half(x)\n"
    const siblings = {
      'lib/half.ts': 'export const half = (x: number): number => x / 2\n',
      '../../outside.ts': 'export {}\n',
    }
    expect((await checkTypes(source(text, { siblings }), compiler))?.places).toEqual([])
  })

  it('never pass from one submission to the next', async () => {
    const leak = 'declare global { const leaked: number }\nexport const tanh = (x: number) => x\n'
    await checkTypes(source(leak), compiler)
    const user = 'export const tanh = (x: number): number => x + leaked\n'
    expect((await checkTypes(source(user), compiler))?.places.length).toBe(1)
  })

  it('leave nothing behind', async () => {
    await checkTypes(source('export const tanh = 1\n'), compiler)
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('mlp-check-types-'))).toEqual(
      [],
    )
  })

  it('are unknown where the compiler cannot be run', async () => {
    const broken = { path: '/nowhere/tsc', version: '7' }
    expect(await checkTypes(source('export {}\n'), broken)).toBeUndefined()
  })
})

describe('the compiler', () => {
  it('is never one from an arbitrary folder', async () => {
    expect(await findCompiler(await emptyFolder())).toBeUndefined()
  })
})

describe('what the compiler prints', () => {
  it('is read with the lines that continue a message', () => {
    const output = "a.ts(3,7): error TS2322: Type 'A' is wrong.\r\n  Because of B.\r\nnoise\r\n"
    expect(parseDiagnostics(output)).toEqual([
      {
        file: 'a.ts',
        line: 3,
        column: 7,
        code: 'TS2322',
        message: "Type 'A' is wrong. Because of B.",
      },
    ])
  })
})
