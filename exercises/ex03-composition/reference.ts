import { defineReference, drawWhole, type Random } from 'mlp-check/reference'

/** Simple numbers, which are shown; near 0 and 1 too, far away, and a grid: a comparison with a tolerance is another answer. */
const CORNERS = [
  ...[0.25, 1, 0, -0.5, 1.5, 0.01, 0.5, -1, -2, 2, 0.99, 1.01, -0.01, -1e-6, 1e-6],
  ...Array.from({ length: 64 }, (_, k) => Math.round((k - 21) * 50 + 13) / 1000),
  ...[0.999, 1.001, 0.9999, 1.0001, 1 - 1e-6, 1 + 1e-6, 1 - 1e-7, 1 + 1e-7],
  ...[-1e-4, 1e-4, -1e-7, 1e-7, -0.99, -1.01, 0.75, 3, 10, 100, -10, -100],
  ...[-150, -1e3, -1e6, -1e9, 1e3, 1e6, 1e9, 1e-9, -1e-9],
  ...[1e-10, -1e-10, 1 - 1e-10, 1 + 1e-10],
]

/** Of every size, both signs, and most of all between 0 and 1. */
function drawAlpha(random: Random, trial: number): number {
  const share = drawWhole(random, 1, 999_999) / 1_000_000
  if (trial % 2 === 0) return share
  const size = 10 ** drawWhole(random, -6, 6)
  return (trial % 4 === 1 ? -share : 1 + share) * size
}

export const preluIsIdempotent = defineReference<[alpha: number]>({
  summary: 'whether pReLU of pReLU is pReLU: for alpha at most 0, and for alpha = 1',
  corners: CORNERS.map((alpha) => [alpha]),
  trials: 80,
  inputs: (random, trial) => [drawAlpha(random, trial)],
  exact: (alpha) => alpha <= 0 || alpha === 1,
  mistakes: {
    'idempotent-for-every-alpha': () => true,
    'only-zero-and-one': (alpha) => alpha === 0 || alpha === 1,
    'only-one': (alpha) => alpha === 1,
    'one-forgotten': (alpha) => alpha <= 0,
    'never-idempotent': () => false,
  },
})
