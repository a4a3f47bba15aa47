/** Programs in natural styles: the function `f`, and the formula that it computes. */
export interface Style {
  readonly title: string
  readonly text: string
  readonly args: readonly string[]
  readonly formula: string
}

export const STYLES: readonly Style[] = [
  {
    title: 'a function declaration',
    text: 'export function f(x: number): number { return 1 / (1 + Math.exp(-x)) }',
    args: ['x'],
    formula: '1 / (1 + exp(-x))',
  },
  {
    title: 'an arrow constant',
    text: 'export const f = (x: number) => Math.max(0, x)',
    args: ['x'],
    formula: 'max(0, x)',
  },
  {
    title: 'a re-export under another name',
    text: 'const relu = (x: number) => x > 0 ? x : 0\nexport { relu as f }',
    args: ['x'],
    formula: 'x > 0 ? x : 0',
  },
  {
    title: 'a default export of an object',
    text: 'export default { f(x: number) { return x ** 2 } }',
    args: ['x'],
    formula: 'x ** 2',
  },
  {
    title: 'static members that call each other',
    text: 'export default class A { static s(x: number) { return 1/(1+Math.exp(-x)) }\n static f(x: number) { const s = this.s(x); return s * (1 - s) } }',
    args: ['x'],
    formula: 'sigmoid(x) * (1 - sigmoid(x))',
  },
  {
    title: 'private static members, taken out of the class',
    text: 'class A { static #k = 3\n static #twice(x: number) { return 2 * x }\n static f(x: number) { return A.#k * A.#twice(x) } }\nexport const { f } = A',
    args: ['x'],
    formula: '6 * x',
  },
  {
    title: 'an object map with a helper',
    text: 'const h = (z: number) => 2 * z\nexport const act = { f: (x: number) => h(x) + 1 } as const',
    args: ['x'],
    formula: '2 * x + 1',
  },
  {
    title: 'an alias of Math',
    text: 'const { exp, PI: p } = Math\nexport const f = (x: number) => exp(x) / p',
    args: ['x'],
    formula: 'exp(x) / pi',
  },
  {
    title: 'a native itself',
    text: 'export const f = Math.tanh',
    args: ['x'],
    formula: 'tanh(x)',
  },
  {
    title: 'early returns and reassignment',
    text: 'export function f(x: number, alpha: number) { let y = x; if (x < 0) { y *= alpha; return y } y += 0; return y }',
    args: ['x', 'alpha'],
    formula: 'x < 0 ? alpha * x : x',
  },
  {
    title: 'a closure that is made by a call',
    text: 'const scale = (k: number) => (x: number) => k * x\nexport const f = scale(3)',
    args: ['x'],
    formula: '3 * x',
  },
  {
    title: 'a loop with a constant bound',
    text: 'export function f(x: number) { let s = 1, t = 1; for (let i = 1; i <= 4; i++) { t *= x / i; s += t } return s }',
    args: ['x'],
    formula: '1 + x + x**2/2 + x**3/6 + x**4/24',
  },
  {
    title: 'a recursion with a constant bound',
    text: 'const p = (x: number, n: number): number => n === 0 ? 1 : x * p(x, n - 1)\nexport const f = (x: number) => p(x, 5)',
    args: ['x'],
    formula: 'x ** 5',
  },
  {
    title: 'default and destructured parameters',
    text: 'const g = ({ a, b = 2 }: { a: number; b?: number }) => a * b\nexport function f(x: number, alpha = 0.01) { return g({ a: x }) + alpha }',
    args: ['x', 'alpha'],
    formula: '2 * x + alpha',
  },
  {
    title: 'a parameter that is not given',
    text: 'export function f(x: number, alpha = 0.25) { return alpha * x }',
    args: ['x'],
    formula: '0.25 * x',
  },
  {
    title: 'nullish values, assertions and generics',
    text: 'const id = <T,>(v: T): T => v\nexport function f(x: number, alpha?: number) { const a = alpha ?? 0.5; return (id<number>(x)! as number) * a }',
    args: ['x'],
    formula: '0.5 * x',
  },
  {
    title: 'map and reduce over fixed arrays',
    text: 'const w = [1, 2, 3] as const\nexport const f = (x: number) => w.map((k) => k * x).reduce((a, b) => a + b, 0)',
    args: ['x'],
    formula: '6 * x',
  },
  {
    title: 'a switch',
    text: 'export function f(x: number) { switch (Math.sign(x)) { case 1: return x; case -1: return -x; default: return 0 } }',
    args: ['x'],
    formula: 'abs(x)',
  },
  {
    title: 'truthiness and booleans as numbers',
    text: 'export const f = (x: number) => +(x > 0) * x + Number(x < 0) * 2 * x',
    args: ['x'],
    formula: 'x > 0 ? x : 2 * x',
  },
  {
    title: 'a short circuit that gives a number',
    text: 'export const f = (x: number) => ((x > 0 && x) || 0)  as number',
    args: ['x'],
    formula: 'relu(x)',
  },
  {
    title: 'arrays that the call fills itself',
    text: 'export function f(x: number) { const a: number[] = []; for (const k of [1, 2]) a.push(k * x); a[0] += 1; const [p, ...r] = a; return p! + r[0]! + a.length }',
    args: ['x'],
    formula: '3 * x + 3',
  },
  {
    title: 'a guard against what cannot come',
    text: 'export function f(x: number) { if (Number.isNaN(x) || !Number.isFinite(x)) throw new Error("no"); return x }',
    args: ['x'],
    formula: 'x',
  },
  {
    title: 'a type of exponent that JavaScript has',
    text: 'export const f = (x: number) => Math.E ** x + Math.pow(Math.E, -x) + Math.hypot(x, 1)',
    args: ['x'],
    formula: 'exp(x) + exp(-x) + sqrt(x**2 + 1)',
  },
  {
    title: 'rounding, whichever function does it',
    text: 'export const f = (x: number) => Math.floor(x) + Math.ceil(x) * Math.round(x) - Math.trunc(2 * x)',
    args: ['x'],
    formula: 'floor(x) + ceil(x) * round(x) - trunc(2 * x)',
  },
]
