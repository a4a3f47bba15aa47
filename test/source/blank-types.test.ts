import { describe, expect, test } from 'vitest'
import { blankTypes } from '../../src/source/blank-types.ts'
import { parseTypeScript } from '../../src/source/parse-typescript.ts'

/** TypeScript of which `f(3)` must be 6 once its types are gone. */
const CASES: readonly [what: string, text: string][] = [
  [
    'annotations',
    'function f(x: number, y?: string, ...z: unknown[]): number { const k: number = 2; return k * x }',
  ],
  [
    'generics',
    'function id<T extends number = number>(x: T): T { return x }\nconst f = <T,>(x: T) => id<number>(x as never) * 2',
  ],
  [
    'as, satisfies and non-null',
    'const f = (x?: number) => ((x as unknown as number)! satisfies number) * 2',
  ],
  ['as const', 'const two = { k: 2 } as const\nconst f = (x: number) => two.k * x'],
  ['an angle assertion', 'const f = (x: unknown) => <number>x * 2'],
  ['an assertion at the end of a line', 'const a = 2 as number\nconst f = (x: number) => a * x'],
  [
    'an assertion before a bracket',
    'let a = 2 as any\n;(() => {})()\nconst f = (x: number) => a * x',
  ],
  [
    'an assertion before a bracket without semicolon',
    'let a = [2] as any\nconst b = a as number[]\nconst f = (x: number) => b[0]! * x',
  ],
  [
    'interfaces and aliases',
    'interface A { k: number }\ntype B = A | { k: string }\nconst f = (x: number) => 2 * x',
  ],
  [
    'overloads',
    'function f(x: number): number\nfunction f(x: string): number\nfunction f(x: any): number { return 2 * x }',
  ],
  [
    'a class with modifiers',
    'abstract class A { protected readonly k: number = 2; abstract g(): void; declare q: string; static s?: number }\nclass B extends A implements Iface { override g(): void {} public of(this: B, x: number) { return this.k * x } }\ninterface Iface {}\nconst f = (x: number) => new B().of(x)',
  ],
  [
    'an index signature and optional members',
    'class A { [key: string]: unknown; a?: number; b!: number; c(x?: number): number { return 2 * (x ?? 0) } }\nconst f = (x: number) => new A().c(x)',
  ],
  [
    'fields that end in a type',
    'class A {\n  a: number\n  [k] = 2\n}\nvar k = "k"\nconst f = (x: number) => 2 * x',
  ],
  [
    'private names',
    'class A { #k: number = 2; get k(): number { return this.#k } set k(v: number) { this.#k = v } }\nconst f = (x: number) => new A().k * x',
  ],
  [
    'parameter properties',
    'class A { constructor(private readonly k: number, public j = 1) {} of(x: number) { return this.k * x * this.j } }\nconst f = (x: number) => new A(2).of(x)',
  ],
  [
    'parameter properties after super',
    'class P { p = 1 }\nclass A extends P { constructor(public k: number) { super(); this.p = k } }\nconst f = (x: number) => new A(2).p * x',
  ],
  [
    'an enum',
    'enum E { A, B, C = 5, D }\nconst f = (x: number) => (E.B + (E[0] === "A" ? 1 : 0) + (E.D - 6)) * x',
  ],
  [
    'an enum of strings and earlier members',
    'enum E { A = 1, B = A << 1, S = "s" }\nconst f = (x: number) => (E.S === "s" ? E.B : 0) * x',
  ],
  ['a const enum', 'const enum E { Two = 2 }\nconst f = (x: number) => E.Two * x'],
  [
    'an enum of computed values',
    'enum E { Two = Math.sqrt(4), Len = "ab".length }\nconst f = (x: number) => (E.Two + E.Len - 2) * x',
  ],
  [
    'a namespace',
    'namespace N { export const k = 2; export function g(x: number) { return k * x } }\nconst f = (x: number) => N.g(x)',
  ],
  [
    'a namespace in a namespace',
    'namespace N.M { export const k = 2 }\nnamespace N { export const j = 1 }\nconst f = (x: number) => N.M.k * x * N.j',
  ],
  [
    'a namespace of types',
    'namespace T { export type A = number; export interface B {} }\nconst f = (x: T.A) => 2 * x',
  ],
  [
    'ambient declarations',
    'declare const z: number\ndeclare function g(): void\ndeclare module "m" { const q: number }\ndeclare global { interface Window {} }\nconst f = (x: number) => 2 * x',
  ],
  ['a return type over several lines', 'const f = (x: number): {\n  a: number\n}["a"] => 2 * x'],
  [
    'a type guard',
    'function is(x: unknown): x is number { return true }\nfunction must(x: unknown): asserts x is number {}\nconst f = (x: unknown) => is(x) ? 2 * x : 0',
  ],
  [
    'this as a parameter',
    'function g(this: { k: number }, x: number) { return this.k * x }\nfunction h(this: void): number { return 2 }\nconst f = (x: number) => g.call({ k: h() }, x)',
  ],
  [
    'destructured parameters',
    'const g = ({ k, j = 1 }: { k: number; j?: number }, [a]: [number]) => k * j * a\nconst f = (x: number) => g({ k: 2 }, [x])',
  ],
  [
    'optional calls and definite variables',
    'let k!: number\nk = 2\nconst o: { g?(): number } = {}\nconst f = (x: number) => (o.g?.() ?? k) * x',
  ],
  [
    'a function type with a question mark before it',
    'const g = (h?: (x: number) => number): number => h?.(1) ?? 2\nconst f = (x: number) => g() * x',
  ],
  [
    'instantiation',
    'function g<T>(x: T) { return x }\nconst h = g<number>\nconst f = (x: number) => h(2) * x',
  ],
  [
    'a template literal type',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the submission has the template
    'type T = `a${string}`\nconst s: T = `a${1 as number}`\nconst f = (x: number) => s.length * x',
  ],
  [
    'a comparison that looks like a type',
    'const a = 1, b = 2\nconst f = (x: number) => (a < b ? 2 : 0) * x',
  ],
  [
    'loops and labels',
    'const f = (x: number) => { let s: number = 0; out: for (const i of [1, 2] as number[]) { s += x; continue out } return s }',
  ],
  [
    'getters of objects',
    'const o = { get k(): number { return 2 }, m<T>(x: T): T { return x } }\nconst f = (x: number) => o.k * o.m(x)',
  ],
  [
    'arrows that return objects',
    'const g = (x: number): { k: number } => ({ k: 2 * x })\nconst f = (x: number) => g(x).k',
  ],
  [
    'async and generator types',
    'async function a(): Promise<void> {}\nfunction* g(): Generator<number> { yield 2 }\nconst f = (x: number) => [...g()][0]! * x',
  ],
  [
    'satisfies on an object of functions',
    'const o = { g: (x: number) => 2 * x } satisfies Record<string, (x: number) => number>\nconst f = (x: number) => o.g(x)',
  ],
  [
    'accessibility on computed and static members',
    'const n = "g"\nclass A { public static [n](x: number): number { return 2 * x } }\nconst f = (x: number) => A[n](x)',
  ],
  [
    'type parameters of classes and methods',
    'class A<T> { constructor(readonly v: T) {} map<U>(g: (x: T) => U): A<U> { return new A<U>(g(this.v)) } }\nconst f = (x: number) => new A<number>(x).map((v) => v * 2).v',
  ],
  [
    'parameter properties after super without a semicolon',
    'class P { constructor(readonly p = 1) {} }\nclass A extends P {\n  constructor(public k: number, private j?: number) {\n    super()\n    this.k += this.p\n  }\n}\nconst f = (x: number) => new A(1).k * x',
  ],
  [
    'parameter properties after super anywhere',
    'class P {}\nclass A extends P {\n  constructor(public k: number) {\n    if (k > 1) super(), (k = 3)\n    else { const t = super(); t.k = 5 }\n  }\n}\nconst f = (x: number) => (new A(2).k + new A(1).k - 5) * x',
  ],
  [
    'parameter properties as fields, in their order',
    'class A { last = 1; constructor(public first: number, readonly second = 2) {} }\nconst f = (x: number) => Object.keys(new A(1)).join() === "first,second,last" ? 2 * x : 0',
  ],
  [
    'overloads in a namespace',
    'namespace N {\n  export function g(x: number): number\n  export function g(x: string): string\n  export function g(x: any) { return 2 * x }\n}\nconst f = (x: number) => N.g(x)',
  ],
  [
    'a namespace in two parts',
    'export namespace N { export const k = 2; export let n = 0 }\nexport namespace N { export const g = (x: number) => { n++; return k * x } }\nconst f = (x: number) => N.g(x) * N.n',
  ],
  [
    'a variable that a namespace exports and changes',
    'namespace N { export let n = 1; export const up = () => n++; up() }\nconst f = (x: number) => N.n * x',
  ],
  [
    'destructuring that a namespace exports',
    'namespace N { export const { a, b: [c = 2] } = { a: 1, b: [] as number[] }, d: number = c; let { e = a } = {} as any; e++ }\nconst f = (x: number) => N.a * N.c * N.d * x / 2',
  ],
  [
    'names that a namespace hides',
    'const k = 5\nnamespace N { export const k = 2; export const g = (x: number) => ({ k }).k * x; { const k = 9; k } }\nconst f = (x: number) => N.g(x) + k - 5',
  ],
  [
    'a function and a class with a namespace',
    'function g(x: number) { return g.k * x }\nnamespace g { export const k = 2 }\nclass C {}\nnamespace C { export const one = 1 }\nconst f = (x: number) => g(x) * C.one',
  ],
  [
    'an alias of a namespace',
    'namespace N.M { export const k = 2 }\nimport K = N.M\nimport Unused = N.Types\nnamespace N.Types { export type T = number }\nconst f = (x: number) => K.k * x',
  ],
  [
    'accessors',
    'class A { accessor k: number = 2\n  static accessor j = 1\n  accessor [Symbol.toStringTag] = "A"\n  accessor empty }\nconst f = (x: number) => new A().k * A.j * x',
  ],
  [
    'an enum of functions with types',
    'enum E { Two = ((x: number): number => x)(2), Four = [Two].map((Two: number) => Two * 2)[0]!, Five = ({ Two }).Two + 3 }\nconst f = (x: number) => E.Four / E.Two * (E.Five - 4) * x',
  ],
  [
    'an enum in two parts',
    'enum E { A = 1 /* , */, /* = */ B }\nenum E { C = A + B }\nconst f = (x: number) => (E.C - 1) * x',
  ],
  [
    'enums of one name in blocks of their own',
    'let s = 0\n{ enum E { A = 1 } s += E.A }\n{ enum E { B = 1 } s += Object.keys(E).length - 1 }\nconst f = (x: number) => s * x',
  ],
  [
    'types in the head of a loop',
    'const f = (x: number) => { let s = 0; for (let i = 0, n = 2 as number; i < n; i++) s += x; return s }',
  ],
  [
    'an assertion that breaks a line after return',
    'const f = (x: number) => { return <{\n  a: number\n}["a"]>\n  (2 * x) }',
  ],
  [
    'generics that break a line after async',
    'const g = async <\n  T\n>(x: T) => x\nconst f = (x: number) => g(x) instanceof Promise ? 2 * x : 0',
  ],
  [
    'a modifier at the end of what goes on',
    'const k = "k"\nclass A {\n  j = 1\n  public [k] = 2\n  private *g() {}\n}\nconst f = (x: number) => new A().j * new A()[k] * x',
  ],
  [
    'words of types in comments',
    'abstract class A /* abstract implements */ implements /* I */ I { protected /* readonly */ k /* ?! */ = 2; constructor(/* ? */ q /* ? */ ?: number) {} }\ninterface I {}\nclass B extends A {}\nfunction g(this: void /* , */, x: number) { return new B().k * x }\nconst f = (x: number) => g(x)',
  ],
  [
    'unicode before types',
    'const σ: number = 2 // 😀\nconst f = (x: number): number => /* 😀 */ σ * x',
  ],
]

