import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { ELSEWHERE, NAMESPACES } from '../../src/tensorflow/elsewhere.ts'
import { type Form, isOffered, OPERATIONS } from '../../src/tensorflow/handle-operations.ts'
import { guestGradients, type TensorData } from '../../src/tensorflow/handles.ts'
import { methodNames } from '../../src/tensorflow/refusals.ts'
import type { HandleArgument } from '../../src/tensorflow/trace.ts'
import { services } from '../reference/exercise-fixture.ts'

const tf = await services.backend.load()

const tensor = (shape: number[], ...values: number[]): TensorData => ({
  shape,
  values: Float32Array.from(values),
})
const INPUTS = [tensor([2, 2], 0.3, -1.25, 2.5, -0.75), tensor([2, 2], 1.5, 0.375, -0.625, 2.25)]
const [X, Y] = [{ handle: 0 }, { handle: 1 }]
/** A mask: x as a bool tensor is true wherever it is not 0. */
const MASK = { bool: 0 }
const LIST = { whole: [1, 0] }

type Given = HandleArgument | { readonly bool: number } | { readonly whole: readonly number[] }

/** What an operation is tried on, where two tensors alone do not do. */
const OPERANDS: { readonly [name: string]: readonly (readonly unknown[])[] } = {
  addN: [[[X, Y, X]]],
  all: [[MASK]],
  any: [[MASK, 1]],
  argMax: [[X, 1]],
  argMin: [[X, 0]],
  as2D: [[X, 4, 1]],
  as3D: [[X, 1, 4, 1]],
  as4D: [[X, 1, 2, 2, 1]],
  asType: [
    [X, 'int32'],
    [X, 'bool'],
  ],
  broadcastTo: [[X, [3, 2, 2]]],
  cast: [
    [X, 'int32'],
    [X, 'float32'],
  ],
  clipByValue: [[X, -1, 1]],
  concat: [
    [[X, Y], 1],
    [X, Y, 1],
  ],
  cumsum: [
    [X, 1],
    [X, 0, true, true],
  ],
  expandDims: [[X, 1]],
  eye: [[3], [2, 3]],
  fill: [[[2, 2], 3]],
  gather: [[X, LIST, 1]],
  leakyRelu: [[X], [X, 0.3]],
  linspace: [[0, 1, 5]],
  logSumExp: [[X], [X, 1, true]],
  logicalAnd: [[MASK, MASK]],
  logicalNot: [[MASK]],
  logicalOr: [[MASK, MASK]],
  logicalXor: [[MASK, MASK]],
  matMul: [
    [X, Y],
    [X, Y, true, true],
  ],
  max: [[X], [X, 1]],
  mean: [[X], [X, 0, true]],
  min: [[X], [X, 1, true]],
  oneHot: [[LIST, 3]],
  ones: [[[2, 2]]],
  outerProduct: [],
  pad: [
    [
      X,
      [
        [1, 0],
        [0, 2],
      ],
    ],
  ],
  pow: [
    [X, 2],
    [X, 3],
  ],
  prod: [[X], [X, 1]],
  range: [[0, 5, 2]],
  reshape: [[X, [4, 1]]],
  reverse: [[X, 1], [X]],
  scalar: [[2.5]],
  slice: [[X, [0, 1], [2, 1]]],
  softmax: [[X], [X, 1]],
  split: [
    [X, 2, 1],
    [X, 2],
  ],
  squeeze: [[X]],
  stack: [[[X, Y], 1]],
  step: [[X], [X, 0.1]],
  sum: [[X], [X, 1], [X, 0, true]],
  tensor: [[[1, 2, 3]]],
  tensor1d: [[[1, 2]]],
  tensor2d: [
    [
      [1, 2, 3, 4],
      [2, 2],
    ],
  ],
  tensor3d: [
    [
      [1, 2],
      [1, 2, 1],
    ],
  ],
  tensor4d: [
    [
      [1, 2],
      [1, 2, 1, 1],
    ],
  ],
  tile: [[X, [2, 1]]],
  transpose: [[X], [X, [1, 0]]],
  unstack: [[X], [X, 1]],
  variable: [],
  where: [
    [MASK, X, Y],
    [X, MASK, Y],
  ],
  zeros: [[[3]]],
}
/** Made of comparisons, whose missing gradients are registered here: then there is a real one. */
const COMPOSED = ['divNoNan']
const BINARY = ['add', 'atan2', 'div', 'divNoNan', 'equal', 'floorDiv', 'greater', 'greaterEqual']
BINARY.push('less', 'lessEqual', 'maximum', 'minimum', 'mod', 'mul', 'notEqual', 'prelu')
BINARY.push('squaredDifference', 'sub', 'dot', 'reshapeAs')

interface Question {
  readonly form: Form
  readonly name: string
  readonly operands: readonly Given[]
}

const questions: Question[] = OPERATIONS.flatMap((name) => {
  const operands = OPERANDS[name] ?? [BINARY.includes(name) ? [X, Y] : [X]]
  return (['function', 'method'] as const).flatMap((form) =>
    operands
      .filter(([first]) => form === 'function' || isTensor(first))
      .map((own) => ({ form, name, operands: own as readonly Given[] })),
  )
})

