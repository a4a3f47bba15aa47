import { describe, expect, it } from 'vitest'
import { guestGradients, guestValue, type TensorData } from '../../src/tensorflow/handles.ts'
import {
  type GuestFunction,
  type HandleArgument,
  TensorRefusal,
} from '../../src/tensorflow/trace.ts'
import { services } from '../reference/exercise-fixture.ts'

const tf = await services.backend.load()

type Apply = (operation: string, ...operands: HandleArgument[]) => { handle: number }

function one(made: number | readonly number[]): number {
  if (typeof made !== 'number') throw new Error('a list was made')
  return made
}

/** A guest as the sandbox would call it: named operations on handles, nothing else. */
function guest(body: (apply: Apply, ...inputs: { handle: number }[]) => { handle: number }) {
  const run: GuestFunction = (inputs, table) => {
    const apply: Apply = (operation, ...operands) => ({
      handle: one(table.apply(operation, operands)),
    })
    return body(apply, ...inputs.map((handle) => ({ handle }))).handle
  }
  return run
}

const vector = (...values: number[]): TensorData => ({
  shape: [values.length],
  values: Float32Array.from(values),
})
const X = vector(-2, -0.5, 0.5, 3)
const ALPHA: TensorData = { shape: [], values: Float32Array.of(0.25) }

const prelu = guest((apply, x = { handle: -1 }, alpha = { handle: -1 }) =>
  apply('add', apply('maximum', x, 0), apply('mul', alpha, apply('minimum', x, 0))),
)

describe('a guest that computes with handles', () => {
  it('gets the value and the gradients of TensorFlow.js in every input', () => {
    const { value, gradients, broken } = guestGradients(tf, [X, ALPHA], prelu)
    expect([...value.values]).toEqual([-0.5, -0.125, 0.5, 3])
    expect([...(gradients[0]?.values ?? [])]).toEqual([0.25, 0.25, 1, 1])
    expect(gradients[1]).toEqual({ shape: [], values: Float32Array.of(-2.5) })
    expect(broken).toEqual([])
  })

  it('gets the value alone, bit for bit the same', () => {
    const { value } = guestGradients(tf, [X, ALPHA], prelu)
    expect(guestValue(tf, [X, ALPHA], prelu)).toEqual(value)
  })

  it('may select by a comparison, mask by a cast, reduce and multiply matrices', () => {
    const selected = guest((apply, x = { handle: -1 }) =>
      apply('where', apply('greater', x, 0), x, apply('mul', x, 0.5)),
    )
    const masked = guest((apply, x = { handle: -1 }) =>
      apply('mul', x, apply('cast', apply('greater', x, 0), 'float32')),
    )
    const product = guest((apply, x = { handle: -1 }) => {
      const row = apply('reshape', x, [1, 4])
      return apply('sum', apply('matMul', row, row, false, true), null, true)
    })
    const slope = (f: GuestFunction) => [...(guestGradients(tf, [X], f).gradients[0]?.values ?? [])]
    expect(slope(selected)).toEqual([0.5, 0.5, 1, 1])
    expect(slope(masked)).toEqual([0, 0, 1, 1])
    expect(slope(product)).toEqual([-4, -1, 1, 6])
  })

  it('may return an input or a constant, and is told that no gradient reaches the latter', () => {
    const identity = guestGradients(tf, [X], ([x = -1]) => x)
    expect([...(identity.gradients[0]?.values ?? [])]).toEqual([1, 1, 1, 1])
    const constant = guestGradients(
      tf,
      [X],
      guest((apply) => apply('scalar', 2)),
    )
    expect(constant.gradients).toEqual([undefined])
    expect(constant.broken[0]?.message).toBe(
      'no gradient reaches this input: the result does not use it',
    )
  })

  it('is told which operation broke the tape', () => {
    const step = guest((apply, x = { handle: -1 }) =>
      apply('cast', apply('greater', x, 0), 'float32'),
    )
    const { value, gradients, broken } = guestGradients(tf, [X], step)
    expect([...value.values]).toEqual([0, 0, 1, 1])
    expect([...(gradients[0]?.values ?? [])]).toEqual([0, 0, 0, 0])
    expect(broken).toEqual([
      {
        input: 0,
        cutBy: ['tf.greater'],
        message: 'no gradient reaches this input: tf.greater let none through',
      },
    ])
  })

  it.each([
    ['dataSync', /reads numbers out/],
    ['arraySync', /reads numbers out/],
    ['tensor1d', /builds a tensor out of numbers/],
    ['conv2d', /tf\.conv2d exists in TensorFlow\.js and is not available here/],
    [
      'losses.meanSquaredError',
      /not available here: use tf\.mean\(tf\.squaredDifference\(a, b\)\)/,
    ],
    ['layers.dense', /is of a part of TensorFlow\.js that is not available here/],
    ['train.adam', /the gradients are found for you/],
    ['sigmod', /has no tf\.sigmod\. Did you mean "sigmoid"/],
    ['flatten', /it is a method/],
    ['randomNormal', /other numbers each time/],
    ['dispose', /not available/],
    ['constructor', /not available/],
    ['__proto__', /not available/],
  ])('is refused tf.%s, with the reason', (operation, reason) => {
    const f = guest((apply, x = { handle: -1 }) => apply(operation, x))
    expect(() => guestGradients(tf, [X], f)).toThrow(TensorRefusal)
    expect(() => guestGradients(tf, [X], f)).toThrow(reason)
  })

  it.each<[string, HandleArgument[]]>([
    ['add', [{ handle: 99 }, 1]],
    ['add', [{ handle: -1 }, 1]],
    ['add', [{ handle: 0 }, [1, 2, 3]]],
    ['add', [{ handle: 0 }]],
    ['add', ['one', 'two']],
    ['reshape', [{ handle: 0 }, [3]]],
    ['fill', [[1e5, 1e5], 1]],
    ['zeros', [[-1e9]]],
    ['tile', [{ handle: 0 }, [1e9]]],
    ['sum', [null]],
    ['cast', [{ handle: 0 }, 'complex64']],
  ])('is told what is wrong with tf.%s of %j', (operation, operands) => {
    const before = tf.memory().numTensors
    const f: GuestFunction = (_, table) => one(table.apply(operation, operands))
    expect(() => guestGradients(tf, [X], f)).toThrow(TensorRefusal)
    expect(tf.memory().numTensors).toBe(before)
  })

  it('cannot allocate without bound', () => {
    const grow: GuestFunction = ([x = -1], table) => {
      let handle = x
      for (;;) handle = one(table.apply('concat', [[{ handle }, { handle }]]))
    }
    expect(() => guestGradients(tf, [X], grow)).toThrow(/too large/)
  })

  it('has its own errors passed on, and leaves no tensor behind', () => {
    const before = tf.memory().numTensors
    const own = new Error('of the guest')
    const f: GuestFunction = ([x = -1], table) => {
      table.apply('exp', [{ handle: x }])
      throw own
    }
    expect(() => guestGradients(tf, [X], f)).toThrow(own)
    guestGradients(tf, [X, ALPHA], prelu)
    expect(tf.memory().numTensors).toBe(before)
  })
})
