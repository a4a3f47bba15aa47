import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Exercise } from '../../../src/exercise.ts'
import { createBackend } from '../../../src/node/backend.ts'
import { boundedBy, runReference } from '../../../src/node/run-reference.ts'
import { tableCache } from '../../../src/node/table-cache.ts'
import { loadPack } from '../../../src/pack/load.ts'
import { packageRoot } from '../../../src/package-root.ts'
import { NO_CACHE } from '../../../src/reference/cache.ts'
import { numbersIn, structureOf } from '../../../src/reference/trials/data.ts'
import { float32Tolerance } from '../../../src/reference/trials/steadiness.ts'
import { trialsFromJson, trialsToJson } from '../../../src/reference/trials/trial-file.ts'
import type { TrialRequest, TrialTable } from '../../../src/reference/trials/trial-table.ts'
import { trialTable } from '../../../src/reference/trials/trials.ts'
import type { Json } from '../../../src/report/report.ts'
import type { Backend } from '../../../src/tensorflow/backend.ts'
import { asked, exerciseWith } from './pack.ts'

const backend = createBackend('tfjs')
const unloadable: Backend = {
  ...backend,
  load: () => Promise.reject(new Error('TensorFlow.js was loaded')),
}
const folder = mkdtempSync(join(tmpdir(), 'trials '))
afterAll(() => rmSync(folder, { recursive: true }))

const table = (exercise: Exercise, request: TrialRequest): Promise<TrialTable> =>
  trialTable(exercise, request, { backend, cache: NO_CACHE, runReference })

const shipped = await loadPack(join(packageRoot(), 'exercises'))
const mlp = shipped.find(({ id }) => id === 'ex8') as Exercise
const gradient = asked('mlp', { check: 'backward-gradient', gradientIn: 1 })

interface Network {
  readonly W1: number[][]
  readonly b1: number[]
  readonly W2: number[][]
  readonly b2: number[]
}

/** By hand, in float64, and by loops: neither differences nor a tape. */
function backward(X: number[][], p: Network, dO: number[][]): Network {
  const zeros = { W1: p.W1, b1: p.b1, W2: p.W2, b2: p.b2 }
  const d = structuredClone(zeros)
  for (const part of [d.W1, d.W2]) for (const row of part) row.fill(0)
  d.b1.fill(0)
  d.b2.fill(0)
  const n = (value: number | undefined) => value as number
  for (const [i, x] of X.entries()) {
    const up = dO[i] as number[]
    for (let h = 0; h < p.b1.length; h++) {
      const z = x.reduce((sum, value, k) => sum + value * n(p.W1[k]?.[h]), 0) + n(p.b1[h])
      const dz = z > 0 ? up.reduce((sum, value, o) => sum + value * n(p.W2[h]?.[o]), 0) : 0
      d.b1[h] = n(d.b1[h]) + dz
      for (const [k, value] of x.entries()) (d.W1[k] as number[])[h] = n(d.W1[k]?.[h]) + value * dz
      for (const [o, value] of up.entries()) {
        ;(d.W2[h] as number[])[o] = n(d.W2[h]?.[o]) + Math.max(0, z) * value
      }
    }
    for (const [o, value] of up.entries()) d.b2[o] = n(d.b2[o]) + value
  }
  return d
}

/** How many trials a right answer of float64 is further from than a share of the tolerance. */
function refusals(
  { trials }: TrialTable,
  toleranceOf: (expected: Json) => { absolute: number; relative: number },
): number {
  return trials.filter(({ arguments: args, expected }) => {
    const [X, params, dO] = args as unknown as [number[][], Network, number[][]]
    const right = backward(X, params, dO) as unknown as Json
    const { absolute, relative } = toleranceOf(expected)
    const truths = numbersIn(expected)
    return numbersIn(right).some(
      (value, k) => !(Math.abs(value - Number(truths[k])) <= absolute + relative * Math.abs(value)),
    )
  }).length
}

/** The network again, told by TensorFlow.js alone, with many trials. */
const onlyTensors = exerciseWith(`
import { defineReference, drawMatrix, drawVector, drawWhole } from 'mlp-check/reference'
export const mlp = defineReference({
  summary: 'O', trials: 60,
  inputs: (random) => {
    const [n, d, h, q] = [1, 2, 3, 4].map(() => drawWhole(random, 1, 5))
    return [drawMatrix(random, n, d), {
      W1: drawMatrix(random, d, h), b1: drawVector(random, h),
      W2: drawMatrix(random, h, q), b2: drawVector(random, q),
    }]
  },
  compute: (tf, X, { W1, b1, W2, b2 }) =>
    tf.add(tf.matMul(tf.relu(tf.add(tf.matMul(X, W1), b1)), W2), b2),
})`)

