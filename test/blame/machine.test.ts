import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import type { RunReport } from '../../src/report/report.ts'
import { PATIENCE } from '../patience.ts'

const RIGHT =
  'export const tanh = (x: number): number => Math.tanh(x)\nexport const dtanh = (x: number): number => 1 - tanh(x) ** 2\n'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlp-check-blame-'))
  writeFileSync(join(folder, 'ex1.ts'), RIGHT)
  writeFileSync(
    join(folder, 'deep.ts'),
    `JSON.parse('['.repeat(12000) + ']'.repeat(12000))\n${RIGHT}`,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as it lies at `root`, after a few words of the shell. */
function run(words: readonly string[], { shell = '', root = packageRoot() } = {}): Ended {
  const command = [process.execPath, join(root, 'bin/mlp-check.js'), ...words]
  const script = `${shell}\nexec "$@"`
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', ...command], {
    cwd: folder,
    encoding: 'utf8',
    timeout: PATIENCE.waitMs,
  })
  return { code: status, stdout, stderr }
}

const CHECK = ['ex1', '--no-types', '--reporter', 'json']

/** A right answer passed, or the machine is blamed and the student told nothing else. */
function expectNoBlame({ code, stdout, stderr }: Ended): 'passed' | 'errored' {
  const text = `${code} ${stdout.slice(0, 2000)} ${stderr}`
  expect([0, 5], text).toContain(code)
  if (stdout === '') {
    expect(stderr).toMatch(/^mlp-check: .+\n {2}\S/)
    return 'errored'
  }
  const [submission] = (JSON.parse(stdout) as RunReport).submissions
  expect(submission?.checks.filter(({ status }) => status === 'failed')).toEqual([])
  expect(submission?.status).toBe(code === 0 ? 'passed' : 'errored')
  expect(stdout).not.toMatch(/^\s+at .+:\d+:\d+/m)
  return code === 0 ? 'passed' : 'errored'
}

describe.skipIf(process.platform === 'win32')('what the shell allows', () => {
  it.each([1_000_000, 4_000_000, 8_000_000, 12_000_000, 14_000_000, 24_000_000])(
    'ulimit -v %i',
    (kilobytes) => {
      const ended = run(CHECK, { shell: `ulimit -v ${kilobytes}` })
      // Below a gigabyte or two Node itself does not start.
      if (ended.code !== 0 && ended.stdout === '' && !ended.stderr.startsWith('mlp-check')) {
        expect(kilobytes).toBeLessThan(2_000_000)
      } else expectNoBlame(ended)
    },
  )

  it.each([18, 20, 22, 24, 26, 28, 30, 40])('ulimit -n %i', (descriptors) => {
    expectNoBlame(run(CHECK, { shell: `ulimit -n ${descriptors}` }))
  })

  it.runIf(process.platform === 'linux')('a batch takes the graders that fit, and says so', () => {
    const words = ['batch', '.', '--exercise', 'ex1', '--workers', '8']
    const { code, stderr } = run(words, { shell: 'ulimit -v 4000000' })
    expect([0, 5], stderr).toContain(code)
    expect(stderr).toMatch(/^graders at once: 1, not 8, .+\(ulimit -v\)$/m)
  })

  it.runIf(process.platform === 'linux')(
    'a batch speaks of no graders where a queue has its own',
    () => {
      const words = [
        'batch',
        '.',
        '--exercise',
        'ex1',
        '--queue',
        'postgres://a@queue.invalid/jobs',
      ]
      const { code, stderr } = run(words, { shell: 'ulimit -v 4000000' })
      expect([2, 5], stderr).toContain(code)
      expect(stderr).toMatch(/^mlp-check: (the queue|this machine could not go on: there is too)/)
      expect(stderr).not.toMatch(/graders at once|own fault/)
    },
  )

  it.runIf(process.platform === 'linux')('doctor says where nothing can be kept', () => {
    const { code, stdout } = run(['doctor'], { shell: 'export XDG_CACHE_HOME=/proc/none' })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^cache +\/proc\/none\/mlp-check cannot be written to/m)
  })

  it('at least says so where doctor is asked', () => {
    const { code, stdout } = run(['doctor'], { shell: 'ulimit -v 8000000' })
    expect(code).toBe(5)
    expect(stdout).toMatch(
      /^judging +does not work here: a right answer to ex1 cannot be judged: this machine has not enough memory.*\n +Allow more memory/m,
    )
  })
})

const WORKER = 'dist/sandbox-worker.cjs'
const dies = (how: string) => (root: string) => writeFileSync(join(root, WORKER), how)
const PORT = "const { parentPort } = require('node:worker_threads')\n"
const READY =
  "parentPort.on('message', (m) => { if (m.kind === 'engine') parentPort.postMessage({ id: 0, ready: true })"