function isTensor(operand: unknown): boolean {
  return typeof operand === 'object' && operand !== null && !Array.isArray(operand)
}

interface Answer {
  readonly value?: readonly number[]
  readonly gradients?: readonly (readonly number[] | null)[]
  readonly complaint?: string
}

const folder = mkdtempSync(join(tmpdir(), 'mlp-check-library-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function askTheLibrary() {
  const bundle = await rolldown({
    input: join(packageRoot(), 'test/tensorflow/real-library.js'),
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    treeshake: { moduleSideEffects: true },
    logLevel: 'silent',
  })
  const file = join(folder, 'library.mjs')
  await bundle.write({ file, format: 'esm', codeSplitting: false })
  const asked = join(folder, 'questions.json')
  const inputs = INPUTS.map(({ shape, values }) => ({ shape, values: [...values] }))
  writeFileSync(asked, JSON.stringify({ inputs, questions }))
  const text = execFileSync(process.execPath, [file, asked], { encoding: 'utf8' })
  return JSON.parse(text) as { answers: Answer[]; methods: string[]; functions: string[] }
}

const library = await askTheLibrary()

/** The same question through handles, as a submission asks it. */
function ours({ form, name, operands }: Question): Answer {
  try {
    const found = guestGradients(tf, INPUTS, (_, table) => {
      const given = (one: unknown): HandleArgument => {
        if (Array.isArray(one)) return one.map(given)
        if (typeof one !== 'object' || one === null) return one as HandleArgument
        if ('bool' in one) {
          return { handle: table.apply('cast', [{ handle: one.bool as number }, 'bool']) as number }
        }
        if ('whole' in one) {
          const whole = one.whole as number[]
          return { handle: table.apply('tensor1d', [whole, 'int32']) as number }
        }
        return one as HandleArgument
      }
      const made = table.apply(name, operands.map(given), form)
      if (typeof made === 'number') return made
      return table.apply('stack', [made.map((handle) => ({ handle }))]) as number
    })
    return {
      value: [...found.value.values],
      gradients: found.gradients.map((one) => (one === undefined ? null : [...one.values])),
    }
  } catch (error) {
    return { complaint: (error as Error).message }
  }
}

const asked = questions.map((question, index) => ({
  ...question,
  title: `${question.form} ${question.name} of ${JSON.stringify(question.operands)}`,
  theirs: library.answers[index] as Answer,
}))

describe("TensorFlow.js's operations on handles", () => {
  it.each(asked)('$title', ({ theirs, ...question }) => {
    const own = ours(question)
    if (theirs.complaint !== undefined) {
      expect(own.complaint, theirs.complaint).toBeDefined()
      return
    }
    expect(own.complaint).toBeUndefined()
    near(own.value, theirs.value)
    theirs.gradients?.forEach((gradient, input) => {
      const got = own.gradients?.[input]
      // Where the library has no gradient at all, ours is zero, or there is none.
      if (gradient === null && COMPOSED.includes(question.name)) return
      if (gradient === null) expect(got?.every((value) => value === 0) ?? true).toBe(true)
      else near(got, gradient)
    })
  })

  it('are offered in the forms that the library has', () => {
    for (const name of OPERATIONS.filter((one) => one !== 'keep')) {
      expect([name, isOffered(tf, 'function', name)]).toEqual([
        name,
        library.functions.includes(name),
      ])
      expect([name, isOffered(tf, 'method', name)]).toEqual([name, library.methods.includes(name)])
    }
  })

  it('name every function of the library that is not offered', () => {
    // What is no function is a group of them, or a class or a kernel's name, which begin in upper case.
    const lower = library.functions.filter((name) => /^[a-z]/.test(name) && name !== 'default')
    const known = (name: string) =>
      OPERATIONS.includes(name) || name === 'tidy' || isElsewhere(name)
    expect(lower.filter((name) => !known(name))).toEqual([])
  })

  it('name every method of a tensor that is not offered', () => {
    // What the class of the guest has itself, and what only the machinery of the library uses.
    const own = ['constructor', 'dispose', 'dtype', 'rank', 'shape', 'size', 'toString']
    const machinery = ['isDisposed', 'throwIfDisposed']
    const known = [...methodNames(tf), ...own, ...machinery]
    expect(library.methods.filter((name) => !known.includes(name))).toEqual([])
  })
})

const isElsewhere = (name: string) =>
  ELSEWHERE.has(name) || NAMESPACES.includes(name) || /^version_/.test(name)

it('are listed in the statement of the exercise that uses them', () => {
  const statement = readFileSync(join(packageRoot(), 'exercises/ex09-autograd/README.md'), 'utf8')
  const [, listed = ''] = /^> (.*)$/m.exec(statement) ?? []
  expect(listed.split(', ')).toEqual(OPERATIONS)
})

function near(
  got: readonly number[] | null | undefined,
  wanted: readonly number[] | undefined,
): void {
  expect(got?.length).toBe(wanted?.length)
  wanted?.forEach((value, k) => {
    // JSON has no NaN and no infinities.
    const own = got?.[k] as number
    if (value === null) expect(Number.isFinite(own)).toBe(false)
    else expect(Math.abs(own - value)).toBeLessThanOrEqual(2e-6 * Math.max(1, Math.abs(value)))
  })
}
