import { attack, body, type Outcome } from '../attack.ts'

/**
 * What the main thread has and a thread has not, or the other way round: names that the host uses,
 * objects that it might look into, and ends that come sooner on one of them.
 */
export const hostNames = [
  attack(
    'the symbol by which the host runs it',
    body(
      "const run = (globalThis as any)[Symbol.for('mlp-check.to-run')]; return run === undefined ? Math.tanh(x) : 0",
    ),
    'right',
  ),
  attack(
    'a program laid under the symbol of the host',
    `Object.defineProperty(globalThis, Symbol.for('mlp-check.to-run'), { value: () => ({ values: [] }), configurable: false })\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'a setter under the symbol of the host',
    `Object.defineProperty(Object.prototype, Symbol.for('mlp-check.to-run'), { set() { throw 1 }, get: () => () => 0 })\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'symbols of Node',
    body(
      "for (const n of ['nodejs.util.inspect.custom', 'nodejs.dispose', 'nodejs.asyncDispose', 'nodejs.rejection']) if (Symbol.keyFor(Symbol.for(n)) !== n) return 0; return Math.tanh(x)",
    ),
    'right',
  ),
  attack(
    'an answer that shows itself to Node',
    body(
      "return { [Symbol.for('nodejs.util.inspect.custom')]: () => { for (;;) {} }, [Symbol.toStringTag]: 'Number' } as any",
    ),
    'faulty',
  ),
  attack(
    'globals of a process',
    body(
      "const names = ['process', 'Buffer', 'global', 'setTimeout', '__dirname', 'importScripts', 'self', 'postMessage']; return names.some((n) => n in globalThis) ? 0 : Math.tanh(x)",
    ),
    'right',
  ),
  attack(
    'prototypes of all natives that answer for the host',
    `for (const p of [Object, Array, Function, String, Number, Boolean, Error, RangeError, Promise, Map, Set, RegExp, Symbol, BigInt].map((c: any) => c.prototype))
  for (const k of ['kind', 'cause', 'ended', 'values', 'results', 'then', 'answer', 'records', 'bug', 'broke', 'machine', 'ready', 'id'])
    try { Object.defineProperty(p, k, { get: () => 0, set() {}, configurable: true }) } catch {}
${body('return x')}`,
    'wrong',
  ),
]

