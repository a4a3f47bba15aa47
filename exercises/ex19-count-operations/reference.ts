import { defineReference, drawWhole } from 'mlp-check/reference'

interface Operations {
  readonly functions: number
  readonly others: number
}

type Table = { readonly [name: string]: Operations }

/** Of the statement's formulas, where a result that is used again counts once and a sign not at all. */
const TABLE: Table = {
  sigmoid: { functions: 1, others: 2 },
  tanh: { functions: 1, others: 4 },
  relu: { functions: 0, others: 1 },
  dsigmoid: { functions: 0, others: 2 },
  dtanh: { functions: 0, others: 2 },
  drelu: { functions: 0, others: 1 },
}

const NOTHING: Operations = { functions: 0, others: 0 }

const counted = (changes: Table) => (name: string) => changes[name] ?? TABLE[name] ?? NOTHING

export const operationCounts = defineReference<[name: string]>({
  summary: 'the functions and the other operations in the formula of that name',
  corners: Object.keys(TABLE).map((name) => [name]),
  trials: 0,
  inputs: () => ['relu'],
  exact: counted({}),
  mistakes: {
    'exponential-counted-twice': counted({ tanh: { functions: 2, others: 5 } }),
    'sign-counted': counted({
      sigmoid: { functions: 1, others: 3 },
      tanh: { functions: 1, others: 5 },
    }),
    'comparison-as-function': counted({
      relu: { functions: 1, others: 0 },
      drelu: { functions: 1, others: 0 },
    }),
    'derivative-from-the-input': counted({
      dsigmoid: { functions: 1, others: 4 },
      dtanh: { functions: 1, others: 6 },
    }),
  },
})

const FORWARD = ['sigmoid', 'tanh', 'relu'] as const

function costs(name: string, perFunction: number, parts = [name, `d${name}`]): number {
  return parts
    .map((part) => TABLE[part] ?? NOTHING)
    .reduce((sum, { functions, others }) => sum + functions * perFunction + others, 0)
}

export const layerCost = defineReference<[name: string, units: number, perFunction: number]>({
  summary: 'the operations of one forward and one backward pass through so many units',
  corners: FORWARD.flatMap((name) =>
    [
      [256, 20],
      [1, 1],
      [0, 20],
      [1000, 2.5],
      [3, 0],
      [2000, 100],
      [2000, 1],
      [1, 100],
    ].map(([units = 0, each = 0]): [string, number, number] => [name, units, each]),
  ),
  trials: 20,
  inputs: (random) => {
    const name = FORWARD[drawWhole(random, 0, 2)] ?? 'relu'
    return [name, drawWhole(random, 1, 2000), drawWhole(random, 1, 100)]
  },
  exact: (name, units, perFunction) => units * costs(name, perFunction),
  mistakes: {
    'backward-lost': (name, units, each) => units * costs(name, each, [name]),
    'function-as-one': (name, units) => units * costs(name, 1),
    'forward-twice': (name, units, each) => units * costs(name, each, [name, name]),
    'one-unit': (name, _, each) => costs(name, each),
  },
})
