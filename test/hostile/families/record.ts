import { attack, body } from '../attack.ts'

const RIGHT = body('return Math.tanh(x)')

/** What looks for the record of calls, fills it, or would have it forget. */
export const record = [
  attack(
    'calls every function of Math a hundred times',
    body(
      'let s = 0; for (const k of Object.getOwnPropertyNames(Math)) { const f = (Math as any)[k]; if (typeof f === "function") for (let i = 0; i < 9; i++) try { s += f(x) } catch {} } return s === s ? Math.tanh(x) : Math.tanh(x)',
    ),
    'right',
    'unstable',
  ),
  attack(
    'calls one of them a hundred thousand times',
    body('let y = 0; for (let i = 0; i < 1e5; i++) y = Math.tanh(x); return y'),
    'right',
    'did-not-finish',
  ),
  attack(
    'replaces all of them',
    `for (const k of Object.getOwnPropertyNames(Math)) try { (Math as any)[k] = () => 0 } catch {}\n${RIGHT}`,
    'wrong',
  ),
  attack(
    'deletes all of them',
    `for (const k of Object.getOwnPropertyNames(Math)) try { delete (Math as any)[k] } catch {}\n${RIGHT}`,
    'faulty',
  ),
  attack('freezes Math', `Object.freeze(Math)\n${RIGHT}`, 'right'),
  attack(
    'puts a proxy in its place',
    `;(globalThis as any).Math = new Proxy(Math, { get: (m: any, k) => typeof m[k] === 'function' ? (...a: number[]) => m[k](...a) : m[k] })\n${RIGHT}`,
    'right',
  ),
  attack(
    'changes the names of natives',
    `Object.defineProperty(Math.tanh, 'name', { value: 'sin' })\n${RIGHT}`,
    'right',
  ),
  attack(
    'calls through itself without end',
    body('return Math.max({ valueOf: () => tanh(x) } as any)'),
    'faulty',
    'crashed',
    'did-not-finish',
  ),
  attack(
    'hands on a hundred thousand arguments',
    body('return Math.max(...new Array(1e5).fill(Math.tanh(x)))'),
    'right',
    'faulty',
    'out-of-memory',
    'crashed',
    'did-not-finish',
  ),
  attack(
    'throws out of the middle of a native',
    body('try { Math.hypot({ valueOf() { throw 1 } } as any) } catch {} return Math.tanh(x)'),
    'right',
  ),
  attack(
    'never comes back from the middle of a native',
    body('return Math.hypot({ valueOf() { for (;;); } } as any)'),
    'did-not-finish',
  ),
  attack(
    'asks for all memory in the middle of a native',
    body(
      'return Math.min({ valueOf() { const a: any[] = []; for (;;) a.push(new Array(1e4).fill(1)) } } as any)',
    ),
    'out-of-memory',
    'did-not-finish',
  ),
  attack(
    'turns text into code a thousand times',
    body("let y = 0; for (let i = 0; i < 1000; i++) y = eval('1'); return y * Math.tanh(x)"),
    'right',
    'did-not-finish',
  ),
  attack(
    'turns text into a module',
    body('return (0, eval)(\'import("m0")\') ? Math.tanh(x) : 0'),
    'right',
    'faulty',
  ),
  attack(
    'turns endless text into code',
    body("return eval('1+'.repeat(1e5) + '1')"),
    'faulty',
    'crashed',
    'wrong',
    'out-of-memory',
    'did-not-finish',
  ),
  attack(
    'turns deep text into code',
    body("return eval('('.repeat(1e5) + '1' + ')'.repeat(1e5))"),
    'faulty',
    'crashed',
    'out-of-memory',
    'did-not-finish',
  ),
  attack(
    'makes ten thousand functions of text',
    body(
      "let y = 0; for (let i = 0; i < 1e4; i++) y = new Function('return 1')(); return y * Math.tanh(x)",
    ),
    'right',
    'out-of-memory',
    'did-not-finish',
  ),
  attack(
    'runs as it is loaded and not later',
    `const table = new Map(Array.from({ length: 64 }, (_, i) => [(i - 32) / 8, Math.tanh((i - 32) / 8)]))\n${body('return table.get(x) as number')}`,
    'right',
  ),
]