/** Errors and values that answer when they are looked at. */
export const whenLookedAt = [
  ...['message', 'name', 'stack', 'cause', 'toString', 'constructor', 'code', 'advice'].flatMap(
    (property) => [
      attack(
        `an error whose ${property} never ends`,
        body(
          `throw Object.defineProperty(new Error('x'), '${property}', { get() { for (;;) {} } })`,
        ),
        'faulty',
      ),
      attack(
        `an error whose ${property} is another error without end`,
        body(
          `throw Object.defineProperty(new Error('x'), '${property}', { get(): any { throw Object.defineProperty(new Error('y'), '${property}', { get: () => { throw this } }) } })`,
        ),
        'faulty',
      ),
    ],
  ),
  attack(
    'a stack of a million letters',
    body("throw Object.assign(new Error('x'), { stack: 'at m0:1:1\\n'.repeat(1e5) })"),
    'faulty',
  ),
  attack(
    'a message of a million lone halves',
    body("throw new Error('\\ud800'.repeat(1e6))"),
    'faulty',
    'out-of-memory',
  ),
  attack('a message of zeros', body("throw new Error('\\0'.repeat(1e5))"), 'faulty'),
  attack(
    'an error that causes itself',
    body("const e: any = new Error('x'); e.cause = e; throw e"),
    'faulty',
  ),
  attack(
    'an error of errors without end',
    body(
      'let e: any = new Error(); for (let i = 0; i < 1e4; i++) e = new AggregateError([e], "x", { cause: e }); throw e',
    ),
    'faulty',
  ),
  attack(
    'a revoked Proxy thrown',
    body('const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy'),
    'faulty',
  ),
  attack(
    'a revoked Proxy returned',
    body('const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy as any'),
    'faulty',
  ),
  attack(
    'a revoked Proxy of a function, exported',
    'const { proxy, revoke } = Proxy.revocable(Math.tanh, {})\nrevoke()\nexport const tanh = proxy\n',
    'faulty',
    'missing',
  ),
  attack(
    'a Proxy revoked by its second call',
    `let n = 0\nconst { proxy, revoke } = Proxy.revocable(Math.tanh, { apply: (f, _, [x]) => { if (n++ === 1) revoke(); return f(x) } })\nexport const tanh = proxy\n`,
    'faulty',
    'unstable',
  ),
  attack(
    'a prototype that answers',
    body(
      'throw Object.create(new Proxy({}, { get() { for (;;) {} }, getPrototypeOf() { for (;;) {} } }))',
    ),
    'faulty',
    'did-not-finish',
  ),
  attack(
    'a Proxy that is its own prototype',
    body(
      'const p: any = new Proxy({}, { getPrototypeOf: () => p, getOwnPropertyDescriptor: () => undefined }); throw p',
    ),
    'faulty',
  ),
  attack(
    'a thenable that never answers',
    body('return { then() { for (;;) {} } } as any'),
    'faulty',
  ),
  attack(
    'a namespace that is thenable',
    `export function then(f: any) { f({ tanh: Math.tanh }) }\n${body('return x')}`,
    'wrong',
  ),
  attack(
    'an iterator returned',
    body('return (function* () { for (;;) yield x })() as any'),
    'faulty',
  ),
  attack(
    'a generator as the function',
    'export function* tanh(x: number) { yield Math.tanh(x) }\n',
    'faulty',
  ),
  attack(
    'a class as the function',
    'export class tanh { constructor(readonly x: number) {} }\n',
    'faulty',
    'missing',
  ),
  attack(
    'an async generator',
    'export async function* tanh(x: number) { for (;;) yield x }\n',
    'faulty',
  ),
  attack(
    'names without end',
    `const more: any = {}\nfor (let i = 0; i < 5e4; i++) more['n'.repeat(50) + i] = 0\nexport default more\n${body('return x')}`,
    'wrong',
    'did-not-finish',
    'out-of-memory',
  ),
  attack(
    'a length that is read when it is looked for',
    `export const tanh: any = new Proxy((x: number) => x, { getOwnPropertyDescriptor() { for (;;) {} } })\n`,
    'wrong',
    'missing',
    'did-not-finish',
  ),
  attack(
    'a length that uses up the stack when it is looked for',
    `const f = (): any => JSON.parse('['.repeat(12000) + ']'.repeat(12000))
export const tanh: any = new Proxy((x: number) => x, { getOwnPropertyDescriptor() { f(); return undefined } })\n`,
    'wrong',
    'missing',
  ),
  attack(
    'a length that uses up the memory when it is looked for',
    `const kept: any[] = []
export const tanh: any = new Proxy((x: number) => x, { getOwnPropertyDescriptor() { for (let n = 2 ** 22; n >= 1; n /= 2) for (;;) try { kept.push(new ArrayBuffer(n)) } catch { break } return undefined } })\n`,
    'wrong',
    'missing',
    'out-of-memory',
  ),
  attack(
    'a length that fills the memory to the last byte',
    `let kept: any
export const tanh: any = new Proxy((x: number) => x, { getOwnPropertyDescriptor() { for (let n = 2 ** 22; n >= 1; n = n / 2) try { for (;;) kept = { kept, b: new ArrayBuffer(n) } } catch {} try { for (;;) kept = { kept } } catch {} try { for (;;) kept = Symbol() } catch {} return undefined } })\n`,
    'wrong',
    'missing',
    'out-of-memory',
    'did-not-finish',
  ),
  ...[
    ['throws', 'throw { toString: null }', 'missing'],
    ['calls itself', 'return this.tanh', 'missing', 'crashed'],
    ['gives no function', 'return { call: Math.tanh, apply: Math.tanh }', 'missing'],
    [
      'turns with each look',
      'return this.n++ % 2 ? (x: number) => x : Math.tanh',
      'wrong',
      'right',
    ],
    ['exports another one', 'delete this.tanh; return this.tanh', 'missing'],
    [
      'uses up the memory',
      'for (const kept = []; ; ) kept.push(new ArrayBuffer(2 ** 20))',
      'out-of-memory',
      'missing',
    ],
  ].map(([name, statements, ...ends]) =>
    attack(
      `a getter among the exports that ${name}`,
      `export default { n: 0, get tanh(): any { ${statements} } }\n`,
      ...(ends as Outcome[]),
    ),
  ),
  ...['ownKeys', 'getPrototypeOf', 'get'].map((trap) =>
    attack(
      `an export that inherits from a proxy, ${trap}`,
      `export default Object.create(new Proxy({ tanh: 1 }, { ${trap}() { for (;;); } }))\n`,
      'did-not-finish',
    ),
  ),
]

