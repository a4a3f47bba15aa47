import { call, constant, number, operation } from '../formula/build.ts'
import type { FunctionName } from '../formula/expr.ts'
import { NotFollowed } from './not-followed.ts'
import { arithmetic } from './operators.ts'
import {
  asNumber,
  known,
  type NumberValue,
  truth,
  UNDEFINED,
  unknown,
  type Value,
  whole,
} from './values.ts'

/** JavaScript's own functions, by their full names. */
export interface Natives {
  readonly [name: string]: (args: readonly Value[]) => Value
}

/** Functions of Math that the formula language has, of one argument. */
const SMOOTH = [
  'exp',
  'expm1',
  'log',
  'log1p',
  'log2',
  'log10',
  'sqrt',
  'cbrt',
  'abs',
  'sign',
  'tanh',
  'sinh',
  'cosh',
  'asinh',
  'acosh',
  'atanh',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
] as const satisfies readonly (FunctionName & keyof Math)[]

const ROUNDING = ['round', 'floor', 'ceil', 'trunc', 'fround', 'clz32'] as const

/** The methods of `console`: they print, and give nothing. */
const CONSOLE =
  'assert clear count countReset debug dir dirxml error group groupCollapsed groupEnd info log profile profileEnd table time timeEnd timeLog timeStamp trace warn'.split(
    ' ',
  )

export const NATIVES: Natives = {
  ...Object.fromEntries(SMOOTH.map((name) => [`Math.${name}`, smooth(name)])),
  ...Object.fromEntries(ROUNDING.map((name) => [`Math.${name}`, rounding(name)])),
  'Math.max': (args) => extreme('max', -Infinity, args),
  'Math.min': (args) => extreme('min', Infinity, args),
  'Math.pow': ([base = UNDEFINED, exponent = UNDEFINED]) => arithmetic('**', base, exponent),
  'Math.hypot': hypotenuse,
  Number: ([value]) => (value === undefined ? whole(0) : numeric('Number', value)),
  Boolean: ([value = UNDEFINED]) => {
    if (value.kind === 'boolean') return value
    throw new NotFollowed('`Boolean` of something else than a condition')
  },
  isNaN: ([value = UNDEFINED]) => isPlainInput('isNaN', value, false),
  isFinite: ([value = UNDEFINED]) => isPlainInput('isFinite', value, true),
  'Number.isNaN': ([value = UNDEFINED]) => isPlainInput('Number.isNaN', value, false),
  'Number.isFinite': ([value = UNDEFINED]) => isPlainInput('Number.isFinite', value, true),
  'Object.freeze': ([value = UNDEFINED]) => value,
  'Array.of': (args) => ({ kind: 'array', items: [...args], ofModule: true }),
  'Array.isArray': ([value = UNDEFINED]) => truth(value.kind === 'array'),
  ...Object.fromEntries(CONSOLE.map((name) => [`console.${name}`, () => UNDEFINED])),
}

/** Constants by their full names. */
export const NATIVE_CONSTANTS: { readonly [name: string]: NumberValue | undefined } = {
  'Math.PI': known(constant('pi'), Math.PI),
  'Math.E': known(constant('e'), Math.E),
  'Math.LN2': known(call('log', number(2)), Math.LN2),
  'Math.LN10': known(call('log', number(10)), Math.LN10),
  'Math.LOG2E': known(operation('/', number(1), call('log', number(2))), Math.LOG2E),
  'Math.LOG10E': known(operation('/', number(1), call('log', number(10))), Math.LOG10E),
  'Math.SQRT2': known(call('sqrt', number(2)), Math.SQRT2),
  'Math.SQRT1_2': known(call('sqrt', operation('/', number(1), number(2))), Math.SQRT1_2),
  Infinity: known(constant('infinity'), Infinity),
  'Number.POSITIVE_INFINITY': known(constant('infinity'), Infinity),
  'Number.NEGATIVE_INFINITY': known(number(0), -Infinity),
  NaN: known(constant('NaN'), Number.NaN),
  'Number.NaN': known(constant('NaN'), Number.NaN),
  'Number.EPSILON': known(operation('**', number(2), number(-52)), Number.EPSILON),
}

function numeric(name: string, value: Value): NumberValue {
  const found = asNumber(value)
  if (found === undefined) throw new NotFollowed(`\`${name}\` of something that is no number`)
  return found
}

function smooth(name: (typeof SMOOTH)[number]) {
  return ([value = UNDEFINED]: readonly Value[]): Value => {
    const argument = numeric(`Math.${name}`, value)
    const expr = call(name, argument.expr)
    return argument.double === undefined
      ? unknown(expr)
      : known(expr, (Math[name] as (x: number) => number)(argument.double))
  }
}

function rounding(name: (typeof ROUNDING)[number]) {
  return ([value = UNDEFINED]: readonly Value[]): Value => {
    const { double } = numeric(`Math.${name}`, value)
    const result = double === undefined ? undefined : Math[name](double)
    if (result === undefined || !Number.isSafeInteger(result)) {
      throw new NotFollowed(`rounding by \`Math.${name}\``)
    }
    return whole(result)
  }
}

/** An infinite argument never wins against a finite one; without arguments it is the result. */
function extreme(name: 'max' | 'min', start: number, args: readonly Value[]): Value {
  const numbers = args.map((value) => numeric(`Math.${name}`, value))
  const doubles = numbers.map(({ double }) => double)
  if (doubles.every((double) => double !== undefined)) {
    const value = Math[name](...doubles)
    const chosen = numbers.find(({ double }) => Object.is(double, value))
    return chosen ?? known(number(0), value)
  }
  const open = numbers.filter(({ double }) => double !== start)
  if (open.some(({ double }) => double !== undefined && !Number.isFinite(double))) {
    throw new NotFollowed(`\`Math.${name}\` of infinity or NaN`)
  }
  const [first] = open
  const exprs = open.map(({ expr }) => expr)
  return open.length === 1 && first !== undefined ? first : unknown(call(name, ...exprs))
}

function hypotenuse(args: readonly Value[]): Value {
  const squares = args.map((value) => {
    const side = numeric('Math.hypot', value)
    return arithmetic('**', side, whole(2))
  })
  const sum = squares.reduce<NumberValue>(
    (total, square) => (total.double === 0 ? square : arithmetic('+', total, square)),
    whole(0),
  )
  const expr = call('sqrt', sum.expr)
  return sum.double === undefined ? unknown(expr) : known(expr, Math.sqrt(sum.double))
}

/** The input is a finite number; of anything computed from it nothing is said. */
function isPlainInput(name: string, value: Value, answer: boolean): Value {
  if (value.kind !== 'number') throw new NotFollowed(`\`${name}\` of something that is no number`)
  if (value.double !== undefined) {
    return truth(answer ? Number.isFinite(value.double) : Number.isNaN(value.double))
  }
  if (value.expr.kind === 'variable') return truth(answer)
  throw new NotFollowed(`\`${name}\` of a computed value`)
}
