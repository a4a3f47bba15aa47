import { attack, body } from '../attack.ts'

/** Which limit is met first is a matter of a few megabytes. */
const GONE = ['out-of-memory', 'faulty', 'did-not-finish'] as const
/** One native operation, stopped by the stack, the memory or from outside, or small enough to end. */
const NATIVE = ['faulty', 'wrong', 'out-of-memory', 'did-not-finish'] as const

export const memory = [
  attack('arrays', body('const a: any[] = []; for (;;) a.push(new Array(1000).fill(x))'), ...GONE),
  attack(
    'arrays, caught',
    body('const a: any[] = []; for (;;) try { a.push(new Array(1000).fill(x)) } catch {}'),
    ...GONE,
  ),
  attack(
    'arrays kept between calls',
    `const kept: any[] = []\n${body('for (let i = 0; i < 1e5; i++) kept.push([i]); return Math.tanh(x)')}`,
    ...GONE,
  ),
  attack('a doubled string', body("let s = 'ab'; for (;;) s += s"), ...GONE),
  attack('a repeated string', body("return 'x'.repeat(2 ** 30 - 1).length"), ...GONE),
  attack('a padded string', body("return 'x'.padEnd(2 ** 30 - 1, 'ab').length"), ...GONE),
  attack('many spread characters', body("return [...'.'.repeat(1e8)].length"), ...GONE),
  attack('a string split', body("return 'x'.repeat(2e7).split('').length"), ...GONE),
  attack('buffers', body('const b: any[] = []; for (;;) b.push(new ArrayBuffer(1e7))'), ...GONE),
  attack('one enormous buffer', body('return new ArrayBuffer(8e9).byteLength'), ...GONE),
  attack('a typed array of 2^32', body('return new Float64Array(2 ** 32).length'), ...GONE),
  attack(
    'a resizable buffer',
    body(
      'const b: any = new (ArrayBuffer as any)(1, { maxByteLength: 2 ** 40 }); b.resize(2 ** 39); return b.byteLength',
    ),
    ...GONE,
    'wrong',
  ),
  attack('a Map', body('const m = new Map(); for (let i = 0; ; i++) m.set(i, [i])'), ...GONE),
  attack('a Set', body('const s = new Set(); for (let i = 0; ; i++) s.add({})'), ...GONE),
  attack('objects in a chain', body('let o: any = null; for (;;) o = { o }'), ...GONE),
  attack('properties', body("const o: any = {}; for (let i = 0; ; i++) o['k' + i] = i"), ...GONE),
  attack(
    'symbols',
    body('const s: any[] = []; for (;;) s.push(Symbol(String(s.length)))'),
    ...GONE,
  ),
  attack('closures', body('let f: any = () => 0; for (;;) { const g = f; f = () => g }'), ...GONE),
  attack('promises', body('const p: any[] = []; for (;;) p.push(new Promise(() => {}))'), ...GONE),
  attack('a BigInt', body('let n = 1n; for (;;) n <<= 100000n'), ...GONE),
  attack(
    'errors with stacks',
    body('const e: any[] = []; for (;;) e.push(new Error("x".repeat(1000)))'),
    ...GONE,
  ),
  attack(
    'a long output',
    `for (let i = 0; i < 1e4; i++) console.log('x'.repeat(1e4))\nexport const tanh = Math.tanh\n`,
    'right',
    'did-not-finish',
  ),
  attack(
    'memory as the module loads',
    'export const kept = new Array(1e8).fill(0)\nexport const tanh = Math.tanh\n',
    'out-of-memory',
    'crashed',
    'did-not-finish',
  ),
  attack(
    'a regular expression of many groups',
    body("return +new RegExp('(a)'.repeat(50000)).test('a')"),
    ...GONE,
    'wrong',
  ),
]

export const stack = [
  attack('a function that calls itself', body('return tanh(x) + 1'), 'crashed'),
  attack(
    'recursion, caught',
    body('try { return tanh(x) } catch { return Math.tanh(x) }'),
    'right',
    'did-not-finish',
    ...NATIVE,
  ),
  attack(
    'recursion in finally',
    body('try { return tanh(x) } finally { tanh(x) }'),
    'faulty',
    'did-not-finish',
  ),
  attack(
    'recursion as the module loads',
    'const f = (): number => f() + 1\nf()\nexport const tanh = Math.tanh\n',
    'crashed',
  ),
  attack(
    'a getter that reads itself',
    body('const o: any = { get v(): any { return o.v } }; return o.v'),
    'crashed',
  ),
  attack(
    'a Proxy of Proxies',
    body('let p: any = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p.x'),
    'faulty',
    'did-not-finish',
    'out-of-memory',
  ),
  attack(
    'JSON that nests',
    body("return JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)).length"),
    ...NATIVE,
  ),
  attack(
    'an object that nests, as JSON',
    body(
      'let o: any = {}; for (let i = 0; i < 1e5; i++) o = { o }; return JSON.stringify(o).length',
    ),
    ...NATIVE,
  ),
  attack(
    'toString in a circle',
    body(
      'const a: any[] = []; a.push(a, [a]); const o: any = { toString: () => String(o) }; return String(o).length',
    ),
    'crashed',
  ),
  attack(
    'a regular expression that nests',
    body("return +new RegExp('('.repeat(1e4) + ')'.repeat(1e4)).test('')"),
    ...NATIVE,
  ),
  attack(
    'eval that nests',
    body("return eval('('.repeat(1e5) + '1' + ')'.repeat(1e5))"),
    ...NATIVE,
  ),
  attack(
    'a parser that nests as the module loads',
    "new Function('['.repeat(1e5))\nexport const tanh = Math.tanh\n",
    'crashed',
  ),
  attack(
    'sort with recursion',
    body('const s = (a: number[]): any => a.sort((p, q) => s([p, q])); return s([1, 2])'),
    'crashed',
  ),
  attack(
    'apply with many arguments',
    body('return Math.max.apply(null, new Array(1e6).fill(1))'),
    ...NATIVE,
  ),
  attack('spread of many arguments', body('return Math.max(...new Array(1e6).fill(1))'), ...NATIVE),
  attack(
    'a flattened chain',
    body('let a: any = []; for (let i = 0; i < 1e5; i++) a = [a]; return a.flat(Infinity).length'),
    ...NATIVE,
  ),
]
