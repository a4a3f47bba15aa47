/**
 * A part of the harness: values as the console of Node writes them, each on one line. They are read
 * through their own data properties, so that printing runs no getter and no method of a value.
 */
export const GUEST_INSPECT = String.raw`
const { Map, Set, ArrayBuffer, RegExp, Error: Fault, Symbol } = globalThis
const { get: seenAt, set: remember, forEach: eachEntry } = Map.prototype
const { forEach: eachValue, add } = Set.prototype
const mapSize = descriptorOf(Map.prototype, 'size').get, setSize = descriptorOf(Set.prototype, 'size').get
const isView = ArrayBuffer.isView
const { toString: symbolText } = Symbol.prototype
const { toString: sourceOf } = FunctionProto
const { exec } = RegExp.prototype
const { indexOf } = String.prototype
const { toStringTag } = Symbol
const { parseFloat } = globalThis
const has = (s, part) => apply(indexOf, s, [part]) >= 0
const matches = (pattern, s) => apply(exec, pattern, [s]) !== null
const hex = code => { const digits = '0123456789ABCDEF'; return digits[code >> 4 & 15] + digits[code & 15] }
const ESCAPES = { __proto__: null, 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 92: '\\\\' }
const isLone = (s, i, code) => {
  if (code < 0xd800 || code > 0xdfff) return false
  const other = code < 0xdc00 ? apply(charCodeAt, s, [i + 1]) - 0xdc00 : apply(charCodeAt, s, [i - 1]) - 0xd800
  return !(other >= 0 && other < 0x400)
}
const quoteFor = s => !has(s, "'") ? "'" : !has(s, '"') ? '"' : !has(s, '\x60') && !has(s, '$' + '{') ? '\x60' : "'"
const quoted = s => {
  const mark = quoteFor(s)
  let out = mark
  for (let i = 0; i < s.length; i++) {
    const code = apply(charCodeAt, s, [i])
    if (s[i] === mark) out += '\\' + mark
    else if (code in ESCAPES) out += ESCAPES[code]
    else if (code < 32 || (code > 126 && code < 160)) out += '\\x' + hex(code)
    else if (isLone(s, i, code)) out += '\\u' + hex(code >> 8) + hex(code)
    else out += s[i]
  }
  return out + mark
}

// What a value of the host's is, such as a tensor; undefined for any other.
let tellOf = () => undefined
const numberWords = n => n === 0 && 1 / n < 0 ? '-0' : '' + n
const inspect = (v, depth, path) => {
  switch (typeof v) {
    case 'string': return quoted(cut(v, 200))
    case 'number': return numberWords(v)
    case 'bigint': return v + 'n'
    case 'symbol': return cut(apply(symbolText, v, []), 200)
    case 'undefined': case 'boolean': return '' + v
  }
  if (v === null) return 'null'
  try {
    return tellOf(v) ?? (typeof v === 'function' ? functionWords(v) : objectWords(v, depth, path))
  } catch { return describe(v) }
}
const functionWords = f => {
  const name = own(f, 'name'), isClass = matches(/^class\b/, apply(sourceOf, f, []))
  const named = typeof name === 'string' && name !== '' ? cut(name, 100) : ''
  if (!isClass) return '[' + (own(protoOf(f), toStringTag) ?? 'Function') + (named ? ': ' + named : ' (anonymous)') + ']'
  const base = own(protoOf(f), 'name')
  return '[class ' + (named || '(anonymous)') + (typeof base === 'string' && base !== '' ? ' extends ' + cut(base, 100) : '') + ']'
}
// An object within itself is named by a number, as its outermost appearance is.
const objectWords = (v, depth, path) => {
  for (let p = path; p !== undefined; p = p.outer) if (p.value === v) return '[Circular *' + (p.mark ??= ++path.counter.marks) + ']'
  const here = { __proto__: null, value: v, outer: path, mark: undefined, counter: path?.counter ?? { __proto__: null, marks: 0 } }
  const told = contents(v, depth, here)
  return here.mark === undefined ? told : '<ref *' + here.mark + '> ' + told
}
const contents = (v, depth, path) => {
  if (v instanceof Fault) return depth === 0 ? messageOf(v) : '[' + messageOf(v) + ']'
  const name = constructorOf(v)
  if (isArray(v)) return listed(v, own(v, 'length'), { name: name === 'Array' ? '' : name, depth, path })
  if (isView(v) && !(v instanceof DataView)) return listed(v, apply(typedLength, v, []), { name, depth, path })
  if (v instanceof Map || v instanceof Set) return collected(v, { name, depth, path })
  if (describe(v) !== 'an object') return describe(v)
  return fields(v, { name, depth, path })
}
const constructorOf = v => {
  for (let p = v, i = 0; p !== null && i < 8; i++, p = protoOf(p)) {
    const made = own(p, 'constructor'), name = typeof made === 'function' ? own(made, 'name') : undefined
    if (typeof name === 'string' && name !== '') return cut(name, 100)
  }
  return '[Object: null prototype]'
}
// The parts of a value between its brackets, as far as anybody reads.
const join = (parts, open, close) => {
  let out = ''
  for (let i = 0; i < parts.length && out.length < 2000; i++) out += (i ? ', ' : '') + parts[i]
  if (out.length >= 2000) out += ', …'
  return out === '' ? open + close : open + ' ' + out + ' ' + close
}
const listed = (v, length, { name, depth, path }) => {
  const open = name === '' ? '[' : name + '(' + length + ') ['
  if (length > 0 && depth > 2) return '[' + (name || 'Array') + ']'
  const parts = { __proto__: null, length: 0 }
  let i = 0, room = 2000
  for (; i < length && parts.length < 100 && room > 0; i++) {
    const first = i
    while (i < length && descriptorOf(v, i) === undefined) i++
    const part = i > first ? '<' + (i - first) + ' empty ' + (i - first === 1 ? 'item>' : 'items>') : inspect(own(v, i), depth + 1, path)
    if (i > first) i--
    room -= part.length
    parts[parts.length++] = part
  }
  if (i < length) parts[parts.length++] = '... ' + (length - i) + ' more item' + (length - i === 1 ? '' : 's')
  return join(parts, open, ']')
}
const collected = (v, { name, depth, path }) => {
  const isMap = v instanceof Map, size = apply(isMap ? mapSize : setSize, v, [])
  if (size > 0 && depth > 2) return '[' + name + ']'
  const parts = { __proto__: null, length: 0 }
  apply(isMap ? eachEntry : eachValue, v, [(inner, key) => {
    if (parts.length < 100) parts[parts.length++] = (isMap ? inspect(key, depth + 1, path) + ' => ' : '') + inspect(inner, depth + 1, path)
  }])
  if (size > parts.length) parts[parts.length++] = '... ' + (size - parts.length) + ' more item' + (size - parts.length === 1 ? '' : 's')
  return join(parts, name + '(' + size + ') {', '}')
}
const keyWords = key => {
  if (typeof key === 'symbol') return '[' + apply(symbolText, key, []) + ']'
  return matches(/^[a-zA-Z_][a-zA-Z_0-9]*$/, key) ? cut(key, 100) : quoted(cut(key, 100))
}
const fields = (v, { name, depth, path }) => {
  const keys = ownKeys(v), parts = { __proto__: null, length: 0 }
  const open = name === 'Object' ? '{' : name + ' {'
  for (let i = 0; i < keys.length; i++) {
    const d = descriptorOf(v, keys[i])
    if (d === undefined || !d.enumerable) continue
    if (depth > 2) return '[' + name + ']'
    if (parts.length === 50) { parts[parts.length++] = '…'; break }
    const value = 'value' in d ? inspect(d.value, depth + 1, path) : d.get && d.set ? '[Getter/Setter]' : d.get ? '[Getter]' : '[Setter]'
    parts[parts.length++] = keyWords(keys[i]) + ': ' + value
  }
  return join(parts, open, '}')
}

const plainly = v => typeof v === 'string' ? cut(v, 2000) : inspect(v, 0, undefined)
const FORMATS = {
  __proto__: null,
  s: v => typeof v === 'string' ? cut(v, 2000) : inspect(v, 2, undefined),
  d: v => typeof v === 'bigint' ? v + 'n' : numberWords(isObject(v) || typeof v === 'symbol' ? NaN : +v),
  i: v => typeof v === 'bigint' ? v + 'n' : numberWords(isObject(v) || typeof v === 'symbol' ? NaN : parseInt(v)),
  f: v => numberWords(isObject(v) || typeof v === 'symbol' ? NaN : parseFloat(v)),
  j: plainly, o: plainly, O: plainly,
  c: () => '',
}
const words = args => {
  let line = '', used = 0
  if (typeof args[0] === 'string' && args.length > 1 && has(args[0], '%')) {
    const format = cut(args[0], 2000)
    used = 1
    for (let i = 0; i < format.length && line.length < 4000; i++) {
      const next = format[i + 1]
      if (format[i] !== '%' || next === undefined) line += format[i]
      else if (next === '%') { line += '%'; i++ }
      else if (next in FORMATS && used < args.length) { line += FORMATS[next](args[used++]); i++ }
      else line += '%'
    }
  }
  for (; used < args.length && line.length < 4000; used++) line += (used ? ' ' : '') + plainly(args[used])
  return line
}
`
