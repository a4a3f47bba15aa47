import { attack, body } from '../attack.ts'

const LOOP = 'for (;;) {}'

export const neverEnds = [
  attack('a plain loop', body(LOOP), 'did-not-finish'),
  attack('a while loop', body('while (true) x++'), 'did-not-finish'),
  attack(
    'a loop at some points only',
    body('if (x > 0) { for (;;) {} } return Math.tanh(x)'),
    'did-not-finish',
  ),
  attack('try and finally', body('try { for (;;) {} } finally { for (;;) {} }'), 'did-not-finish'),
  attack(
    'catch around the loop',
    body('for (;;) { try { for (;;) {} } catch {} }'),
    'did-not-finish',
  ),
  attack('a label', body('a: for (;;) { continue a }'), 'did-not-finish'),
  attack(
    'mutual recursion in constant stack',
    body('const t = [(): any => t[1]!(), (): any => 1]; for (;;) t[0]!()'),
    'did-not-finish',
  ),
  attack(
    'a generator',
    body('function* g() { for (;;) yield 1 } let s = 0; for (const v of g()) s += v; return s'),
    'did-not-finish',
  ),
  attack(
    'an iterator of its own',
    body(
      'const it: any = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) }; return [...it].length',
    ),
    'did-not-finish',
    'out-of-memory',
  ),
  attack(
    'a getter',
    body('const o: any = { get v() { for (;;) {} } }; return o.v'),
    'did-not-finish',
  ),
  attack('valueOf of the result', body('return { valueOf() { for (;;) {} } } as any'), 'faulty'),
  attack(
    'toString of the thrown',
    body('throw { toString() { for (;;) {} }, get message() { for (;;) {} } }'),
    'faulty',
    'did-not-finish',
  ),
  attack(
    'a Proxy thrown',
    body(
      'throw new Proxy({}, { get() { for (;;) {} }, getOwnPropertyDescriptor() { for (;;) {} }, getPrototypeOf() { for (;;) {} }, ownKeys() { for (;;) {} } })',
    ),
    'did-not-finish',
  ),
  attack(
    'a Proxy returned',
    body(
      'return new Proxy({}, { get() { for (;;) {} }, getPrototypeOf() { for (;;) {} } }) as any',
    ),
    'did-not-finish',
  ),
  attack('the module body', `${LOOP}\nexport const tanh = Math.tanh\n`, 'did-not-finish'),
  attack(
    'a static block',
    'class A { static { for (;;) {} } }\nexport const tanh = Math.tanh\n',
    'did-not-finish',
  ),
  attack(
    'a computed key',
    'const o = { [(() => { for (;;) {} })()]: 1 }\nexport const tanh = Math.tanh\n',
    'did-not-finish',
  ),
  attack(
    'a getter on the default export',
    'export default { get tanh() { for (;;) {} } }\n',
    'did-not-finish',
  ),
  attack(
    'a Proxy as the default export',
    'export default new Proxy({}, { ownKeys() { for (;;) {} } })\n',
    'did-not-finish',
  ),
  attack(
    'a microtask',
    'Promise.resolve().then(() => { for (;;) {} })\nexport const tanh = Math.tanh\n',
    'right',
  ),
  attack(
    'microtasks that breed',
    'const again = (): any => Promise.resolve().then(again)\nagain()\nexport const tanh = Math.tanh\n',
    'right',
  ),
  attack(
    'an async function',
    'export async function tanh(x: number) { for (;;) {} }\n',
    'did-not-finish',
  ),
  attack(
    'await at the top level',
    'await new Promise(() => {})\nexport const tanh = Math.tanh\n',
    'forbidden',
  ),
  attack(
    'await for ever in a loop at the top level',
    'for (;;) await null\nexport const tanh = Math.tanh\n',
    'forbidden',
    'did-not-finish',
  ),
  attack(
    'a sort that never agrees',
    body('const a = Array.from({ length: 1e5 }, (_, i) => i); for (;;) a.sort(() => 1)'),
    'did-not-finish',
  ),
  attack(
    'a callback that grows what is walked',
    body(
      'const a = [1]; a.forEach(function f(v, i) { a.length = i + 2; a[i + 1] = 1 }); for (const v of a) a.push(v)',
    ),
    'did-not-finish',
    'out-of-memory',
  ),
  attack(
    'a Map that grows while walked',
    body('const m = new Map([[0, 0]]); for (const [k] of m) { m.delete(k); m.set(k + 1, 0) }'),
    'did-not-finish',
  ),
  attack('a replacer', body("for (;;) 'aaaa'.replace(/a/g, () => 'a')"), 'did-not-finish'),
  attack('a JSON reviver', body("for (;;) JSON.parse('[1,2,3]', (k, v) => v)"), 'did-not-finish'),
  attack(
    'a bind chain',
    body('let f: any = () => 1; for (;;) f = f.bind(null)'),
    'did-not-finish',
    'out-of-memory',
  ),
]

