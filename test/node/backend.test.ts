import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findNativeAddon } from '../../src/node/native-addon.ts'
import { packageRoot } from '../../src/package-root.ts'
import { needing } from '../machine.ts'

/**
 * Each state of @tensorflow/tfjs-node is laid out on disk as npm leaves it, and the loader is run in
 * a process of its own, because a process can only ever hold one TensorFlow.js.
 */
let root = ''

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'an install with ü '))
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  const bundle = await rolldown({
    input: {
      backend: join(packageRoot(), 'src/node/backend.ts'),
      handles: join(packageRoot(), 'src/tensorflow/handles.ts'),
    },
    platform: 'node',
    logLevel: 'silent',
  })
  await bundle.write({ dir: join(root, 'dist'), format: 'esm' })
  await bundle.close()
  cpSync(
    join(packageRoot(), 'dist/tensorflow-embedded.cjs'),
    join(root, 'dist/tensorflow-embedded.cjs'),
  )
  writeFileSync(join(root, 'run.js'), RUN)
})

afterAll(() => rmSync(root, { recursive: true }))
beforeEach(() => rmSync(join(root, 'node_modules'), { recursive: true, force: true }))

const RUN = `
import { createRequire } from 'node:module'
const util = createRequire(import.meta.url)('node:util')
if (process.argv[3] === 'like Node 23') { delete util.isNullOrUndefined; delete util.isArray }
const { createBackend } = await import('./dist/backend.js')
try {
  const backend = createBackend(process.argv[2], import.meta.dirname)
  const before = backend.report()
  const tf = await backend.load()
  const grad = tf.tidy(() => tf.valueAndGrad((x) => tf.tanh(x))(tf.tensor1d([0.5])).grad.dataSync()[0])
  const selected = tf.tidy(() =>
    tf.valueAndGrad((x) => tf.where(tf.greater(x, 0), x, tf.mul(x, 3)))(tf.tensor1d([-1])).grad.dataSync()[0])
  const { guestGradients } = await import('./dist/handles.js')
  const vector = { shape: [2], values: Float32Array.of(-2, 3) }
  const guest = guestGradients(tf, [vector], ([handle], table) => {
    const negative = { handle: table.apply('minimum', [{ handle }, 0]) }
    const leak = { handle: table.apply('mul', [negative, 0.25]) }
    return table.apply('add', [{ handle: table.apply('relu', [{ handle }]) }, leak])
  })
  console.log(JSON.stringify({ guest: [...guest.gradients[0].values], before, after: backend.report(), other: backend.other(), engine: tf.getBackend(), grad, selected }))
} catch (error) {
  console.log(JSON.stringify({ error: error.name, message: error.message, advice: error.advice }))
}
`

function run(choice: string, ...more: string[]) {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'run.js'), choice, ...more], {
    encoding: 'utf8',
  })
  return { ...JSON.parse(stdout), stderr }
}

const folder = () => join(root, 'node_modules', '@tensorflow', 'tfjs-node')
const binary = () => join(folder(), 'lib', 'napi-v8', 'tfjs_binding.node')

function lay(script: string): void {
  mkdirSync(folder(), { recursive: true })
  writeFileSync(
    join(folder(), 'package.json'),
    '{"name":"@tensorflow/tfjs-node","version":"4.99.0","main":"index.cjs"}',
  )
  writeFileSync(join(folder(), 'index.cjs'), script)
}

function layBinary(from: string | undefined): void {
  mkdirSync(dirname(binary()), { recursive: true })
  if (from === undefined) writeFileSync(binary(), 'not a shared library')
  else cpSync(from, binary())
}

/** Some addon that does load on this machine, in the place of a sound one. */
function soundAddon(): string {
  const require = createRequire(join(packageRoot(), 'package.json'))
  const scope = join(dirname(require.resolve('rolldown/package.json')), '..', '@rolldown')
  const files = readdirSync(scope, { recursive: true, encoding: 'utf8' })
  const file = files.find((name) => name.endsWith('.node'))
  if (file === undefined) throw new Error(`no addon below ${scope}`)
  return join(scope, file)
}

const EMBEDDED = {
  engine: 'cpu',
  stderr: '',
  selected: 3,
  guest: [0.25, 1],
  after: { name: 'tfjs' },
}

