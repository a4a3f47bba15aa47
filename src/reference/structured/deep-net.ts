import type { Random } from '../random.ts'
import { drawWhole, fixedMatrix, fixedVector } from './define-reference.ts'
import type { Matrix, Vector } from './linear-algebra.ts'

/** A network with one input, two hidden layers of ReLUs, and one output. */
export interface DeepNet {
  readonly w1: Vector
  readonly b1: Vector
  /** A row for each unit of the first layer, a column for each of the second. */
  readonly W2: Matrix
  readonly b2: Vector
  readonly w3: Vector
  readonly b3: number
}

/** What stands between the layers: ReLU, but for a layer that somebody forgot. */
type Activation = (z: number) => number

const relu: Activation = (z) => Math.max(0, z)

function firstLayerAt({ w1, b1 }: DeepNet, x: number): number[] {
  return w1.map((w, k) => w * x + (b1[k] ?? 0))
}

/** What goes into the units of the second layer. */
function secondLayerAt(net: DeepNet, x: number, first: Activation): number[] {
  const hidden = firstLayerAt(net, x).map(first)
  return net.b2.map((b, j) => hidden.reduce((sum, h, k) => sum + h * (net.W2[k]?.[j] ?? 0), b))
}

export function deepNetworkAt(net: DeepNet, x: number, first = relu, second = relu): number {
  const hidden = secondLayerAt(net, x, first).map(second)
  return hidden.reduce((sum, h, j) => sum + h * (net.w3[j] ?? 0), net.b3)
}

/** Where units of the first layer switch. */
export function firstKinks({ w1, b1 }: DeepNet): number[] {
  const kinks = w1.flatMap((w, k) => (w === 0 ? [] : [0 - (b1[k] ?? 0) / w]))
  return [...new Set(kinks)].sort((a, b) => a - b)
}

/** Where units of either layer switch: those of the second where what goes into them crosses 0. */
export function kinksOfDeepNet(net: DeepNet): number[] {
  const first = firstKinks(net)
  const ends = [Number.NEGATIVE_INFINITY, ...first, Number.POSITIVE_INFINITY]
  const second = ends.slice(1).flatMap((to, index) => {
    const from = ends[index] as number
    const [x, y] = twoInside(from, to)
    const [before, after] = [secondLayerAt(net, x, relu), secondLayerAt(net, y, relu)]
    return before.flatMap((value, j) => {
      const slope = ((after[j] ?? 0) - value) / (y - x)
      const zero = x - value / slope
      return slope !== 0 && zero > from && zero < to ? [zero] : []
    })
  })
  return [...first, ...second]
}

function twoInside(from: number, to: number): readonly [x: number, y: number] {
  if (Number.isFinite(from) && Number.isFinite(to)) {
    return [from + (to - from) / 4, to - (to - from) / 4]
  }
  if (Number.isFinite(from)) return [from + 1, from + 2]
  return Number.isFinite(to) ? [to - 2, to - 1] : [0, 1]
}

/** What drawn networks meet only by luck, and the statement's example. */
export function cornerDeepNets(): readonly DeepNet[] {
  return [
    { w1: [1], b1: [0], W2: [[-1]], b2: [1], w3: [2], b3: 0 },
    { w1: [1], b1: [0], W2: [[1]], b2: [0], w3: [1], b3: 0 },
    { w1: [], b1: [], W2: [], b2: [3], w3: [2], b3: -1 },
    { w1: [], b1: [], W2: [], b2: [-3, 2, -0.5], w3: [2, 1, -4], b3: -1 },
    { w1: [1], b1: [-1], W2: [[]], b2: [], w3: [], b3: 0.5 },
    { w1: [0, 0], b1: [2, -1], W2: [[1], [4]], b2: [-1], w3: [3], b3: 0.25 },
    { w1: [0, 1], b1: [2, 0], W2: [[-1], [1]], b2: [0], w3: [1], b3: 0 },
    { w1: [-2], b1: [1], W2: [[1, -1]], b2: [-3, 3], w3: [1, 1], b3: -2 },
    { w1: [1, -1], b1: [0, 0], W2: [[1], [1]], b2: [-1], w3: [1], b3: 0 },
    { w1: [1, -1], b1: [0, 0], W2: [[1], [1]], b2: [0], w3: [1], b3: 0 },
    {
      w1: [1, 1],
      b1: [0, -2],
      W2: [
        [1, 0],
        [-2, 0],
      ],
      b2: [0, -1],
      w3: [1, 5],
      b3: 0,
    },
    { w1: [1], b1: [0], W2: [[0]], b2: [0], w3: [4], b3: 1 },
    { w1: [2], b1: [3], W2: [[1]], b2: [1], w3: [0], b3: -0.5 },
    { w1: [1, -1], b1: [-60, -75], W2: [[1], [0.5]], b2: [-8], w3: [1], b3: 0 },
    // The second layer bends far out.
    { w1: [1, -1], b1: [0, 0], W2: [[1 / 512], [1 / 256]], b2: [-8], w3: [1], b3: 0 },
    fixedNet(7, 5),
    fixedNet(11, 11),
  ]
}

function fixedNet(first: number, second: number): DeepNet {
  return {
    w1: fixedVector(first, 1),
    b1: fixedVector(first, 2),
    W2: fixedMatrix(first, second, 3),
    b2: fixedVector(second, 4),
    w3: fixedVector(second, 5),
    b3: 0.5,
  }
}

/** Small fractions; dead units, zero weights and coincident kinks among them. */
export function drawDeepNet(random: Random): DeepNet {
  const [first, second] = [drawWhole(random, 1, 4), drawWhole(random, 1, 3)]
  const quarter = () => drawWhole(random, -8, 8) / 4
  const list = (length: number) => Array.from({ length }, quarter)
  return {
    w1: list(first),
    b1: list(first),
    W2: Array.from({ length: first }, () => list(second)),
    b2: list(second),
    w3: list(second),
    b3: quarter(),
  }
}
