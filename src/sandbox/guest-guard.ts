/**
 * Runs in a guest of its own, before the submission: every function of Math notes that it was
 * called, and text cannot become code. No alias, computed name or destructuring gets around it.
 */
export const GUEST_GUARD = String.raw`(() => {
'use strict'
const { apply, ownKeys, getPrototypeOf: protoOf } = Reflect
const M = Math
const seen = { __proto__: null }
let phase = 'init'
const keys = ownKeys(M)
for (let i = 0; i < keys.length; i++) {
  const name = keys[i], original = M[name]
  if (typeof original !== 'function') continue
  M[name] = function (...args) { seen[name] ??= phase; return apply(original, M, args) }
}
const refuse = function () { seen.eval ??= phase; throw new EvalError('text cannot become code here') }
globalThis.eval = refuse
globalThis.Function = refuse
for (const f of [function () {}, function* () {}, async function () {}, async function* () {}]) {
  Object.defineProperty(protoOf(f), 'constructor', { value: refuse, writable: false, configurable: false })
}
return (name, value) => {
  if (name === 'phase') { phase = value; return '' }
  let out = ''
  for (const key in seen) out += key + ' ' + seen[key] + '\n'
  return out
}
})()`
