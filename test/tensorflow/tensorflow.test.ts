import { describe, expect, it } from 'vitest'
import { differentiate } from '../../src/formula/differentiate.ts'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import { FUNCTION_ARITY } from '../../src/formula/expr.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { EMBEDDED_VERSION } from '../../src/tensorflow/embedded-version.ts'
import { tensorflowGradient, tensorflowValues } from '../../src/tensorflow/tensorflow.ts'
import { services } from '../reference/exercise-fixture.ts'

const tf = await services.backend.load()

/** Where a function is not defined on the whole line. */
const POINTS: { readonly [name: string]: readonly number[] } = {
  acosh: [1.25, 2, 7.5],
  atanh: [-0.75, 0.125, 0.5],
  asin: [-0.75, 0.125, 0.5],
  acos: [-0.75, 0.125, 0.5],
  log: [0.125, 1, 7.5],
  log1p: [-0.5, 0.125, 7.5],
  log2: [0.125, 1, 7.5],
  log10: [0.125, 1, 7.5],
  sqrt: [0.125, 1, 7.5],
  tan: [-1.25, 0.25, 1],
}

function inputs(x: readonly number[], p: readonly number[] = x.map(() => 0.75)) {
  return { names: ['x', 'p'], columns: [Float64Array.from(x), Float64Array.from(p)] }
}

/** The largest error over max(1, |truth|). */
function error(got: Float64Array, truth: readonly number[]): number {
  return Math.max(...truth.map((t, i) => Math.abs((got[i] ?? NaN) - t) / Math.max(1, Math.abs(t))))
}

describe('a function of the formula language in TensorFlow.js', () => {
  it.each(Object.entries(FUNCTION_ARITY))(
    '%s has the value and the gradients of float64',
    (name, arity) => {
      const formula = parseFormula(arity === 2 ? `${name}(x, p)` : `${name}(x)`)
      const at = inputs(POINTS[name] ?? [-7.5, -1.25, -0.125, 0.25, 1.5, 2.75, 8])
      const truth = (expr: typeof formula) => {
        const run = compileFloat64(expr, at.names)
        return [...(at.columns[0] ?? [])].map((x, i) => run(x, at.columns[1]?.[i] ?? NaN))
      }
      expect(error(tensorflowValues(tf, formula, at), truth(formula))).toBeLessThan(2e-6)
      for (const variable of ['x', 'p'] as const) {
        const gradient = tensorflowGradient(tf, formula, at, variable)
        expect(error(gradient, truth(differentiate(formula, variable)))).toBeLessThan(5e-6)
      }
    },
  )
})

describe('the graph of a formula', () => {
  const gradient = (text: string, x: readonly number[], of: 'x' | 'p' = 'x') => [
    ...tensorflowGradient(tf, parseFormula(text), inputs(x), of),
  ]
  const values = (text: string, x: readonly number[]) => [
    ...tensorflowValues(tf, parseFormula(text), inputs(x)),
  ]

  it.each([
    ['x', [1, 1]],
    ['3', [0, 0]],
    ['p', [0, 0]],
    ['x * x', [-4, 6]],
    ['x ** 3', [12, 27]],
    ['x ** -2', [0.25, -2 / 27]],
    ['x > 0 ? 1 : 2', [0, 0]],
    ['x > 0 ? x : 2', [0, 1]],
    ['max(x, 1, 2 * x)', [0, 2]],
    ['x > 0 && x < 10 || x < -5 ? x : -x', [-1, 1]],
    ['!(x > 0) ? x : -x', [1, -1]],
    ['x === 3 ? 5 * x : x', [1, 5]],
  ])('of %s has the gradient %o at −2 and 3', (text, expected) => {
    for (const [i, slope] of gradient(text, [-2, 3]).entries()) {
      expect(slope).toBeCloseTo(expected[i] ?? NaN, 6)
    }
  })

  it('lets no NaN or infinity through from the branch that is not taken', () => {
    expect(gradient('x > 0 ? sqrt(x) : 0', [-1, 0, 4])).toEqual([0, 0, 0.25])
    expect(gradient('x > 0 ? log(x) : x', [-1, 0, 4])).toEqual([1, 1, 0.25])
    expect(gradient('x > 80 ? x : log(1 + exp(x))', [1000, -1000])).toEqual([1, 0])
    expect(gradient('x < 0 ? 1 / x : x > 1 ? log(x - 1) : 2 * x', [-2, 0, 1, 3])).toEqual([
      -0.25, 2, 2, 0.5,
    ])
    expect(values('x > 0 ? 1 : x < 0 ? p : NaN', [-1, 0, 1])).toEqual([0.75, NaN, 1])
  })

  it('does not lose the gradient of a quotient whose denominator squared overflows', () => {
    const tanh = '(exp(x) - exp(-x)) / (exp(x) + exp(-x))'
    for (const slope of gradient(tanh, [-60, 50, 80])) expect(Math.abs(slope)).toBeLessThan(1e-6)
    expect(gradient('p / exp(x)', [60], 'p')[0]).toBeCloseTo(Math.exp(-60), 30)
  })

  it('leaves no tensor behind', () => {
    const before = tf.memory().numTensors
    values('x > 0 ? gelu(x) : mish(x) / 3', [-1, 0, 1])
    gradient('x > 0 ? prelu(x, p) : x ** 3.5', [-1, 0, 1], 'p')
    expect(() => values('unknown + x', [1])).toThrow('unknown')
    expect(tf.memory().numTensors).toBe(before)
  })

  it('has at the kinks the conventions of TensorFlow.js', () => {
    expect(gradient('relu(x)', [0])).toEqual([0])
    expect(gradient('max(x, 0)', [0])).toEqual([1])
    expect(gradient('max(0, x)', [0])).toEqual([0])
    expect(gradient('prelu(x, p)', [0])).toEqual([0.75])
    expect(gradient('relu6(x)', [6])).toEqual([1])
  })
})

