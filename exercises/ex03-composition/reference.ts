import { defineReference } from 'mlp-check/reference'

/** Near 0 and 1 too, and far away: a comparison with a tolerance is another answer. */
const ALPHAS = [
  ...[0.25, 1, 0, -0.5, 1.5, 0.01, 0.5, -1, -2, 2, 0.99, 1.01, -0.01, -1e-6, 1e-6],
  ...[0.999, 1.001, 0.9999, 1.0001, 1 - 1e-6, 1 + 1e-6, 1 - 1e-7, 1 + 1e-7],
  ...[-1e-4, 1e-4, -1e-7, 1e-7, -0.99, -1.01, 0.75, 3, 10, 100, -10, -100],
]

export const preluIsIdempotent = defineReference<[alpha: number]>({
  summary: 'whether pReLU of pReLU is pReLU: for alpha at most 0, and for alpha = 1',
  trials: ALPHAS.length,
  inputs: (_, trial) => [ALPHAS[trial] ?? 0],
  exact: (alpha) => alpha <= 0 || alpha === 1,
  mistakes: {
    'idempotent-for-every-alpha': () => true,
    'only-zero-and-one': (alpha) => alpha === 0 || alpha === 1,
    'only-one': (alpha) => alpha === 1,
    'one-forgotten': (alpha) => alpha <= 0,
    'never-idempotent': () => false,
  },
})