describe('types are taken out of', () => {
  test.each(CASES)('%s', (_what, text) => {
    const blanked = blankTypes(text, parseTypeScript(text))
    if ('message' in blanked) throw new Error(blanked.message)
    const f = new Function(`${blanked.text.replaceAll('export ', '')}\nreturn f`)()
    expect(f(3)).toBe(6)
    expect(blanked.text.split('\n')).toHaveLength(text.split('\n').length)
  })
})

test.each([
  ['import { A, b } from "./s"\nlet x: A = b', 'import { b } from "./s"\nlet x = b'],
  ['import D, { A } from "./s"\nlet x: A = D', 'import D, { } from "./s"\nlet x = D'],
  ['import D, * as N from "./s"\nlet x: N.A', 'import "./s"\nlet x ;'],
  ['import { type A, type B } from "./s"', 'import "./s"'],
  ['import type { A } from "./s"', '; '],
  ['import "./s"', 'import "./s"'],
])('what is imported for the types alone goes: %s', (text, expected) => {
  const blanked = blankTypes(text, parseTypeScript(text))
  expect('text' in blanked && blanked.text.replaceAll(/ +/g, ' ')).toBe(expected)
})

test('every offset of what runs leads back to where it came from', () => {
  for (const [, text] of CASES) {
    const blanked = blankTypes(text, parseTypeScript(text))
    if ('message' in blanked) throw new Error(blanked.message)
    const at = blanked.text.lastIndexOf('x')
    expect(text[blanked.original(at)]).toBe('x')
  }
})
