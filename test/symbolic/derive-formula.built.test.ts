import { beforeAll, describe, expect, it } from 'vitest'
import { printFormula } from '../../src/formula/print.ts'
import { render } from '../../src/messages/render.ts'
import { proveEqual } from '../../src/prover/prove-equal.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { type Derive, type Files, openDerivation } from './derive.ts'
import { STYLES } from './styles.ts'

let derive: Derive

beforeAll(async () => {
  derive = await openDerivation()
})

async function formulaOf(files: Files, args: readonly string[] = ['x'], name = 'f') {
  const found = await derive(files, args, name)
  if (found.kind !== 'formula') throw new Error(`${render(found.why)} (line ${found.line})`)
  return found
}

async function printed(text: string, args: readonly string[] = ['x']): Promise<string> {
  return printFormula((await formulaOf({ '': text }, args)).expr)
}

describe('a style that is followed', () => {
  it.each(STYLES)('$title', async ({ text, args, formula }) => {
    const { expr } = await formulaOf({ '': text }, args)
    const { verdict } = proveEqual(expr, parseFormula(formula))
    expect(verdict, printFormula(expr)).toBe('equal')
  })
})

it('follows imports of files beside the submission', async () => {
  const files = {
    '': 'import { s, type T } from "./lib/sigmoid"\nimport * as n from "./numbers.ts"\nexport const f = (x: T) => n.two * s(x)',
    'lib/sigmoid.ts':
      'export type T = number\nexport function s(x: T) { return 1 / (1 + Math.exp(-x)) }',
    'numbers.ts': 'export const two = 2',
  }
  expect(printFormula((await formulaOf(files)).expr)).toBe('2 * (1 / (1 + exp(-x)))')
})

describe('what is not followed is said with its line', () => {
  it.each([
    ['while (x > 1) x /= 2\n return x', /loop whose number of rounds depends/, 2],
    ['return Math.clz32(x)', /rounding of the input by `Math.clz32`/, 2],
    ['return x | 0', /whole-number operator `\|`/, 2],
    ['return x ^ 2', /exclusive or/, 2],
    ['return x % 2', /whole-number operator `%`/, 2],
    ['calls += 1\n return x', /write to `calls`, which outlives the call/, 2],
    ['cache[0] = x\n return x', /outlives the call/, 2],
    ['return x * Math.random()', /`Math.random` is not followed/, 2],
    ['return +x.toFixed(2)', /`Number.prototype.toFixed` of the input/, 2],
    ['return String(x).length', /`String` of the input/, 2],
    ['return [1, 2][x]!', /an index or a key that depends on the input/, 2],
    ["return '' + x === '1' ? 1 : 2", /a text made of the input/, 2],
    ['return eval("x")', /`eval` is not followed/, 2],
    ['return x > 0', /a result that is no number/, undefined],
    ['return sinh(x)', /throws an error for every input/, undefined],
    ['return g(x)', /too many cases|too long/, undefined],
  ])('%s', async (body, why, line) => {
    const text = `export function f(x: number) {\n ${body}\n}\nlet calls = 0\nconst cache: number[] = []\nfunction g(y: number): number { return y > 0 ? g(y - 1) : y }\ndeclare const sinh: any`
    const found = await derive({ '': text }, ['x'])
    if (found.kind === 'formula') throw new Error(printFormula(found.expr))
    expect(render(found.why)).toMatch(why)
    if (line !== undefined) expect(found.line).toBe(line)
  })

  it('names the file where it is one beside the submission', async () => {
    const files = {
      '': 'import { g } from "./g"\nexport const f = (x: number) => g(x)',
      'g.ts': 'export function g(x: number) {\n\n  return x | 0\n}',
    }
    expect(await derive(files, ['x'])).toMatchObject({ line: 3, file: 'g.ts' })
  })
})

