import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { transformSync } from 'rolldown/utils'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { restoreEngine } from '../../src/sandbox/engine.ts'
import { decodeImage } from '../../src/sandbox/guest-image.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'
import { blankTypes } from '../../src/source/blank-types.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'
import { runnableProgram } from './programs/program.ts'

/** `npm run fuzz` sets the number of programs and takes another seed each time; the seed is printed. */
const RUNS = Number(process.env.MLP_CHECK_FUZZ_RUNS ?? 200)
const SEED = Number(process.env.MLP_CHECK_FUZZ_SEED ?? 7)

const built = (name: string) => readFileSync(join(packageRoot(), 'dist', name))
const wasm = WebAssembly.compile(built('quickjs.wasm'))
const image = decodeImage(built('quickjs.image')).engine

/** What a program logs before it ends, and how it ends. */
async function run(program: string): Promise<string> {
  let ticks = 0
  const hooks = {
    interrupt: () => ++ticks > LIMITS.ticks,
    resolve: () => undefined,
    source: () => undefined,
    host: () => '',
    goesOn: () => undefined,
  }
  const engine = await restoreEngine(await wasm, image, { limits: LIMITS, hooks })
  const end = engine.module(program, 'program')
  const how = end.kind === 'thrown' ? engine.text(end.value) : end.kind
  return `${engine.text(engine.script('JSON.stringify(globalThis.log)').value)} ${how}`
}

function withoutTypes(text: string): string {
  const script = blankTypes(text, parseTypeScript(text))
  return 'text' in script ? script.text : `throw Error(${JSON.stringify(script.message)})`
}

/** The programs as TypeScript's own compiler writes them. */
function compiled(programs: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-check-emit-'))
  try {
    const names = programs.map((_, i) => `p${i}.ts`)
    mkdirSync(join(folder, 'out'))
    for (const [i, name] of names.entries()) writeFileSync(join(folder, name), programs[i] ?? '')
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: names }))
    const tsc = join(packageRoot(), 'node_modules/typescript/bin/tsc')
    spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    return names.map((name) => readFileSync(join(folder, 'out', name.replace(/ts$/, 'js')), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleDetection: 'force',
  noCheck: true,
  outDir: 'out',
  types: [],
}

/** As a second compiler writes it: the first has faults of its own, one in some thousand programs. */
function transformed(program: string): string {
  return transformSync('program.ts', program, { lang: 'ts', target: 'es2022' }).code
}

test(`${RUNS} generated programs do what a compiler's output does`, {
  timeout: 900_000,
}, async () => {
  console.log(`seed ${SEED}, ${RUNS} programs`)
  const programs = fc.sample(runnableProgram, { numRuns: RUNS, seed: SEED })
  const others = compiled(programs)
  const differing: string[] = []
  for (const [i, program] of programs.entries()) {
    const ours = withoutTypes(program)
    expect(ours.split(/\r\n|\n/)).toHaveLength(program.split(/\r\n|\n/).length)
    const [got, expected] = [await run(ours), await run(others[i] ?? '')]
    if (got !== expected && got !== (await run(transformed(program)))) {
      differing.push(
        `${program}\n--- becomes\n${ours}\n--- gives\n${got}\n--- and not\n${expected}`,
      )
    }
  }
  const shortest = differing.toSorted((a, b) => a.length - b.length)[0] ?? ''
  expect(differing.length, shortest).toBe(0)
})