/** What would speak from one function, or from one program, to another. */
export const apart = [
  attack(
    'a counter that strikes after the first round',
    `let n = 0\n${body('return n++ < 64 ? Math.tanh(x) : 1')}`,
    'unstable',
  ),
  attack(
    'a counter that strikes after the second round',
    `let n = 0\n${body('return n++ < 128 ? Math.tanh(x) : 1')}`,
    'unstable',
    'right',
  ),
  attack(
    'a counter that strikes far later',
    `let n = 0\n${body('return n++ < 1e6 ? Math.tanh(x) : 1')}`,
    'right',
  ),
  attack(
    'a counter on globalThis',
    body('const g = globalThis as any; g.n = (g.n ?? 0) + 1; return g.n > 64 ? 1 : Math.tanh(x)'),
    'unstable',
  ),
  attack(
    'a counter on Math',
    body('const m = Math as any; m.n = (m.n ?? 0) + 1; return m.n > 64 ? 1 : Math.tanh(x)'),
    'unstable',
  ),
  attack(
    'a counter in a closure',
    `const f = (() => { let n = 0; return () => n++ })()\n${body('return f() > 63 ? 1 : Math.tanh(x)')}`,
    'unstable',
  ),
  attack(
    'a counter in a symbol',
    body(
      "const k = Symbol.for('n'), g = globalThis as any; g[k] = (g[k] ?? 0) + 1; return g[k] > 64 ? 1 : Math.tanh(x)",
    ),
    'unstable',
  ),
  attack(
    'a counter in the prototype of numbers',
    body(
      'const p = Number.prototype as any; p.n = (p.n ?? 0) + 1; return p.n > 64 ? 1 : Math.tanh(x)',
    ),
    'unstable',
  ),
  attack(
    'a counter in a regular expression',
    `const r = /a/g, t = 'a'.repeat(64)\n${body('return r.test(t) ? Math.tanh(x) : 1')}`,
    'unstable',
    'right',
  ),
  attack(
    'a counter in an iterator',
    `const it = new Array(64).keys()\n${body('return it.next().done ? 1 : Math.tanh(x)')}`,
    'unstable',
  ),
  attack(
    'the first argument that it was given',
    `let first: number | undefined\n${body('return Math.tanh(first ??= x)')}`,
    'unstable',
  ),
  attack(
    'the largest argument so far',
    `let most = -1e9\n${body('return Math.tanh(most = Math.max(most, x))')}`,
    'unstable',
  ),
  attack(
    'whether its arguments rise',
    `let last = -1e9\n${body('const rises = x >= last; last = x; return rises ? Math.tanh(x) : 1')}`,
    'unstable',
  ),
  attack(
    'what another function has left',
    `let left = 0\nexport const dtanh = () => (left = 1)\n${body('return left ? 1 : Math.tanh(x)')}`,
    'right',
  ),
  attack(
    'a memo that is right',
    `const memo = new Map<number, number>()\n${body('if (!memo.has(x)) memo.set(x, Math.tanh(x)); return memo.get(x) as number')}`,
    'right',
  ),
  attack(
    'a memo by the whole part of its argument',
    `const memo = new Map<number, number>()\n${body('const k = Math.floor(x); if (!memo.has(k)) memo.set(k, Math.tanh(x)); return memo.get(k) as number')}`,
    'unstable',
  ),
  attack(
    'a memo that keeps everything',
    `const kept: number[][] = []\n${body('kept.push(new Array(1e4).fill(x)); return Math.tanh(x)')}`,
    'right',
    'out-of-memory',
    'unstable',
  ),
]
