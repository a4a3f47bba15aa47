import { describe, expect, it } from 'vitest'
import { render } from '../../../src/messages/render.ts'
import { observe, observeTried, ROWS } from '../../../src/policy/observations/observe.ts'
import type { Observation, ObservationRequest } from '../../../src/session.ts'
import { applyEdits } from '../../../src/source/edits.ts'
import { prepareModules } from '../../../src/source/module-graph.ts'

type Asked = Partial<ObservationRequest>

/** What the table says of a function, `f(x)` unless told otherwise, that fails in some way. */
function seen(text: string, asked: Asked = {}): readonly Observation[] {
  const graph = prepareModules({ file: 'answer.ts', text, siblings: {} })
  if ('cause' in graph) throw new Error(graph.message)
  const request = { function: 'f', arguments: ['x'], tensors: [], judged: ['f'] }
  return observe(graph, { ...request, gave: 'wrong', ...asked })
}

/** The first observation, the text that its place begins with, and its remedy. */
function first(text: string, asked?: Asked): readonly string[] {
  const [one] = seen(text, asked)
  if (one === undefined) return []
  const marked = one.place.text.slice(one.place.column - 1)
  const remedy = render({ id: `${one.says.id}.do`, values: one.says.values })
  return [one.id, marked, render(one.says), remedy]
}

const f = (value: string) => `export const f = (x: number): number => ${value}`
const body = (text: string) => `export function f(x: number): number {\n${text}\n}`
const missing = { gave: 'missing' as const }
const WRONG = { gave: 'wrong' as const }
const none = { gave: 'undefined' as const }
const threw = { gave: 'error' as const }
const nan = { gave: 'no-number' as const }
const tensors = { function: 'f', arguments: ['tf', 'x', 'alpha'], tensors: ['x'], ...threw }
const ofTensors = (value: string) =>
  `export function f(tf: any, x: any, alpha: number) { return ${value} }`

const of = (text: string) => `export function f(xs: number[]): number {\n${text}\n}`
const list = { arguments: ['xs'] }
const far = { gave: 'far-out' as const }

