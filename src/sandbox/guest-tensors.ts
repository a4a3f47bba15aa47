/**
 * The `tf` of a submission that computes with tensors, evaluated before its code: gives a
 * function that makes one call of the submission's. A tensor is a number that only this harness
 * can read; every operation is one question to the host, and there is no way to the values.
 */
export const GUEST_TENSORS = `(() => {
'use strict'
const { apply, ownKeys } = Reflect
const { isArray } = Array
const { isFinite, Proxy: Wrapper } = globalThis
const quote = JSON.stringify, parse = JSON.parse, Fail = TypeError
const { slice } = String.prototype
const { toPrimitive } = Symbol
return (host, names, tellWith, describe) => {
  const ask = text => {
    const answer = host(text)
    if (answer[0] === '=') return apply(slice, answer, [1])
    throw new Fail(apply(slice, answer, [1]))
  }
  const encode = (v, depth) => {
    if (typeof v === 'number') return isFinite(v) ? '' + v : '{"n":"' + v + '"}'
    if (typeof v === 'string') return quote(v)
    if (typeof v === 'boolean') return '' + v
    if (v === undefined || v === null) return 'null'
    if (typeof v === 'object' && Tensor.is(v)) return '{"handle":' + Tensor.handle(v) + '}'
    // Refused by the host, which says first where the operation itself is none that it has.
    if (!isArray(v) || depth > 8 || v.length > 10000) return '{"strange":true}'
    let out = ''
    for (let i = 0; i < v.length; i++) out += (i ? ',' : '') + encode(v[i], depth + 1)
    return '[' + out + ']'
  }
  const call = (form, name, args) => {
    let list = ''
    for (let i = 0; i < args.length; i++) list += (i ? ',' : '') + encode(args[i], 0)
    const made = parse(ask('{"form":"' + form + '","apply":' + quote(name) + ',"operands":[' + list + ']}'))
    if (!isArray(made)) return Tensor.of(made)
    for (let i = 0; i < made.length; i++) made[i] = Tensor.of(made[i])
    return made
  }
  class Tensor {
    #handle
    constructor(key, handle) {
      if (key !== call) throw new Fail('tensors are made by tf alone')
      this.#handle = handle
    }
    static is(v) { return #handle in v }
    static handle(v) { return v.#handle }
    static of(handle) { return new Tensor(call, handle) }
    get shape() { return parse(ask('{"shape":' + this.#handle + '}')) }
    get dtype() { return ask('{"type":' + this.#handle + '}') }
    get rank() { return this.shape.length }
    get size() { let n = 1; const s = this.shape; for (let i = 0; i < s.length; i++) n *= s[i]; return n }
    dispose() {}
    toString() { return 'Tensor' }
    [toPrimitive](hint) {
      if (hint === 'string') return 'Tensor'
      throw new Fail('operators such as *, + and > work on numbers, and this is a tensor: write tf.mul, tf.add, tf.greater')
    }
  }
  tellWith(v => typeof v === 'object' && Tensor.is(v) ? ask('{"told":' + Tensor.handle(v) + '}') : undefined)
  // What is grouped in the library is called by both names, so that the host can say what it is.
  const groups = { __proto__: null }
  const groupOf = group => new Wrapper({ __proto__: null }, {
    __proto__: null,
    get: (_, name) => typeof name !== 'string' || name === 'then' ? undefined : (...args) => call('function', group + '.' + name, args),
    set: () => false,
  })
  const list = parse(names)
  for (let i = 0; i < list.length; i++) {
    const name = list[i]
    if (name[name.length - 1] === '.') {
      const group = apply(slice, name, [0, -1])
      groups[group] = groupOf(group)
      continue
    }
    Tensor.prototype[name] ??= function (...args) {
      const all = { __proto__: null, length: args.length + 1, 0: this }
      for (let k = 0; k < args.length; k++) all[k + 1] = args[k]
      return call('method', name, all)
    }
  }
  const tf = new Wrapper({ __proto__: null }, {
    __proto__: null,
    get: (_, name) => {
      if (typeof name !== 'string' || name === 'then') return undefined
      if (name === 'Tensor') return Tensor
      if (name === 'tidy') return (a, b) => (typeof a === 'function' ? a : b)()
      if (name in groups) return groups[name]
      return (...args) => call('function', name, args)
    },
    set: () => false,
  })
  return (f, self, given) => {
    const inputs = parse(given)
    const args = { __proto__: null, length: inputs.length + 1, 0: tf }
    for (let i = 0; i < inputs.length; i++) args[i + 1] = inputs[i].handle === undefined ? inputs[i].data : Tensor.of(inputs[i].handle)
    const result = apply(f, self, args)
    return typeof result === 'object' && result !== null && Tensor.is(result) ? '=' + Tensor.handle(result) : '!' + describe(result)
  }
}
})()`
