import {
  defineReference,
  drawVector,
  drawWhole,
  fixedVector,
  type Vector,
} from 'mlp-check/reference'

const at = (x: Vector, k: number) => x[k] ?? 0
const range = (length: number) => Array.from({ length }, (_, k) => k)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const sliding = (x: Vector, w: Vector) =>
  range(x.length - w.length + 1).map((i) => sum(w.map((weight, k) => weight * at(x, i + k))))

const CORNERS: readonly (readonly [x: Vector, w: Vector])[] = [
  [
    [1, 2, 4],
    [1, -1],
  ],
  [[3], [2]],
  [
    [1, 2, 3],
    [4, 5, 6],
  ],
  [
    [0, 0, 1, 0, 0],
    [1, 2, 3],
  ],
  [[0, 0, 0], [0]],
  [fixedVector(12), fixedVector(5, 1)],
]

export const convolution = defineReference<[x: Vector, w: Vector]>({
  summary: 'w slid along x, without padding',
  corners: CORNERS,
  trials: 30,
  inputs: (random) => {
    const width = drawWhole(random, 1, 4)
    return [drawVector(random, width + drawWhole(random, 0, 5)), drawVector(random, width)]
  },
  exact: sliding,
  mistakes: {
    'kernel-flipped': (x, w) => sliding(x, [...w].reverse()),
    'one-place-too-few': (x, w) => sliding(x, w).slice(0, -1),
    padded: (x, w) => sliding([...x, ...w.slice(1).map(() => 0)], w),
  },
})

export const kernelGradient = defineReference<[x: Vector, w: Vector, dy: Vector]>({
  summary: 'the gradient in w for a given gradient of the output',
  corners: CORNERS.map(([x, w], k) => [x, w, fixedVector(x.length - w.length + 1, k)] as const),
  trials: 30,
  inputs: (random) => {
    const [width, more] = [drawWhole(random, 1, 4), drawWhole(random, 0, 5)]
    return [
      drawVector(random, width + more),
      drawVector(random, width),
      drawVector(random, more + 1),
    ]
  },
  exact: (x, w, dy) => w.map((_, k) => sum(dy.map((upstream, i) => upstream * at(x, i + k)))),
  mistakes: {
    'first-place-only': (x, w, dy) => w.map((_, k) => at(dy, 0) * at(x, k)),
    'upstream-lost': (x, w, dy) => w.map((_, k) => sum(dy.map((_upstream, i) => at(x, i + k)))),
  },
})
