import {
  each,
  fresh,
  type Handler,
  type Handlers,
  type Machine,
  mutating,
  type NativeCall,
  natively,
} from './machine.ts'

const BOTH = ['Map.prototype', 'Set.prototype', 'WeakMap.prototype', 'WeakSet.prototype']

/** Maps, sets and iterators. A key is told by what it is: of the input only by finitely many values. */
export const COLLECTIONS: Handlers = {
  ...onBoth(['get', 'has'], byKey(natively)),
  ...onBoth(['set', 'add', 'delete'], mutating(byKey(natively))),
  ...onBoth(['clear'], mutating(natively)),
  ...onBoth(['keys', 'values', 'entries'], fresh),
  ...onBoth(['forEach'], (call, on) => {
    const [f, self] = call.args
    const visit = (...args: readonly unknown[]) => on.invoke(f, self, args)
    return natively({ ...call, args: [visit] }, on)
  }),
  ...each(
    [
      '%ArrayIterator%.next',
      '%MapIterator%.next',
      '%SetIterator%.next',
      '%StringIterator%.next',
      '%GeneratorFunction%.prototype.next',
      '%GeneratorFunction%.prototype.return',
      '%GeneratorFunction%.prototype.throw',
    ],
    mutating(natively),
  ),
  'Iterator.prototype[Symbol.iterator]': natively,
}

function onBoth(names: readonly string[], handler: Handler): Handlers {
  return each(
    BOTH.flatMap((kind) => names.map((name) => `${kind}.${name}`)),
    handler,
  )
}

function byKey(handler: Handler): Handler {
  return (call: NativeCall, on: Machine) => {
    const [key, ...rest] = call.args
    const settled = on.operators.settled(key, 'native-input', call.name)
    return handler({ ...call, args: [settled, ...rest] }, on)
  }
}
