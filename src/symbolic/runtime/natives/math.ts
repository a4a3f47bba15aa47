import { call } from '../../../formula/build.ts'
import type { FunctionName } from '../../../formula/expr.ts'
import { ROUNDED } from '../answers.ts'
import { isPrimitive } from '../concrete.ts'
import type { Reason } from '../reasons.ts'
import { type Handler, type Handlers, type Machine, type NativeCall, natively } from './machine.ts'

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

/** Functions of Math that round to whole numbers, as those of the formula language do. */
const WHOLE = ['floor', 'ceil', 'round', 'trunc'] as const satisfies readonly FunctionName[]

const OF_BITS = ['clz32', 'imul', 'f16round'] as const

export const MATH: Handlers = {
  ...Object.fromEntries(SMOOTH.map((name) => [`Math.${name}`, smooth(name)])),
  ...Object.fromEntries(WHOLE.map((name) => [`Math.${name}`, whole(name)])),
  ...Object.fromEntries(OF_BITS.map((name) => [`Math.${name}`, rounding])),
  'Math.max': extreme('max', -Infinity),
  'Math.min': extreme('min', Infinity),
  'Math.pow': (native, on) => {
    const [base, exponent] = native.args.map((value) => on.operators.numeric(value, false))
    return on.operators.binary('**', base, exponent)
  },
  'Math.hypot': hypotenuse,
  'Math.atan2': ofDirection,
  'Math.fround': (native, on) => {
    const [argument] = native.args
    const symbolic = on.symbols.of(argument)
    if (symbolic === undefined || on.operators.hasFewValues(symbolic)) {
      return settledNumbers(native, on)
    }
    return on.symbols.number(call(FROUND, on.operators.numericExpr(argument)))
  },
  'Math.random': (_, { halt }) => halt.refuse('native', 'Math.random'),
}

/** Whatever else is handed to a handler is none of its business. */
function rounding(native: NativeCall, on: Machine): unknown {
  return settledNumbers(native, on)
}

/** Exactly what the formula's function is, of whatever double the machine hands to it. */
function whole(name: (typeof WHOLE)[number]): Handler {
  return (native, on) => {
    const [argument] = native.args
    const symbolic = on.symbols.of(argument)
    if (symbolic === undefined || on.operators.hasFewValues(symbolic)) {
      return settledNumbers(native, on)
    }
    return on.symbols.number(call(name, on.operators.numericExpr(argument)))
  }
}

/** No function of formulas: the host reads it as its argument, and says so. */
const FROUND = ROUNDED as FunctionName

function smooth(name: (typeof SMOOTH)[number]): Handler {
  return (native, on) => {
    const [argument] = native.args
    if (on.symbols.of(argument) !== undefined) {
      return on.symbols.number(call(name, on.operators.numericExpr(argument)))
    }
    const x = on.operators.numeric(argument, false) as number
    const result = natively({ ...native, args: [x] }, on) as number
    on.constants.noteCall(name, x, { apply: Math[name] as (x: number) => number, result })
    return result
  }
}

/** To the right of the vertical an angle is the inverse tangent of its slope. */
function ofDirection(native: NativeCall, on: Machine): unknown {
  const { operators, symbols } = on
  const [y, x] = native.args.map((value) => operators.numeric(value, false))
  if (symbols.of(y) !== undefined && typeof x === 'number' && x > 0 && x < Infinity) {
    return symbols.number(call('atan', operators.numericExpr(operators.binary('/', y, x))))
  }
  return settledNumbers(native, on, 'native-input')
}

/** What rounds is followed where it rounds one of finitely many numbers. */
function settledNumbers(native: NativeCall, on: Machine, why: Reason = 'rounding'): unknown {
  const numbers = native.args.map((value) =>
    on.operators.numeric(on.operators.settled(value, why, native.name), false),
  )
  return natively({ ...native, args: numbers }, on)
}

/** An infinite argument that never wins is left out; without arguments it is the result. */
function extreme(name: 'max' | 'min', start: number): Handler {
  return (native, on) => {
    const { symbols, operators } = on
    const numbers = native.args.map((value) => operators.numeric(value, false))
    if (numbers.every(isPrimitive)) return natively({ ...native, args: numbers }, on)
    if (numbers.some((value) => Number.isNaN(value))) return Number.NaN
    const open = numbers.filter((value) => value !== start)
    const [first, ...rest] = open.map((value) => operators.numericExpr(value))
    if (first === undefined || rest.length === 0) return open[0]
    return symbols.number(call(name, first, ...rest))
  }
}

function hypotenuse(native: NativeCall, on: Machine): unknown {
  const { operators, symbols } = on
  const numbers = native.args.map((value) => operators.numeric(value, false))
  if (numbers.every(isPrimitive)) return natively({ ...native, args: numbers }, on)
  if (numbers.some((value) => value === Infinity || value === -Infinity)) return Infinity
  const sizes = numbers.filter((value) => value !== 0)
  // The square of one number would lose digits that its size keeps.
  if (sizes.length === 1) return symbols.number(call('abs', operators.numericExpr(sizes[0])))
  const squares = sizes.map((value) => operators.binary('**', value, 2))
  const sum = squares.reduce((total, square) => operators.binary('+', total, square))
  return symbols.number(call('sqrt', operators.numericExpr(sum)))
}
