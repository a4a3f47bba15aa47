import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeStore, DATA, failing, NUMBERS } from '../../src/compiled-code/code-store.ts'

function places() {
  const root = mkdtempSync(join(tmpdir(), 'mlp-check-code-'))
  const [dist, cache, cwd] = ['dist', 'cache', 'work'].map((name) => join(root, name))
  for (const folder of [dist, cache, cwd]) mkdirSync(folder as string, { mode: 0o700 })
  writeFileSync(join(dist as string, 'fingerprint'), 'f'.repeat(64))
  return { dist, cache, cwd } as { dist: string; cache: string; cwd: string }
}

function open(
  { dist, cache, cwd }: ReturnType<typeof places>,
  { env = {}, argv = [] as string[] } = {},
) {
  return codeStore(dist, { argv, cwd, env: { MLP_CHECK_CACHE: cache, ...env } })
}

const passed = (code: string) => ({ code: Buffer.from(code), of: NUMBERS })

test('what is kept is read again', () => {
  const at = places()
  expect(open(at)?.read('cli.cjs')).toBeUndefined()
  open(at)?.keep('cli.cjs', passed('code'))
  expect(open(at)?.read('cli.cjs')?.code.toString()).toBe('code')
})

test('and of which runs it is', () => {
  const at = places()
  for (const of of [0, NUMBERS, DATA, failing(NUMBERS | DATA)]) {
    open(at)?.keep('cli.cjs', { code: Buffer.from('code'), of })
    expect(open(at)?.read('cli.cjs')).toEqual({ code: Buffer.from('code'), of })
  }
})

test('what another build wrote is not', () => {
  const at = places()
  open(at)?.keep('cli.cjs', passed('code'))
  writeFileSync(join(at.dist, 'fingerprint'), 'e'.repeat(64))
  expect(open(at)?.read('cli.cjs')).toBeUndefined()
})

test('what nobody has used for a month goes when something new is kept, and nothing else does', () => {
  const at = places()
  const folder = join(at.cache, 'code')
  const daysAgo = (days: number) => Date.now() / 1000 - days * 86_400
  const keepAs = (build: string, { read, written }: { read: number; written: number }) => {
    writeFileSync(join(at.dist, 'fingerprint'), build.repeat(64))
    open(at)?.keep('cli.cjs', passed(build))
    const name = readdirSync(folder).find((one) => one.includes(build.repeat(16))) as string
    utimesSync(join(folder, name), daysAgo(read), daysAgo(written))
    return name
  }
  const used = [
    keepAs('a', { read: 29, written: 90 }),
    keepAs('b', { read: 90, written: 29 }),
    keepAs('c', { read: 0, written: 0 }),
  ]
  const unused = keepAs('d', { read: 31, written: 90 })
  for (const name of [`${unused}.4711.99`, 'somebody-elses']) {
    writeFileSync(join(folder, name), '')
    utimesSync(join(folder, name), daysAgo(90), daysAgo(90))
  }
  const newest = keepAs('e', { read: 0, written: 0 })
  expect(readdirSync(folder).sort()).toEqual([...used, newest, 'somebody-elses'].sort())
})

test('an entry is whole or it is none', () => {
  const at = places()
  open(at)?.keep('cli.cjs', passed('the code of a file'))
  const [name] = readdirSync(join(at.cache, 'code'))
  const file = join(at.cache, 'code', name as string)
  const entry = readFileSync(file)
  for (let length = 0; length < entry.length; length++) {
    writeFileSync(file, entry.subarray(0, length))
    expect(open(at)?.read('cli.cjs')).toBeUndefined()
  }
  for (let byte = 0; byte < entry.length; byte++) {
    writeFileSync(file, entry.with(byte, (entry[byte] as number) ^ 16))
    expect(open(at)?.read('cli.cjs')).toBeUndefined()
  }
})

test.each([
  ['under CI', { env: { CI: 'true' } }],
  ['without a cache', { argv: ['ex1', '--no-cache'] }],
  ['where there is no folder yet', { env: { MLP_CHECK_CACHE: '/nowhere/mlp-check' } }],
])('%s nothing is read or kept', (_, asking) => {
  expect(open(places(), asking)).toBeUndefined()
})

test('a folder in the working folder is not believed', () => {
  const at = places()
  expect(open({ ...at, cwd: at.cache })).toBeUndefined()
})

test.skipIf(process.getuid === undefined)('nor one that others may write to', () => {
  const at = places()
  for (const mode of [0o770, 0o707, 0o777]) {
    chmodSync(at.cache, mode)
    expect(open(at)).toBeUndefined()
  }
})
