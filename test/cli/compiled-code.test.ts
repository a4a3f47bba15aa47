import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'

const root = packageRoot()
const bin = join(root, 'bin/mlp-check.js')

/** The command as people run it, in a folder of its own. */
function run(cache: string, args: readonly string[], options: readonly string[] = []) {
  const { CI: _, ...own } = process.env
  const cwd = mkdtempSync(join(tmpdir(), 'mlp-check-run-'))
  return spawnSync(process.execPath, [...options, bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...own, MLP_CHECK_CACHE: cache },
  })
}

const answer = join(root, 'solutions/ex01-tanh/solution.ts')
const autograd = join(root, 'solutions/ex09-autograd/solution.ts')

test.each([
  ['English', []],
  ['Chinese', ['chinese']],
])('a run from compiled code says what one without it says, in %s', (language, own) => {
  const cache = mkdtempSync(join(tmpdir(), 'mlp-check-cache-'))
  const spoken = ['--lang', language === 'English' ? 'en' : 'zh-CN']
  const runs = [1, 2, 3].map(() => run(cache, ['ex1', answer, ...spoken]))
  const code = readdirSync(join(cache, 'code'))
  const files = [...own, 'cli', 'judge', 'rolldown', 'sandbox', 'start']
  expect(code.map((name) => name.split('.')[0]?.split('-')[0]).sort()).toEqual(files)
  for (const { status, stdout, stderr } of runs) {
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: runs[0]?.stdout, stderr: '' })
  }
})

test('what loads a module only when it is needed finds it from compiled code too', () => {
  const cache = mkdtempSync(join(tmpdir(), 'mlp-check-cache-'))
  const runs = ['ex1', 'ex1', 'ex9', 'ex9'].map((id) =>
    run(cache, [id, id === 'ex1' ? answer : autograd]),
  )
  expect(runs.map(({ status }) => status)).toEqual([0, 0, 0, 0])
})

test('so does one from entries that somebody damaged, which are mended', () => {
  const cache = mkdtempSync(join(tmpdir(), 'mlp-check-cache-'))
  const [first] = [1, 2].map(() => run(cache, ['ex1', answer]))
  const folder = join(cache, 'code')
  const entries = readdirSync(folder).map((name) => join(folder, name))
  const whole = entries.map((file) => readFileSync(file).length)
  for (const file of entries) writeFileSync(file, readFileSync(file).subarray(100))
  const { stdout, status } = run(cache, ['ex1', answer])
  expect({ stdout, status }).toEqual({ stdout: first?.stdout, status: 0 })
  expect(entries.every((file) => readFileSync(file).length > 100)).toBe(true)
  expect(whole.length).toBe(5)
})

/** A thread that never says anything, and holds nobody up. */
const SILENT_THREAD = `
const threads = require('node:worker_threads')
threads.Worker = class extends require('node:events') {
  ref() {}
  unref() {}
  postMessage() {}
  async terminate() {}
}`

test('a run that only runs out of things to do has passed nobody', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-check-silent-'))
  const preload = join(folder, 'silent.cjs')
  writeFileSync(preload, SILENT_THREAD)
  // What calls functions with data runs in a thread from the first.
  const { status, stdout, stderr } = run(folder, ['ex9', autograd], ['--require', preload])
  expect({ status, stdout }).toEqual({ status: 5, stdout: '' })
  expect(stderr).toContain('it ended before there was a verdict')
})

test('V8 accepts what was kept, of a pass and then of a failure, which is kept once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-check-probe-'))
  const probe = join(folder, 'probe.cjs')
  writeFileSync(probe, PROBE)
  const cache = mkdtempSync(join(tmpdir(), 'mlp-check-cache-'))
  const wrong = join(root, 'solutions/ex01-tanh/mistakes/derivative-at-output.ts')
  const sizes: number[] = []
  const said = [answer, answer, wrong, wrong].map((file) => {
    const { stderr } = run(cache, ['ex1', file], ['--require', probe])
    sizes.push(sizeOf(cache))
    return stderr.split('\n').filter(Boolean).sort()
  })
  const files = ['cli', 'judge', 'rolldown', 'sandbox-room', 'start']
  const all = (word: string) => files.map((name) => `${name} ${word}`)
  expect(said).toEqual([[], all('accepted'), all('accepted'), all('accepted')])
  const [pass = 0, again, failure = 0, last] = sizes
  expect([again, last]).toEqual([pass, failure])
  expect(failure).toBeGreaterThan(pass)
})

test('what a command that judges nothing left is completed by one that judges', () => {
  const judged = (first: readonly string[]) => {
    const cache = mkdtempSync(join(tmpdir(), 'mlp-check-cache-'))
    mkdirSync(join(cache, 'code'), { mode: 0o700 })
    run(cache, first)
    for (const file of [answer, answer]) run(cache, ['ex1', file])
    return sizeOf(cache)
  }
  const [straight, after] = [['ex1', answer], ['list']].map(judged)
  expect(after).toBeGreaterThan(0.95 * (straight as number))
})

/** Bytes of all that is kept. */
function sizeOf(cache: string): number {
  const folder = join(cache, 'code')
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  return files.reduce((sum, { length }) => sum + length, 0)
}

test('the graders of a class run from it, and keep it where there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-check-probe-'))
  const probe = join(folder, 'probe.cjs')
  writeFileSync(probe, PROBE)
  const cache = mkdtempSync(join(tmpdir(), 'mlp-check-cache-'))
  const handed = mkdtempSync(join(tmpdir(), 'mlp-check-class-'))
  copyFileSync(answer, join(handed, 'ex1.ts'))
  const said = [1, 2].map(() => {
    const args = ['batch', handed, '--workers', '2']
    return run(cache, args, ['--require', probe]).stderr.match(/^(?:grader|sandbox-room) .*/gm)
  })
  expect(said).toEqual([null, ['grader accepted', 'grader accepted']])
})

test('Node has nothing to say of a class with many threads', () => {
  const cache = mkdtempSync(join(tmpdir(), 'mlp-check-cache-'))
  const handed = mkdtempSync(join(tmpdir(), 'mlp-check-class-'))
  copyFileSync(answer, join(handed, 'ex1.ts'))
  const { status, stderr } = run(cache, ['batch', handed, '--workers', '12'])
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.not.stringMatching(/node/i),
  })
})

test('what V8 kept under other flags is kept anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-check-probe-'))
  const probe = join(folder, 'probe.cjs')
  writeFileSync(probe, PROBE)
  const cache = mkdtempSync(join(tmpdir(), 'mlp-check-cache-'))
  run(cache, ['ex1', answer], ['--no-lazy-feedback-allocation'])
  const said = [1, 2].map(() => run(cache, ['ex1', answer], ['--require', probe]).stderr)
  expect(said[0]?.match(/refused/g)).toHaveLength(5)
  expect(said[1]?.match(/accepted/g)).toHaveLength(5)
})

const PROBE = `
const vm = require('node:vm')
vm.Script = class extends vm.Script {
  constructor(text, options) {
    super(text, options)
    if (!options?.cachedData) return
    const [name] = options.filename.split(/[\\\\/]/).at(-1).split(/[.]|-(?!room)/)
    process._rawDebug(name, this.cachedDataRejected ? 'refused' : 'accepted')
  }
}`
