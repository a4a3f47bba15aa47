import { GUEST_INSPECT } from './guest-inspect.ts'
import { ANSWER } from './limits.ts'

/**
 * A part of the harness: `console` and `structuredClone` as a beginner knows them. What is printed
 * is kept as text for the report, up to a bound.
 */
export const GUEST_CONSOLE = String.raw`
${GUEST_INSPECT}
let output = '', lines = 0, dropped = 0, margin = ''
const linesIn = line => {
  let count = 1
  for (let at = -1; (at = apply(indexOf, line, ['\n', at + 1])) >= 0; ) count++
  return count
}
const say = line => {
  // Nobody reads on.
  if (dropped > 0 || output.length + line.length > ${ANSWER.printed}) { dropped++; return }
  const more = linesIn(line)
  if (lines + more > ${ANSWER.printedLines}) { dropped++; return }
  lines += more
  output += line + '\n'
}
const takeOutput = () => {
  const said = output
  output = ''; lines = 0; dropped = 0; margin = ''
  return said
}

const print = (...args) => { if (dropped > 0) dropped++; else say(margin + words(args)) }
const labelOf = label => label === undefined ? 'default' : plainly(label)

const counts = { __proto__: null }
const rows = data => {
  if (!isObject(data)) return print(data)
  const keys = ownKeys(data)
  for (let i = 0; i < keys.length && i < 100; i++) {
    const key = keys[i]
    if (typeof key === 'string' && !(isArray(data) && key === 'length')) say(margin + cut(key, 100) + ' │ ' + inspect(own(data, key), 1, undefined))
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
