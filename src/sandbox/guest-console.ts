import { ANSWER } from './limits.ts'

/**
 * A part of the harness: `console` and `structuredClone` as a beginner knows them. What is printed
 * is kept as text for the report, up to a bound. Values are read through their own data
 * properties, so that printing runs no getter.
 */
export const GUEST_CONSOLE = String.raw`
let output = '', dropped = 0, margin = ''
const say = line => {
  // Nobody reads on.
  if (dropped > 0 || output.length + line.length > ${ANSWER.printed}) dropped++
  else output += line + '\n'
}
const takeOutput = () => {
  const said = output + (dropped ? '… (' + dropped + ' lines more)\n' : '')
  output = ''; dropped = 0; margin = ''
  return said
}

const inside = (v, depth) => {
  if (typeof v === 'string') return depth === 0 ? cut(v, 2000) : quote(cut(v, 200))
  if (typeof v === 'boolean') return '' + v
  if (typeof v === 'bigint') return v + 'n'
  if (!isObject(v) || typeof v === 'function' || depth > 3) return describe(v)
  try {
    return (isArray(v) ? listed : fields)(v, depth)
  } catch { return describe(v) }
}
const listed = (v, depth) => {
  const length = own(v, 'length')
  let text = '['
  for (let i = 0; i < length && i < 100 && text.length < 2000; i++) text += (i ? ', ' : '') + inside(own(v, i), depth + 1)
  return text + (length > 100 ? ', … (' + length + ' elements)]' : ']')
}
const fields = (v, depth) => {
  if (protoOf(v) !== ObjectProto && protoOf(v) !== null) return describe(v)
  const keys = ownKeys(v)
  let text = ''
  for (let i = 0; i < keys.length && i < 50 && text.length < 2000; i++) {
    if (typeof keys[i] === 'string') text += (text ? ', ' : '') + cut(keys[i], 100) + ': ' + inside(own(v, keys[i]), depth + 1)
  }
  return text === '' ? '{}' : '{ ' + text + ' }'
}
const words = args => {
  let line = ''
  for (let i = 0; i < args.length && line.length < 4000; i++) line += (i ? ' ' : '') + inside(args[i], 0)
  return line
}
const print = (...args) => { if (dropped > 0) dropped++; else say(margin + words(args)) }
const labelOf = label => label === undefined ? 'default' : inside(label, 0)

const counts = { __proto__: null }
const rows = data => {
  if (!isObject(data)) return print(data)
  const keys = ownKeys(data)
  for (let i = 0; i < keys.length && i < 100; i++) {
    const key = keys[i]
    if (typeof key === 'string' && !(isArray(data) && key === 'length')) say(margin + cut(key, 100) + ' │ ' + inside(own(data, key), 1))
  }
}
const noClock = label => say(margin + labelOf(label) + ': not measured, a submission has no clock')
const open = (...args) => { if (args.length > 0) print(...args); if (margin.length < 40) margin += '  ' }
globalThis.console = {
  log: print, info: print, debug: print, warn: print, error: print, dir: v => print(v), dirxml: print,
  trace: (...args) => print('Trace:', ...args),
  assert: (condition, ...args) => { if (!condition) print('Assertion failed', ...args) },
  table: rows,
  count: label => { const name = labelOf(label); say(margin + name + ': ' + (counts[name] = (counts[name] ?? 0) + 1)) },
  countReset: label => { counts[labelOf(label)] = 0 },
  group: open, groupCollapsed: open,
  groupEnd: () => { margin = apply(slice, margin, [2]) },
  time() {}, timeLog: noClock, timeEnd: noClock, timeStamp() {}, profile() {}, profileEnd() {}, clear() {},
}

const { Map, Set, ArrayBuffer, RegExp, Error: Fault } = globalThis
const { get: seenAt, set: remember, forEach: eachEntry } = Map.prototype
const { forEach: eachValue, add } = Set.prototype
const isView = ArrayBuffer.isView
globalThis.structuredClone = function structuredClone(value) {
  if (arguments.length === 0) throw new Fail('structuredClone needs a value')
  return cloned(value, new Map())
}
const refuse = v => {
  const error = new Fault(describe(v) + ' cannot be cloned')
  error.name = 'DataCloneError'
  throw error
}
const cloned = (v, seen) => {
  if (typeof v === 'symbol' || typeof v === 'function') refuse(v)
  if (!isObject(v)) return v
  const known = apply(seenAt, seen, [v])
  if (known !== undefined) return known
  const copy = emptyLike(v)
  apply(remember, seen, [v, copy])
  if (v instanceof Map) apply(eachEntry, v, [(inner, key) => apply(remember, copy, [cloned(key, seen), cloned(inner, seen)])])
  else if (v instanceof Set) apply(eachValue, v, [inner => apply(add, copy, [cloned(inner, seen)])])
  else if (!isView(v) && !(v instanceof ArrayBuffer) && !(v instanceof RegExp)) {
    const keys = v instanceof Fault ? ['message', 'stack'] : ownKeys(v)
    for (let i = 0; i < keys.length; i++) {
      const d = descriptorOf(v, keys[i])
      if (typeof keys[i] === 'string' && d !== undefined && (d.enumerable || v instanceof Fault)) copy[keys[i]] = cloned(v[keys[i]], seen)
    }
  }
  return copy
}
const emptyLike = v => {
  if (isArray(v)) return new Array(v.length)
  if (isView(v)) return v instanceof DataView ? new DataView(v.buffer.slice(), v.byteOffset, v.byteLength) : v.slice()
  if (v instanceof ArrayBuffer) return v.slice()
  if (v instanceof Map) return new Map()
  if (v instanceof Set) return new Set()
  if (v instanceof RegExp) return new RegExp(v.source, v.flags)
  if (v instanceof Fault) { const copy = new Fault(''); copy.name = v.name; return copy }
  if (v instanceof Promise || v instanceof WeakMap || v instanceof WeakSet) refuse(v)
  return {}
}
`