/** A right answer that goes deeper than the main thread's stack, and so is judged in a thread. */
const IN_THREAD = ['ex1', 'deep.ts', ...CHECK.slice(1)]

const ROOM = 'dist/sandbox-room.cjs'
const BREAKS: readonly (readonly [what: string, breakIt: (root: string) => void])[] = [
  ['the engine is gone', (root) => rmSync(join(root, 'dist/quickjs.wasm'))],
  ['the engine is cut off', (root) => truncateSync(join(root, 'dist/quickjs.wasm'), 1000)],
  ['the engine is empty', (root) => truncateSync(join(root, 'dist/quickjs.wasm'), 0)],
  ['the image is gone', (root) => rmSync(join(root, 'dist/quickjs.image'))],
  ['the image is cut off', (root) => truncateSync(join(root, 'dist/quickjs.image'), 5000)],
  ['the image is empty', (root) => truncateSync(join(root, 'dist/quickjs.image'), 0)],
  [
    'the image is another one',
    (root) => writeFileSync(join(root, 'dist/quickjs.image'), Buffer.alloc(9999, 7)),
  ],
  ['the sandbox’s code is gone', (root) => rmSync(join(root, ROOM))],
  ['the sandbox’s code is cut off', (root) => truncateSync(join(root, ROOM), 3000)],
]

const THREAD_BREAKS: typeof BREAKS = [
  ['the thread is gone', (root) => rmSync(join(root, WORKER))],
  ['the thread does not parse', dies('{{{')],
  ['the thread throws', dies("throw new Error('no')")],
  ['the thread ends at once', dies('process.exit(0)')],
  ['the thread lacks a package', dies("require('left-pad-of-nowhere')")],
  ['the thread ends when it is asked', dies(`${PORT}${READY}; else process.exit(1) })`)],
  ['the thread throws when it is asked', dies(`${PORT}${READY}; else throw new Error('later') })`)],
  ['the thread answers nothing', dies(`${PORT}${READY} })`)],
  [
    'the thread has too small a stack',
    (root) => {
      const text = readFileSync(join(root, WORKER), 'utf8')
      writeFileSync(join(root, WORKER), `(function f() { f() })();\n${text}`)
    },
  ],
]

const judged = [
  ...BREAKS.map((one) => [...one, CHECK] as const),
  ...THREAD_BREAKS.map((one) => [...one, IN_THREAD] as const),
]

describe.each(judged)('where %s', (_what, breakIt, words) => {
  let root: string
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'mlp-check-broken-'))
    for (const name of ['bin', 'dist', 'exercises', 'package.json']) {
      cpSync(join(packageRoot(), name), join(root, name), { recursive: true })
    }
    symlinkSync(join(packageRoot(), 'node_modules'), join(root, 'node_modules'))
    breakIt(root)
  })
  afterAll(() => rmSync(root, { recursive: true }))

  it('a right answer is not judged, and nobody but the machine is blamed', () => {
    expect(expectNoBlame(run(words, { root }))).toBe('errored')
  })

  it('doctor says so', () => {
    const { code, stdout, stderr } = run(['doctor'], { root })
    expect(code, stderr).toBe(5)
    expect(stdout).toMatch(/^judging +does not work here: .+\n +\S/m)
  })
})

describe('a thread that is lost to the submission', () => {
  it('is the submission’s, for a fresh one still works', () => {
    writeFileSync(
      join(folder, 'lost.ts'),
      RIGHT.replace('Math.tanh(x)', 'new Array(2 ** 32 - 1).indexOf(x)'),
    )
    const { code, stdout } = run(['ex1', 'lost.ts', '--no-types', '--reporter', 'json'])
    const [submission] = (JSON.parse(stdout) as RunReport).submissions
    expect(code).toBe(3)
    expect(submission).toMatchObject({ status: 'failed', score: 0 })
    expect(submission?.checks[0]).toMatchObject({ cause: 'did-not-finish' })
  })
})

const mounts = () =>
  process.getuid?.() === 0 &&
  spawnSync('sh', [
    '-c',
    'd=$(mktemp -d) && mount -t tmpfs -o size=64k none $d && umount $d && rmdir $d',
  ]).status === 0

describe.skipIf(!mounts())('on a disk that is full', () => {
  it('a right answer passes: what cannot be kept is worked out again', () => {
    const disk = mkdtempSync(join(tmpdir(), 'mlp-check-full-'))
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', disk])
    try {
      const shell = `head -c 60000 /dev/zero >${disk}/full; export XDG_CACHE_HOME=${disk} TMPDIR=${disk}`
      expect(expectNoBlame(run(CHECK, { shell }))).toBe('passed')
    } finally {
      spawnSync('umount', [disk])
      rmSync(disk, { recursive: true })
    }
  })
})
