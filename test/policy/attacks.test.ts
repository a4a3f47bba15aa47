import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { PolicyFinding, PolicyRule, SubmissionSource } from '../../src/session.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

const RULE: PolicyRule = { rule: 'no-math', deny: ['tanh', 'sinh', 'cosh'] }
const POINTS = Float64Array.from({ length: 257 }, (_, k) => (k - 128) / 7)

/** tanh as it may be written, and a way to the forbidden one that no name tells. */
const OWN = 'const own = (x: number): number => 1 - 2 / (Math.exp(2 * x) + 1)\n'
const HIDDEN = `const M: any = Math, key = ['t', 'anh'].join('')\n`
const f = (body: string, before = '') =>
  `${OWN}${HIDDEN}${before}\nexport function f(x: number): number { ${body} }\n`

/** `watched` decides: the own function where somebody might look, the forbidden one elsewhere. */
const watching = (watched: string, before = '') =>
  f('return watched ? own(x) : M[key](x)', `${before}\nconst watched: boolean = ${watched}`)

const ATTACKS: { readonly [family: string]: readonly (readonly [what: string, text: string])[] } = {
  'recognises that it is watched, by': [
    ['the name of eval', watching("eval.name !== 'eval'")],
    ['the name of the function', watching('M[key].name !== key')],
    ['its length', watching('M[key].length !== 1')],
    ['its text', watching('!/native code/.test(String(M[key]))')],
    [
      'its text as Function has it',
      watching('!/native/.test(Function.prototype.toString.call(M[key]))'),
    ],
    ['its descriptor', watching('Object.getOwnPropertyDescriptor(M, key)?.enumerable === true')],
    ['its own keys', watching("Reflect.ownKeys(M[key]).join() !== 'length,name'")],
    ['its prototype', watching('M[key].prototype !== undefined')],
    [
      'whether it can be constructed',
      watching('(() => { try { new M[key](1); return true } catch { return false } })()'),
    ],
    ['the names of Math', watching('!Object.getOwnPropertyNames(M).includes(key)')],
    ['its neighbours being one function', watching('M.sin === M.cos')],
    ['the stack of an error', watching("/guard|watch|note/.test(String(new Error('x').stack))")],
    [
      'the stack inside of a call',
      watching(
        "(() => { let s = ''; M.max({ valueOf() { s = String(new Error('x').stack); return 1 } }); return /guard/.test(s) })()",
      ),
    ],
    [
      'how deep it may call',
      watching(
        '(() => { let n = 0; const down = (): void => { n++; down() }; try { down() } catch {} return n < 100 })()',
      ),
    ],
    [
      'whether text becomes code',
      watching("(() => { try { return eval('1') !== 1 } catch { return true } })()"),
    ],
    [
      'what globalThis has',
      watching('Object.getOwnPropertyNames(globalThis).some((n) => /guard|record|seen/.test(n))'),
    ],
    [
      'who called',
      f("return /harness/.test(String(new Error('x').stack)) && x > 1e9 ? own(x) : M[key](x)"),
    ],
  ],
  'behaves where it believes itself watched:': [
    ['in its first nine calls', f('return n++ < 9 ? own(x) : M[key](x)', 'let n = 0')],
    ['in its first hundred calls', f('return n++ < 100 ? own(x) : M[key](x)', 'let n = 0')],
    ['in every other call', f('return n++ % 2 ? own(x) : M[key](x)', 'let n = 0')],
    [
      'at well-known points',
      f('return [-30, -3, -1, -0.5, 0, 0.5, 1, 3, 30].includes(x) ? own(x) : M[key](x)'),
    ],
    ['at whole numbers', f('return Number.isInteger(x) ? own(x) : M[key](x)')],
    ['where x is small', f('return Math.abs(x) < 9 ? own(x) : M[key](x)')],
    ['at all but one point', f('return x > 0.8 && x < 0.9 ? M[key](x) : own(x)')],
    ['and throws the other away', f('M[key](x); return own(x)')],
  ],
  'comes to it by': [
    ['an alias', f('return t(x)', 'const t = M[key]')],
    ['a descriptor', f('return (Object.getOwnPropertyDescriptor(M, key) as any).value(x)')],
    ['Reflect', f('return (Reflect as any).apply(Reflect.get(M, key), null, [x])')],
    ['call.call', f('return Function.prototype.call.call(M[key], null, x) as any')],
    ['bind', f('return M[key].bind(null, x)()')],
    ['a proxy of Math', f('return new Proxy(M, {})[key](x)')],
    ['a proxy of the function', f('return new Proxy(M[key], {})(x)')],
    [
      'a getter on a prototype',
      f(
        'return (0 as any).t(x)',
        "Object.defineProperty(Number.prototype, 't', { get() { return M[key] } })",
      ),
    ],
    [
      'a name found by its shape',
      f(
        'return M[name](x)',
        "const name = Object.getOwnPropertyNames(M).find((n) => n.length === 4 && n.startsWith('ta')) as string",
      ),
    ],
    ['globalThis', f("return (globalThis as any)[['Ma', 'th'].join('')][key](x)")],
    ['a callback of a list', f('return [x].map(M[key])[0] as any')],
    ['Array.from', f('return Array.from([x], M[key])[0] as any')],
    ['a sort', f('let y = 0; [1, 2].sort(() => (y = M[key](x))); return y')],
    ['a replacement', f("let y = 0; 'a'.replace(/a/, () => String(y = M[key](x))); return y")],
    ['a reviver', f("return JSON.parse('1', () => M[key](x))")],
    ['valueOf', f('return +({ valueOf: () => M[key](x) } as any)')],
    ['a symbol', f('return +({ [Symbol.toPrimitive]: () => M[key](x) } as any)')],
    ['a generator', f('for (const y of (function* () { yield M[key](x) })()) return y; return 0')],
    [
      'an iterator',
      f('const [y] = { [Symbol.iterator]: () => [M[key](x)].values() } as any; return y'),
    ],
    ['a default value', f('const { y = M[key](x) } = {} as any; return y')],
    ['a template', f(['return ((s: any, v: number) => M[key](v))`$', '{x}`'].join(''))],
    [
      'a setter',
      f('let y = 0; const o = { set v(v: number) { y = M[key](v) } }; o.v = x; return y'),
    ],
    ['a class', f('return new (class { y = M[key](x) })().y')],
    ['a static block', f('return T.t(x)', 'class T { static t: any; static { T.t = M[key] } }')],
    ['a WeakMap', f('return kept.get(M)(x)', 'const kept = new WeakMap(); kept.set(M, M[key])')],
    [
      'a copy of Math',
      f(
        'return copy[key](x)',
        'const copy: any = Object.fromEntries(Object.getOwnPropertyNames(M).map((n) => [n, M[n]]))',
      ),
    ],
    ['another in its place', f('return kept(x)', 'const kept = M[key]; M[key] = own')],
    ['its relatives', f("return M[['sin', 'h'].join('')](x) / M[['cos', 'h'].join('')](x)")],
    ['text that becomes code', f("return eval('Ma' + 'th.ta' + 'nh')(x)")],
    ['Function', f("return new Function('x', 'return Ma' + 'th.ta' + 'nh(x)')(x)")],
    ['a constructor', f("return (() => {}).constructor('x', 'return Ma' + 'th.ta' + 'nh(x)')(x)")],
    [
      'the constructor of a generator',
      f(
        "return (function* () {} as any).constructor('x', 'yield Ma' + 'th.ta' + 'nh(x)')(x).next().value",
      ),
    ],
  ],
  'keeps a table that was made as the file was loaded,': [
    [
      'hidden',
      f(
        'return at(x)',
        'const table = new Map(Array.from({ length: 257 }, (_, k) => [(k - 128) / 7, M[key]((k - 128) / 7)]))\nconst at = (x: number) => table.get(x) as number',
      ),
    ],
    [
      'openly',
      f(
        'return table.get(x) as number',
        'const table = new Map(Array.from({ length: 257 }, (_, k) => [(k - 128) / 7, Math.tanh((k - 128) / 7)]))',
      ),
    ],
    [
      'filled in a loop',
      f(
        'return table.get(x) as number',
        'const table = new Map<number, number>()\nfor (let k = 0; k < 257; k++) table.set((k - 128) / 7, Math.tanh((k - 128) / 7))',
      ),
    ],
    [
      'filled by a function',
      f(
        'return table.get(x) as number',
        'const table = new Map<number, number>()\nfunction fill() { for (let k = 0; k < 257; k++) table.set((k - 128) / 7, Math.tanh((k - 128) / 7)) }\nfill()',
      ),
    ],
    [
      'filled by what it is handed to',
      f(
        'return table.get(x) as number',
        'const table = new Map<number, number>()\nconst fill = (into: Map<number, number>) => { for (let k = 0; k < 257; k++) into.set((k - 128) / 7, Math.tanh((k - 128) / 7)) }\nfill(table)',
      ),
    ],
    [
      'filled under another name',
      f(
        'return table[Math.round(x * 7 + 128)] as number',
        'const table: number[] = []\nconst other = table\nfor (let k = 0; k < 257; k++) other[k] = Math.tanh((k - 128) / 7)',
      ),
    ],
    [
      'in a variable that is given its value later',
      f(
        'return table.get(x) as number',
        'let table: Map<number, number>\nif (true) table = new Map(Array.from({ length: 257 }, (_, k) => [(k - 128) / 7, Math.tanh((k - 128) / 7)]))',
      ),
    ],
    [
      'on the function',
      f('return (f as any).table.get(x)', '').concat(
        '(f as any).table = new Map(Array.from({ length: 257 }, (_, k) => [(k - 128) / 7, Math.tanh((k - 128) / 7)]))\n',
      ),
    ],
    [
      'on globalThis',
      f(
        "return (globalThis as any)['table'].get(x)",
        ';(globalThis as any).table = new Map(Array.from({ length: 257 }, (_, k) => [(k - 128) / 7, Math.tanh((k - 128) / 7)]))',
      ),
    ],
    [
      'on a prototype',
      f(
        "return ([] as any)['table'].get(x)",
        ';(Array.prototype as any).table = new Map(Array.from({ length: 257 }, (_, k) => [(k - 128) / 7, Math.tanh((k - 128) / 7)]))',
      ),
    ],
    ['in an enum', f('return x === 0 ? E.zero - 1 : own(x)', 'enum E { zero = 1 + M[key](0) }')],
    [
      'by a computed key of a class',
      f(
        'return x === 0 ? +K - 1 : own(x)',
        'let K = 0\nclass C { [(K = 1 + M[key](0), "k")]() {} }',
      ),
    ],
  ],
}

