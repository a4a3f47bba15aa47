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
} from './machine.ts'

/** Functions of objects, of errors and of JSON. */
export const OBJECTS: Handlers = {
  ...each(['keys', 'getOwnPropertyNames', 'getOwnPropertySymbols'].map(ofObject), fresh),
  'Object.values': fresh,
  'Object.entries': (call, on) => {
    const entries = fresh(call, on)
    for (const pair of ownArray(entries as ArrayLike<unknown>)) on.ownership.born(pair)
    return entries
  },
  ...each(
    ['getPrototypeOf', 'isFrozen', 'isSealed', 'isExtensible', 'hasOwn'].map(ofObject),
    natively,
  ),
  ...each(
    ['hasOwnProperty', 'propertyIsEnumerable', 'isPrototypeOf'].map(
      (name) => `Object.prototype.${name}`,
    ),
    natively,
  ),
  'Reflect.ownKeys': fresh,
  ...each(['freeze', 'seal', 'preventExtensions', 'assign'].map(ofObject), changingFirst(natively)),
  'Object.setPrototypeOf': changingFirst((call, on) => {
    if (typeof call.args[0] === 'function' || isOfInput(call.args[1], on)) return refused(call, on)
    return natively(call, on)
  }),
  'Object.fromEntries': (call, on) => {
    const made = fresh(call, on)
    if (on.symbols.of(ownValue(made, 'done')) !== undefined) return on.halt.refuse('syntax', 'done')
    return made
  },
  'Object.create': (call, on) =>
    call.args.length > 1 || isOfInput(call.args[0], on) ? refused(call, on) : fresh(call, on),
  'Object.defineProperty': changingFirst(defining),
  'JSON.stringify': (call, on) =>
    call.args.length === 1 && isPlainData(call.args[0], on, 0)
      ? natively(call, on)
      : refused(call, on),
  structuredClone: (call, on) =>
    isPlainData(call.args[0], on, 0) ? fresh(call, on) : refused(call, on),
  'JSON.parse': (call, on) =>
    call.args.length === 1 && typeof call.args[0] === 'string'
      ? fresh(call, on)
      : refused(call, on),
  ...each(ERRORS(), fresh),
}

function ofObject(name: string): string {
  return `Object.${name}`
}

function ERRORS(): readonly string[] {
  return ['', 'Eval', 'Range', 'Reference', 'Syntax', 'Type', 'URI'].map((kind) => `${kind}Error`)
}

function refused({ name }: NativeCall, { halt }: Machine): never {
  return halt.refuse('native-value', name)
}

/** What the machine has as a number stands here as an object, and would be taken for one. */
function isOfInput(value: unknown, { symbols }: Machine): boolean {
  return symbols.of(value) !== undefined
}

function changingFirst(handler: Handler): Handler {
  return (call, on) => mutating(() => handler(call, on))({ ...call, self: call.args[0] }, on)
}

/** A descriptor of values alone: no native becomes a getter, and no flag depends on the input. */
function defining(call: NativeCall, on: Machine): unknown {
  const [, key, descriptor] = call.args
  const isPlainKey =
    typeof key === 'string' && !['done', 'stack', 'return', '__proto__'].includes(key)
  if (!isPlainKey || typeof descriptor !== 'object' || descriptor === null) return refused(call, on)
  const flags = ['enumerable', 'configurable', 'writable'].map((flag) => ownValue(descriptor, flag))
  const accessors = ['get', 'set'].map((name) => ownValue(descriptor, name))
  const isPlain =
    flags.every((flag) => on.symbols.of(flag) === undefined) &&
    accessors.every((accessor) => !on.isNative(accessor))
  return isPlain ? natively(call, on) : refused(call, on)
}

function ownValue(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  return Reflect.getOwnPropertyDescriptor(object, key)?.value
}

const MAX_DEPTH = 8

/** Arrays and objects of primitives, with nothing that would be called. */
function isPlainData(value: unknown, on: Machine, depth: number): boolean {
  if (on.symbols.of(value) !== undefined || depth > MAX_DEPTH) return false
  if (typeof value !== 'object' || value === null) return typeof value !== 'function'
  return Reflect.ownKeys(value).every((key) => {
    const found = Reflect.getOwnPropertyDescriptor(value, key)
    return found !== undefined && 'value' in found && isPlainData(found.value, on, depth + 1)
  })
}