describe('the repaired gradients', () => {
  it.each([1, 2, 3])('go through a list of %i', (length) => {
    const values = Array.from({ length }, (_, k) => k + 2)
    const of = (parts: (x: ReturnType<typeof tf.tensor>) => ReturnType<typeof tf.split>) =>
      tf.tidy(() => {
        const f = (x: ReturnType<typeof tf.tensor>) =>
          tf.addN(parts(x).map((one) => tf.square(one)))
        return [
          ...tf
            .valueAndGrad((x) => tf.sum(f(x as never)) as never)(tf.tensor1d(values))
            .grad.dataSync(),
        ]
      })
    const expected = values.map((value) => 2 * value)
    expect(of((x) => tf.unstack(x))).toEqual(expected)
    expect(of((x) => tf.split(x, length))).toEqual(expected)
  })

  it('go through an index that comes from the input', () => {
    const slopes = tf.tensor1d([3, 5])
    for (const shape of [[3], [3, 1], [1, 3]]) {
      const x = tf.tensor([0.5, 2, 4], shape)
      const { grad } = tf.valueAndGrad((given) =>
        tf.mul(given, tf.gather(slopes, tf.cast(tf.greater(given, 1), 'int32'))),
      )(x)
      expect([...grad.dataSync()]).toEqual([3, 5, 5])
    }
  })

  it('let a selection by a comparison be differentiated', () => {
    const f = (compare: typeof tf.less) =>
      tf.tidy(() => [
        ...tf
          .valueAndGrad((x) => tf.where(compare(x, 1), tf.mul(x, 2), x))(tf.tensor1d([0, 1, 2]))
          .grad.dataSync(),
      ])
    expect(f(tf.less)).toEqual([2, 1, 1])
    expect(f(tf.greater)).toEqual([1, 1, 2])
    expect(f(tf.equal)).toEqual([1, 2, 1])
    expect(f(tf.notEqual)).toEqual([2, 1, 2])
  })

  it('sum over a broadcast argument of a maximum and of a quotient', () => {
    const of = (f: (x: ReturnType<typeof tf.scalar>) => ReturnType<typeof tf.tensor>) =>
      tf.tidy(
        () =>
          tf
            .valueAndGrad((x) => f(x as never))(tf.scalar(2))
            .grad.dataSync()[0],
      )
    const three = () => tf.tensor1d([1, 3, 2])
    expect(of((x) => tf.maximum(three(), x))).toBe(1)
    expect(of((x) => tf.minimum(three(), x))).toBe(1)
    expect(of((x) => tf.div(three(), x))).toBe(-1.5)
    expect(
      of((x) =>
        tf.maximum(
          x,
          tf.tensor2d([
            [1, 3],
            [2, 0],
          ]),
        ),
      ),
    ).toBe(3)
  })
})

it('the bundled TensorFlow.js is of the version that reports name', () => {
  expect(tf.version_core).toBe(EMBEDDED_VERSION)
})
