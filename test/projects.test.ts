import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, it } from 'vitest'
import { packageRoot } from '../src/package-root.ts'
import { importsOf } from './import-graph.ts'
import { PATIENCE } from './patience.ts'
import { BUILT, LONG, PURE } from './projects.ts'

const root = packageRoot()

function filesOf({ include, exclude }: typeof PURE): string[] {
  return globSync(include, { cwd: root, ignore: exclude }).sort()
}

/** A file and everything that it loads. */
function closure(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known
  known.add(file)
  for (const other of loadedBy(file)) closure(other, known)
  return known
}

/** Most files are in many closures: each is parsed once. */
const loaded = new Map<string, readonly string[]>()
function loadedBy(file: string): readonly string[] {
  const files =
    loaded.get(file) ??
    importsOf(file)
      .filter(({ to, isType }) => !isType && /^(src|test)\/.*\.ts$/.test(to))
      .map(({ to }) => to)
  loaded.set(file, files)
  return files
}

it('gives every test file to one project', () => {
  const all = globSync(['test/**/*.test.ts'], { cwd: root }).sort()
  expect([...filesOf(PURE), ...filesOf(BUILT)].sort()).toEqual(all)
})

it.each(LONG)('%s is left out of the short run, and is there', (pattern) => {
  const found = globSync([pattern], { cwd: root })
  expect(found.length).toBeGreaterThan(0)
  expect(filesOf(BUILT)).toEqual(expect.arrayContaining(found))
})

it.each(filesOf(PURE))('%s needs no build', (test) => {
  const built = [...closure(test)].filter((file) =>
    /'dist'|'dist\/|node:child_process/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(built.filter((file) => file !== 'test/projects.test.ts')).toEqual([])
})

it('a busy machine fails no test: none is waited for less long than all are', () => {
  const limit = /(?:\btimeout: |^ *\}, |^ *)(\d[\d_]*\d000|\d+_000)(?:[,)]| \})/gm
  const shorter = globSync(['test/**/*.ts'], { cwd: root, ignore: ['test/fixtures/**'] }).flatMap(
    (file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(limit)]
        .filter(([, ms = '']) => Number(ms.replaceAll('_', '')) < PATIENCE.testMs)
        .map(([text]) => `${file}: ${text.trim()}`),
  )
  expect(shorter).toEqual([])
})