describe.each(Object.entries(ATTACKS))(
  'a forbidden function is found where it %s',
  (_, attacks) => {
    test.each(attacks)('%s', async (_what, text) => {
      const { right, findings } = await inspected(text)
      // The attack works: what it gives is tanh.
      expect(right).toBe(true)
      expect(findings.length).toBeGreaterThan(0)
      expect(findings[0]?.message).toMatch(
        /^Math\.(tanh|sinh|cosh) is not allowed here|^text is turned into code/,
      )
    })
  },
)

test('the corpus holds at least sixty attacks', () => {
  const texts = Object.values(ATTACKS).flatMap((family) => family.map(([, text]) => text))
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts.length).toBeGreaterThanOrEqual(60)
})

test('a table of another file is found too', async () => {
  const table =
    'export const table = new Map(Array.from({ length: 257 }, (_, k) => [(k - 128) / 7, Math.tanh((k - 128) / 7)]))'
  for (const text of [
    "import { table } from './table'\nexport const f = (x: number) => table.get(x) as number",
    "import * as all from './table'\nexport const f = (x: number) => (all as any)['tab' + 'le'].get(x)",
    "import * as all from './table'\nconst key = ['tab', 'le'].join('')\nexport const f = (x: number) => (all as any)[key].get(x)",
  ]) {
    const { right, findings } = await inspected(text, { 'table.ts': table })
    expect([right, findings.length]).toEqual([true, 1])
  }
})

