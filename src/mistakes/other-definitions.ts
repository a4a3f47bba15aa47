import { call, compare, conditional, number, variable } from '../formula/build.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr, FunctionName } from '../formula/expr.ts'
import { add, divide, multiply, power, subtract } from '../formula/simplify.ts'
import { variablesIn } from '../formula/variables.ts'
import { agree } from './match.ts'

/** What else goes by the name of a function, and how to tell it apart. */
interface Definition {
  readonly title: string
  readonly formula: Expr
}

const ZERO = number(0)
const ONE = number(1)
const HALF = number(0.5)

function clip(u: Expr, low: Expr, high: Expr): Expr {
  return call('max', low, call('min', high, u))
}

function line(slope: number, x: Expr): Expr {
  return clip(add(multiply(number(slope), x), HALF), ZERO, ONE)
}

const minusOne = number(-1)
const sixth = (x: Expr) => clip(add(divide(x, number(6)), HALF), ZERO, ONE)

type Others = readonly (readonly [title: string, formula: (x: Expr) => Expr])[]

const GELU: Others = [
  ['the exact GELU, of the error function', (x) => call('gelu', x)],
  ['the GELU by tanh', (x) => call('geluTanh', x)],
  [
    'the GELU by a sigmoid, x sigmoid(1.702 x)',
    (x) => multiply(x, call('sigmoid', multiply(number(1.702), x))),
  ],
]

const HARD_SIGMOID: Others = [
  ['the definition 0.2 x + 0.5, cut off at 0 and 1', (x) => line(0.2, x)],
  ['the definition x / 6 + 0.5, cut off at 0 and 1', sixth],
  ['the definition x / 4 + 0.5, cut off at 0 and 1', (x) => line(0.25, x)],
  ['the definition x / 2 + 0.5, cut off at 0 and 1', (x) => line(0.5, x)],
]

const rangeOfTwo: Others[number] = [
  'the range from -1 to 1 instead of 0 to 1',
  (x) => call('tanh', x),
]

/** The activation functions that more than one definition is in use of. */
const DEFINITIONS: { readonly [name in FunctionName]?: Others } = {
  gelu: GELU,
  geluTanh: GELU,
  hardSigmoid: [
    ...HARD_SIGMOID,
    ['the range from -1 to 1 instead of 0 to 1', (x) => clip(x, minusOne, ONE)],
  ],
  hardSwish: HARD_SIGMOID.map(([title, formula]) => [
    `x times the hard sigmoid by ${title}`,
    (x) => multiply(x, formula(x)),
  ]),
  hardTanh: [
    ['the range from 0 to 1 instead of -1 to 1', (x) => clip(x, ZERO, ONE)],
    ['the hard sigmoid, from 0 to 1', sixth],
  ],
  sigmoid: [
    [
      'the range from -1 to 1 instead of 0 to 1',
      (x) => subtract(multiply(number(2), call('sigmoid', x)), ONE),
    ],
    rangeOfTwo,
    ...HARD_SIGMOID,
  ],
  tanh: [
    ['the range from 0 to 1 instead of -1 to 1', (x) => call('sigmoid', x)],
    ['the range from 0 to 1 instead of -1 to 1', (x) => call('sigmoid', multiply(number(2), x))],
    [
      'the scaled 1.7159 tanh(2 x / 3)',
      (x) => multiply(number(1.7159), call('tanh', divide(multiply(number(2), x), number(3)))),
    ],
  ],
  softsign: [
    ['x / sqrt(1 + x²)', (x) => divide(x, call('sqrt', add(ONE, power(x, number(2)))))],
    [
      'the range from 0 to 1 instead of -1 to 1',
      (x) => multiply(HALF, add(ONE, call('softsign', x))),
    ],
  ],
  relu6: [
    ['cut off at 1 instead of 6', (x) => clip(x, ZERO, ONE)],
    ['never cut off: ReLU', (x) => call('relu', x)],
  ],
  softplus: [['ReLU, which it smooths', (x) => call('relu', x)]],
  relu: [['the step function', (x) => conditional(compare(x, '>', ZERO), ONE, ZERO)]],
}

/** Functions that a formula may be, whatever it is written of. */
const NAMED: readonly FunctionName[] = [
  ...([
    'relu',
    'relu6',
    'sigmoid',
    'tanh',
    'softplus',
    'silu',
    'mish',
    'gelu',
    'geluTanh',
  ] as const),
  ...([
    'hardTanh',
    'hardSigmoid',
    'hardSwish',
    'softsign',
    'selu',
    'logSigmoid',
    'abs',
    'exp',
  ] as const),
]

const PROBES = [-7.3, -3.1, -2.6, -1.2, -0.4, 0.3, 0.9, 1.7, 2.7, 3.4, 6.6]

/** What else goes by the name of the function that a formula is. */
export function otherDefinitions(formula: Expr, variableName: string): readonly Definition[] {
  const x = variable(variableName)
  const name = nameOf(formula, variableName)
  return (name && DEFINITIONS[name]?.map(([title, other]) => ({ title, formula: other(x) }))) ?? []
}

/** All functions that a formula is not. */
export function otherFunctions(
  formula: Expr,
  variableName: string,
): readonly (Definition & { readonly name: FunctionName })[] {
  const x = variable(variableName)
  const own = nameOf(formula, variableName)
  return NAMED.filter((name) => name !== own).map((name) => ({
    ...{ name, title: name },
    formula: call(name, x),
  }))
}

function nameOf(formula: Expr, variableName: string): FunctionName | undefined {
  if (![...variablesIn(formula)].every((name) => name === variableName)) return undefined
  const x = variable(variableName)
  const own = compileFloat64(formula, [variableName])
  return NAMED.find((name) => {
    const other = compileFloat64(call(name, x), [variableName])
    return PROBES.every((at) => agree(own(at), other(at)))
  })
}
