import fc from 'fast-check'
import { expect, test } from 'vitest'
import { givenIn } from '../../../src/policy/purity/given.ts'
import { whyNotPure } from '../../../src/policy/purity/purity.ts'
import { parseTypeScript } from '../../../src/source/parse-typescript.ts'
import { asNode } from '../../../src/source/syntax-tree.ts'

/** What is there before a call and after it: the lines of a module, and how to come upon it. */
const STORES = [
  ['const T = [0, 1]', 'T'],
  ['let T = [0, 1]', 'T'],
  ['export const T = [0]', 'T'],
  ['const R = [[0, 1]]', 'R[0]'],
  ['const S = { t: [0] }', 'S.t'],
  ['const T = { 0: 0 }', 'T'],
  ['const T = new Map()', 'T'],
  ['const M = new Map([[0, [0]]])', 'M.get(0)'],
  ['const T = new Float64Array(3)', 'T'],
  ['const T = new Array(3).fill(0)', 'T'],
  ['const R = Array.from({ length: 3 }, () => [0])', 'R[0]'],
  ['const make = () => [0]\nconst T = make()', 'T'],
  ['const T = undefined ?? [0]', 'T'],
  ['const [T] = [[0]]', 'T'],
  ['const [T = [0]] = []', 'T'],
  ['const { ...T } = { a: 0 }', 'T'],
  ['function T() {}', 'T'],
  ['const T = [0]\nconst get = () => T', 'get()'],
  ['const T = [0]\nconst ops = { a: () => T }', 'ops.a()'],
  ['const T = [0]\nconst hold = (t = T) => t', 'hold()'],
  ['', 'x'],
  ['', 'x[0]'],
  ['', 'net'],
  ['', 'net.W[0]'],
  ['', 'Math.sin'],
  ['', '[].push'],
  ['declare const Reflect: any', 'Reflect'],
] as const

/** Ways from a thing to the same thing: statements before, and the expression in the end. */
const PATHS: readonly ((thing: string) => readonly [before: string, then: string])[] = [
  (e) => ['', e],
  (e) => [`let t; t = ${e}`, 't'],
  (e) => ['', `[${e}][0]`],
  (e) => ['', `({ a: ${e} }).a`],
  (e) => [`const { a: { b: t } } = { a: { b: ${e} } }`, 't'],
  (e) => [`const [t = ${e}] = []`, 't'],
  (e) => [`const [, ...r] = [0, ${e}]`, 'r[0]'],
  (e) => [`const { z, ...r } = { z: 0, a: ${e} }`, 'r.a'],
  (e) => [`const r = { ...{ a: ${e} } }`, 'r.a'],
  (e) => ['const g = (...a) => a[0]', `g(...[${e}])`],
  (e) => ['', `(k ? ${e} : [0])`],
  (e) => ['', `(${e} ?? [0])`],
  (e) => ['', `(0, ${e})`],
  (e) => [`const g = () => () => ${e}`, 'g()()'],
  (e) => ['', `(function () { return ${e} })()`],
  (e) => [`const table = { relu: () => ${e} }`, 'table[s]()'],
  (e) => ['', `[0].reduce((a) => a, ${e})`],
  (e) => ['', `[${e}].map((v) => v)[0]`],
  (e) => ['', `[[${e}]].flat()[0]`],
  (e) => ['', `Object.entries({ a: ${e} })[0][1]`],
  (e) => ['', `Array.from([0], () => ${e})[0]`],
  (e) => [`const [[, t]] = new Map([[0, ${e}]])`, 't'],
  (e) => [`const m = new Map(); m.set(0, ${e})`, 'm.get(0)'],
  (e) => [`const r = {}; for (const n in { q: 1 }) r[n] = ${e}`, 'r.q'],
  (e) => [`const r = {}; ({ a: r.b } = { a: ${e} })`, 'r.b'],
  (e) => [`const r = {}; for (r.a of [${e}]);`, 'r.a'],
  (e) => [`let t; for (const [, v] of [${e}].entries()) t = v`, 't'],
  (e) => [`let t; for (const [...v] of [${e}].entries()) t = v[1]`, 't'],
  (e) => ['const g = (n, v) => (n > 0 ? g(n - 1, v) : v)', `g(2, ${e})`],
  (e) => ['function g(this: any, v: any) { return v }', `g(${e})`],
  (e) => [`let t; [${e}, ${e}].sort((a, b) => { t = a; return 0 })`, 't'],
  (e) => [`let t; [[${e}]].forEach((v, i, all) => { t = all[0][0] })`, 't'],
]

const CHANGES: readonly ((thing: string) => string)[] = [
  (e) => `${e}[0] = k`,
  (e) => `${e}.seen = k`,
  (e) => `${e}[0]++`,
  (e) => `${e}.q ??= 1`,
  (e) => `${e}[k] += 1`,
  (e) => `${e}[s] = 1`,
  (e) => `${e}.push(1)`,
  (e) => `${e}?.pop()`,
  (e) => `${e}['push'](1)`,
  (e) => `${e}.length = 0`,
  (e) => `${e}.sort((a, b) => b - a)`,
  (e) => `${e}.fill(k)`,
  (e) => `${e}.set(k, 1)`,
  (e) => `${e}.subarray(0)[0] = 1`,
  (e) => `delete ${e}[0]`,
  (e) => `Object.assign(${e}, { a: k })`,
  (e) => `[${e}[0]] = [k]`,
  (e) => `for (${e}[0] of [k]);`,
  (e) => `[${e}].forEach((v) => { v[0] = k })`,
  (e) => `((v) => { v[0] = k })(${e})`,
]

const CALL = [
  [
    [1, 2],
    [3, 4],
  ],
  3,
  'relu',
  { W: [[1], [2]], b: [1] },
]

function isProven(module: string, before: string, change: string): boolean {
  const text = `${module}\nexport function f(x, k, s, net) { ${before}; ${change}; return k }`
  const { program, errors } = parseTypeScript(text)
  expect(errors, text).toEqual([])
  return whyNotPure(asNode(program), { name: 'f', given: givenIn([CALL]) }) === undefined
}

const path = fc.constantFrom(...PATHS)
const change = fc.constantFrom(...CHANGES)

test('whatever outlives a call, by whatever way it is come upon, is not changed in a proven program', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STORES), path, path, change, (store, first, second, change) => {
      const [module, thing] = store
      const [before, then] = first(thing)
      // Within a block of its own, so that the names of both ways may be the same.
      const [later, last] = second('found')
      const body = `${before}; const found = ${then}; { ${later}; ${change(last)} }`
      expect(isProven(module, body, ''), body).toBe(false)
    }),
    { seed: 20261128, numRuns: 3000 },
  )
})

test('what was made in the call is changed in most', () => {
  const all = PATHS.flatMap((path) =>
    CHANGES.map((change) => {
      const [before, then] = path('[[0], 1]')
      return isProven('', before, change(then))
    }),
  )
  expect(all.filter(Boolean).length).toBeGreaterThan(0.7 * all.length)
})
