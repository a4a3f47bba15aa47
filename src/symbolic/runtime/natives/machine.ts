import type { Constants } from '../constants.ts'
import type { Halt } from '../halt.ts'
import type { Operators } from '../operators.ts'
import type { Ownership } from '../ownership.ts'
import type { Paths } from '../paths.ts'
import type { Realm } from '../realm.ts'
import type { Symbols } from '../symbols.ts'

/** What the functions of the language are followed with. */
export interface Machine {
  readonly realm: Realm
  readonly halt: Halt
  readonly symbols: Symbols
  readonly constants: Constants
  readonly paths: Paths
  readonly operators: Operators
  readonly ownership: Ownership
  /** A call as the program would make it. */
  readonly invoke: (callee: unknown, self: unknown, args: readonly unknown[]) => unknown
  /** Whether something is a function of the language. */
  readonly isNative: (value: unknown) => boolean
}

export interface NativeCall {
  readonly name: string
  readonly native: (...args: never[]) => unknown
  readonly self: unknown
  readonly args: readonly unknown[]
}

/** How a function of the language behaves where the input may be among its operands. */
export type Handler = (call: NativeCall, on: Machine) => unknown

export type Handlers = { readonly [name: string]: Handler }

/** As the machine does it. */
export function natively({ native, self, args }: NativeCall, { realm }: Machine): unknown {
  return realm.apply(native, self, args)
}

/** Moves values without looking at them, and makes something new. */
export function fresh(call: NativeCall, on: Machine): unknown {
  const result = natively(call, on)
  return result === call.self || decidesItself(call.self, on) ? result : on.ownership.born(result)
}

/** Whether classes of the program have a say in what is made. */
function decidesItself(self: unknown, on: Machine): boolean {
  if (typeof self === 'function') return !on.isNative(self)
  if (ArrayBuffer.isView(self)) return true
  return Array.isArray(self) && !on.realm.isPlain(self)
}

/** Changes what it is called on. */
export function mutating(handler: Handler): Handler {
  return (call, on) => {
    on.ownership.mayWrite(call.self)
    return handler(call, on)
  }
}

/** Numbers and texts alone: of the input only what has finitely many values. */
export function ofPrimitives(call: NativeCall, on: Machine): unknown {
  const settle = (value: unknown) => settledPrimitive(value, call, on)
  // What stands before the name of a static function, such as `Number`, is not looked at.
  const self = on.isNative(call.self) ? call.self : settle(call.self)
  return fresh({ ...call, self, args: call.args.map(settle) }, on)
}

/** Positions, lengths and depths are settled; what the function is called on is not looked at. */
export function settlingArguments(handler: Handler): Handler {
  return (call, on) => {
    const args = call.args.map((value) => settledPrimitive(value, call, on))
    return handler({ ...call, args }, on)
  }
}

function settledPrimitive(value: unknown, { name }: NativeCall, on: Machine): unknown {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function'
  if (isObject && on.symbols.of(value) === undefined) {
    return on.halt.refuse('native-value', name)
  }
  return on.operators.settled(value, 'native-input', name)
}

/** One handler for many names. */
export function each(names: readonly string[], handler: Handler): Handlers {
  return Object.fromEntries(names.map((name) => [name, handler]))
}
