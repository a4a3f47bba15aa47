import { ownArray } from '../own-array.ts'
import {
  each,
  fresh,
  type Handler,
  type Handlers,
  type Machine,
  mutating,
  type NativeCall,
  natively,
  settlingArguments,
} from './machine.ts'

const LISTS = ['Array.prototype', '%TypedArray%.prototype']

/** Functions of arrays: most move values about and never look at one. */
export const ARRAYS: Handlers = {
  ...onLists(['concat', 'keys', 'values', 'entries', 'with', 'toSpliced'], fresh),
  ...onLists(['slice', 'flat', 'toReversed'], settlingArguments(fresh)),
  ...onLists(['at'], settlingArguments(natively)),
  ...onLists(['push', 'pop', 'shift', 'unshift', 'fill', 'reverse', 'set'], mutating(natively)),
  ...onLists(['splice', 'copyWithin'], mutating(fresh)),
  ...onLists(['map', 'flatMap'], calling(fresh, given)),
  ...onLists(['forEach', 'reduce', 'reduceRight'], calling(natively, given)),
  ...onLists(['filter'], calling(fresh, asked)),
  ...onLists(
    ['some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex'],
    calling(natively, asked),
  ),
  ...onLists(['sort'], mutating(sorting)),
  ...onLists(['toSorted'], sorting),
  ...onLists(['includes', 'indexOf', 'lastIndexOf'], searching),
  ...onLists(['join'], joining),
  Array: (call, on) =>
    call.args.length === 1 ? settlingArguments(fresh)(call, on) : fresh(call, on),
  'Array.isArray': natively,
  '%TypedArray%.of': fresh,
  'Array.of': fresh,
  'Array.from': (call, on) => {
    const [source, f, self] = call.args
    if (f === undefined) return fresh({ ...call, args: [source] }, on)
    const mapped = (...args: readonly unknown[]) => on.invoke(f, self, args)
    return fresh({ ...call, args: [source, mapped] }, on)
  },
}

function onLists(names: readonly string[], handler: Handler): Handlers {
  return each(
    LISTS.flatMap((list) => names.map((name) => `${list}.${name}`)),
    handler,
  )
}

function given(result: unknown): unknown {
  return result
}

function asked(result: unknown, on: Machine): boolean {
  return on.operators.holds(result)
}

/** Calls a function of the program for the elements; what it gives is looked at by `take`. */
function calling(run: Handler, take: (result: unknown, on: Machine) => unknown): Handler {
  return (call, on) => {
    const [f, ...rest] = call.args
    if (typeof f !== 'function') return natively(call, on)
    const self = call.name.includes('reduce') ? undefined : rest[0]
    const visit = (...args: readonly unknown[]) => take(on.invoke(f, self, args), on)
    return run({ ...call, args: [visit, ...rest] }, on)
  }
}

/** By a function of the program, whose result counts as less, equal or more; texts by themselves. */
function sorting(call: NativeCall, on: Machine): unknown {
  const [f] = call.args
  if (f === undefined) {
    refuseUnreadable(call, on)
    return fresh(call, on)
  }
  if (typeof f !== 'function') return natively(call, on)
  const order = (...args: readonly unknown[]) => orderOf(on.invoke(f, undefined, args), on)
  return fresh({ ...call, args: [order] }, on)
}

function orderOf(result: unknown, on: Machine): unknown {
  if (on.symbols.of(result) === undefined) return on.operators.numeric(result, false)
  const { operators, paths } = on
  if (paths.choose(operators.compared('<', result, 0))) return -1
  return paths.choose(operators.compared('>', result, 0)) ? 1 : 0
}

/** Asks `===` of each element in turn. */
function searching(call: NativeCall, on: Machine): unknown {
  const { symbols, halt } = on
  const [wanted, from] = call.args
  const items = elementsOf(call, on)
  if (![wanted, ...items].some((one) => symbols.of(one) !== undefined)) return natively(call, on)
  if (from !== undefined || !Array.isArray(call.self)) {
    return halt.refuse('native-input', call.name)
  }
  const order = [...items.keys()]
  if (call.name.endsWith('lastIndexOf')) order.reverse()
  const includes = call.name.endsWith('includes')
  const found = order.find((index) => {
    if (!includes && !Object.hasOwn(call.self as object, index)) return false
    return isSame(items[index], wanted, includes, on)
  })
  return includes ? found !== undefined : (found ?? -1)
}

function isSame(item: unknown, wanted: unknown, includes: boolean, on: Machine): boolean {
  const { operators, paths } = on
  if (paths.choose(operators.strictlyEqual(item, wanted))) return true
  if (!includes) return false
  const isNothing = (value: unknown) => paths.choose(differs(value, on))
  return isNothing(item) && isNothing(wanted)
}

function differs(value: unknown, on: Machine) {
  if (on.symbols.of(value) === undefined) return Number.isNaN(value)
  return on.symbols.of(value)?.kind === 'number' && on.operators.compared('!==', value, value)
}

/** What stands in an array, taken without its iterator. */
function elementsOf({ self }: NativeCall, on: Machine): unknown[] {
  if (!Array.isArray(self)) return []
  if (self.length > MAX_LENGTH) return on.halt.refuse('length')
  return ownArray(self)
}

const MAX_LENGTH = 10_000

function joining(call: NativeCall, on: Machine): unknown {
  refuseUnreadable(call, on)
  return settlingArguments(natively)(call, on)
}

/** A function as text would tell how the program was written anew. */
function refuseUnreadable(call: NativeCall, on: Machine): void {
  const items = elementsOf(call, on)
  const isObject = (value: unknown) =>
    (typeof value === 'object' && value !== null) || typeof value === 'function'
  if (items.some(isObject)) on.halt.refuse('text')
}
