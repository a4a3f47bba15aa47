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
    'unicode before types',
    'const σ: number = 2 // 😀\nconst f = (x: number): number => /* 😀 */ σ * x',
  ],
]

describe('types are taken out of', () => {
  test.each(CASES)('%s', (_what, text) => {
    const blanked = blankTypes(text, parseTypeScript(text))
    if ('message' in blanked) throw new Error(blanked.message)
    const f = new Function(`${blanked.text}\nreturn f`)()
    expect(f(3)).toBe(6)
    expect(blanked.text.split('\n')).toHaveLength(text.split('\n').length)
  })
})

test('every offset of what runs leads back to where it came from', () => {
  for (const [, text] of CASES) {
    const blanked = blankTypes(text, parseTypeScript(text))
    if ('message' in blanked) throw new Error(blanked.message)
    const at = blanked.text.lastIndexOf('x')
    expect(text[blanked.original(at)]).toBe('x')
  }
})
