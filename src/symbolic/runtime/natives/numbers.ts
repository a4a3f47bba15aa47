import { call, compare, constant } from '../../../formula/build.ts'
import type { Condition } from '../../../formula/expr.ts'
import { type Handler, type Handlers, type Machine, natively, ofPrimitives } from './machine.ts'

/** What asks of a value whether it is a number, and of what kind. */
export const NUMBERS: Handlers = {
  Number: (native, on) => {
    const [value] = native.args
    if (native.args.length === 0) return 0
    return typeof value === 'bigint' ? Number(value) : on.operators.numeric(value, false)
  },
  Boolean: (native, on) => on.symbols.boolean(on.operators.truth(native.args[0])),
  isNaN: question((value, on) => isNothing(on.operators.numeric(value, false), on)),
  isFinite: question((value, on) => hasSize(on.operators.numeric(value, false), on)),
  'Number.isNaN': question((value, on) => isNumber(value, on) && isNothing(value, on)),
  'Number.isFinite': question((value, on) => isNumber(value, on) && hasSize(value, on)),
  'Object.is': (native, on) => {
    const [left, right] = native.args
    const symbolic = on.symbols.of(left) ?? on.symbols.of(right)
    if (symbolic === undefined) return natively(native, on)
    const [own, other] = on.symbols.of(left) === undefined ? [right, left] : [left, right]
    if (Number.isNaN(other)) return question(isNothing)({ ...native, args: [own] }, on)
    if (typeof other === 'number' && other !== 0) {
      return on.symbols.boolean(on.operators.strictlyEqual(left, right))
    }
    if (typeof other !== 'number' && on.symbols.of(other) === undefined) return false
    return on.halt.refuse('native-input', 'Object.is')
  },
  'Number.isInteger': ofNumbers,
  'Number.isSafeInteger': ofNumbers,
}

function question(ask: (value: unknown, on: Machine) => Condition | boolean): Handler {
  return (native, on) => on.symbols.boolean(ask(native.args[0], on))
}

/** Of anything but a number the answer is no. */
function ofNumbers(native: Parameters<Handler>[0], on: Machine): unknown {
  return isNumber(native.args[0], on) ? ofPrimitives(native, on) : false
}

function isNumber(value: unknown, on: Machine): boolean {
  return (on.symbols.of(value)?.kind ?? typeof value) === 'number'
}

/** Nothing but NaN differs from itself. */
function isNothing(value: unknown, on: Machine): Condition | boolean {
  if (on.symbols.of(value) === undefined) return Number.isNaN(value)
  const expr = on.operators.numericExpr(value)
  return compare(expr, '!==', expr)
}

function hasSize(value: unknown, on: Machine): Condition | boolean {
  if (on.symbols.of(value) === undefined) return Number.isFinite(value)
  const size = call('abs', on.operators.numericExpr(value))
  return compare(size, '<', constant('infinity'))
}
