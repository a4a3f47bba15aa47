import { GUEST_CONSOLE } from './guest-console.ts'
import { ANSWER, LIMITS } from './limits.ts'

/**
 * The harness that runs inside the guest, before the submission and out of its reach: an
 * expression of a function that is given a way to say that it goes on, and gives one function,
 * called with the name of an operation and its operands.
 *
 * It captures every intrinsic it needs before the submission's code exists, reads what
 * other people's functions answer through its own data descriptors alone, and answers in primitives.
 * Comparing is the host's business: nothing in here knows a right answer.
 */
export const GUEST_PRELUDE = String.raw`(goesOn => {
'use strict'
const {
  apply, ownKeys, getOwnPropertyDescriptor: descriptorOf, getPrototypeOf: protoOf,
  defineProperty: define, deleteProperty: drop, isExtensible,
} = Reflect
const { create, freeze } = Object
const { isArray } = Array
const { slice, charCodeAt } = String.prototype
const { isFinite, parseInt } = globalThis
const parse = JSON.parse
const quote = JSON.stringify
const F64 = Float64Array
const text = String
const ObjectProto = Object.prototype
const ArrayProto = Array.prototype
const FunctionProto = Function.prototype
const { bind } = FunctionProto
const PromiseProto = Promise.prototype
const Fail = TypeError
const typedLength = descriptorOf(protoOf(F64.prototype), 'length').get
const cut = (s, n) => s.length > n ? apply(slice, s, [0, n]) + '… (' + (s.length - n) + ' characters more)' : s

// A submission has no dice of its own: a fixed sequence, which a second evaluation tells from a function.
let dice = 0x2545f491
Math.random = function random() {
  dice ^= dice << 13; dice ^= dice >>> 17; dice ^= dice << 5
  return (dice >>> 0) / 4294967296
}
delete globalThis.Atomics
delete globalThis.SharedArrayBuffer
delete globalThis.navigator
delete globalThis.performance

const own = (o, key) => {
  try {
    const d = descriptorOf(o, key)
    return d === undefined ? undefined : d.value
  } catch { return undefined }
}
const isObject = v => (typeof v === 'object' && v !== null) || typeof v === 'function'

const describe = v => {
  switch (typeof v) {
    case 'undefined': return 'undefined'
    case 'number': return v === 0 && 1 / v < 0 ? '-0' : '' + v
    case 'boolean': return v + ' (a boolean)'
    case 'string': return quote(cut(v, 200)) + ' (a string)'
    case 'bigint': return 'a bigint'
    case 'symbol': return 'a symbol'
    case 'function': return 'a function'
  }
  if (v === null) return 'null'
  try {
    if (isArray(v)) return 'an array'
    if (protoOf(v) === PromiseProto) return 'a Promise'
    if (protoOf(v) === Number.prototype) return 'a Number object'
  } catch {}
  return 'an object'
}

${GUEST_CONSOLE}
let faults = { __proto__: null }, faultCount = 0
const note = (index, kind, message, stack) => {
  if (faultCount++ < 8) faults[faultCount - 1] = { __proto__: null, index, kind, message, stack }
}
const messageOf = e => {
  if (!isObject(e)) return describe(e)
  const m = own(e, 'message')
  let name
  for (let p = e, i = 0; name === undefined && p !== null && i < 8; i++) {
    name = own(p, 'name')
    try { p = protoOf(p) } catch { break }
  }
  const said = typeof m === 'string' ? cut(m, 2000) : ''
  const called = typeof name === 'string' ? cut(name, 100) : 'Error'
  return said === '' ? (typeof name === 'string' ? called : describe(e)) : called + ': ' + said
}
const stackOf = e => {
  const s = isObject(e) ? own(e, 'stack') : undefined
  return typeof s === 'string' ? cut(s, 4000) : ''
}

// Names of a module: its exports, then what its default export and exported objects and classes have by a name,
// inherited from others of the program or not. A getter runs for none but a function that is asked for, and once each time.
// Stores have no prototype: a setter planted on Array.prototype is never met.
let count = 0
const functions = { __proto__: null }, receivers = { __proto__: null }
const isNative = proto => proto === ObjectProto || proto === FunctionProto || proto === ArrayProto
const addMembers = (nested, holder) => {
  let o = holder
  for (let depth = 0; o !== null && depth < 8 && !isNative(o); depth++, o = protoOf(o)) {
    const names = ownKeys(o)
    for (let i = 0; i < names.length && i < 1000; i++) {
      const name = names[i]
      if (typeof name !== 'string' || name === 'constructor') continue
      if (typeof o === 'function' && (name === 'length' || name === 'name' || name === 'prototype')) continue
      const list = nested[name] ??= { __proto__: null, length: 0 }
      if (list.length === 0 || list[list.length - 1] !== holder) list[list.length++] = holder
    }
  }
}
const candidatesOf = ns => {
  const direct = create(null), nested = create(null)
  const keys = ownKeys(ns)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]
    if (typeof key !== 'string') continue
    let value
    try { value = ns[key] } catch { continue }
    direct[key] = value
    if (isObject(value)) try { addMembers(nested, value) } catch {}
  }
  return { __proto__: null, direct, nested }
}
let found
const memberOf = (receiver, name) => {
  try { return { __proto__: null, value: receiver[name], receiver } } catch (e) {
    return { __proto__: null, value: undefined, receiver, threw: 'a getter that throws ' + messageOf(e) }
  }
}
const find = name => {
  if (name in found.direct) return { __proto__: null, value: found.direct[name], receiver: undefined }
  const list = found.nested[name]
  if (list === undefined) {
    const d = found.direct.default
    return typeof d === 'function' && own(d, 'name') === name ? { __proto__: null, value: d, receiver: undefined } : undefined
  }
  let hit
  for (let i = 0; i < list.length; i++) {
    const one = memberOf(list[i], name)
    if (one.value === undefined && one.threw === undefined) continue
    if (list[i] === found.direct.default) return one
    if (hit !== undefined && hit.value !== one.value) return undefined
    hit ??= one
  }
  return hit
}

// Data goes in and comes out as text: JSON, with the numbers that JSON has no word for spelt out.
const SPECIAL = { __proto__: null, NaN: NaN, Infinity: Infinity, '-Infinity': -Infinity, '-0': -0 }
const decode = v => {
  if (typeof v === 'string') return v in SPECIAL ? SPECIAL[v] : v
  if (typeof v !== 'object' || v === null) return v
  if (isArray(v)) {
    // Most are numbers, and are as they are to be.
    for (let i = 0; i < v.length; i++) if (typeof v[i] !== 'number') v[i] = decode(v[i])
    return v
  }
  const keys = ownKeys(v)
  for (let i = 0; i < keys.length; i++) v[keys[i]] = decode(v[keys[i]])
  return v
}
// What is no data; the place is put together on the way out, so that what is data costs no words.
class NotData { constructor(found) { this.where = ''; this.found = found } }
const isNotData = e => isObject(e) && protoOf(e) === NotData.prototype
let room = 0, letters = 0
const spell = n => { if ((letters -= n) < 0) throw new NotData('more than ${ANSWER.letters} characters of text') }
const take = (n, what) => {
  if (n > ${ANSWER.list}) throw new NotData(what + ', where at most ${ANSWER.list} are looked at')
  if ((room -= n) < 0) throw new NotData(what + ', which makes more than ${ANSWER.numbers} in all')
}
const encodeNumber = n => isFinite(n) && (n !== 0 || 1 / n > 0) ? '' + n : n === 0 ? '"-0"' : quote('' + n)
const encode = (v, depth) => {
  if (typeof v === 'number') return encodeNumber(v)
  if (typeof v === 'boolean' || v === null) return '' + v
  if (typeof v === 'string') {
    spell(v.length)
    return quote(v in SPECIAL ? quote(v) + ' (a string)' : cut(v, 2000))
  }
  if (typeof v !== 'object') throw new NotData(describe(v))
  if (depth > ${ANSWER.depth}) throw new NotData('nested more than ${ANSWER.depth} levels deep')
  let length = -1
  if (isArray(v)) length = own(v, 'length')
  else try { length = apply(typedLength, v, []) } catch {}
  return length >= 0 ? encodeList(v, length, depth) : encodeObject(v, depth)
}
const encodeList = (v, length, depth) => {
  take(length, 'an array of ' + length + ' elements')
  let out = '[', part = '', i = 0
  try {
    for (; i < length; i++) {
      part += (i ? ',' : '') + encode(v[i], depth + 1)
      // The engine copies a text whenever it grows: a long one grows in large steps.
      if (part.length > 2000) { out += part; part = '' }
    }
  } catch (e) {
    if (isNotData(e)) e.where = '[' + i + ']' + e.where
    throw e
  }
  return out + part + ']'
}
const encodeObject = (v, depth) => {
  if (describe(v) !== 'an object') throw new NotData(describe(v))
  const keys = ownKeys(v)
  take(keys.length, 'an object with ' + keys.length + ' properties')
  let out = '', part = '', comma = '', i = 0
  try {
    for (; i < keys.length; i++) {
      const key = keys[i]
      if (typeof key !== 'string') continue
      const inside = v[key]
      // As JSON has it: what is no data is no property, and the reader says which one is missing.
      if (inside === undefined || typeof inside === 'function') continue
      spell(key.length)
      part += comma + quote(cut(key, 200)) + ':' + encode(inside, depth + 1)
      comma = ','
      if (part.length > 2000) { out += part; part = '' }
    }
  } catch (e) {
    if (isNotData(e)) e.where = '.' + cut(text(keys[i]), 200) + e.where
    throw e
  }
  return '{' + out + part + '}'
}
const asText = v => {
  room = ${ANSWER.numbers}; letters = ${ANSWER.letters}
  try { return '=' + encode(v, 0) } catch (e) {
    if (isNotData(e)) return '!' + apply(slice, e.where, [e.where[0] === '.' ? 1 : 0]) + '\n' + e.found
    throw e
  }
}
const kept = { __proto__: null }
let step = 0, prepared
const nothing = () => 0
const operand = a => own(a, 'kept') !== undefined ? kept[own(a, 'kept')] : decode(own(a, 'data'))
const operands = list => {
  const args = { __proto__: null, length: list.length }
  for (let i = 0; i < list.length; i++) args[i] = operand(list[i])
  return args
}
const perform = s => {
  if (s.do === 'call') return apply(functions[s.id], receivers[s.id], operands(s.arguments))
  const target = kept[s.of]
  if (target === undefined || target === null) throw new Fail(s.of + ' is ' + target)
  const value = target[s.name]
  if (s.do === 'read') return value
  if (typeof value !== 'function') throw new Fail(s.of + '.' + s.name + ' is not a function but ' + describe(value))
  return apply(value, target, operands(s.arguments))
}

// Objects as they were made here, whatever was put into them since: each with those inside of it.
let refilled
const sameKeys = (one, other) => {
  if (one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
}
// What was sealed or made something else cannot be used again.
const isPlain = (o, list) => {
  try { return isExtensible(o) && protoOf(o) === (list ? ArrayProto : ObjectProto) } catch { return false }
}
const put = (o, key, value) => define(o, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true })
const refill = (before, value) => {
  if (typeof value !== 'object' || value === null) return { __proto__: null, value }
  const list = isArray(value), keys = ownKeys(value), parts = { __proto__: null }
  const again = before !== undefined && before.list === list && (list || sameKeys(before.keys, keys)) && isPlain(before.value, list)
  const held = again ? before.value : value
  if (again) {
    const old = ownKeys(held)
    for (let i = 0; i < old.length; i++) if (old[i] !== 'length' || !list) drop(held, old[i])
    if (list && !define(held, 'length', { __proto__: null, value: value.length })) return refill(undefined, value)
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]
    if (list && key === 'length') continue
    parts[key] = refill(again ? before.parts[key] : undefined, value[key])
    if (!put(held, key, parts[key].value)) return refill(undefined, value)
  }
  return { __proto__: null, value: held, list, keys, parts }
}
// Whether data is still what it was: if so, then both have one text. If not, the texts decide.
const isAsItWas = (v, before) => {
  if (typeof before !== 'object' || before === null) return v === before ? v !== 0 || 1 / v === 1 / before : v !== v && before !== before
  if (typeof v !== 'object' || v === null) return false
  if (isArray(before)) {
    if (!isArray(v) || v.length !== before.length) return false
    for (let i = 0; i < before.length; i++) if (!isAsItWas(v[i], before[i])) return false
    return true
  }
  const keys = ownKeys(before)
  if (isArray(v) || protoOf(v) !== ObjectProto || !sameKeys(ownKeys(v), keys)) return false
  for (let i = 0; i < keys.length; i++) if (!isAsItWas(v[keys[i]], before[keys[i]])) return false
  return true
}
const callWith = (id, args, list) => {
  const before = decode(parse(list)), n = args.length
  const given = { __proto__: null, length: n }
  for (let i = 0; i < n; i++) given[i] = args[i]
  const answer = asText(apply(functions[id], receivers[id], args))
  for (let i = 0; i < n; i++) if (!isAsItWas(given[i], before[i]) && asText(given[i]) !== asText(before[i])) return '~' + i + '\n' + answer
  return answer
}

// A method keeps the object or class that it was found on.
const called = id => receivers[id] === undefined ? functions[id] : apply(bind, functions[id], [receivers[id]])

const operations = {
  __proto__: null,
  // Reads the names of a namespace, or of CommonJS exports where the module exported nothing.
  adopt(ns, commonjs) {
    found = candidatesOf(commonjs ? { __proto__: null, default: own(globalThis.module ?? {}, 'exports') } : ns)
    if (commonjs && isObject(found.direct.default)) {
      const more = candidatesOf(found.direct.default)
      for (const key in more.direct) found.direct[key] ??= more.direct[key]
    }
    let names = ''
    for (const key in found.direct) names += key + '\n'
    for (const key in found.nested) if (!(key in found.direct)) names += key + '\n'
    return cut(names, 20000)
  },
  // 'f<index> <arity>' for a function, 'x<what stands there>', or 'm' where there is none.
  find(name) {
    const hit = find(name)
    if (hit === undefined) return 'm'
    if (typeof hit.value !== 'function') return 'x' + (hit.threw ?? describe(hit.value))
    const length = own(hit.value, 'length')
    functions[count] = hit.value
    receivers[count] = hit.receiver
    return 'f' + count++ + ' ' + (typeof length === 'number' && length >= 0 && length < 256 ? length | 0 : 0)
  },
  function(id) { return functions[id] },
  receiver(id) { return receivers[id] },
  // buffer: columns × n arguments, then room for n results. A tight loop: this is where time goes.
  evaluate(id, buffer, columns, n) {
    faults = { __proto__: null }; faultCount = 0
    const f = called(id)
    const result = new F64(buffer, columns * n * 8, n)
    const c = { __proto__: null }
    for (let k = 0; k < columns; k++) c[k] = new F64(buffer, k * n * 8, n)
    const a = c[0], b = c[1]
    // var, and no closure over them: the engine checks a let at every use.
    var i = 0, end = 0, y, overflows = 0
    while (i < n) {
      // However short each call is, and however silent: somebody hears that they go on.
      if (i >= end) { goesOn(); end = i + ${LIMITS.pointsUnheard}; if (end > n) end = n }
      try {
        if (columns === 1) for (; i < end; i++) {
          y = f(a[i])
          if (typeof y === 'number') result[i] = y
          else { result[i] = NaN; note(i, 'not-a-number', describe(y), '') }
        }
        else if (columns === 2) for (; i < end; i++) {
          y = f(a[i], b[i])
          if (typeof y === 'number') result[i] = y
          else { result[i] = NaN; note(i, 'not-a-number', describe(y), '') }
        }
        else for (; i < end; i++) {
          const args = { __proto__: null, length: columns }
          for (let k = 0; k < columns; k++) args[k] = c[k][i]
          y = apply(f, undefined, args)
          if (typeof y === 'number') result[i] = y
          else { result[i] = NaN; note(i, 'not-a-number', describe(y), '') }
        }
      } catch (e) {
        const message = messageOf(e)
        // What calls itself without end does so everywhere, as does what asks for all memory: each
        // further point costs a whole stack, or the memory.
        if (message === 'InternalError: stack overflow' && ++overflows > 16 && overflows > i) throw e
        if (message === 'InternalError: out of memory') throw e
        result[i] = NaN; note(i, 'threw', message, stackOf(e)); i++
      }
    }
    return faultCount
  },
  // A ~ and a position on a line of its own goes before where an argument is no longer what it was.
  call(id, list) { return callWith(id, decode(parse(list)), list) },
  // The same with the objects of the call before, that hold other data now: whoever knows them by themselves is mistaken.
  refill(id, list) {
    refilled = refill(refilled, decode(parse(list)))
    return callWith(id, refilled.value, list)
  },
  // One result a line, each as of a call.
  program(list) {
    const steps = parse(list)
    let out = ''
    for (step = 0; step < steps.length; step++) {
      goesOn()
      const value = perform(steps[step]), name = own(steps[step], 'as')
      if (name !== undefined) kept[name] = value
      const text = name !== undefined || value === undefined ? '=null' : asText(value)
      if (text[0] === '!') return text
      out += (step ? ',' : '[') + apply(slice, text, [1])
    }
    return '=' + (out || '[') + ']'
  },
  // What a run takes is counted outside: nothing but the run itself belongs in here.
  prepare(list) { prepared = decode(parse(list)) },
  work(id) {
    if (id >= 0) apply(functions[id], receivers[id], prepared)
    else if (id === -2) for (let i = 0; i < prepared.length; i++) {
      const value = perform(prepared[i]), name = own(prepared[i], 'as')
      if (name !== undefined) kept[name] = value
    }
    else apply(nothing, undefined, prepared)
  },
  burn() { for (let i = 0; i < 8; i++); },
  step() { return step },
  fault(k, part) {
    const f = faults[k]
    return f === undefined ? '' : part === 0 ? f.index + ' ' + f.kind : part === 1 ? f.message : f.stack
  },
  // How many lines were printed that nobody reads; asked before the others are taken.
  dropped() { return dropped },
  output: takeOutput,
  // For what the host puts into the guest: how a value of its own is to be told.
  teller() { return f => { tellOf = f } },
  describer() { return describe },
  message: messageOf,
  stack: stackOf,
}
return (name, a, b, c, d) => operations[name](a, b, c, d)
})`
