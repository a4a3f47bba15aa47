import { describe, expect, test } from 'vitest'
import { givenIn } from '../../../src/policy/purity/given.ts'
import { whyNotPure } from '../../../src/policy/purity/purity.ts'
import type { Json } from '../../../src/report/report.ts'
import { parseTypeScript } from '../../../src/source/parse-typescript.ts'
import { asNode } from '../../../src/source/syntax-tree.ts'

const TABLE: Json = [
  [1, 2],
  [3, 4],
]
const DATA: readonly Json[] = [TABLE, 3, 'relu', { W: TABLE, b: [1] }]

/** Where it is not proven, or undefined. */
function refusal(program: string, args: readonly Json[] = DATA): string | undefined {
  const parsed = parseTypeScript(program)
  expect(parsed.errors).toEqual([])
  const node = whyNotPure(asNode(parsed.program), { name: 'f', given: givenIn([args]) })
  return node && program.slice(node.start, node.end)
}

const PURE = [
  ['arithmetic', 'export const f = (x, k) => Math.tanh(k) ** 2 + 1'],
  [
    'a constant',
    'const ROOT = Math.sqrt(2 / Math.PI)\nexport function f(x, k) { return ROOT * k }',
  ],
  [
    'a table of constants',
    'const C = [1, 0.5, [2]]\nexport function f(x, k) { let s = 0; for (const c of C) s += c; return s + C[k] }',
  ],
  [
    'loops into new rows',
    'export function f(x) { const out = []; for (let i = 0; i < x.length; i++) { out.push([]); for (let j = 0; j < x[0].length; j++) out[i].push(x[i][j]) } return out }',
  ],
  [
    'a product',
    `const dot = (a, b) => a.reduce((s, v, i) => s + v * b[i], 0)
     export const f = (x) => x.map((row) => x[0].map((_, j) => dot(row, x.map((r) => r[j]))))`,
  ],
  [
    'a transposed matrix, element by element',
    'export function f(x) { const t = x[0].map(() => new Array(x.length).fill(0)); for (let i = 0; i < x.length; i++) for (let j = 0; j < x[0].length; j++) t[j][i] = x[i][j]; return t }',
  ],
  [
    'rows that were copied',
    'export function f(x) { const y = x.map((r) => r.slice()); y[0][0] = 7; y[1].reverse(); return y }',
  ],
  [
    'exchange of two elements',
    'export function f(x) { const a = [...x[0]]; for (const i of a.keys()) [a[i], a[0]] = [a[0], a[i]]; return a }',
  ],
  [
    'functions made in it',
    'export function f(x, k) { let n = 0; const add = (v) => { n += v }; x[0].forEach(add); return n }',
  ],
  [
    'a table of functions',
    `const table = { relu: (z) => Math.max(0, z), tanh: Math.tanh }
     export function f(x, k, name) { return table[name](k) }`,
  ],
  [
    'functions of Math by their names',
    'const { exp, log1p: l } = Math\nexport const f = (x, k) => l(exp(k))',
  ],
  [
    'sets and maps of its own',
    'export function f(x) { const seen = new Set(x[0]); const m = new Map(); m.set(1, 2); return [...seen].sort((a, b) => a - b).concat(m.get(1)) }',
  ],
  [
    'copies of data',
    'export function f(x, k, name, net) { const n = structuredClone(net); n.b[0] = 1; const m = JSON.parse(JSON.stringify(net)); m.W[0][0] = 2; return [n, m] }',
  ],
  ['members of what is exported', 'export default { f(x, k) { return x[0][k] } }'],
  ['another name', 'function g(x, k) { return x[k] }\nexport { g as f }'],
  ['what is never called', 'export const f = (x) => 1\nexport function g() { return this.n++ }'],
  [
    'recursion, destructuring and defaults',
    'export function f([a, b], k = 2, name, { W: [first], ...rest }) { return k <= 0 ? [first, rest] : f([a, b], k - 1, name, { W: [a] }) }',
  ],
  [
    'names of an object',
    'export function f(x, k, name, { W, b }) { const net = { W, b }; let s = 0; for (const name in net) s += net[name].length; return Object.keys(net).map((name) => net[name][0]).concat(s) }',
  ],
  [
    'a list of some length',
    'export function f(x, k, name, net) { const rows = Array.from({ length: k }, (_, i) => x[i]); for (const name in net) rows.push(net[name]); return rows }',
  ],
  [
    'what a pattern of the module takes apart',
    'const [low, high] = [0, 1]\nconst { a: { T } } = { a: { T: [1, 2] } }\nexport const f = (x, k) => Math.min(high, Math.max(low, k)) + T[k]',
  ],
  [
    'a parameter for its type',
    'function g(this: void, v: number[]) { return v[0] }\nexport function f(this: unknown, x, k) { return g(x[0]) + k }',
  ],
  [
    'pairs',
    'export function f(x) { let s = 0; for (const [i, v] of x[0].entries()) s += v * x[0][i]; return s }',
  ],
] as const