/** Loops inside the engine that never ask whether they may go on: ended from outside. */
export const neverPolls = [
  attack(
    'indexOf of a sparse array',
    body('return new Array(2 ** 32 - 1).indexOf(1)'),
    'did-not-finish',
  ),
  attack(
    'includes of a sparse array',
    body('return +new Array(2 ** 32 - 1).includes(1)'),
    'did-not-finish',
  ),
  attack(
    'lastIndexOf of an object',
    body('return Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 1 }, 1)'),
    'did-not-finish',
  ),
  attack(
    'join of a sparse array',
    body("return new Array(2 ** 32 - 1).join('').length"),
    'did-not-finish',
    'out-of-memory',
    'faulty',
  ),
  attack(
    'reverse of an array-like',
    body('return Array.prototype.reverse.call({ length: 2 ** 53 - 1 }) as any'),
    'did-not-finish',
    'out-of-memory',
  ),
  attack(
    'fill of an array-like',
    body('return Array.prototype.fill.call({ length: 2 ** 53 - 1 }, 0) as any'),
    'did-not-finish',
    'out-of-memory',
  ),
  attack(
    'copyWithin of an array-like',
    body('return Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 1, 0) as any'),
    'did-not-finish',
    'out-of-memory',
    'faulty',
  ),
  attack(
    'unshift of an array-like',
    body('return Array.prototype.unshift.call({ length: 2 ** 53 - 3 }, 1)'),
    'did-not-finish',
    'out-of-memory',
    'faulty',
  ),
  attack(
    'a power of BigInt',
    body('return Number((3n ** 100000000n) % 7n)'),
    'did-not-finish',
    'out-of-memory',
    'faulty',
  ),
  attack(
    'factorials of BigInt',
    body('let n = 1n; for (let i = 1n; i < 1000000n; i++) n *= i; return Number(n % 7n)'),
    'did-not-finish',
    'out-of-memory',
  ),
  attack(
    'text of a large BigInt',
    body('return (1n << 3000000n).toString().length'),
    'did-not-finish',
    'out-of-memory',
    'faulty',
    'wrong',
  ),
  attack(
    'nested quantifiers',
    body("return +/^(a+)+$/.test('a'.repeat(40) + 'b')"),
    'did-not-finish',
  ),
  attack(
    'alternatives that overlap',
    body("return +/^(a|aa)+$/.test('a'.repeat(60) + 'b')"),
    'did-not-finish',
  ),
  attack(
    'a back reference',
    body("return +/^(.*)*\\1$/.test('ab'.repeat(30) + 'c')"),
    'did-not-finish',
    'wrong',
  ),
  attack(
    'a lookahead that backtracks',
    body("return +/(?=(a+))*(b|a+)*$/.test('a'.repeat(50) + 'c')"),
    'did-not-finish',
    'wrong',
    'does-not-parse',
  ),
]