describe('what the machine has as a number, and is an object here, is taken for none', () => {
  it.each([
    ['a weak set', 'const f = new WeakSet([x as any])'],
    ['a prototype that is created from', 'Object.create(x as any)'],
    ['a prototype that is set', 'Object.setPrototypeOf({}, x as any)'],
    ['a prototype that is assigned', 'const o: any = {}; o.__proto__ = x'],
    ['a prototype under a key', 'const o: any = {}, k = "__proto__"; o[k] = x'],
    ['a prototype in a pattern', 'const o: any = {}; [o.__proto__] = [x]'],
    ['a prototype that is stepped', 'const o: any = {}; o.__proto__++'],
    ['a prototype in a literal', 'const o: any = { __proto__: x }'],
    ['what a constructor gives back', 'function F(v: any) { return v } new (F as any)(x)'],
    [
      'what is asked for a private name',
      'class A { #p = 1; static t(o: any) { return #p in o } } A.t(x)',
    ],
    [
      'what closes an iterator',
      'const it: any = { [Symbol.iterator]: () => ({ next: () => ({ done: false }), return: () => x }) }; for (const _ of it) break',
    ],
    [
      'what closes an iterator of a class',
      'class I { next() { return { done: false } } return() { return x } [Symbol.iterator]() { return this } } for (const _ of new I() as any) break',
    ],
  ])('%s', async (_what, statements) => {
    const text = `export function f(x: number) { try { ${statements} } catch { return 1 } return 2 }`
    expect((await derive({ '': text }, ['x'])).kind).toBe('undecided')
  })

  it('nor is a stack that ends, in whichever realm it ends', async () => {
    const before =
      'let d = 0; const down = (): void => { d++; down() }; try { down() } catch {} const deep = d > 500;'
    const text = `${before} export const f = (x: number) => (deep ? x : 2 * x)`
    expect((await derive({ '': text }, ['x'])).kind).toBe('undecided')
  })
})

describe('what is kept from call to call', () => {
  it.each([
    [
      'a counter in a closure',
      'export const f = (() => { let n = 0; return (x: number) => { n += 1; return n > 1e6 ? 0 : x } })()',
    ],
    [
      'the last answer',
      'const made = () => { let seen = false, value = 0; return (x: number) => { if (seen) return value; seen = true; value = Math.tanh(x); return value } }\nexport const f = made()',
    ],
    [
      'a static member',
      'class A { static n = 0 }\nexport const f = (x: number) => { A.n++; return A.n > 3 ? 0 : x }',
    ],
    [
      'an iterator of the module',
      'const it = [1, 2, 3].values()\nexport function f(x: number) { for (const v of it) return v * x; return 0 }',
    ],
    [
      'an object found in an array',
      'const all = [{ k: 1 }]\nexport const f = (x: number) => { const one = all.find(({ k }) => k > 0)!; one.k += 1; return one.k * x }',
    ],
    [
      'a table by the sign of the input',
      'const t: any = {}\nexport const f = (x: number) => (t[x > 0 ? "a" : "b"] ??= x)',
    ],
  ])('refuses %s', async (_, text) => {
    const found = await derive({ '': text }, ['x'])
    expect(found.kind === 'undecided' && found.why.id).toBe('not-followed.state')
  })

  it.each([
    [
      'a table of constants that is filled when needed',
      'const memo: any = {}\nconst fact = (n: number): number => (memo[n] ??= n < 2 ? 1 : n * fact(n - 1))\nexport const f = (x: number) => x / fact(4)',
      'x / 24',
    ],
    [
      'a map of constants',
      'const memo = new Map<number, number>()\nfunction twice(n: number) { if (!memo.has(n)) memo.set(n, 2 * n); return memo.get(n)! }\nexport const f = (x: number) => x * twice(3)',
      '6 * x',
    ],
    [
      'a copy of what the module has',
      'const w = [1, 2]\nexport const f = (x: number) => { const own = [...w]; own.push(x); return own.length * x }',
      '3 * x',
    ],
  ])('follows %s', async (_, text, formula) => {
    const { verdict } = proveEqual((await formulaOf({ '': text })).expr, parseFormula(formula))
    expect(verdict).toBe('equal')
  })
})

describe('what a program does to the language is followed as it is', () => {
  const bump =
    'const real = Math.tanh; (Math as any).tanh = (x: number) => x > 0.1234 && x < 0.1235 ? 5 : real(x);'

  it.each([
    [
      'an enum',
      `function evil() { ${bump} return 1 }\nenum E { a = 1 + evil() }\nexport const f = (x: number) => Math.tanh(x)`,
    ],
    [
      'a computed key',
      `function evil() { ${bump} return 'k' }\nclass A { [evil()]() {} }\nexport const f = (x: number) => Math.tanh(x)`,
    ],
    [
      'a static block',
      `class A { static { ${bump} } }\nexport const f = (x: number) => Math.tanh(x)`,
    ],
    [
      'a default parameter',
      `const g = (a = (() => { ${bump} return 1 })()) => a; g()\nexport const f = (x: number) => Math.tanh(x)`,
    ],
  ])('changed by %s', async (_, text) => {
    expect(await printed(text)).toBe('x > 0.1234 && x < 0.1235 ? 5 : tanh(x)')
  })

  it('never takes what it finds on a prototype for its own', async () => {
    const text = `(Array.prototype as any).map = () => [42];
(Array.prototype as any)[Symbol.iterator] = () => ({ n: 0, next() { return { done: this.n++ > 0, value: 7 } } });
Object.defineProperty(Array.prototype, '0', { set() { throw new Error('met') } });
export function f(x: number) { let s = 0; for (const v of [1, 2]) s += v; return s * x + [x].map((v) => v)[0]! }`
    expect(await printed(text)).toBe('7 * x + 42')
  })
})

