import { attack, body } from '../attack.ts'

/** Answers that nobody should have to look through. */
const answering = (name: string, expression: string, before = '') =>
  attack(
    name,
    `${before}\n${body(`return (${expression}) as any`)}`,
    'faulty',
    'out-of-memory',
    'did-not-finish',
  )

export const answers = [
  answering('four thousand million elements', 'new Array(4e9)'),
  answering('a million numbers', 'new Array(1e6).fill(x)'),
  answering('a list one longer than is looked at', 'new Array(4097).fill(x)'),
  answering(
    'many lists of a permitted length',
    'Array.from({ length: 4000 }, () => new Array(4000))',
  ),
  answering('a list that is mostly holes', '(() => { const a = [x]; a[4000] = x; return a })()'),
  answering(
    'a hundred thousand levels',
    '(() => { let a: any = x; for (let i = 0; i < 1e5; i++) a = [a]; return a })()',
    '',
  ),
  answering('a list of itself', '(() => { const a: any[] = []; a.push(a, a, a); return a })()'),
  answering(
    'a tree that doubles at each level',
    '(() => { let a: any = [x]; for (let i = 0; i < 31; i++) a = [a, a]; return a })()',
  ),
  answering('ragged rows', 'Array.from({ length: 1000 }, (_, k) => new Array(k).fill(x))'),
  answering('a typed array of a million', 'new Float64Array(1e6)'),
  answering('a typed array of big integers', 'new BigInt64Array(4)'),
  answering('a text of a million', '"9".repeat(1e6)'),
  answering('a list of long texts', 'new Array(4000).fill("9".repeat(2000))'),
  answering(
    'a hundred thousand names',
    'Object.fromEntries(Array.from({ length: 1e5 }, (_, k) => ["k" + k, x]))',
  ),
  answering(
    'a few endless names',
    'Object.fromEntries(Array.from({ length: 9 }, (_, k) => [String(k).repeat(1e5), x]))',
  ),
  answering('a name that breaks a line', '({ "\\u001b[2J\\n::error::": x })'),
  answering('a proxy of a list', 'new Proxy([x], { get: () => x })'),
  answering(
    'a proxy that says how long it is',
    'new Proxy([x], { getOwnPropertyDescriptor: () => ({ value: 4e9, configurable: true }) })',
  ),
  answering(
    'a proxy with endless names',
    'new Proxy({}, { ownKeys: () => Array.from({ length: 1e5 }, (_, k) => "k" + k) })',
  ),
  answering('a proxy that throws', 'new Proxy([], { get() { throw new Error("no") } })'),
  answering('a getter that never ends', '({ get W1() { for (;;); } })'),
  answering('an element that never ends', 'Object.defineProperty([1], 0, { get() { for (;;); } })'),
  answering(
    'a list that grows as it is read',
    '(() => { const a: any[] = [1]; Object.defineProperty(a, 0, { get() { a.push(1); return 1 } }); return a })()',
  ),
  answering(
    'a list that shrinks as it is read',
    '(() => { const a: any[] = [1, 2, 3]; Object.defineProperty(a, 0, { get() { a.length = 1; return 1 } }); return a })()',
  ),
  answering('what lies about its JSON', '({ toJSON: () => x })'),
  answering(
    'what lies about its number',
    '({ valueOf: () => Math.tanh(x), [Symbol.toPrimitive]: () => Math.tanh(x) })',
  ),
  answering(
    'a list with a length of its own',
    'Object.setPrototypeOf([x], { get length() { return 4e9 } })',
  ),
  answering('a class of lists', 'new (class extends Array { get [0]() { return x } })(3)'),
  answering(
    'a number with properties',
    'Object.assign(Object(Math.tanh(x)), { more: new Array(1e5) })',
  ),
  answering('a Map', 'new Map(Array.from({ length: 1e4 }, (_, k) => [k, x]))'),
  answering('a generator', '(function* () { for (;;) yield x })()'),
  answering('a promise of an answer', 'Promise.resolve(Math.tanh(x))'),
  answering(
    'what is read once and then something else',
    '(() => { let n = 0; return { get a() { return n++ ? new Array(1e6) : x } } })()',
  ),
]

const RIGHT = body('return Math.tanh(x)')

/** Arguments are the checker's own: a structured call gives one, whatever becomes of it. */
export const rewriting = [
  attack(
    'a right answer, and every prototype emptied',
    `${RIGHT}for (const k of Object.getOwnPropertyNames(Array.prototype)) try { delete (Array.prototype as any)[k] } catch {}\n`,
    'right',
  ),
  attack(
    'a right answer, and JSON replaced',
    `${RIGHT};(JSON as any).stringify = () => '[0]';(JSON as any).parse = () => [0]\n`,
    'right',
  ),
  attack(
    'a right answer, and lists with a setter',
    `${RIGHT}Object.defineProperty(Array.prototype, 0, { set() { throw new Error('no') }, get: () => 1e9 })\n`,
    'right',
  ),
  attack(
    'a right answer, and objects with a length',
    `${RIGHT}Object.defineProperty(Object.prototype, 'length', { get: () => 1e9 })\n`,
    'right',
  ),
  attack(
    'a right answer, and numbers that speak',
    `${RIGHT}Number.prototype.toString = () => '1e999'\nString.prototype.slice = () => '=0'\n`,
    'right',
  ),
  attack(
    'a right answer, and Reflect gone',
    `${RIGHT}for (const k of Reflect.ownKeys(Reflect)) delete (Reflect as any)[k]\n`,
    'right',
  ),
]