describe('the gradients of a network', () => {
  test('are the same by differences, by TensorFlow.js and by hand, whatever is drawn', async () => {
    for (let seed = 0; seed < 12; seed++) {
      const drawn = await table(mlp, { ...gradient, seed })
      expect(drawn.by).toBe('float64')
      expect(drawn.agreement.disputed).toBe(0)
      expect(drawn.trials.length).toBeGreaterThan(36)
      expect(refusals(drawn, () => ({ absolute: 1e-6, relative: 1e-6 }))).toBe(0)
    }
  })

  test('refuse no right answer where float32 alone says what is right', async () => {
    let trials = 0
    for (let seed = 0; seed < 6; seed++) {
      const drawn = await table(onlyTensors, asked('mlp', { gradientIn: 1, seed }))
      expect(drawn.by).toBe('tensorflow')
      expect(refusals(drawn, float32Tolerance)).toBe(0)
      trials += drawn.trials.length
    }
    expect(trials).toBeGreaterThan(300)
  })

  test('are left out where a kink lies in a trial', async () => {
    for (const how of [
      'compute: (tf, x) => tf.relu(x)',
      'exact: (x) => x.map((v) => v > 0 ? v : 0)',
    ]) {
      const kinked = exerciseWith(`
        import { defineReference } from 'mlp-check/reference'
        export const relu = defineReference({
          summary: 's', trials: 4, inputs: (_, trial) => [[[1, 0, 1e-9, -3][trial], 2]], ${how} })`)
      const { trials, dropped } = await table(kinked, asked('relu', { gradientIn: 0 }))
      expect(dropped).toBe(2)
      expect(trials.map(({ arguments: [x] }) => x)).toEqual([
        [1, 2],
        [-3, 2],
      ])
    }
  })

  test('reach lists of matrices, numbers, and what the answer does not depend on', async () => {
    const net = exerciseWith(`
      import { defineReference } from 'mlp-check/reference'
      export const f = defineReference({
        summary: 's', trials: 1, inputs: () => [{ layers: [[[2]], [[3]]], scale: 5, idle: [7, 8] }],
        compute: (tf, { layers, scale }) => ({ out: tf.mul(scale, layers.reduce((a, b) => tf.matMul(a, b))) }),
        exact: ({ layers: [[[a]], [[b]]], scale }) => ({ out: [[a * b * scale]] }) })`)
    const { trials, agreement } = await table(net, asked('f', { gradientIn: 0 }))
    const [{ arguments: args, tensorflow } = { arguments: [], tensorflow: null }] = trials
    const { out } = args[1] as unknown as { out: [[number]] }
    const up = out[0][0]
    expect(agreement.disputed).toBe(0)
    const numbers = numbersIn(tensorflow as Json)
    for (const [k, expected] of [15 * up, 10 * up, 6 * up, 0, 0].entries()) {
      expect(numbers[k]).toBeCloseTo(expected, 4)
    }
  })
})