/** A row, a source that it is about, where the caret stands, and a word of the sentence or remedy. */
const CASES: [id: string, text: string, at: string, says: RegExp, asked?: Asked][] = [
  ['nothing-written', '// later\n', '// later', /no program in this file.*save it/, missing],
  [
    'not-exported',
    'function f(x) { return x }',
    'f(x)',
    /`f` is defined here, but not exported/,
    missing,
  ],
  ['not-exported', 'const f = (x) => x', 'f =', /not exported/, missing],
  [
    'defined-inside',
    'export function g(x) { function f(x) { return x } }',
    'f(x)',
    /inside of `g`/,
    missing,
  ],
  [
    'other-name',
    'export function F(x) { return x }',
    'F(x)',
    /called `F`; the exercise asks for `f`/,
    missing,
  ],
  [
    'other-name',
    'export const d_tanh = (x) => x',
    'd_tanh',
    /asks for `dtanh`/,
    { ...missing, function: 'dtanh' },
  ],
  ['async-function', 'export async function f(x) { return x }', 'async', /gives a Promise/, nan],
  ['async-function', 'export function* f(x) { return x }', 'function*', /gives a Generator/, nan],
  ['return-alone', body('return\n  x + 1'), 'return', /stands alone on its line/, none],
  ['no-return', body('Math.tanh(x)'), 'Math.tanh', /`f` has no `return`/, none],
  ['no-return', 'export const f = (x: number) => { 1 - x }', '1 - x', /`f` has no `return`/, none],
  ['no-return', body('const y = x\nif (x > 0) { y + 1 }'), 'if', /no `return`/, none],
  [
    'helper-no-return',
    `const g = (x) => { x + 1 }\n${f('g(x)')}`,
    'x + 1',
    /`g`, which is used here/,
    nan,
  ],
  [
    'return-on-some-paths',
    body('if (x > 0) return 1\nif (x < 0) return 0'),
    'if (x < 0)',
    /none of its conditions/,
    none,
  ],
  [
    'return-on-some-paths',
    body('switch (x) { case 1: return 1 }'),
    'switch',
    /none of its conditions/,
    none,
  ],
  [
    'parameters-in-other-order',
    'export const f = (alpha, x) => x * alpha',
    'alpha, x',
    /\(alpha, x\); it is called with \(x, alpha\)/,
    { arguments: ['x', 'alpha'] },
  ],
  [
    'parameter-never-given',
    'export const f = (x, beta) => x * beta',
    'beta)',
    /parameter `beta`: it is undefined/,
    nan,
  ],
  [
    'shadowed-name',
    body('let y = 0\nif (x > 0) { let y = x }\nreturn y'),
    'let y = x',
    /`y` is declared again/,
  ],
  ['parameters-unused', f('1'), '1', /uses nothing of what it is given/],
  [
    'shadowed-name',
    body('const x2 = x\n{ const x = 1 }\nreturn x2'),
    'const x',
    /`x` is declared again/,
  ],
  [
    'shadowed-name',
    `const Math = { exp: (x: number) => x }\n${f('Math.exp(x)')}`,
    'Math =',
    /hides/,
  ],
  [
    'parameter-unused',
    'export const f = (x, alpha) => x',
    'alpha)',
    /`alpha` is never used in `f`/,
    { arguments: ['x', 'alpha'] },
  ],
  [
    'operator-on-tensor',
    ofTensors('tf.relu(x) + alpha'),
    '+ alpha',
    /`\+` works on numbers, and `tf.relu\(x\)`/,
    tensors,
  ],
  [
    'operator-on-tensor',
    ofTensors('tf.where(x > 0, x, x.mul(alpha))'),
    '> 0',
    /tf\.greater\(a, b\)/,
    tensors,
  ],
  ['math-on-tensor', ofTensors('Math.max(0, x)'), 'Math.max', /tf\.maximum\(…\)/, tensors],
  [
    'array-method-on-tensor',
    ofTensors('x.map((v) => v)'),
    'map(',
    /`map` belongs to arrays/,
    tensors,
  ],
  ['unknown-member', f('Math.ln(x)'), 'Math.ln', /there is no `Math.ln`.*Math\.log\(…\)/, threw],
  ['unknown-member', f('Math.Exp(x)'), 'Math.Exp', /Math\.exp\(…\)/, threw],
  ['unknown-member', f('Math.e ** x'), 'Math.e', /Math\.E/, nan],
  ['unknown-member', f('Math.sech(x)'), 'Math.sech', /1 \/ Math\.cosh\(…\)/, threw],
  ['unknown-member', f('Math.sec(x)'), 'Math.sec', /1 \/ Math\.cos\(…\)/, threw],
  ['unknown-member', f('Math.cot(x)'), 'Math.cot', /1 \/ Math\.tan\(…\)/, threw],
  ['unknown-member', f('Math.erf(x)'), 'Math.erf', /Work it out/, threw],
  ['other-language', f('math.exp(x)'), 'math.exp', /`math.exp` is Python.*Math\.exp\(…\)/, threw],
  ['other-language', f('np.maximum(x, 0)'), 'np.', /Python.*Math\.max\(…\)/, threw],
  ['other-language', body('return True'), 'True', /`True` is Python.*`true`/, threw],
  ['other-language', body('return None'), 'None', /`None` is Python.*`null`/, threw],
  ['other-language', f('disp(x)'), 'disp', /MATLAB/, threw],
  ['missing-math', f('exp(x)'), 'exp', /`exp` alone means nothing.*Math\.exp\(…\)/, threw],
  ['missing-math', f('x * PI'), 'PI', /Math\.PI/, threw],
  ['missing-math', f('e ** x'), 'e **', /Math\.E/, threw],
  ['missing-math', f('ln(x)'), 'ln', /Math\.log\(…\)/, threw],
  [
    'unknown-name',
    'export const f = (x, alpha) => x * alhpa',
    'alhpa',
    /called `alhpa`.*`alpha`/,
    { ...threw, arguments: ['x', 'alpha'] },
  ],
  ['host-name', body('alert(x)\nreturn x'), 'alert', /belongs to web pages.*console\.log/, threw],
  ['host-name', body('process.exit(0)'), 'process', /belongs to Node/, threw],
  [
    'host-name',
    body('expect(x).toBe(1)\nreturn x'),
    'expect',
    /belongs to test runners.*a file of their own/,
    threw,
  ],
  ['host-name', f('fetch(x)'), 'fetch', /web pages and Node/, threw],
  ['host-name', f('Date.now() * x'), 'Date', /`Date` is not there.*no clock/, threw],
  [
    'name-out-of-reach',
    `${f('2 * y')}\nexport const g = (y) => y`,
    'y',
    /`y` is declared inside of a function/,
    threw,
  ],
  ['xor-for-power', f('1 - x ^ 2'), '^ 2', /no power.*two stars/],
  ['xor-for-power', body('let y = x\ny ^= 2\nreturn y'), '^= 2', /no power/],
  ['comparison-chain', f('0 < x < 1 ? x : 0'), '0 < x', /answer to `0 < x`.*`0 < x && x < 1`/],
  [
    'assignment-for-comparison',
    body('if (x = 0) return 1\nreturn x'),
    '= 0',
    /does not compare.*`x === 0`/,
  ],
  ['assignment-for-comparison', f('(x = 0) ? 1 : x'), '= 0', /does not compare/],
  ['decimal-comma', f('x * (0,5)'), '0,5', /`0.5`/],
  ['not-called', f('Math.exp * x'), 'Math.exp', /it is not called/, nan],
  [
    'text-for-number',
    'export const f = (x: number) => x.toFixed(2)',
    'toFixed',
    /gives a text/,
    nan,
  ],
  ['never-nan', f('x === NaN ? 0 : 1'), 'x === NaN', /Number\.isNaN/],
  ['comment-for-division', body('return x // 2'), '// 2', /comment in TypeScript/],
  ['cut-off', f('Math.floor(x / 2)'), 'Math.floor', /makes a whole number of `x \/ 2`/],
  ['cut-off', f('x * (1 / 2 | 0)'), '1 / 2 | 0', /whole number of `1 \/ 2`/],
  ['cut-off', f('Math.round(x / 5) * 5'), 'Math.round', /makes a whole number of `x \/ 5`/],
  ['other-logarithm', f('Math.log10(x)'), 'Math.log10', /base 10.*Math\.log\(/],
  ['one-twice', f('Math.log1p(1 + x * x)'), 'Math.log1p', /logarithm of 1 \+ y.*`1 \+`/],
  ['one-twice', f('Math.log1p(Math.exp(x) + 1)'), 'Math.log1p', /added a second time/],
  ['one-twice', f('(Math.expm1(x)) - 1'), 'Math.expm1', /subtracted a second time.*`- 1`/],
  ['added-in-logarithm', f('-Math.log(x + 1e-9)'), '1e-9', /`1e-9` is added inside/],
  ['added-in-logarithm', f('Math.log(0.001 + (x / 2))'), '0.001', /`0\.001` is added inside/],
  ['small-number', f('x / Math.sqrt(x * x + 1e-5)'), '1e-5', /`1e-5` is small/],
  ['small-number', f('x / Math.max(1e-3, x * x)'), '1e-3', /`1e-3` is small/],
  ['degrees', f('Math.sin(x * Math.PI / 180)'), 'x * Math.PI / 180', /degrees/],
  ['degrees', f('x * (180 / Math.PI)'), '180 / Math.PI', /degrees/],
  ['sort-as-text', f('[x, 1].sort()[0]'), 'sort', /sorts numbers as text/],
  ['one-row-everywhere', f('Array(2).fill([x])'), 'fill', /`fill\(\[x\]\)` puts one and the same/],
  [
    'reduce-without-start',
    of('return xs.reduce((a, b) => a + b)'),
    'reduce(',
    /no value to start from/,
    { ...list, gave: 'error' },
  ],
  [
    'reduce-without-start',
    of('return xs.map(Math.abs).reduceRight(Math.max)'),
    'reduceRight',
    /no value to start from/,
    { ...list, gave: 'error' },
  ],
  [
    'one-row-everywhere',
    body('const row = Array(3).fill(x)\nconst rows = new Array(2).fill(row)\nreturn rows'),
    'fill(row)',
    /stands in all of them.*`\.fill\(0\)\.map/,
  ],
  [
    'returns-undefined',
    body('if (x > 0) return 1\nelse return undefined as any'),
    'undefined',
    /gives `undefined` back/,
    none,
  ],
  ['returns-undefined', f('x > 0 ? 1 : (void 0)'), 'void 0', /which is no number/, none],
  ['throws-always', body('throw new Error("later")'), 'throw', /never gives anything back/, threw],
  [
    'loop-beyond-end',
    of('let s = 0\nfor (let i = 0; i <= xs.length; i++) s += xs[i]\nreturn s'),
    'for (let i = 0',
    /goes on to `i = xs.length`.*beyond the last.*`i < xs.length`/,
    list,
  ],
  [
    'loop-from-one',
    of('const n = xs.length\nlet s = 0\nfor (let i = 1; i < n; i++) { s += xs[i] }\nreturn s'),
    'for (let i = 1',
    /begins at 1, and leaves `xs\[0\]` out/,
    list,
  ],
  [
    'loop-from-one',
    'export function f(xs: number[][]) { let s = 0\nfor (let i = 1; i < xs.length; i += 1) s += xs[i][0] / xs[0].length\nreturn s }',
    'for',
    /leaves `xs\[0\]` out/,
    list,
  ],
  [
    'loop-ends-early',
    of('let s = 0\nfor (let i = 0; i < xs.length - 1; i++) s += xs[i] ** 2\nreturn s'),
    'for',
    /ends before `xs\[xs.length - 1\]`/,
    list,
  ],
  [
    'fixed-steps',
    body('let s = 0\nconst n = 2000\nfor (let i = 0; i < n; i++) s += x / n\nreturn s'),
    'for',
    /takes 2000 steps, however far `x` is/,
    far,
  ],
  [
    'class-without-new',
    'class Pair { constructor(public x: number) {} }\nexport const f = (x: number) => (Pair as any)(x).x',
    '(Pair as any)(x)',
    /`Pair` is a class.*`new Pair\(…\)`/,
    threw,
  ],
  [
    'class-for-function',
    'export class f { constructor(public x: number) {} }',
    'f {',
    /`f` is a class here.*`f\(x\)`, without `new`/,
    threw,
  ],
  [
    'marked-as-code',
    '```ts\nexport const f = (x: number) => x\n```',
    '```ts',
    /three backticks.*between the marks/,
    threw,
  ],
  [
    'used-too-early',
    'const y = g(1)\nconst g = (x: number) => x\nexport const f = g',
    'g(1)',
    /`g` is used here before.*above this one/,
    { function: '', gave: 'error' },
  ],
  ['used-too-early', body('const y = 2 * z\nlet z = x\nreturn y'), 'z', /`z` is used/, threw],
  [
    'constant-changed',
    body('const y = 1\ny = 2 * x\nreturn y'),
    'y = 2',
    /`y` is declared with `const`.*`let`/,
    threw,
  ],
  ['constant-changed', body('const n = 1\nn++\nreturn n'), 'n++', /keeps its first value/, threw],
  [
    'argument-not-taken',
    'export const f = (x) => alpha * x',
    'alpha',
    /`alpha` is an argument of `f\(x, alpha\)`/,
    { arguments: ['x', 'alpha'], ...threw },
  ],
  [
    'property-is-a-copy',
    'export function f(x: number) { let grad = 0\nreturn { value: x, grad, backward(u: number) { grad += u } } }',
    'grad, backward',
    /`grad` is a copy, made once.*`get grad\(\) \{ return grad \}`/,
  ],
  [
    'property-is-a-copy',
    'let sum = 0\nexport const f = (x: number) => ({ value: x, grad: sum, add: () => { sum++ } })',
    'grad: sum',
    /the variable `sum`/,
  ],
]

describe('what the source says of a failure', () => {
  it.each(CASES)('%s: %s', (id, text, at, says, asked) => {
    const [found, marked, sentence, remedy] = first(text, asked)
    expect(found).toBe(id)
    expect(marked?.startsWith(at), marked).toBe(true)
    expect(`${sentence} ${remedy}`).toMatch(says)
  })

  it('has an example of every row', () => {
    const ids = new Set(CASES.map(([id]) => id))
    expect(ROWS.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([])
  })

  it('has every sentence and remedy in Chinese', () => {
    for (const [, text, , , asked] of CASES) {
      const [one] = seen(text, asked)
      for (const end of ['', '.do']) {
        const id = `${one?.says.id}${end}`
        expect(render({ id, values: one?.says.values ?? {} }, 'zh-CN')).toMatch(/\p{Script=Han}/u)
      }
    }
  })
})

it.each([
  'function g(a, b) { return b }\nexport { g as f }',
  'const g = (a, b) => b\nexport const f = g',
  'const g = (a, b) => b\nexport default { f: g }',
])('knows a function by another name: %s', (text) => {
  expect(seen(text, nan)[0]?.says.values).toMatchObject({ function: 'f', found: 'b' })
})

/** Sources that use the same words for something else. */
const INNOCENT: [what: string, text: string, asked?: Asked][] = [
  ['a whole number that nobody tried without', f('Math.floor(x) / 2')],
  ['a right function', f('Math.tanh(x) + Math.PI * Math.E')],
  ['bits', f('x ^ 0xff')],
  ['a bit turned round', f('1 ^ Math.sign(x)')],
  ['a bit turned round, written last', f('Math.sign(x) ^ 1')],
  [
    'a parameter on which the right answer does not depend',
    'export const f = (x, a) => x',
    { arguments: ['x', 'alpha'], needless: ['alpha'] },
  ],
  ['an exclusive or of conditions', body('return (x > 0) ^ (x < 1)')],
  ['every way returning', body('if (x > 0) return 1\nelse return 0'), none],
  ['a switch with a default', body('switch (x) { case 1: return 1\n default: return 0 }'), none],
  ['a loop without an end', body('while (true) { if (x > 0) return 1; x++ }'), none],
  ['throwing on purpose', body('throw new Error("later")'), none],
  ['an import', `import { exp } from './a.ts'\n${f('exp(x)')}`, threw],
  ['an own function with a name of Math', `const exp = (x) => x\n${f('exp(x)')}`, threw],
  ['a parameter that is called np', 'export const f = (np) => np', threw],
  ['a name that is only asked for', f("typeof process2 === 'undefined' ? 1 : x"), threw],
  ['a type', `type exp = number\nexport const f = (x: exp): number => x`, threw],
  ['what another function does', `export const g = (x) => exp(x)\n${f('x')}`, threw],
  ['an inner function with parameters of the same name', f('[1].map((x) => x)[0] + x')],
  ['a parameter with a default', 'export const f = (x, n = 3) => x * n', nan],
  ['a division that is not cut', f('x / 2')],
  ['a comment behind a statement', body('const y = x // half\nreturn y')],
  ['two comparisons', f('0 < x && x < 1 ? x : 0')],
  ['tensors by tensor functions', ofTensors('tf.relu(x).add(tf.mul(x, alpha * 2))'), tensors],
  ['a number in every case', f('x > 0 ? 1 : x < 0 ? 0 : NaN'), none],
  ['undefined in a comparison', body('if (x === undefined) return 0'), nan],
  [
    'throwing in one case',
    body('if (x > 5) return 1\nif (x > 3) throw new Error("later")\nthrow new Error("never")'),
    threw,
  ],
  ['a loop to the last', of('let s = 0\nfor (let i = 0; i < xs.length; i++) s += xs[i]\nreturn s')],
  [
    'one step more than elements',
    of('let s = 0\nfor (let i = 0; i <= xs.length; i++) s += i\nreturn s'),
  ],
  [
    'the largest but the first',
    of('let m = xs[0]\nfor (let i = 1; i < xs.length; i++) m = Math.max(m, xs[i])\nreturn m'),
    list,
  ],
  [
    'steps between neighbours',
    of('let s = 0\nfor (let i = 1; i < xs.length; i++) s += xs[i] - xs[i - 1]\nreturn s'),
    list,
  ],
  [
    'pairs of neighbours',
    of('let s = 0\nfor (let i = 0; i < xs.length - 1; i++) s += xs[i] * xs[i + 1]\nreturn s'),
    list,
  ],
  [
    'a last one by itself',
    of('let s = xs[xs.length - 1]\nfor (let i = 0; i < xs.length - 1; i++) s += xs[i]\nreturn s'),
    list,
  ],
  [
    'a loop that ends when it may',
    body('for (let i = 0; i < 60; i++) { if (i > x) break }\nreturn x'),
    far,
  ],
  [
    'a loop over what is given',
    of('let s = 0\nfor (let i = 0; i < xs.length; i++) s += xs[i]\nreturn s'),
    { ...list, ...far },
  ],
  [
    'a loop of many steps that is wrong near',
    body('let s = 0\nfor (let i = 0; i < 60; i++) s += x\nreturn s'),
  ],
  [
    'a getter',
    'export function f(x: number) { let grad = 0\nreturn { value: x, get grad() { return grad }, backward(u: number) { grad += u } } }',
  ],
  [
    'a property that is set with its variable',
    'export function f(x: number) { let grad = 0\nconst self = { value: x, grad, add(u: number) { grad += u; self.grad = grad } }\nreturn self }',
  ],
  [
    'a variable that is ready before',
    'export function f(x: number) { let sum = 0\nfor (const u of [x]) sum += u\nreturn { sum, again() { return sum } } }',
  ],
  ['a class beside the function', 'class F { x = 1 }\nexport const f = () => new F().x', threw],
  ['a text with backticks in it', body('const t = `\n\\`\\`\\`ts`\nreturn x'), threw],
  ['what a function uses later', body('const g = () => z\nconst z = x\nreturn g()'), threw],
  ['a function that is declared below', body('return g()\nfunction g() { return x }'), threw],
  ['an export in front', `export { g as f }\nconst g = (x) => x`, { function: '', gave: 'error' }],
  [
    'a variable of the same name elsewhere',
    `const y = 1\n${body('let y = 2\ny = x\nreturn y')}`,
    threw,
  ],
  ['a property of a constant', body('const o = { a: 1 }\no.a = x\nreturn o.a'), threw],
  ['data of a tensor', ofTensors('tf.tensor(x.arraySync().map((v) => v * 2))'), tensors],
]

it.each(INNOCENT)('says nothing of %s', (_what, text, asked) => {
  const siblings = { 'a.ts': 'export const exp = Math.exp' }
  const graph = prepareModules({ file: 'answer.ts', text, siblings })
  if ('cause' in graph) throw new Error(graph.message)
  const request = { function: 'f', arguments: ['x'], tensors: [], judged: ['f'] }
  expect(observe(graph, { ...request, gave: 'wrong', ...asked }).map(({ id }) => id)).toEqual([])
})

it('says of a function that threw what stopped it, and not that it has no return', () => {
  const text = body('const y = foo(x)\n2 * y')
  expect(seen(text, threw).map(({ id }) => id)).toEqual(['unknown-name'])
  expect(seen(text, none)[0]?.id).toBe('no-return')
})

it('takes a slip in the name of an own function for nothing of Math', () => {
  const [one] = seen(`const tanh = (x) => x\n${f('tahn(x)')}`, threw)
  expect(one?.id).toBe('unknown-name')
  expect(one?.says.values).toEqual({ found: 'tahn', near: 'tanh' })
})

it('says what stands wrong before what is only suspicious', () => {
  const text = body('const y = Math.floor(x / 2)\nreturn y ^ 2')
  expect(seen(text).map(({ id }) => id)).toEqual(['xor-for-power', 'cut-off'])
})

it('takes no variable for one that is declared again below', () => {
  const text = body('if (x > 0) { const s = x; return s }\nconst s = -x\nreturn s')
  expect(seen(text, WRONG).map(({ id }) => id)).not.toContain('shadowed-name')
})

it('looks through the whole of a file that ended as it was loaded', () => {
  const text = `const pi = math.pi\n${f('x')}`
  expect(seen(text, { function: '', gave: 'error' })[0]?.id).toBe('other-language')
})

/** What a row says without a repair to try: what no edit of a few characters puts right. */
const UNTRIED = ['shadowed-name', 'property-is-a-copy', 'parameters-unused', 'parameter-unused']

const ANSWER = { kind: 'returned', value: 1 } as const

describe('a suspicion that can be tried', () => {
  const suspicions = CASES.flatMap(([id, text, , , asked]) => {
    const row = ROWS.find((one) => one.id === id && one.suspicion)
    return row === undefined ? [] : [[id, text, asked ?? {}] as const]
  })

  it.each(suspicions)('%s is told only where its repair changes the answer: %s', (...one) => {
    const [id, text, asked] = one
    const graph = prepareModules({ file: 'answer.ts', text, siblings: {} })
    if ('cause' in graph) throw new Error(graph.message)
    const request = { function: 'f', arguments: ['x'], tensors: [], judged: ['f'], ...WRONG }
    const repaired: string[] = []
    const told = (changes: boolean) =>
      observeTried(graph, { ...request, ...asked }, (repairs) => {
        const edits = repairs.map(({ edit }) => edit)
        repaired.push(applyEdits(text, edits).text)
        return changes ? ANSWER : undefined
      })
    const tried = told(true).map(({ repaired: gives, ...seen }) => seen)
    expect(tried).toEqual(expect.arrayContaining([...observe(graph, { ...request, ...asked })]))
    const gave = told(true).map((seen) => [
      UNTRIED.includes(seen.id) || !seen.suspicion,
      seen.repaired,
    ])
    for (const [isUntried, gives] of gave) expect(gives).toBe(isUntried ? undefined : ANSWER)
    const inVain = told(false).map((seen) => seen.id)
    expect(inVain.includes(id)).toBe(UNTRIED.includes(id))
    expect(repaired.length > 0).toBe(!UNTRIED.includes(id))
    for (const mended of repaired)
      expect(seen(mended, asked).map((now) => now.id)).not.toContain(id)
  })
})
