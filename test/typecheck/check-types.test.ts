import { mkdir, readdir, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { checkTypes, type TypedSource } from '../../src/typecheck/check-types.ts'
import { foreignFiles, parseDiagnostics } from '../../src/typecheck/diagnostics.ts'
import { type Compiler, findCompiler } from '../../src/typecheck/find-compiler.ts'
import { needing } from '../machine.ts'
import { emptyFolder } from '../workspace/workspaces.ts'

const compiler = findCompiler() as Compiler

function source(text: string, changes: Partial<TypedSource> = {}): TypedSource {
  const signatures = { tanh: '(x: number) => number' }
  return { file: 'ex1.ts', text, siblings: {}, signatures, ...changes }
}

needing('TypeScript 7', compiler).describe('the types of a submission', () => {
  it('are no news where they are right', async () => {
    const text = 'export const tanh = (x: number): number => Math.tanh(x)\n'
    expect(await checkTypes(source(text), compiler)).toEqual({ places: [], signatures: [] })
  })

  it('are nothing once nobody waits for them', async () => {
    const stop = new AbortController()
    const text = 'export const tanh = (x: number): string => Math.tanh(x)\n'
    const waiting = checkTypes(source(text), compiler, stop.signal)
    stop.abort()
    expect(await waiting).toBeUndefined()
  })

  it('know what a submission may print with, and parameters as statements print them', async () => {
    const text =
      'export function tanh(x) {\n  console.log(x, { x })\n  console.table([x])\n  return Math.tanh(x)\n}\n'
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

  it('are those of the answer, though a sibling is called as our own file in other letters', async () => {
    const siblings = { 'Answer.ts': 'const x: number = "a"', 'ANSWER.TS': '' }
    const text = 'export const tanh = (x: number): number => Math.tanh(x)\n'
    expect(await checkTypes(source(text, { siblings }), compiler)).toEqual({
      ...{ places: [], signatures: [] },
    })
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

  it('are those of the submission, whatever its files are called', async () => {
    const text = `import { a } from './answer.ts'
import { b } from './signatures.ts'
import type { c } from './answer-2.mts'
export const tanh = (x: number): number => a + b + (x as typeof c)
`
    const siblings = {
      'answer.ts': 'export const a = 1\n',
      'signatures.ts': 'export const b = 2\n',
      'answer-2.mts': 'export declare const c: number\n',
      'tsconfig.json': '{"compilerOptions": {"strict": false}}',
      'package.json': '{"imports": {"#secret": "/etc/passwd"}}',
    }
    const found = await checkTypes(source(text, { siblings }), compiler)
    expect(found).toEqual({ places: [], signatures: [] })
  })

  it('never pass from one submission to the next', async () => {
    const leak = 'declare global { const leaked: number }\nexport const tanh = (x: number) => x\n'
    await checkTypes(source(leak), compiler)
    const user = 'export const tanh = (x: number): number => x + leaked\n'
    expect((await checkTypes(source(user), compiler))?.places.length).toBe(1)
  })

  it('leave nothing behind, stopped or not', async () => {
    // Others have folders of that name where everybody's are.
    const folder = await emptyFolder()
    vi.stubEnv('TMPDIR', folder)
    onTestFinished(() => void vi.unstubAllEnvs())
    const text = 'export const tanh = 1\n'
    const stop = new AbortController()
    const stopped = checkTypes(source(text), compiler, stop.signal)
    await checkTypes(source(text), compiler)
    stop.abort()
    await stopped
    expect(await readdir(folder)).toEqual([])
  })

  it('are unknown where the compiler cannot be run', async () => {
    const broken = { path: '/nowhere/tsc', version: '7' }
    expect(await checkTypes(source('export {}\n'), broken)).toBeUndefined()
  })
})

needing('TypeScript 7', compiler).describe('what a submission names and did not bring', () => {
  /** A file outside whose type is a text to be found again, under every name that could reach it. */
  async function outside(): Promise<string> {
    const folder = await realpath(await emptyFolder())
    const declared = "export type S = 'SECRET'\nexport declare const s: S\n"
    await mkdir(join(folder, 'node_modules', '@types', 'secret'), { recursive: true })
    await mkdir(join(folder, 'sub'))
    for (const name of ['secret.ts', 'secret.d.ts', 'node_modules/@types/secret/index.d.ts']) {
      await writeFile(join(folder, name), declared)
    }
    const types = { types: join(folder, 'secret.ts') }
    const secret = { ...types, exports: types, imports: { '#secret': types } }
    await writeFile(join(folder, 'sub/package.json'), JSON.stringify(secret))
    await writeFile(join(folder, 'secret.json'), '{ "s": "SECRET" }')
    return folder
  }

  const wrong = 'export const tanh = (x: number): number => x\nexport const n: number = s\n'

  it.each([
    ['an import', (at: string) => `import { s } from '${at}/secret'\n${wrong}`],
    ['an import of a type', (at: string) => `import type { s } from '${at}/secret.ts'\n${wrong}`],
    [
      'all of a module',
      (at: string) => `import type * as S from '${at}/sub'\nlet s!: S.S\n${wrong}`,
    ],
    ['a type of import()', (at: string) => `let s!: import('${at}/secret').S\n${wrong}`],
    [
      'typeof import()',
      (at: string) => `let { s }: typeof import('${at}/secret') = 0 as any\n${wrong}`,
    ],
    ['import = require', (at: string) => `import { s } = require('${at}/secret')\n${wrong}`],
    ['a re-export', (at: string) => `export * from '${at}/secret'\n${wrong}`],
    ['JSON', (at: string) => `import { s } from '${at}/secret.json'\n${wrong}`],
    ['a reference to a path', (at: string) => `/// <reference path="${at}/secret.ts" />\n${wrong}`],
    ['a reference to types', (at: string) => `/// <reference types="${at}/secret" />\n${wrong}`],
    [
      'a reference to a library',
      (at: string) => `/// <reference lib="../${at}/secret" />\n${wrong}`,
    ],
    ['an augmentation', (at: string) => `declare module '${at}/secret' { let s: 1 }\n${wrong}`],
    ['a package', () => `import { s } from 'secret'\nimport { t } from '#secret'\n${wrong}`],
    [
      'a comment of another tool',
      (at: string) => `/** @typedef {import('${at}/secret')} s */\n${wrong}`,
    ],
    [
      'a sibling above',
      (at: string) => `import { s } from '${'../'.repeat(12)}${at}/secret.ts'\n${wrong}`,
    ],
  ])('is not read through %s', async (_what, program) => {
    const folder = await outside()
    const found = await checkTypes(source(program(folder)), compiler)
    expect(JSON.stringify(found)).not.toContain('SECRET')
    expect(found).toBeDefined()
  })

  it('is no error, for the loader says what there is', async () => {
    const text = `import type { T } from './missing'\nexport const tanh = (x: number): number => x as T\n`
    expect(await checkTypes(source(text), compiler)).toEqual({ places: [], signatures: [] })
  })

  it('would be noticed, if the compiler read it all the same', () => {
    const output = [
      'a.ts(1,1): error TS2322: x',
      '/p/lib/lib.d.ts',
      '/t/submission/a.ts',
      '/etc/a.ts',
    ]
    expect(foreignFiles(output.join('\n'), ['/t', '/p/lib'])).toEqual(['/etc/a.ts'])
    expect(foreignFiles('/t/../etc/a.ts', ['/t'])).toEqual(['/t/../etc/a.ts'])
  })
})

describe('the compiler', () => {
  it('is never one from an arbitrary folder', async () => {
    expect(findCompiler(await emptyFolder())).toBeUndefined()
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
