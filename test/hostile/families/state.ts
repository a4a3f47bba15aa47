import { attack, body } from '../attack.ts'

/** Functions that are none: they answer by something else than their argument. */
export const state = [
  attack(
    'counts its calls',
    `let n = 0\n${body('return Math.tanh(x) + (n++ > 70 ? 1 : 0)')}`,
    'unstable',
    'wrong',
  ),
  attack('answers by call order', `let n = 0\n${body('return n++ / 64')}`, 'unstable'),
  attack(
    'answers the last argument',
    `let last = 0\n${body('const y = Math.tanh(last); last = x; return y')}`,
    'unstable',
    'wrong',
  ),
  attack(
    'differs on the second call with an argument',
    `const seen = new Set()\n${body('const again = seen.has(x); seen.add(x); return again ? 0 : Math.tanh(x)')}`,
    'unstable',
  ),
  attack('Math.random', body('return Math.tanh(x) + 1e-3 * Math.random()'), 'unstable'),
  attack('Math.random, rarely', body('return Math.random() < 0.05 ? 1 : Math.tanh(x)'), 'unstable'),
  attack('the time', body('return Math.tanh(x) * (Date.now() % 2)'), 'faulty'),
  attack('a new Date', body('return +new Date()'), 'faulty'),
  attack('performance.now', body('return performance.now()'), 'faulty'),
  attack(
    'the stack depth',
    `let d = 0\nconst deep = (): void => { d++; deep() }\n${body('d = 0; try { deep() } catch {} return d > 0 ? x : d')}`,
    'wrong',
    'faulty',
    'did-not-finish',
  ),
  attack(
    'weak references',
    `let r: any\n${body('r ??= new (globalThis as any).WeakRef({}); return r.deref() ? x : 0')}`,
    'wrong',
    'faulty',
    'unstable',
  ),
  attack(
    'a generator that is kept',
    `const g = (function* () { for (let i = 0; ; i++) yield i })()\n${body('return g.next().value as number')}`,
    'unstable',
  ),
  attack(
    'a property of the function itself',
    body('const f = tanh as any; f.n = (f.n ?? 0) + 1; return f.n'),
    'unstable',
  ),
  attack(
    'state in a prototype',
    body("const p: any = Object.prototype; p['n' + ''] = (p.n ?? 0) + 1; return p.n"),
    'unstable',
  ),
  attack(
    'a table of the tests it expects',
    body('const table: any = { 0: 0, 1: 0.7615941559557649 }; return table[x] ?? 0'),
    'wrong',
  ),
]