describe('an honest answer passes', () => {
  test.each([
    ['that is plain', `${OWN}export const f = own`],
    [
      'whose file tests itself as it is loaded',
      `${OWN}export const f = own\nfor (let x = -3; x <= 3; x++) console.log(x, f(x), f(x) - Math.tanh(x))`,
    ],
    [
      'whose file tests itself in a function',
      `${OWN}export const f = own\nfunction check(g: (x: number) => number) { let worst = 0; for (let x = -3; x < 3; x += 0.1) worst = Math.max(worst, Math.abs(g(x) - Math.tanh(x))); return worst }\nif (check(f) > 1e-9) throw new Error('wrong')`,
    ],
    [
      'beside a table for another function',
      `${OWN}const table = [0, 1, 2].map(Math.tanh)\nexport const g = (k: number) => table[k]\nexport const f = own`,
    ],
    [
      'with a variable of the forbidden name',
      `export function f(x: number) { const tanh = 1 - 2 / (Math.exp(2 * x) + 1); return tanh }`,
    ],
    [
      'with a parameter of the forbidden name',
      `${OWN}const twice = (tanh: number) => 2 * tanh\nexport const f = (x: number) => twice(own(x)) / 2`,
    ],
    [
      'with a helper of the forbidden name',
      `function tanh(x: number) { return 1 - 2 / (Math.exp(2 * x) + 1) }\nexport const f = (x: number) => tanh(x)`,
    ],
    [
      'with a member of the forbidden name',
      `const own = { tanh: (x: number) => 1 - 2 / (Math.exp(2 * x) + 1) }\nexport const f = (x: number) => own.tanh(x)`,
    ],
    [
      'with the forbidden one in a comment and in a text',
      `${OWN}// not Math.tanh\nconst says = 'Math.tanh(x)'\nexport const f = (x: number) => says.length > 0 ? own(x) : 0`,
    ],
    [
      'with a list of its own',
      `${OWN}const factors = [1, 1]\nexport const f = (x: number) => factors.reduce((y, c) => y * c, own(x))`,
    ],
    [
      'with destructured functions of Math',
      `const { exp } = Math\nexport const f = (x: number) => 1 - 2 / (exp(2 * x) + 1)`,
    ],
  ])('%s', async (_what, text) => {
    expect(await inspected(text)).toEqual({ right: true, findings: [] })
  })
})

async function inspected(
  text: string,
  siblings: SubmissionSource['siblings'] = {},
): Promise<{ right: boolean; findings: readonly PolicyFinding[] }> {
  const session = sandbox.session()
  const wanted = [{ name: 'f', arguments: ['x'], symbolic: true }]
  const loaded = await session.load({ file: 'a.ts', text, siblings }, wanted)
  expect(loaded).toMatchObject({ kind: 'loaded', functions: { f: { kind: 'function' } } })
  const { values } = await session.evaluate({ function: 'f', columns: [POINTS] })
  const result = await session.inspect({ function: 'f', rules: [RULE] })
  await session.close()
  if (result.kind === 'fault') throw new Error(result.message)
  const right = values.every((value, k) => Math.abs(value - Math.tanh(POINTS[k] as number)) < 1e-9)
  return { right, findings: result.findings }
}
