import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cacheFolder } from '../../src/cache-folder.ts'
import { tableCache } from '../../src/node/table-cache.ts'
import { NO_CACHE, type TableCache } from '../../src/reference/cache.ts'
import { referenceTable } from '../../src/reference/reference.ts'
import type { ReferenceTable } from '../../src/reference/table.ts'
import type { Backend } from '../../src/tensorflow/backend.ts'
import { exerciseOf, request, services } from '../reference/exercise-fixture.ts'

const exercise = exerciseOf({
  functions: { drelu: { of: 'relu' }, relu: { formula: 'relu(x)' } },
})

const table = (cache: TableCache, backend: Backend = services.backend): Promise<ReferenceTable> =>
  referenceTable(exercise, request('drelu'), { ...services, backend, cache })

/** Any use of TensorFlow.js is an error: what must come from the cache, does. */
const unloadable: Backend = {
  ...services.backend,
  load: () => Promise.reject(new Error('TensorFlow.js was loaded')),
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache with spaces ü '))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
})

function files(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.table'))
    .map((name) => join(folder, name))
}

function onlyFile(): string {
  const [file] = files()
  if (file === undefined) throw new Error('nothing was cached')
  return file
}

describe('the cache of tables', () => {
  it('gives back exactly what was computed, without loading TensorFlow.js', async () => {
    const cold = await table(tableCache(folder, 'build 1'))
    expect(await table(tableCache(folder, 'build 1'), unloadable)).toEqual(cold)
    expect(cold).toEqual(await table(NO_CACHE))
  })

  it('leaves only whole files behind', async () => {
    await table(tableCache(folder, 'build 1'))
    expect(readdirSync(join(onlyFile(), '..'))).toHaveLength(1)
  })

  it('computes anew for another build, and keeps both', async () => {
    await table(tableCache(folder, 'build 1'))
    await expect(table(tableCache(folder, 'build 2'), unloadable)).rejects.toThrow('was loaded')
    await table(tableCache(folder, 'build 2'))
    expect(files()).toHaveLength(2)
  })

  it.each([
    ['is empty', () => Buffer.alloc(0)],
    ['is cut short', (file: Buffer) => file.subarray(0, file.length - 1)],
    ['ends in the digest', (file: Buffer) => file.subarray(0, 20)],
    ['has more at the end', (file: Buffer) => Buffer.concat([file, Buffer.from([0])])],
    ['has one other bit', (file: Buffer) => file.map((byte, i) => (i === 5000 ? byte ^ 1 : byte))],
    ['is something else', () => Buffer.from('no table at all, but long enough to hold a digest')],
  ])('computes anew and replaces an entry that %s', async (_, damage) => {
    const cold = await table(tableCache(folder, 'build 1'))
    const file = onlyFile()
    const whole = readFileSync(file)
    writeFileSync(file, damage(whole))
    await expect(table(tableCache(folder, 'build 1'), unloadable)).rejects.toThrow('was loaded')
    expect(await table(tableCache(folder, 'build 1'))).toEqual(cold)
    expect(readFileSync(file).equals(whole)).toBe(true)
  })

  it('does not trust a whole entry under another name', async () => {
    const cache = tableCache(folder, 'build 1')
    await table(cache)
    const content = readFileSync(onlyFile())
    await referenceTable(exercise, request('relu'), { ...services, cache })
    for (const file of files()) writeFileSync(file, content)
    const relu = await referenceTable(exercise, request('relu'), { ...services, cache })
    expect(relu.function).toBe('relu')
  })

  it('does without where it cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '')
    const cache = tableCache(join(folder, 'file', 'below'), 'build 1')
    expect(await table(cache)).toEqual(await table(NO_CACHE))
  })

  it('puts extra rows first and caches them apart from the large table', async () => {
    const cache = tableCache(folder, 'build 1')
    const plain = await table(cache)
    const more = request('drelu', { extra: [[0.3], [-0.3]] })
    const extended = await referenceTable(exercise, more, { ...services, cache })
    expect([...(extended.columns[0]?.slice(0, 2) ?? [])]).toEqual([0.3, -0.3])
    expect([...extended.low.slice(0, 2)]).toEqual([1, 0])
    expect(extended.low.slice(2)).toEqual(plain.low)
    expect(
      await referenceTable(exercise, more, { ...services, backend: unloadable, cache }),
    ).toEqual(extended)
  })
})

describe('the folder of the cache', () => {
  it.each([
    [{ MLP_CHECK_CACHE: '/somewhere', HOME: '/home/a' }, 'linux', '/somewhere'],
    [{ XDG_CACHE_HOME: '/xdg', HOME: '/home/a' }, 'linux', '/xdg/mlp-check'],
    [{ XDG_CACHE_HOME: 'relative', HOME: '/home/a' }, 'linux', '/home/a/.cache/mlp-check'],
    [{ HOME: '/Users/a' }, 'darwin', '/Users/a/Library/Caches/mlp-check'],
    [{ HOME: 'nonsense' }, 'linux', undefined],
    [{}, 'win32', undefined],
    [{ LOCALAPPDATA: 'C:\\Users\\a\\Local' }, 'win32', 'C:\\Users\\a\\Local\\mlp-check'],
    [{ LOCALAPPDATA: 'relative', HOME: '/c/Users/a' }, 'win32', undefined],
    [
      { XDG_CACHE_HOME: '/c/x', LOCALAPPDATA: '\\\\server\\a' },
      'win32',
      '\\\\server\\a\\mlp-check',
    ],
  ] as const)('for %o on %s is %s', (environment, platform, expected) => {
    expect(cacheFolder(environment, platform)).toBe(expected)
  })
})
