import { expect, test } from 'vitest'
import { createBackend } from '../../../src/reference/backend.ts'
import { randomFrom } from '../../../src/reference/random.ts'
import { gradientOf, sizesLike } from '../../../src/reference/structured/gradient.ts'
import { mlp, type Parameters } from '../../../src/reference/structured/mlp.ts'
import type { Engine, Tensor } from '../../../src/reference/tensorflow-engine.ts'
import type { Json } from '../../../src/report.ts'

const tf = await createBackend('tfjs').load()

type Numbers = number[][]

/** The network in TensorFlow.js, as a scalar: the sum of upstream ⊙ output. */
function loss(engine: Engine, X: Numbers, upstream: Numbers) {
  return (...[W1, b1, W2, b2]: Tensor[]) => {
    const H = engine.relu(engine.add(engine.matMul(engine.tensor2d(X), W1 as never), b1 as Tensor))
    const O = engine.add(engine.matMul(H as never, W2 as never), b2 as Tensor)
    return engine.sum(engine.mul(O, engine.tensor2d(upstream))) as never
  }
}

test('the gradients by differences are those of TensorFlow.js', () => {
  const random = randomFrom(11)
  for (let trial = 0; trial < 12; trial++) {
    const args = mlp.inputs(random, trial)
    const upstream = sizesLike(mlp.compute(args), random)
    const ours = gradientOf(mlp, { args, upstream, position: 1 }) as unknown as Parameters
    const params = args[1] as unknown as Parameters
    const tensors = [params.W1, params.b1, params.W2, params.b2].map((part) =>
      tf.tensor(part as number[]),
    )
    const f = loss(tf, args[0] as unknown as Numbers, upstream as unknown as Numbers)
    const { grads } = tf.valueAndGrads(f)(tensors)
    const theirs = grads.map((gradient) => [...gradient.dataSync()])
    const flat = [ours.W1, ours.b1, ours.W2, ours.b2].map((part) => (part as Json[]).flat(2))
    for (const [k, values] of flat.entries()) {
      for (const [i, value] of (values as number[]).entries()) {
        expect(value).toBeCloseTo(theirs[k]?.[i] as number, 4)
      }
    }
  }
})
