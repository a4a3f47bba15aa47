import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { parseSync } from 'rolldown/utils'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'
import { importsOf } from '../import-graph.ts'
import { anyProgram } from './programs/program.ts'
import { linesOf } from './same-tree.ts'

/** `npm run fuzz` sets the number of programs and takes another seed each time; the seed is printed. */
const RUNS = Number(process.env.MLP_CHECK_FUZZ_RUNS ?? 200)
const SEED = Number(process.env.MLP_CHECK_FUZZ_SEED ?? 7)

/** The other parser: written in Rust, by other people. */
function other(text: string) {
  const { program, comments, errors } = parseSync('a.ts', text, {
    lang: 'ts',
    sourceType: 'module',
  })
  return {
    lines: linesOf(program),
    comments: comments.map(({ start, end }) => ({ start, end })),
    errors,
  }
}

function expectSameParse(text: string): void {
  const ours = parseTypeScript(text)
  const theirs = other(text)
  expect(ours.errors.length > 0, text).toBe(theirs.errors.length > 0)
  if (ours.errors.length > 0) return
  const lines = linesOf(ours.program)
  expect(without(lines, theirs.lines), text).toEqual([])
  expect(without(theirs.lines, lines), text).toEqual([])
  expect(
    ours.comments.map(({ start, end }) => ({ start, end })),
    text,
  ).toEqual(theirs.comments)
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return lines.filter((line) => !known.has(line))
}

describe('two parsers give one tree', () => {
  test(`for ${RUNS} generated programs`, { timeout: 600_000 }, () => {
    console.log(`seed ${SEED}, ${RUNS} programs`)
    const parses = (text: string) => {
      expect(parseTypeScript(text).errors, text).toEqual([])
      expectSameParse(text)
    }
    fc.assert(fc.property(anyProgram, parses), { numRuns: RUNS, seed: SEED })
  })

  test.each(['solutions', 'exercises', 'src', 'test'])('for every file of %s', (folder) => {
    const files = typescriptFiles(folder)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) expectSameParse(readFileSync(file, 'utf8'))
  })
})

function typescriptFiles(folder: string): string[] {
  const root = join(packageRoot(), folder)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, name))
}

test('the parser and all that it loads need nothing of Node', () => {
  const loaded = new Set(['src/source/parse-typescript.ts'])
  for (const file of loaded) {
    for (const { to, isType } of importsOf(file)) {
      expect(to).not.toMatch(/^node:/)
      if (!isType && to.startsWith('src/')) loaded.add(to)
    }
  }
  expect(loaded.size).toBeGreaterThan(10)
})
