import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { lintPack } from '../../src/lint/lint-pack.ts'
import { openSandbox } from '../../src/node/sandbox.ts'
import { folderPack } from '../../src/pack/pack.ts'
import { packageRoot } from '../../src/package-root.ts'
import { benchFor } from './bench.ts'

/** Exercises that were made loose on purpose, each in a way of its own: a wrong answer would earn points. */
const sandbox = openSandbox()
const root = await mkdtemp(join(tmpdir(), 'mlp-check-loose-'))
afterAll(() => Promise.all([sandbox.close(), rm(root, { recursive: true })]))

const PACK = join(packageRoot(), 'packs/d2l-more')

/** One change to one file of an exercise of the cookbook, and what lint says of it. */
type Loosened = readonly [
  name: string,
  exercise: string,
  file: 'exercise.yaml' | 'reference.ts',
  from: string | RegExp,
  to: string,
  says: RegExp,
]

const wide = (size: string) => `tolerance: { float64: ${size}, absolute: ${size} }`

const LOOSE: readonly Loosened[] = [
  [
    'a tolerance beyond all values',
    'rbf',
    'exercise.yaml',
    'function: rbf, points: 3',
    `function: rbf, points: 3, ${wide('1')}`,
    /constant .* passes rbf-value/,
  ],
  [
    'a tolerance of half the variation',
    'rbf',
    'exercise.yaml',
    'function: rbf, points: 3',
    `function: rbf, points: 3, ${wide('0.5')}`,
    /constant 0\.5 passes rbf-value/,
  ],
  [
    'a tolerance of a tenth',
    'rbf',
    'exercise.yaml',
    'function: rbf, points: 3',
    `function: rbf, points: 3, ${wide('0.1')}`,
    /off by .* everywhere passes rbf-value/,
  ],
  [
    'a tolerance of a hundredth',
    'rbf',
    'exercise.yaml',
    'function: drbf, points: 5',
    `function: drbf, points: 5, ${wide('0.02')}`,
    /no check refuses drbf = |off by .* everywhere passes drbf/,
  ],
  [
    'a tolerance of a thousand',
    'huber',
    'exercise.yaml',
    'function: huber, points: 4',
    `function: huber, points: 4, ${wide('1000')}`,
    /constant .* passes huber-value/,
  ],
  [
    'a derivative within 4',
    'huber',
    'exercise.yaml',
    'function: dhuber, points: 6',
    `function: dhuber, points: 6, ${wide('4')}`,
    /constant .* passes dhuber-derivative/,
  ],
  [
    'a schedule within a half',
    'warm-up',
    'exercise.yaml',
    'function: rate, points: 4',
    `function: rate, points: 4, ${wide('0.5')}`,
    /constant 0\.5 passes rate-value/,
  ],
  [
    'a slope that is small anyway',
    'warm-up',
    'exercise.yaml',
    'function: drate, points: 5',
    `function: drate, points: 5, ${wide('0.3')}`,
    /constant .* passes drate-derivative/,
  ],
  [
    'a variance within a million',
    'dropout',
    'exercise.yaml',
    'function: varianceAfter, points: 5',
    `function: varianceAfter, points: 5, ${wide('1000000')}`,
    /constant .* passes varianceafter-value/,
  ],
  [
    'a domain without the line',
    'huber',
    'exercise.yaml',
    'domain: [-20, 20]',
    'domain: [-0.4, 0.4]',
    /square-everywhere is the right answer of huber/,
  ],
  [
    'a domain of one side',
    'huber',
    'exercise.yaml',
    'domain: [-20, 20]',
    'domain: [5, 20]',
    /delta has one value only|slope-one is the right answer|no check refuses/,
  ],
  [
    'a domain beside the bell',
    'rbf',
    'exercise.yaml',
    'domain: [-5, 5]',
    'domain: [12, 20]',
    /constant 0 passes rbf-value|constant .* passes drbf/,
  ],
  [
    'a domain of nearly a point',
    'rbf',
    'exercise.yaml',
    'domain: [-5, 5]',
    'domain: [0, 0.000001]',
    /passes|no check refuses/,
  ],
  [
    'one value of a parameter',
    'rbf',
    'exercise.yaml',
    'values: [0.1, 0.5, 1, 2]',
    'values: [1]',
    /gamma has one value only/,
  ],
  [
    'one value of delta',
    'huber',
    'exercise.yaml',
    'values: [0.5, 1, 1.5, 4]',
    'values: [1]',
    /delta has one value only|slope-one is the right answer|no check refuses/,
  ],
  [
    'one value of p',
    'dropout',
    'exercise.yaml',
    'values: [0.1, 0.25, 0.5, 0.8]',
    'values: [0.5]',
    /p has one value only/,
  ],
  [
    'no comparing check',
    'rbf',
    'exercise.yaml',
    '  - { kind: derivative, function: drbf, points: 5 }\n',
    '',
    /promises 8 points/,
  ],
  [
    'a comparing check that only warns',
    'rbf',
    'exercise.yaml',
    'kind: derivative, function: drbf, points: 5',
    'kind: derivative, function: drbf, points: 5, severity: warning',
    /no check takes the points of drbf/,
  ],
  [
    'a kind that compares nothing',
    'dropout',
    'exercise.yaml',
    'kind: value, function: meanAfter',
    'kind: stability, function: meanAfter',
    /no check takes the points of meanAfter/,
  ],
  [
    'points for a part of the points',
    'warm-up',
    'exercise.yaml',
    'function: drate, points: 5',
    'function: drate, points: 5, partial: by-point, tolerance: { float64: 0.02, absolute: 0.02 }',
    /earns a part of its points|no check refuses/,
  ],
  [
    'points for one parameter',
    'rbf',
    'exercise.yaml',
    'function: rbf, points: 3 }',
    'function: rbf, points: 3, partial: by-parameter, tolerance: { float64: 0.46, absolute: 0.46 } }',
    /earns a part of its points|no check refuses/,
  ],
  [
    'a mistake that is right',
    'rbf',
    'exercise.yaml',
    '"-gamma * x * exp(-gamma * x ** 2)"',
    '"-gamma * exp(-gamma * x ** 2) * 2 * x"',
    /right answer of drbf in another form/,
  ],
  [
    'a step within a thousand',
    'adam',
    'exercise.yaml',
    'reference: positions',
    'reference: positions, tolerance: { absolute: 1000, relative: 0 }',
    /passes when|is called a mistake|no check refuses/,
  ],
  [
    'weights within one',
    'attention',
    'exercise.yaml',
    'reference: weights',
    'reference: weights, tolerance: { absolute: 1, relative: 0 }',
    /is called a mistake|no check refuses/,
  ],
  [
    'a gradient within a thousand',
    'layer-norm',
    'exercise.yaml',
    'kind: gradient, function: dlayerNorm, points: 6, reference: norm',
    'kind: gradient, function: dlayerNorm, points: 6, reference: norm, tolerance: { absolute: 1000, relative: 0 }',
    /is called a mistake|no check refuses/,
  ],
  [
    'a loss within two',
    'cross-entropy',
    'exercise.yaml',
    'reference: loss',
    'reference: loss, tolerance: { absolute: 5000, relative: 0 }',
    /passes whoever always answers/,
  ],
  [
    'one trial of zeros',
    'cross-entropy',
    'reference.ts',
    /export const loss = ([\s\S]*?)corners: CORNERS,\n {2}trials: 30/,
    'export const loss = $1corners: [[[0, 0], 1]],\n  trials: 0',
    /passes whoever always answers|no check refuses/,
  ],
  [
    'no corner with a second step',
    'adam',
    'reference.ts',
    /corners: \[[\s\S]*?\n {2}\],\n {2}trials: 30/,
    'corners: [[[1], 0.1]],\n  trials: 0',
    /no check refuses|is called a mistake/,
  ],
  [
    'only one class',
    'cross-entropy',
    'reference.ts',
    'trials: 30,\n  inputs,\n  exact: (z, y) => softmax',
    'trials: 0,\n  inputs,\n  exact: () => [1], unused: (z: Vector, y: number) => softmax',
    /dcrossentropy-call passes whoever always answers \[1\]/,
  ],
  [
    'only kernels of one number',
    'convolution',
    'reference.ts',
    /corners: CORNERS,\n {2}trials: 30/,
    'corners: [[[3, 1], [2]], [[1], [1]]],\n  trials: 0',
    /no check refuses|is called a mistake/,
  ],
  [
    'only programs without a step',
    'momentum',
    'reference.ts',
    /corners: CORNERS,\n {2}trials: 30/,
    "corners: [[make('a', 2, 0.1, 0.9), read('a')]],\n  trials: 0",
    /no check refuses|is called a mistake/,
  ],
  [
    'a branch of the reference that no trial takes',
    'cross-entropy',
    'reference.ts',
    'exact: (z, y) => logSum(z) - (z[y] ?? 0),',
    'exact: (z, y) => { if (z.length === 77) return 1\n return logSum(z) - (z[y] ?? 0) },',
    /no trial takes the branch `if \(z\.length === 77\)`/,
  ],
  [
    'a piece of the formula that no point reaches',
    'huber',
    'exercise.yaml',
    'formula: "abs(x) <= delta ? x ** 2 / 2 : delta * (abs(x) - delta / 2)"',
    'formula: "abs(x) > 50 ? 7 : abs(x) <= delta ? x ** 2 / 2 : delta * (abs(x) - delta / 2)"',
    /no point reaches the piece of huber where abs\(x\) > 50/,
  ],
]

async function problemsOf(exercise: string, change: (file: string) => Promise<void>) {
  for (const side of ['exercises', 'solutions']) {
    await rm(join(root, side), { recursive: true, force: true })
    await cp(join(PACK, side, exercise), join(root, side, exercise), { recursive: true })
  }
  const folder = join(root, 'exercises')
  await change(join(folder, exercise))
  const pack = await folderPack(folder, 'loose')
  const problems: string[] = []
  for await (const result of lintPack(benchFor(folder, sandbox), pack)) {
    problems.push(...result.problems.map(({ message }) => message))
  }
  return problems
}

describe('lint finds an exercise that was made loose', () => {
  test('in thirty ways', () => expect(LOOSE.length).toBeGreaterThanOrEqual(30))

  test.each(LOOSE)('%s', async (_, exercise, file, from, to, says) => {
    const problems = await problemsOf(exercise, async (folder) => {
      const text = await readFile(join(folder, file), 'utf8')
      const loosened = text.replace(from, to)
      expect(loosened).not.toBe(text)
      await writeFile(join(folder, file), loosened)
    })
    expect(problems.join('\n')).toMatch(says)
  })
})