/** As long as the main thread waits, a little less or more, wherever the time goes: the verdict is one. */
export const aboutAsLong = [
  ...[2e5, 8e5].flatMap((turns) => [
    attack(
      `${turns} turns of a loop at load`,
      `let s = 0\nfor (let i = 0; i < ${turns}; i++) s += i\n${body('return Math.tanh(x) + 0 * s')}`,
      'right',
    ),
    attack(
      `${turns / 50} turns at each point`,
      body(
        `let s = 0; for (let i = 0; i < ${turns / 50}; i++) s += i; return Math.tanh(x) + 0 * s`,
      ),
      'right',
    ),
    attack(
      `${turns / 10} letters split at one point`,
      body(`return Math.tanh(x) + (x === 1 ? 0 * 'x'.repeat(${turns / 10}).split('x').length : 0)`),
      'right',
      'out-of-memory',
    ),
    attack(
      `${turns / 10} comparisons at one point`,
      body(
        `if (x === 1) Array.from({ length: ${turns / 100} }, (_, i) => (i * 7919) % 10007).sort((a, b) => a - b); return Math.tanh(x)`,
      ),
      'right',
    ),
    attack(
      `a reviver that is called ${turns / 10} times`,
      body(
        `if (x === 1) JSON.parse('[' + '1,'.repeat(${turns / 10}) + '1]', (_, v) => v); return Math.tanh(x)`,
      ),
      'right',
    ),
    attack(
      `a getter that turns ${turns} times`,
      body(
        `const o = { get v() { for (let i = 0; i < ${turns}; i++); return 1 } }; return x === 1 ? o.v * Math.tanh(x) : Math.tanh(x)`,
      ),
      'right',
    ),
    attack(
      `a BigInt of ${turns / 10} bits`,
      body(
        `return x === 1 ? Math.tanh(x) + 0 * Number((1n << ${turns / 10}n) % 7n) : Math.tanh(x)`,
      ),
      'right',
      'faulty',
    ),
    attack(
      `${turns / 1000} times concat`,
      body(
        `let a: any[] = [1, 2, 3]; if (x === 1) for (let i = 0; i < ${turns / 1000}; i++) a = a.concat([i]); return Math.tanh(x) + 0 * a.length`,
      ),
      'right',
    ),
  ]),
  ...[16, 18, 20, 22].map((letters) =>
    attack(
      `a pattern that tries ${2 ** letters} ways`,
      body(`return Math.tanh(x) + 0 * +/^(a+)+$/.test('a'.repeat(${letters}) + 'b')`),
      'right',
      'did-not-finish',
    ),
  ),
  attack(
    'a loop of a clock that is none',
    body(
      "const now = () => (globalThis as any).performance?.now() ?? (globalThis as any).Date?.now() ?? Symbol.for('now'); const t = now(); for (let i = 0; i < 1000; i++) if (now() !== t) return 0; return Math.tanh(x)",
    ),
    'right',
  ),
]

