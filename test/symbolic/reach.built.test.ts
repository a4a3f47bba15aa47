import { beforeAll, describe, expect, it } from 'vitest'
import { printFormula } from '../../src/formula/print.ts'
import { render } from '../../src/messages/render.ts'
import { proveEqual } from '../../src/prover/prove-equal.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { type Derive, openDerivation } from './derive.ts'
import { type Oracle, openOracle } from './oracle/judge.ts'

/** What code in the wild has beyond plain functions: its name, a program `f(x)`, and its formula. */
const REACH: readonly (readonly [construct: string, text: string, formula: string])[] = [
  [
    'a constructor that assigns, and a method',
    'class Linear { w; b; constructor(w: number, b: number) { this.w = w; this.b = b } forward(x: number) { return this.w * x + this.b } }\nexport const f = (x: number) => new Linear(2, 1).forward(x)',
    '2*x + 1',
  ],
  [
    'an instance that the module made',
    'class Unit { constructor(private readonly k: number) {} at(x: number) { return this.k * Math.tanh(x) } }\nconst unit = new Unit(3)\nexport const f = (x: number) => unit.at(x)',
    '3*tanh(x)',
  ],
  [
    'a getter and a setter',
    'class Cell { #v = 0; get value() { return this.#v } set value(v: number) { this.#v = v > 0 ? v : 0 } }\nexport function f(x: number) { const c = new Cell(); c.value = x; return c.value }',
    'relu(x)',
  ],
  [
    'static members',
    'class Act { static readonly ALPHA = 0.5; static leaky(x: number) { return x > 0 ? x : Act.ALPHA * x } }\nexport const f = (x: number) => Act.leaky(x)',
    'x > 0 ? x : x/2',
  ],
  [
    'extends and super',
    'class Base { constructor(protected k: number) {} scale(x: number) { return this.k * x } }\nclass Shifted extends Base { constructor() { super(4) } override scale(x: number) { return super.scale(x) + 1 } }\nexport const f = (x: number) => new Shifted().scale(x)',
    '4*x + 1',
  ],
  [
    'an abstract class',
    'abstract class Activation { abstract value(x: number): number; slope(x: number) { const y = this.value(x); return y * (1 - y) } }\nclass Sigmoid extends Activation { value(x: number) { return 1 / (1 + Math.exp(-x)) } }\nexport const f = (x: number) => new Sigmoid().slope(x)',
    'sigmoid(x)*(1 - sigmoid(x))',
  ],
  [
    'a node of reverse-mode differentiation',
    'class Value { grad = 0; constructor(public data: number, private back: (g: number) => void = () => {}) {} mul(o: Value) { return new Value(this.data * o.data, (g) => { this.backward(g * o.data); o.backward(g * this.data) }) } backward(g = 1) { this.grad += g; this.back(g) } }\nexport function f(x: number) { const v = new Value(x); v.mul(v).backward(); return v.grad }',
    '2*x',
  ],
  [
    'members out of range with ??',
    'export function f(x: number) { const a = [1, 2, 3]; let s = 0; for (let i = 0; i < 4; i++) s += (a[i - 1] ?? 0) * (a[i] ?? 10) * x; return s }',
    '(2 + 6 + 30)*x',
  ],
  [
    'members out of range with ||',
    'export function f(x: number) { const a = [x, 2 * x]; return (a[0] || 0) + (a[5] || 7) }',
    'x + 7',
  ],
  [
    'Object.entries',
    'const W = { a: 1, b: 2 }\nexport function f(x: number) { let s = 0; for (const [k, v] of Object.entries(W)) s += k === "a" ? v * x : v; return s }',
    'x + 2',
  ],
  [
    'Object.keys',
    'export function f(x: number) { const w: any = { a: x, b: 2 }; return Object.keys(w).reduce((s, k) => s + w[k], 0) }',
    'x + 2',
  ],
  [
    'Object.values',
    'export const f = (x: number) => Math.max(...Object.values({ a: 0, b: x }))',
    'relu(x)',
  ],
  [
    'entries of an array',
    'export function f(x: number) { let s = 0; for (const [i, c] of [1, 2, 3].entries()) s += c * x ** i; return s }',
    '1 + 2*x + 3*x**2',
  ],
  [
    'for in',
    'export function f(x: number) { const w: any = { a: 2, b: x }; let s = 1; for (const k in w) s *= w[k]; return s }',
    '2*x',
  ],
  [
    'new Array(n)',
    'export function f(x: number) { const p = new Array<number>(4).fill(1); for (let i = 1; i < p.length; i++) p[i] = p[i - 1]! * x; return p[3]! }',
    'x**3',
  ],
  [
    'new Array(n) with holes',
    'export function f(x: number) { const p = new Array(3); p[0] = x; p[2] = 1; return p[0] + (p[1] ?? 5) + p.length }',
    'x + 8',
  ],
  [
    'a Map of constants',
    'const K = new Map([["leak", 0.25], ["cap", 6]])\nexport const f = (x: number) => Math.min(Math.max(x, K.get("leak")! * x), K.get("cap")!)',
    'min(max(x, x/4), 6)',
  ],
  [
    'a Map of functions',
    'const A = new Map<string, (x: number) => number>([["relu", (x) => Math.max(0, x)], ["tanh", Math.tanh]])\nexport const f = (x: number) => A.get("relu")!(x) + A.get("tanh")!(x)',
    'relu(x) + tanh(x)',
  ],
  [
    'a Set of constants',
    'const ON = new Set(["a", "c"])\nexport const f = (x: number) => ["a", "b", "c"].filter((k) => ON.has(k)).length * x + ON.size',
    '2*x + 2',
  ],
  ['includes', 'export const f = (x: number) => (["relu", "elu"].includes("elu") ? x : -x)', 'x'],
  [
    'includes of the input',
    'export const f = (x: number) => ([0, 1].includes(x) ? 5 : x)',
    'x === 0 || x === 1 ? 5 : x',
  ],
  [
    'a sort of fixed length',
    'export const f = (x: number) => [x, 0, 1].sort((a, b) => a - b)[1]!',
    'max(0, min(x, 1))',
  ],
  [
    'a choice as an index',
    'export const f = (x: number) => [(v: number) => 0.1 * v, (v: number) => v][+(x > 0)]!(x)',
    'x > 0 ? x : x/10',
  ],
  [
    'a choice as a key',
    'export const f = (x: number) => ({ pos: x, neg: 0 })[x > 0 ? "pos" : "neg"]',
    'relu(x)',
  ],
  [
    'a choice in a text as a key',
    'export const f = (x: number) => ({ k_true: x, k_false: 0 } as any)["k_" + (x > 0)]',
    'relu(x)',
  ],
  [
    'a sign as an index',
    'export const f = (x: number) => [-1, 0, 1][Math.sign(x) + 1]! * x',
    'abs(x)',
  ],
  [
    'try and throw on a branch of the input',
    'function check(x: number) { if (x < 0) throw new RangeError("negative"); return x }\nexport function f(x: number) { try { return check(x) } catch { return 0 } }',
    'relu(x)',
  ],
  [
    'finally',
    'export function f(x: number) { let n = 0; try { if (x > 0) return x + n } finally { n = 5 } return n }',
    'x > 0 ? x : 5',
  ],
  [
    'Number.isNaN',
    'export const f = (x: number) => { const y = Math.log(x); return Number.isNaN(y) ? 0 : y }',
    'x >= 0 ? log(x) : 0',
  ],
  [
    'Number.isNaN of an entropy',
    'export function f(x: number) { const y = -x * Math.log(x); return Number.isNaN(y) ? 0 : y }',
    'x > 0 ? -x*log(x) : 0',
  ],
  [
    'a number that is not itself',
    'export const f = (x: number) => { if (x !== x) return 0; return Math.sqrt(x) }',
    'sqrt(x)',
  ],
  [
    'a type of exhausted cases',
    'type Kind = "relu" | "id"\nfunction act(k: Kind, x: number) { switch (k) { case "relu": return Math.max(x, 0); case "id": return x; default: { const never: never = k; throw new Error(never) } } }\nexport const f = (x: number) => act("relu", x) + act("id", x)',
    'relu(x) + x',
  ],
  [
    'an enum',
    'enum Kind { Relu, Tanh }\nconst act = (k: Kind, x: number) => (k === Kind.Relu ? Math.max(0, x) : Math.tanh(x))\nexport const f = (x: number) => act(Kind.Tanh, x)',
    'tanh(x)',
  ],
  [
    'an enum of texts, and its names',
    'enum Kind { A = "a", B = "b" }\nexport const f = (x: number) => Object.values(Kind).length * x + (Kind["A"] === "a" ? 1 : 0)',
    '2*x + 1',
  ],
  [
    'a const enum',
    'const enum N { Two = 2, Four = Two * 2 }\nexport const f = (x: number) => N.Four * x',
    '4*x',
  ],
  [
    'a namespace',
    'namespace Act { export const k = 2; export function scale(x: number) { return k * x } }\nexport const f = (x: number) => Act.scale(x)',
    '2*x',
  ],
  [
    'labels',
    'export function f(x: number) { let s = 0; outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j > i) continue outer; if (i + j > 3) break outer; s += x } } return s }',
    '5*x',
  ],
  [
    'a dispatch on the name of a function',
    'const table: Record<string, (x: number) => number> = { relu: (x) => Math.max(0, x), tanh: Math.tanh }\nexport const f = (x: number) => { const fn = table["tanh"]; if (fn === undefined) throw new Error("unknown"); return fn(x) }',
    'tanh(x)',
  ],
  [
    'a pipeline of functions',
    'const pipe = (...fs: ((x: number) => number)[]) => (x: number) => fs.reduce((y, g) => g(y), x)\nexport const f = pipe((x) => 2 * x, Math.tanh, (x) => x + 1)',
    'tanh(2*x) + 1',
  ],
  [
    'a class with a static factory and private members',
    'class P { readonly #c: readonly number[]; private constructor(c: readonly number[]) { this.#c = c } static of(...c: number[]) { return new P(c) } at(x: number) { return this.#c.reduceRight((s, k) => s * x + k, 0) } }\nexport const f = (x: number) => P.of(1, 2, 3).at(x)',
    '1 + 2*x + 3*x**2',
  ],
  [
    'truncation of a constant',
    'export const f = (x: number) => Math.trunc(7 / 2) * x + Math.floor(2.5) + (7 % 4)',
    '3*x + 5',
  ],
  [
    'the hypotenuse of one leg, and an angle to the right',
    'export const f = (x: number) => Math.hypot(x, 0) * Math.atan2(x, 2)',
    'abs(x)*atan(x/2)',
  ],
  [
    'a layer of a network',
    'const layer = { w: [[1, -1], [2, 0]], b: [0.5, 0] }\nexport function f(x: number) { const h = layer.w.map((row, i) => Math.max(0, row.reduce((s, w, j) => s + w * [x, 1][j]!, layer.b[i]!))); return h[0]! + h[1]! }',
    'relu(x - 1/2) + relu(2*x)',
  ],
  [
    'functions that are composed by objects',
    'class Step { constructor(readonly at: (x: number) => number) {} before(next: Step) { return new Step((x) => next.at(this.at(x))) } }\nconst start = new Step((x) => x)\nexport const f = (x: number) => [new Step(Math.tanh), new Step((v) => 2 * v)].reduce((p, q) => p.before(q), start).at(x)',
    '2*tanh(x)',
  ],
  [
    'a value that may be missing',
    'export function f(x: number) { const o: any = x > 0 ? { v: x } : null; return (o?.v ?? 0) + ([x, -x].find((v) => v >= 0) ?? NaN) }',
    'relu(x) + abs(x)',
  ],
  [
    'a generator and a rest parameter',
    'function* upTo(n: number) { for (let i = 1; i <= n; i++) yield i }\nexport function f(...args: number[]) { let s = 0; for (const k of upTo(3)) s += args[0]! / k; return s * args.length }',
    'x + x/2 + x/3',
  ],
  [
    'a clamp that loops over pairs',
    'export function f(x: number) { for (const [edge, value] of [[-1, -1], [1, x]] as const) if (x < edge) return value; return 1 }',
    'min(max(x, -1), 1)',
  ],
]

let derive: Derive
let oracle: Oracle

beforeAll(async () => {
  derive = await openDerivation()
  oracle = await openOracle()
})

describe('follows what code in the wild is written with', () => {
  it.each(REACH)('%s', async (_, text, formula) => {
    const found = await derive({ '': text }, ['x'])
    const derived =
      found.kind === 'formula' ? printFormula(found.expr) : `${render(found.why)} (${found.line})`
    expect(found.kind, derived).toBe('formula')
    if (found.kind !== 'formula') return
    expect(proveEqual(found.expr, parseFormula(formula)).verdict, derived).toBe('equal')
    expect(await oracle.judge({ text, args: ['x'], kinds: [] })).toEqual({ kind: 'followed' })
  })
})