describe('where @tensorflow/tfjs-node is absent', () => {
  it('auto grades with the embedded backend and says why, and how to get the other', () => {
    const result = run('auto')
    expect(result).toMatchObject(EMBEDDED)
    expect(result.after.why).toBe('@tensorflow/tfjs-node is not installed')
    expect(result.other.name).toBe('tfjs-node')
    expect(result.other.command).toMatch(/^node ".*build-tfjs-node\.js"$/)
    expect(result.grad).toBeCloseTo(0.7864477, 6)
  })

  it('asking for it is refused, with the command that enables it', () => {
    expect(run('tfjs-node')).toMatchObject({
      error: 'UsageError',
      message: expect.stringContaining('not installed'),
      advice: expect.stringContaining('build-tfjs-node.js'),
    })
  })
})

describe('where it is installed without its addon', () => {
  beforeEach(() => lay('throw new Error("its JavaScript was loaded")'))

  it('auto does not load any of it', () => {
    const result = run('auto')
    expect(result).toMatchObject(EMBEDDED)
    expect(result.after.why).toContain('without its native addon')
    expect(result.other.command).toMatch(/^node ".*build-tfjs-node\.js"$/)
  })

  it('asking for it is refused', () => {
    expect(run('tfjs-node')).toMatchObject({ error: 'UsageError' })
  })
})

describe('where its addon is broken', () => {
  beforeEach(() => {
    lay('throw new Error("its JavaScript was loaded")')
    layBinary(undefined)
  })

  it('auto falls back before any of its JavaScript runs', () => {
    const result = run('auto')
    expect(result.before.name).toBe('tfjs-node')
    expect(result).toMatchObject(EMBEDDED)
    expect(result.after.why).toBe('the native addon does not load (ERR_DLOPEN_FAILED)')
  })

  it('asking for it is refused', () => {
    const result = run('tfjs-node')
    expect(result).toMatchObject({ error: 'UsageError' })
    expect(result.message).toContain('ERR_DLOPEN_FAILED')
  })
})

describe('where the addon loads', () => {
  /** The real core stands in for tfjs-node's JavaScript, with what that does on the way. */
  const core = JSON.stringify(
    createRequire(join(packageRoot(), 'package.json')).resolve('@tensorflow/tfjs-core'),
  )
  const cpu = JSON.stringify(
    createRequire(join(packageRoot(), 'package.json')).resolve('@tensorflow/tfjs-backend-cpu'),
  )

  it('but its JavaScript fails, auto starts afresh with one copy of the core', () => {
    lay(`require(${core}); require(${cpu}); throw new Error('no backend')`)
    layBinary(soundAddon())
    const result = run('auto')
    expect(result).toMatchObject(EMBEDDED)
    expect(result.after.why).toBe('the native addon does not load (no backend)')
  })

  it('what newer releases of Node have removed is there again', () => {
    lay(`
      const util = require('util')
      if (!util.isNullOrUndefined(undefined) || !util.isArray([])) throw new Error('unequal')
      throw new Error('as it should be')
    `)
    layBinary(soundAddon())
    expect(run('auto', 'like Node 23').after.why).toContain('(as it should be)')
  })

  it('the embedded backend can still be asked for', () => {
    lay('throw new Error("its JavaScript was loaded")')
    layBinary(soundAddon())
    expect(run('tfjs')).toMatchObject({ ...EMBEDDED, other: { command: '--backend tfjs-node' } })
  })
})

const real = findNativeAddon(packageRoot())

needing('the addon of tfjs-node', real.kind === 'present').describe(
  'the real native backend',
  () => {
    beforeEach(() => {
      mkdirSync(dirname(folder()), { recursive: true })
      if (real.kind === 'present') symlinkSync(real.folder, folder(), 'junction')
    })

    it.each([['this Node'], ['like Node 23']])('grades on %s', (...more) => {
      const result = run('auto', ...more)
      expect(result).toMatchObject({
        ...{ engine: 'tensorflow', stderr: '', selected: 3, guest: [0.25, 1] },
      })
      expect(result.after).toEqual(result.before)
      expect(result.after.name).toBe('tfjs-node')
      expect(result.grad).toBeCloseTo(0.7864477, 6)
    })

    it('loads in worker threads too, one after another', () => {
      const program = `
      import { Worker } from 'node:worker_threads'
      for (const _ of [1, 2]) {
        await new Promise((done, fail) => {
          const worker = new Worker('./run.js', { argv: ['tfjs-node'] })
          worker.on('error', fail).on('exit', done)
        })
      }
    `
      writeFileSync(join(root, 'workers.js'), program)
      const { stdout } = spawnSync(process.execPath, [join(root, 'workers.js')], {
        cwd: root,
        encoding: 'utf8',
      })
      const engines = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).engine)
      expect(engines).toEqual(['tensorflow', 'tensorflow'])
    })
  },
)