/** Near the end of memory or stack, and on from there: what is told of one thread holds on both. */
export const nearAnEnd = [
  ...[40, 57, 63].map((megabytes) =>
    attack(
      `takes ${megabytes} MB, and then throws`,
      body(
        `const a: any[] = []; for (let i = 0; i < ${megabytes}; i++) a.push(new ArrayBuffer(2 ** 20)); throw new Error('mine')`,
      ),
      'faulty',
      ...(megabytes > 57 ? (['out-of-memory'] as const) : []),
    ),
  ),
  ...[10, 30, 50].map((megabytes) =>
    attack(
      `keeps ${megabytes} MB from its first call on`,
      `let kept: any\n${body(`kept ??= new ArrayBuffer(${megabytes} * 2 ** 20); return Math.tanh(x)`)}`,
      'right',
    ),
  ),
  attack(
    'grows in every call',
    `const kept: any[] = []\n${body('kept.push(new ArrayBuffer(2 ** 18)); return Math.tanh(x)')}`,
    'right',
    'out-of-memory',
  ),
  attack(
    'is refused memory, and answers all the same',
    body('try { new ArrayBuffer(2 ** 27) } catch {} return Math.tanh(x)'),
    'out-of-memory',
  ),
  attack(
    'is refused memory at load, and answers all the same',
    `let n = 0\ntry { for (;;) new ArrayBuffer(2 ** ++n) } catch {}\n${body('return Math.tanh(x) + 0 * n')}`,
    'out-of-memory',
  ),
  attack(
    'answers by how much memory there is',
    body(
      'let n = 2 ** 22; try { for (;;) new ArrayBuffer((n += 2 ** 16)) } catch {} return n / 2 ** 26',
    ),
    'out-of-memory',
    'did-not-finish',
  ),
  attack(
    'fills memory to the last bytes as it is loaded',
    `let kept: any\nfor (let n = 2 ** 24; n >= 16; n /= 2) try { for (;;) kept = { kept, b: new ArrayBuffer(n) } } catch {}\n${body('return Math.tanh(x)')}`,
    'out-of-memory',
  ),
  attack(
    'leaves a few bytes as it is loaded',
    `const kept: any[] = []\nfor (let i = 0; i < 54; i++) kept.push(new ArrayBuffer(2 ** 20))\n${body('return Math.tanh(x)')}`,
    'right',
    'out-of-memory',
  ),
  ...[500, 9000, 12000].flatMap((depth) => [
    attack(
      `goes ${depth} calls deep, and catches its end`,
      body(
        `const f = (n: number): number => (n === 0 ? 0 : 1 + f(n - 1)); try { f(${depth}) } catch { return Math.tanh(x) } return Math.tanh(x)`,
      ),
      'right',
    ),
    attack(
      `takes memory ${depth} brackets deep`,
      body(
        `if (x !== 1) return Math.tanh(x); try { JSON.parse('['.repeat(${depth}) + '"' + 'x'.repeat(3e6) + '"' + ']'.repeat(${depth})) } catch { return 0 } return Math.tanh(x)`,
      ),
      'right',
      'wrong',
      'unstable',
    ),
    attack(
      `tells how deep it came, ${depth} at most`,
      `let d = 0\n${body(`d = 0; const f = (): any => JSON.parse('['.repeat(d) + ']'.repeat(d)); try { for (d = ${depth}; d < ${depth + 20}; d++) f() } catch {} return Math.tanh(x) + (d === ${depth + 20} ? 0 : 1)`)}`,
      'right',
      'wrong',
    ),
  ]),
]

/** Functions that would know whether they are asked again, or elsewhere. */
export const askedAgain = [
  ...[1, 63, 64, 65, 127, 128, 129, 192, 193, 257].map((calls) =>
    attack(
      `another answer from call ${calls} on`,
      `let n = 0\n${body(`return ++n >= ${calls} ? Math.tanh(x) + 1 : Math.tanh(x)`)}`,
      'unstable',
      'wrong',
      ...(calls > 128 ? (['right'] as const) : []),
    ),
  ),
  attack(
    'answers late, and by how often',
    `let n = 0\n${body('if (++n === 60) for (let i = 0; i < 6e5; i++); return n > 60 ? 0 : Math.tanh(x)')}`,
    'unstable',
    'wrong',
  ),
  attack(
    'takes long and then throws',
    `let n = 0\n${body("if (++n === 60) for (let i = 0; i < 6e5; i++); if (n > 60) throw new Error('again'); return Math.tanh(x)")}`,
    'faulty',
    'unstable',
  ),
  attack(
    'takes long only where it was loaded twice',
    `const dice = Math.random()\nfor (let i = 0; i < 6e5; i++);\n${body('return Math.random() === dice ? 0 : Math.tanh(x) + 0 * dice')}`,
    'right',
  ),
  attack(
    'dice at load',
    `const dice = Math.random()\n${body('return Math.tanh(x) + (dice < 0.5 ? 0 : 1)')}`,
    'right',
    'wrong',
  ),
  attack(
    'dice after a long time',
    body('if (x === 1) for (let i = 0; i < 6e5; i++); return Math.tanh(x) + 1e-3 * Math.random()'),
    'unstable',
  ),
  attack(
    'a registry that is kept',
    body(
      "const s: any = Symbol.for('kept'); const o: any = s.constructor; o.n = (o.n ?? 0) + 1; return o.n > 30 ? 0 : Math.tanh(x)",
    ),
    'unstable',
    'wrong',
  ),
]
