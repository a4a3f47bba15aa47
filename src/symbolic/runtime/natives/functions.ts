import { ownArray } from '../own-array.ts'
import { fresh, type Handlers, type Machine, type NativeCall } from './machine.ts'

/** What calls a function in another way. */
export const FUNCTIONS: Handlers = {
  'Function.prototype.call': ({ self, args: [own, ...args] }, on) => on.invoke(self, own, args),
  'Function.prototype.apply': ({ self, args: [own, list] }, on) => spread(self, own, list, on),
  'Reflect.apply': ({ args: [callee, own, list] }, on) => spread(callee, own, list, on),
  'Function.prototype.bind': (call, on) =>
    on.isNative(call.self) ? on.halt.refuse('native-value', call.name) : fresh(call, on),
  'console.*': () => undefined,
  Symbol: naming,
  'Symbol.for': naming,
}

function spread(callee: unknown, self: unknown, list: unknown, on: Machine): unknown {
  if (list === undefined || list === null) return on.invoke(callee, self, [])
  if (!Array.isArray(list)) return on.halt.refuse('native-value', 'Function.prototype.apply')
  return on.invoke(callee, self, ownArray(list))
}

function naming(call: NativeCall, on: Machine): unknown {
  return call.args.some((value) => typeof value === 'object')
    ? on.halt.refuse('native-value', call.name)
    : on.realm.apply(call.native, call.self, call.args)
}
