import {
  fresh,
  type Handlers,
  type Machine,
  type NativeCall,
  settlingArguments,
} from './machine.ts'

/** What `new` makes of the language's own classes; `native` constructs here. */
export const CONSTRUCTORS: Handlers = {
  Object: (call, on) => (call.args.length === 0 ? fresh(call, on) : refused(call, on)),
  Array: (call, on) =>
    call.args.length === 1 ? settlingArguments(fresh)(call, on) : fresh(call, on),
  ...Object.fromEntries(['Map', 'Set', 'WeakMap', 'WeakSet'].map((name) => [name, collection])),
  ...Object.fromEntries(
    ['', 'Eval', 'Range', 'Reference', 'Syntax', 'Type', 'URI'].map((kind) => [
      `${kind}Error`,
      fresh,
    ]),
  ),
  ...Object.fromEntries(
    ['Float64', 'Float32', 'Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Uint32'].map((kind) => [
      `${kind}Array`,
      typedArray,
    ]),
  ),
}

function refused({ name }: NativeCall, { halt }: Machine): never {
  return halt.refuse('native-value', `new ${name}`)
}

/** A symbol of the input is another key each time: only settled keys may go in. */
function collection(call: NativeCall, on: Machine): unknown {
  // What a weak collection is made of cannot be looked at.
  if (call.name.startsWith('Weak'))
    return call.args.length > 0 ? refused(call, on) : fresh(call, on)
  const made = fresh(call, on)
  on.realm.visitKeys(made, (key) => {
    if (on.symbols.of(key) !== undefined) refused(call, on)
  })
  return made
}

/** Of a length, or a copy of an array; a view of somebody's buffer would be no new thing. */
function typedArray(call: NativeCall, on: Machine): unknown {
  const [source] = call.args
  const isCopy = Array.isArray(source) && on.realm.isPlain(source)
  return isCopy || typeof source === 'number' || source === undefined
    ? fresh(call, on)
    : refused(call, on)
}