describe('a table of trials', () => {
  test('comes from the cache without TensorFlow.js and without the exercise’s code', async () => {
    const cache = tableCache(folder, 'build 1')
    const cold = await trialTable(mlp, gradient, { backend, cache, runReference })
    const codeless = { ...mlp, references: { script: 'throw 1', names: [] } }
    const warm = await trialTable(codeless, gradient, { backend: unloadable, cache, runReference })
    expect(structuredClone(cold)).toEqual(warm)
    for (const change of [{ sha256: 'edited' }, { id: 'ex88' }]) {
      const other = trialTable({ ...mlp, ...change }, gradient, {
        backend: unloadable,
        cache,
        runReference,
      })
      await expect(other).rejects.toThrow('was loaded')
    }
  })

  test('is computed anew where its entry was altered', async () => {
    const own = join(folder, 'altered')
    const cache = tableCache(own, 'build 1')
    const cold = await trialTable(mlp, gradient, { backend, cache, runReference })
    const name = readdirSync(own, { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith('.table'),
    )
    const file = join(own, name as string)
    writeFileSync(file, readFileSync(file, 'utf8').replace('expected', 'Expected'))
    expect(await trialTable(mlp, gradient, { backend, cache, runReference })).toEqual(cold)
  })

  test('keeps what JSON has no word for', async () => {
    const odd = exerciseWith(`
      import { defineReference } from 'mlp-check/reference'
      export const f = defineReference({
        summary: 's', trials: 1, inputs: () => [[-0, NaN]], exact: (x) => [Infinity, ...x],
        mistakes: { none: () => { throw new Error('impossible') }, same: (x) => x } })`)
    const drawn = await table(odd, asked('f'))
    const back = trialsFromJson(JSON.parse(JSON.stringify(trialsToJson(drawn))))
    expect(back).toEqual(structuredClone(drawn))
    expect(drawn.trials[0]?.mistakes).toEqual({ none: null, same: [-0, Number.NaN] })
    expect(drawn.trials[0]?.expected).toEqual([Infinity, -0, Number.NaN])
  })

  test('is not disputed for what float32 cannot hold apart', async () => {
    const minibatch = shipped.find(({ id }) => id === 'ex7') as Exercise
    const { trials, agreement } = await table(minibatch, asked('standardize'))
    const near = trials.find(({ arguments: [X] }) => JSON.stringify(X).includes('8.0000000'))
    expect(near).toMatchObject({ expected: [[-1], [1]], tensorflow: [[0], [0]], disputed: false })
    expect(agreement.disputed).toBe(0)
  })

  test('needs no TensorFlow.js for a reference that has only float64', async () => {
    const rank = shipped.find(({ id }) => id === 'ex6') as Exercise
    const services = { backend: unloadable, cache: NO_CACHE, runReference }
    const { trials } = await trialTable(rank, asked('matrixRank'), services)
    expect(trials).toHaveLength(43 + 40)
  })

  test('counts the trials that the two references dispute, and goes by float64', async () => {
    const off = exerciseWith(`
      import { defineReference } from 'mlp-check/reference'
      export const f = defineReference({
        summary: 's', trials: 3, inputs: (_, trial) => [[trial]],
        compute: (tf, x) => tf.mul(x, x), exact: ([x]) => [x] })`)
    const { trials, agreement } = await table(off, asked('f'))
    expect(agreement).toEqual({ disputed: 1, largest: 0 })
    expect(trials.map(({ disputed }) => disputed)).toEqual([false, false, true])
    expect(trials[2]?.expected).toEqual([2])
  })
})

describe('a reference that is at fault', () => {
  const define = (body: string) => `import { defineReference } from 'mlp-check/reference'
export const f = defineReference({
  summary: 's', trials: 2,
  ${body}
})`
  test.each([
    ['throws when it is loaded', 'export const f = 1\nnull.x', /reference\.ts:2:6: TypeError/],
    ['is none', 'export const f = 1', /f is no reference/],
    ['draws nothing', define('input: () => [[1]], exact: (x) => x,'), /f has no inputs: /],
    ['says nothing', define('inputs: () => [],'), /has neither compute nor exact/],
    [
      'throws in exact',
      define('inputs: () => [[1]],\n  exact: (x) => x.a.b,'),
      /reference\.ts:5:21: TypeError/,
    ],
    [
      'throws in TensorFlow.js',
      define('inputs: () => [[1]],\n  compute: (tf, x) => tf.matMul(x, [[1]]),'),
      /reference\.ts:5:\d+: Error/,
    ],
    [
      'alters its arguments',
      define('inputs: () => [[2, 1]],\n  exact: (x) => x.sort(),'),
      /reference\.ts:5:\d+: TypeError/,
    ],
    [
      'gives two forms',
      define('inputs: () => [[1]], compute: (tf, x) => tf.sum(x), exact: (x) => x,'),
      /another form/,
    ],
    ['gives no data', define('inputs: () => [1], exact: () => undefined,'), /undefined/],
    [
      'gives NaN everywhere',
      define('inputs: () => [[1, 2]], exact: (x) => x.map(() => NaN),'),
      /f gives NaN/,
    ],
    [
      'gives NaN everywhere on TensorFlow.js',
      define('inputs: () => [[1, 2]], compute: (tf, x) => tf.sqrt(tf.sub(0, x)),'),
      /f gives NaN/,
    ],
    [
      'has vectors of different lengths in a list',
      define('inputs: () => [[[1], [2, 3]]], compute: (tf, x) => x[0],'),
      /put each vector into an object/,
    ],
  ])('%s: the exercise is blamed, at its line', async (_, text, message) => {
    await expect(table(exerciseWith(text), asked('f'))).rejects.toThrow(message)
    await expect(table(exerciseWith(text), asked('f'))).rejects.toMatchObject({
      name: 'SpecError',
      problems: [{ file: 'ex00-trial/reference.ts' }],
    })
  })
})

test('a reference without numbers is no gradient at a kink', async () => {
  const nowhere = exerciseWith(`import { defineReference } from 'mlp-check/reference'
export const f = defineReference({ summary: 's', trials: 2, inputs: () => [[1]], exact: () => [NaN] })`)
  const slope = asked('f', { check: 'f-gradient', gradientIn: 0 })
  await expect(table(nowhere, slope)).rejects.toThrow(/f gives NaN in every trial/)
})

test('a reference that never ends is ended', async () => {
  const endless = exerciseWith(`import { defineReference } from 'mlp-check/reference'
export const f = defineReference({ summary: 's', trials: 2, inputs: () => [[1]],
  exact: () => { for (;;) try { for (;;) {} } catch {} } })`)
  const services = { backend, cache: NO_CACHE, runReference, bounded: boundedBy(0.2) }
  const asking = trialTable(endless, asked('f'), services)
  await expect(asking).rejects.toThrow(/reference\.ts: RangeError: it had not come back after 0\.2/)
  await expect(asking).rejects.toMatchObject({ name: 'SpecError' })
})

test('a structure has no numbers', () => {
  expect(structureOf({ a: [1, Number.NaN] })).toBe(structureOf({ a: [2, -0] }))
  expect(structureOf([[1, 2]])).not.toBe(structureOf([1, 2]))
})