/** Each keeps something, or could by a word more. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are programs
const IMPURE = [
  ['a counter', 'let n = 0\nexport const f = (x, k) => k + n++'],
  [
    'the last argument',
    'let last\nexport function f(x, k) { const was = last; last = k; return was }',
  ],
  ['a table', 'const T = [0]\nexport function f(x, k) { T[0] += k; return T[0] }'],
  [
    'a row of a table',
    'const T = [[0]]\nexport function f(x, k) { const [row] = T; row[0] += k; return row[0] }',
  ],
  ['a table by a method', 'const T = []\nexport function f(x, k) { T.push(k); return T.length }'],
  [
    'a table by another name',
    'const T = []\nconst U = T\nexport function f(x, k) { U.push(k); return U.length }',
  ],
  [
    'a table that a function hands out',
    'const T = []\nconst get = () => T\nexport function f(x, k) { get().push(k); return T.length }',
  ],
  [
    'a table among new ones',
    'const T = [0]\nexport function f(x, k) { const all = [[1], T]; for (const one of all) one[0] += k; return T[0] }',
  ],
  [
    'a table within an object',
    'const S = { n: [0] }\nexport function f(x, k) { const { n } = S; n[0] += k; return n[0] }',
  ],
  [
    'a table as a default',
    'const T = [0]\nexport function f(x, k, a, b, t = T) { t[0] += k; return t[0] }',
  ],
  [
    'a table by chance',
    'const T = [0]\nexport function f(x, k) { const t = k > 0 ? T : [0]; t[0] += k; return t[0] }',
  ],
  [
    'a table as an argument',
    'const T = [0]\nconst add = (t, k) => { t[0] += k; return t[0] }\nexport const f = (x, k) => add(T, k)',
  ],
  [
    'a table through reduce',
    'const T = [0]\nexport const f = (x, k) => x[0].reduce((t, v) => { t[0] += v; return t }, T)[0]',
  ],
  [
    'a table filled into another',
    'const T = [0]\nexport function f(x, k) { const a = new Array(2).fill(T); a[1][0] += k; return T[0] }',
  ],
  [
    'a table through concat',
    'const T = [[0]]\nexport function f(x, k) { const a = [].concat(T); a[0][0] += k; return a[0][0] }',
  ],
  [
    'a view of a table',
    'const T = new Float64Array(2)\nexport function f(x, k) { const v = new Float64Array(T.buffer); v[0] += k; return v[0] }',
  ],
  [
    'a part of a table',
    'const T = new Float64Array(2)\nexport function f(x, k) { const v = T.subarray(0, 1); v[0] += k; return v[0] }',
  ],
  [
    'a memo',
    'const m = new Map()\nexport function f(x, k) { if (!m.has(k)) m.set(k, m.size); return m.get(k) }',
  ],
  ['a memo in a closure', 'export const f = (() => { let n = 0; return () => n++ })()'],
  ['a maker', 'const make = () => { let n = 0; return () => n++ }\nexport const f = make()'],
  [
    'a maker of members',
    'const make = () => { let n = 0; return { next: () => n++ } }\nconst c = make()\nexport const f = () => c.next()',
  ],
  [
    'a default export of a maker',
    'const make = () => { let n = 0; return { f: () => n++ } }\nexport default make()',
  ],
  ['a getter that makes one', 'export default { get f() { let n = 0; return () => n++ } }'],
  [
    'a getter of an object',
    'const o = { get f() { let n = 0; return () => n++ } }\nexport const f = o.f',
  ],
  ['a property of a function', 'export function f(x, k) { f.n = (f.n ?? 0) + k; return f.n }'],
  [
    'a property of another function',
    'const g = () => 0\nexport function f(x, k) { const h = g; h.n = (h.n ?? 0) + k; return h.n }',
  ],
  ['a property of Math', 'export function f(x, k) { Math.n = (Math.n ?? 0) + k; return Math.n }'],
  [
    'a property of a function of Math',
    'export function f(x, k) { const s = Math.sin; s.n = (s.n ?? 0) + k; return s.n }',
  ],
  ['a property of a prototype', 'export function f(x, k) { Array.prototype.n = k; return [].n }'],
  [
    'a prototype through an array',
    'export function f(x, k) { const p = [].constructor; p.n = (p.n ?? 0) + k; return p.n }',
  ],
  [
    'a prototype by a text',
    'export function f(x, k) { const p = []["constr" + "uctor"]; p.n = (p.n ?? 0) + k; return p.n }',
  ],
  [
    'a prototype by letters',
    'export function f(x, k) { const t = ["c", "onstructor"]; const p = [][t[0] + t[1]]; p.n = k; return p.n }',
  ],
  [
    'a prototype by joined letters',
    'export function f(x, k) { const p = [][["c", "onstructor"].join("")]; p.n = k; return p.n }',
  ],
  [
    'a prototype by a template',
    'export function f(x, k) { const p = [][`${"c"}onstructor`]; p.n = k; return p.n }',
  ],
  [
    'a prototype by a pattern',
    'export function f(x, k) { const { constructor: p } = []; p.n = k; return p.n }',
  ],
  [
    'a prototype by __proto__',
    'export function f(x, k) { const p = [].__proto__; p[0] = k; return [,][0] }',
  ],
  [
    'an object that inherits',
    'const T = { n: 0 }\nexport function f(x, k) { const o = { __proto__: T }; return o.n }',
  ],
  [
    'a method of arrays',
    'export function f(x, k) { const p = [].push; p.n = (p.n ?? 0) + k; return p.n }',
  ],
  [
    'a borrowed method',
    'export function f(x, k) { const o = { length: 0 }; o.put = [].push; o.put(x[0]); o[0][0] = k; return o }',
  ],
  ['the argument', 'export function f(x, k) { x.seen = (x.seen ?? 0) + 1; return x.seen }'],
  ['a row of the argument', 'export function f(x, k) { x[0][0] = k; return x }'],
  [
    'a row of a copied argument',
    'export function f(x, k) { const y = x.slice(); y[0].seen = k; return y }',
  ],
  [
    'a row of the argument that was stored',
    'export function f(x, k) { const y = [[0]]; y[0] = x[0]; y[0].seen = k; return y }',
  ],
  [
    'a row of the argument that was pushed',
    'export function f(x, k) { const y = []; y.push(x[0]); y[0].seen = k; return y }',
  ],
  [
    'a row of the argument in an object',
    'export function f(x, k) { const o = { r: x[0] }; o.r.seen = k; return o }',
  ],
  [
    'a row of the argument from a map',
    'export function f(x, k) { const m = new Map(); m.set(1, x[0]); m.get(1).seen = k; return x[0].seen }',
  ],
  [
    'a row of the argument from pairs',
    'export function f(x, k) { for (const [, r] of new Map([[0, x[0]]])) r.seen = k; return x[0].seen }',
  ],
  [
    'a row of the argument from entries',
    'export function f(x, k, n, net) { for (const [, r] of Object.entries({ a: x[0] })) r.seen = k; return x[0].seen }',
  ],
  [
    'a row of the argument by a callback',
    'export function f(x, k) { x.forEach((r) => { r.seen = k }); return x }',
  ],
  [
    'the whole by a callback',
    'export function f(x, k) { x.forEach((_, i, all) => { all.seen = k }); return x }',
  ],
  ['a sorted argument', 'export const f = (x) => x.sort()'],
  ['a frozen argument', 'export const f = (x) => Object.freeze(x)'],
  ['what is assigned to the argument', 'export const f = (x, k) => Object.assign(x, { seen: k })'],
  ['rest of an argument', 'export function f(...all) { all[0].seen = 1; return all }'],
  [
    'this of a callback',
    'const T = [0]\nexport const f = (x, k) => x.map(function () { return this[0]++ }, T)',
  ],
  ['a class', 'class A { static n = 0 }\nexport const f = (x, k) => A.n++'],
  ['an enum', 'enum A { n = 0 }\nexport const f = (x, k) => ((A as any).n += k)'],
  ['a namespace', 'namespace A { export let n = 0 }\nexport const f = (x, k) => A.n++'],
  ['var', 'var n = 0\nexport const f = (x, k) => n++'],
  ['var in a block', 'export function f(x, k) { { var g = f } g.n = k; return g.n }'],
  [
    'a generator',
    'function* g() { let n = 0; for (;;) yield n++ }\nconst it = g()\nexport const f = () => it.next().value',
  ],
  [
    'an iterator that goes on',
    'const it = [1, 2, 3].values()\nexport function f() { for (const v of it) return v; return 0 }',
  ],
  ['an iterator spread out', 'const it = [1, 2, 3].keys()\nexport const f = () => [...it]'],
  ['a regular expression', 'const r = /a/g\nexport const f = () => r.test("aa")'],
  ['dice', 'export const f = () => Math.random()'],
  ['dice by another name', 'const M = Math\nexport const f = () => M.random()'],
  ['dice by a pattern', 'const { random } = Math\nexport const f = () => random()'],
  ['a clock', 'export const f = () => Date.now()'],
  [
    'the global object',
    'export function f(x, k) { globalThis.n = (globalThis.n ?? 0) + k; return globalThis.n }',
  ],
  ['eval', 'export const f = (x, k) => eval("this.n = k")'],
  [
    'a caught stack',
    'const d = (n) => { try { return d(n + 1) } catch { return n } }\nexport const f = () => d(0)',
  ],
  ['a weak map', 'const w = new WeakMap()\nexport function f(x) { w.set(x, 1); return w.has(x) }'],
  ['a symbol', 'export function f(x, k) { x[Symbol.for("n")] = k; return x }'],
  [
    'a reviver',
    'const T = [0]\nexport function f(x, k) { const o = JSON.parse(JSON.stringify([1]), () => T); o[0] += k; return T[0] }',
  ],
  ['an argument of what sorts', 'let n = 0\nexport const f = (x) => [1].sort(undefined, n++)'],
  [
    'an argument of Array.from',
    'let n = 0\nexport const f = (x) => Array.from([1], (v) => v, n++)',
  ],
  ['a start of reduce', 'let n = 0\nexport const f = (x) => [1].reduce((a) => a, n++)'],
  ['a key', 'let n = 0\nexport const f = (x, k) => x[n++]'],
  ['a default', 'let n = 0\nexport const f = (x, k, a, b, c = n++) => c'],
  [
    'an update of a loop',
    'let n = 0\nexport function f(x, k) { for (let i = 0; i < 1; i++, n++); return n }',
  ],
  [
    'a discriminant',
    'let n = 0\nexport function f() { switch (n++) { case 0: return 1; default: return 2 } }',
  ],
  ['a template', 'let n = 0\nexport const f = () => `${n++}`'],
  ['a tag', 'const seen = (t) => t\nexport const f = () => { const t = seen`a`; return t }'],
  ['CommonJS', 'let n = 0\nexports.f = () => n++'],
  ['an import', 'import { g } from "./g.ts"\nexport const f = (x, k) => g(k)'],
  ['the arguments', 'export function f(x, k) { arguments[0].seen = k; return x }'],
  ['an async function', 'export async function f(x) { return 1 }'],
  [
    'a method of arrays by a text',
    "export function f(x, k) { const p = []['push']; p.n = (p.n ?? 0) + k; return p.n }",
  ],
  [
    'a method of arrays by a text in brackets',
    "export function f(x, k) { const { [('push')]: p } = []; p.n = (p.n ?? 0) + k; return p.n }",
  ],
  [
    'a function by the name of a method',
    'const T = [0]\nexport function f(x, k) { const o = {}; o.map = () => T; o.map(() => 1)[0] += k; return T[0] }',
  ],
  [
    'a function by the name of a method, as a text',
    "const T = [0]\nexport function f(x, k) { const o = {}; o['map'] = () => T; o.map(() => 1)[0] += k; return T[0] }",
  ],
  [
    'a method of arrays by the name of a part',
    'export function f(x, k) { let p = 0; for (const n in { push: 1 }) p = [][n]; p.n = (p.n ?? 0) + k; return p.n }',
  ],
  [
    'a method of arrays by the name of a part given later',
    'export function f(x, k) { const o = {}; o.push = 1; const p = [][Object.keys(o)[0]]; p.n = (p.n ?? 0) + k; return p.n }',
  ],
  [
    'a method of a table by the name of a part',
    'const T = [0]\nexport function f(x, k) { for (const n in { push: 1 }) T[n](k); return T.length }',
  ],
  [
    'a length by the name of a part',
    'const T = [0]\nexport function f(x, k) { const o = { length: 1 }; for (const n in o) o[n] = T; o.length[0] += k; return T[0] }',
  ],
  ...['globalThis', 'Math', 'console', 'Reflect'].map(
    (name) =>
      [
        `a property of ${name}, as if it were declared`,
        `declare const ${name}: any\nexport function f(x, k) { ${name}.n = (${name}.n ?? 0) + k; return ${name}.n }`,
      ] as const,
  ),
  [
    'dice, as if they were declared',
    'export declare const Math: any\nexport const f = () => Math.random()',
  ],
  [
    'an argument behind a parameter for its type',
    'export function f(this: unknown, x, k) { x[0][0] += k; return x[0][0] }',
  ],
  [
    'a table behind a parameter for its type',
    'const T = [[0]]\nfunction g(this: void, t, k) { t[0] += k; return t[0] }\nexport const f = (x, k) => g(T[0], k)',
  ],
  [
    'a row from the rest of an entry',
    'const T = [[0]]\nexport function f(x, k) { for (const [, ...r] of T.entries()) r[0][0] += k; return T[0][0] }',
  ],
  [
    'a row from a whole entry',
    'const T = [[0]]\nexport function f(x, k) { for (const [...r] of T.entries()) r[1][0] += k; return T[0][0] }',
  ],
  [
    'something built in that chooses what is written',
    'const T = [0]\nexport const f = (x, k) => JSON.stringify(T, [].concat)',
  ],
  ...[
    'const [t = [0]] = []',
    'const { t = [0] } = {}',
    'const { a: { t } = { t: [0] } } = {}',
    'const [...t] = [0]',
    'const { ...t } = { 0: 0 }',
  ].map(
    (line) =>
      [
        `what a pattern of the module makes: ${line}`,
        `${line}\nexport function f(x, k) { t[0] += k; return t[0] }`,
      ] as const,
  ),
  [
    'a closure that a pattern of the module makes',
    'const make = () => { let n = 0; return () => n++ }\nconst { next = make() } = {}\nexport const f = () => next()',
  ],
  ['who called', "export const f = () => new Error('').stack"],
  ['deletion', 'export function f(x) { delete x[0]; return x }'],
] as const
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: they are programs

describe('a function is proven to keep nothing', () => {
  test.each(PURE)('%s', (_what, program) => {
    expect(refusal(program)).toBeUndefined()
  })
})

describe('a function is not proven to keep nothing', () => {
  test.each(IMPURE)('%s', (_what, program) => {
    expect(refusal(program)).toBeDefined()
  })

  test('where an argument has a name of something built in', () => {
    const program = 'export const f = (x, name) => [][name]'
    expect(refusal(program, [1, 'relu'])).toBeUndefined()
    expect(refusal(program, [1, 'constructor'])).toBeDefined()
    expect(refusal(program, [1, { constructor: 'relu' }])).toBeDefined()
  })

  test('where an argument has a length of its own', () => {
    const program = 'export function f(x) { x.length[0] += 1; return x.length[0] }'
    expect(refusal(program, [{ length: [1] }])).toBeDefined()
  })

  test('where it takes too many turns to understand', () => {
    const chain = (length: number) => {
      const names = Array.from({ length }, (_, k) => `v${k}`)
      const moves = names.slice(1).map((name, k) => `${name} = v${k}`)
      return `export function f(x) { let ${names.join(' = 0, ')} = 0; ${moves.reverse().join('; ')}; v0 = x; return v${length - 1} }`
    }
    expect(refusal(chain(10))).toBeUndefined()
    expect(refusal(chain(100))).toBeDefined()
  })

  test.each([
    ['push', 'a.push(', ')'],
    ['concat', 'a.concat(', ')'],
    ['reduce', 'a.reduce((p) => ', ')'],
    ['keys', '[...(', ').keys()]'],
  ])('nor is what stands within itself gone through more than once: %s', (_, before, after) => {
    const program = `export function f() { const a = []; return ${before.repeat(28)}a${after.repeat(28)} }`
    expect(refusal(program)).toBeUndefined()
  })

  test('where it is nested deeper than anybody writes', () => {
    const nested = (depth: number) =>
      `export const f = () => ${'-('.repeat(depth)}1${')'.repeat(depth)}`
    expect(refusal(nested(20))).toBeUndefined()
    expect(refusal(nested(200))).toBeDefined()
  })
})