describe('effects where two branches are tried', () => {
  it.each([
    [
      'a chain of &&',
      'let n = 0; const h = () => { n += 1; return 5 }; const b = x <= 1 && x > 0 && h(); return x >= n ? n + 1 : n * 2',
      'x <= 1 && x > 0 ? (x >= 1 ? 2 : 2) : x >= 0 ? 1 : 0',
    ],
    [
      'a conditional',
      'let n = 0; const y = x > 0 ? (n = 1, x) : (n += 2, -x); return y + n',
      'x > 0 ? x + 1 : -x + 2',
    ],
    ['&&', 'let n = 0; x > 0 && (n = 5); return n * x', 'x > 0 ? 5 * x : 0'],
    ['||=', 'let n: any = +(x > 0); n ||= 7; return n', 'x > 0 ? 1 : 7'],
    [
      'a shadowed Math',
      'let a = 0; const Math = { p: (v: number) => { a += 1; return v }, q: (v: number) => v }; const y = x > 0 ? Math.p(x) : Math.q(x); return a === 1 ? 42 : y',
      'x > 0 ? 42 : x',
    ],
    [
      'a member of an object',
      'const o = { k: 0 }; const y = x > 0 ? (o.k = 3) : (o.k += 1); return y + o.k',
      'x > 0 ? 6 : 2',
    ],
    [
      'an iterator',
      'const it = [1, 2, 3].values(); const a = x > 0 ? it.next().value! : 0; return a + it.next().value!',
      'x > 0 ? 3 : 1',
    ],
    [
      'an error',
      'try { return x > 0 ? (() => { throw 3 })() : x } catch (e: any) { return e }',
      'x > 0 ? 3 : x',
    ],
  ])('%s', async (_, body, formula) => {
    const { expr } = await formulaOf({ '': `export function f(x: number): any { ${body} }` })
    expect(proveEqual(expr, parseFormula(formula)).verdict, printFormula(expr)).toBe('equal')
  })
})

describe('numbers that the program computes without the input', () => {
  it.each([
    ['9007199254740993 - 9007199254740992', '0'],
    ['1e-20 + 1', '1'],
    ['1 / 3', '1 / 3'],
    ['0.3333333333333333', '1 / 3'],
    ['3.141592653589793', 'pi'],
    ['Math.sqrt(2 / Math.PI)', 'sqrt(2 / pi)'],
    ['0.7978845608028654', 'sqrt(2 / pi)'],
    ['1.6732632423543772848170429916717', 'seluAlpha'],
    ['1.0507009873554804934193349852946', 'seluScale'],
    ['0.1 + 0.2 - 0.3', '5.551115123125783e-17'],
    ['0.044715', '0.044715'],
    ['1e-3', '1e-3'],
  ])('%s is %s', async (constant, formula) => {
    expect(await printed(`export const f = (x: number) => x + (${constant})`)).toBe(
      `x + ${formula}`,
    )
  })
})

describe('what a formula takes for granted', () => {
  it.each([
    ['const e = Math.exp(2 * x); return e === Infinity ? 1 : (e - 1) / (e + 1)', ['finite']],
    ['const e = Math.exp(x); return isFinite(e) ? e : 0', ['finite']],
    ['return Math.exp(x) > Number.MAX_VALUE ? 1 : 0', ['finite']],
    ['if (!Number.isFinite(x)) throw new Error(); return x', []],
    ['return Math.fround(Math.fround(x) * 2)', ['float32-rounding']],
    ['const y = Math.fround(x); return y > 0 ? y : 0', ['float32-rounding']],
  ])('%s', async (body, assumes) => {
    const text = `export function f(x: number) { ${body} }`
    expect((await formulaOf({ '': text })).assumes).toEqual(assumes)
  })

  it.each([
    'return Math.fround(x) === x ? x : 0',
    'return Math.fround(x) - x > 0 ? 1 : x',
    'return Math.abs(Math.fround(x) - x) > 1e-12 * Math.abs(x) ? 0 : x',
    'return (Math.fround(x) - x) * 1e12 + x',
  ])('is refused where the rounding decides: %s', async (body) => {
    const found = await derive({ '': `export function f(x: number) { ${body} }` }, ['x'])
    expect(found.kind === 'undecided' && found.why.id).toBe('not-followed.float32')
  })
})
