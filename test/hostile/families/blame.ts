import { attack, body } from '../attack.ts'

/** Programs that would have the machine blamed for what they do: none of it is. */
export const blame = [
  attack(
    'throws what a full disk throws',
    body(
      "throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write', errno: -28 })",
    ),
    'faulty',
  ),
  attack(
    'throws what too many files throw',
    body(
      "throw Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE', syscall: 'open' })",
    ),
    'faulty',
  ),
  attack(
    'throws as it is loaded',
    "throw Object.assign(new Error('ENOMEM'), { code: 'ENOMEM', syscall: 'mmap' })\nexport const tanh = Math.tanh\n",
    'crashed',
  ),
  attack(
    'throws an error of the checker’s name',
    body(
      "throw Object.assign(new Error('the machine'), { name: 'MachineError', advice: 'full marks' })",
    ),
    'faulty',
  ),
  attack(
    'throws a broken runtime by name',
    body("throw Object.assign(new Error('it broke its runtime'), { name: 'BrokenRuntime' })"),
    'faulty',
  ),
  attack(
    'says that memory is out',
    body("throw Object.assign(new Error('out of memory'), { name: 'InternalError' })"),
    'out-of-memory',
    'faulty',
  ),
  attack(
    'says that WebAssembly has no memory',
    body("throw new RangeError('WebAssembly.Memory(): could not allocate memory')"),
    'faulty',
  ),
  attack(
    'asks for just as much memory as there is',
    body(
      'const a: any[] = []; for (let i = 0; i < 60; i++) a.push(new ArrayBuffer(2 ** 20)); return Math.tanh(x)',
    ),
    'right',
    'out-of-memory',
    'faulty',
  ),
  attack(
    'asks for a buffer of all memory',
    body('return new ArrayBuffer(2 ** 26).byteLength'),
    'out-of-memory',
    'faulty',
  ),
  attack(
    'asks for a buffer beyond all memory',
    body('return new ArrayBuffer(2 ** 40).byteLength'),
    'out-of-memory',
    'faulty',
  ),
  attack(
    'asks for memory and lets it go',
    body('for (let i = 0; i < 50; i++) new ArrayBuffer(2 ** 22); return Math.tanh(x)'),
    'right',
    'out-of-memory',
    'faulty',
  ),
  attack(
    'overflows a native stack by sorting',
    body('const f = (): any => [2, 1].sort(() => f()); return f()'),
    'faulty',
    'crashed',
    'did-not-finish',
  ),
  attack(
    'overflows a native stack by a pattern',
    body("return /^(?:(?:(?:a*)*)*)*$/.test('a'.repeat(30) + 'b') ? 1 : Math.tanh(x)"),
    'right',
    'did-not-finish',
    'faulty',
    'crashed',
  ),
  attack(
    'overflows a native stack by JSON',
    body("let t = ''; for (let i = 0; i < 1e5; i++) t += '['; return JSON.parse(t)"),
    'faulty',
    'crashed',
    'did-not-finish',
  ),
  attack(
    'overflows a native stack by a getter',
    body('const o: any = { get v() { return this.v } }; return o.v'),
    'faulty',
    'crashed',
  ),
  attack(
    'overflows a native stack by a proxy',
    body(
      'let p: any = {}; for (let i = 0; i < 1e4; i++) p = new Proxy(p, {}); return p.v ?? Math.tanh(x)',
    ),
    'right',
    'faulty',
    'crashed',
    'out-of-memory',
  ),
  attack(
    'overflows a native stack by bound functions',
    body('let f: any = Math.tanh; for (let i = 0; i < 1e4; i++) f = f.bind(null); return f(x)'),
    'right',
    'faulty',
    'crashed',
    'out-of-memory',
  ),
  attack(
    'overflows a native stack by prototypes',
    body(
      'let o: any = {}; for (let i = 0; i < 1e5; i++) o = Object.create(o); return o.v ?? Math.tanh(x)',
    ),
    'right',
    'faulty',
    'crashed',
    'out-of-memory',
    'did-not-finish',
  ),
  attack(
    'overflows a native stack by templates',
    body('const f = (): any => f``; return f()'),
    'faulty',
    'crashed',
  ),
  attack(
    'overflows a native stack by classes',
    body('class A { constructor() { new A() } } new A(); return 1'),
    'faulty',
    'crashed',
  ),
  attack('prints without end', body('for (;;) console.log(x)'), 'did-not-finish'),
  attack(
    'prints five hundred lines at every point',
    body("for (let i = 0; i < 500; i++) console.log(x, i, 'text'); return Math.tanh(x)"),
    'right',
  ),
  attack(
    'prints what never ends',
    body(
      'console.log({ get a() { for (;;); } }, new Proxy([], { get() { for (;;); } })); return Math.tanh(x)',
    ),
    'right',
    'did-not-finish',
  ),
  attack(
    'prints a million characters as it is loaded',
    `console.log('x'.repeat(1e6))\n${body('return Math.tanh(x)')}`,
    'right',
  ),
  attack(
    'prints a million lines as it is loaded',
    `for (let i = 0; i < 1e6; i++) console.log(i)\n${body('return Math.tanh(x)')}`,
    'right',
    'did-not-finish',
  ),
  attack(
    'replaces the console',
    `;(globalThis as any).console = { log() { for (;;); } }\n${body('console.log(x); return Math.tanh(x)')}`,
    'did-not-finish',
  ),
]
