import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { PolicyRule } from '../../src/session.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

type Row = readonly [what: string, text: string]

const RELU = 'const relu = (x: number): number => Math.max(0, x)\n'
const f = (body: string, before = '') =>
  `${before}\nexport function f(x: number): number { ${body} }\n`

describe('nesting is what becomes of a result:', () => {
  const rule: PolicyRule = { rule: 'no-nesting' }
  finds(rule, /is applied to its own result$/, [
    ['written out', f('return relu(relu(x))', RELU)],
    ['through a variable', f('const y = relu(x); return relu(y)', RELU)],
    ['through a variable that is written over', f('let y = relu(x); y = relu(y); return y', RELU)],
    ['through a helper', f('return twice(x)', `${RELU}const twice = (x: number) => relu(relu(x))`)],
    ['under two names', f('return again(relu(x))', `${RELU}const again = relu`)],
    [
      'through a composition',
      f(
        'return compose(relu, relu)(x)',
        `${RELU}type F = (x: number) => number\nconst compose = (g: F, h: F): F => (x) => g(h(x))`,
      ),
    ],
    ['through a list of functions', f('return [relu, relu].reduce((y, g) => g(y), x)', RELU)],
    [
      'through an object',
      f('return o.relu(o.relu(x))', 'const o = { relu: (x: number) => Math.max(0, x) }'),
    ],
    ['through a list', f('const [y] = [relu(x)]; return relu(y!)', RELU)],
    ['in a loop', f('let y = x; for (let i = 0; i < 2; i++) y = relu(y); return y', RELU)],
    ['in an expression', f('return relu(1 + 2 * relu(x) - 1)', RELU)],
    ['on one side only', f('return x > 0 ? x : relu(relu(x))', RELU)],
    ['of Math', f('return Math.max(0, Math.max(0, x))')],
    ['of Math under another name', f('return max(0, max(0, x))', 'const { max } = Math')],
    [
      'where it gives back what it was given',
      f('return same(same(x))', 'const same = (x: number) => x'),
    ],
    [
      'through functions that give on what it gave',
      f(
        'return second(first(x))',
        `${RELU}const first = (x: number) => relu(x), second = (x: number) => relu(x)`,
      ),
    ],
    ['through lists', f('return [x].map((y) => relu(y)).map((y) => relu(y))[0]!', RELU)],
    [
      'through Reflect',
      f('return call(relu, null, [call(relu, null, [x])])', `${RELU}const call = Reflect.apply`),
    ],
    [
      'bound to nothing',
      f('const g = relu.bind(null); return g.call(null, g.apply(null, [x]))', RELU),
    ],
    [
      'in templates with a tag',
      f(`return t\`\${t\`\${x}\`}\``, 'const t = (_: unknown, x: number) => Math.max(0, x)'),
    ],
    [
      'in what cannot be followed',
      f('return new R().relu(relu(relu(x)))', `${RELU}class R { relu(x: number) { return x } }`),
    ],
  ])
  findsNothing(rule, [
    ['two calls side by side', f('return relu(x) + relu(-x)', RELU)],
    ['two calls with the same argument', f('return relu(x) * relu(x)', RELU)],
    [
      'two calls of what gives back its argument',
      f('return same(x) + same(x)', 'const same = (x: number) => x'),
    ],
    [
      'two helpers that ask one function each',
      f(
        'return left(x) + right(x)',
        `${RELU}const left = (x: number) => relu(x), right = (x: number) => -relu(-x)`,
      ),
    ],
    [
      'two functions one in the other',
      f('return relu(neg(x))', `${RELU}const neg = (x: number) => -x`),
    ],
    [
      'a function of the same name inside of another',
      f(
        'const relu = (x: number) => Math.max(0, x); return outer(relu(x))',
        'const outer = (x: number) => x',
      ),
    ],
    [
      'a look into a table of rules',
      f(
        'return RULES.find((r) => r.when(x))!.value(x)',
        'const RULES = [{ when: (x: number) => x > 0, value: (x: number) => x }, { when: () => true, value: () => 0 }]',
      ),
    ],
    [
      'a look into a table by name',
      f(
        'return T[x > 0 ? "right" : "left"](x)',
        'const T = { right: (x: number) => x, left: (_x: number) => 0 }',
      ),
    ],
    ['a value that is used twice', f('const y = relu(x); return y + y', RELU)],
  ])
})

describe('recursion is what a name means:', () => {
  const rule: PolicyRule = { rule: 'no-recursion' }
  finds(rule, /calls itself$/, [
    ['by its own name', f('return x > 1 ? f(x - 1) : x')],
    ['by another name', f('return x > 1 ? again(x - 1) : x').concat('const again = f\n')],
    ['in a circle', f('return g(x)', 'const g = (x: number): number => (x > 1 ? f(x - 1) : x)')],
    ['of a helper', f('return g(x)', 'const g = (x: number): number => (x > 1 ? g(x - 1) : x)')],
    [
      'of a function inside',
      f('const g = (n: number): number => (n > 1 ? g(n - 1) : n); return g(x)'),
    ],
    [
      'of functions inside, in a circle',
      f(
        'const g = (n: number): number => (n > 1 ? h(n) : n); const h = (n: number) => g(n - 1); return g(x)',
      ),
    ],
    [
      'of a named expression',
      f('return (function down(n: number): number { return n > 1 ? down(n - 1) : n })(x)'),
    ],
    [
      'of a method',
      f('return o.g(x)', 'const o = { g(x: number): number { return x > 1 ? o.g(x - 1) : x } }'),
    ],
    [
      'of a static',
      f(
        'return A.g(x)',
        'class A { static g(x: number): number { return x > 1 ? A.g(x - 1) : x } }',
      ),
    ],
    [
      'of what a pattern takes out of an object',
      'export const { f } = { f: (x: number): number => (x > 1 ? f(x - 1) : x) }',
    ],
    [
      'of what a pattern takes out of an object under another name',
      'export const { own: f } = { own: (x: number): number => (x > 1 ? f(x - 1) : x) }',
    ],
    [
      'of what a pattern takes out of a table',
      'const table = { f: (x: number): number => (x > 1 ? table.f(x - 1) : x) }\nexport const { f } = table',
    ],
    [
      'in a circle through a pattern',
      'export const { f, g } = { f: (x: number): number => g(x), g: (x: number): number => (x > 1 ? f(x - 1) : x) }',
    ],
  ])
  findsNothing(rule, [
    ['a parameter of its own name', f('return ((f: number) => f + 1)(x)')],
    ['a variable of its own name', f('const f = x; return f')],
    [
      'a member called as Math has it',
      f('return o.tanh(x)', 'const o = { tanh: (x: number) => Math.tanh(x) }'),
    ],
    [
      'two methods of one object',
      f('return o.g(x)', 'const o = { g: (x: number) => o.h(x), h: (x: number) => x }'),
    ],
    [
      'helpers in a row',
      f('return g(x)', 'const h = (x: number) => x\nconst g = (x: number) => h(x)'),
    ],
    [
      'a member of its own name',
      f('return table.f(x)', 'const table = { f: (x: number) => Math.max(x, 0) }'),
    ],
    [
      'a member of its own name, of a class',
      f('return T.f(x)', 'class T { static f(x: number) { return Math.max(x, 0) } }'),
    ],
  ])
})

describe('what a pattern takes out of an object stands by itself:', () => {
  const clean = '(x: number): number => x / 2'
  const dirty: readonly (readonly [rule: PolicyRule, body: string])[] = [
    [{ rule: 'no-recursion' }, '(x: number): number => (x > 1 ? g(x - 1) : x)'],
    [{ rule: 'no-loops' }, '(x: number) => { while (x > 1) x /= 2; return x }'],
    [{ rule: 'no-math' }, '(x: number) => Math.tanh(x)'],
    [{ rule: 'no-operators', operators: ['%'] }, '(x: number) => x % 2'],
  ]
  const patterns = [
    ['by its name', '{ f, g }', 'f', 'g'],
    ['by another name', '{ own: f, g }', 'own', 'g'],
    ['by names that are exchanged', '{ g: f, f: g }', 'g', 'f'],
    ['by a text', "{ 'a b': f, g }", "'a b'", 'g'],
    ['in brackets', '{ f, g }', 'f', 'g', ' as const'],
  ] as const
  for (const [rule, bad] of dirty) {
    const rows = patterns.map(([how, pattern, own, other, after = '']) => {
      const text = (mine: string, theirs: string) =>
        `export const ${pattern} = { ${own}: ${mine}, ${other}: ${theirs} }${after}\n`
      return { how, text }
    })
    findsNothing(
      rule,
      rows.map(({ how, text }): Row => [`${rule.rule}, ${how}`, text(clean, bad)]),
    )
    finds(
      rule,
      /calls itself$|loop|not allowed here/,
      rows.map(
        ({ how, text }): Row => [
          `${rule.rule}, ${how}`,
          text(bad.replace('g(x - 1)', 'f(x - 1)'), clean),
        ],
      ),
    )
  }
})

describe('what is taken out of a table is its own member:', () => {
  // What the source alone shows: no record of a run does.
  const rule: PolicyRule = { rule: 'no-loops' }
  const good = '(x: number) => x / 2'
  const bad = '(x: number) => { while (x > 1) x /= 2; return x }'
  const ways = [
    'export const { f } = table',
    'export const { f: f } = table',
    'export const f = table.f',
    'const { f } = table\nexport { f }',
  ]
  const beside = [
    `g: ${bad}`,
    `deep: { f: ${bad} }`,
    `deep: { deeper: { f: ${bad} }, list: [${bad}] }`,
    `f2: ${bad}, 'f ': ${bad}`,
  ]
  findsNothing(
    rule,
    ways.flatMap((way) =>
      beside.map(
        (other): Row => [
          `${way}, beside ${other}`,
          `const table = { f: ${good}, ${other} }\n${way}\n`,
        ],
      ),
    ),
  )
  const changing = [
    `table.f = ${bad}`,
    `;(table as any)['f'] = ${bad}`,
    `Object.assign(table, { f: ${bad} })`,
    `const other: any = table\nother['f'] = ${bad}`,
    `;[table.f] = [${bad}]`,
    `;({ f: table.f } = { f: ${bad} })`,
    `for (table.f of [${bad}]);`,
  ]
  finds(
    rule,
    /loop/,
    ways
      .slice(0, 3)
      .flatMap((way) =>
        changing.map(
          (change): Row => [
            `${way}, after ${change}`,
            `const table: any = { f: ${good} }\n${change}\n${way}\n`,
          ],
        ),
      ),
  )
  finds(
    rule,
    /loop/,
    ways.slice(0, 3).flatMap((way): Row[] => [
      [
        `${way}, after a method wrote to it`,
        `const table: any = { f: ${good}, change() { this['f'] = ${bad} } }\ntable.change()\n${way}\n`,
      ],
      [
        `${way}, after a borrowed function wrote to it`,
        `function borrowed(this: any) { this['f'] = ${bad} }\nconst table: any = { f: ${good}, borrowed }\ntable.borrowed()\n${way}\n`,
      ],
    ]),
  )
  finds(rule, /loop/, [
    [
      'where a block means another table by its name',
      `const table = { f: ${good} }\nlet g: any\n{ const table = { f: ${bad} }; const { f: h } = table; g = h }\nexport function f(x: number) { return g(x) }`,
    ],
    [
      'by a key that is worked out',
      `const key = 'g'\nexport const { [key]: f } = { key: ${good}, g: ${bad} }`,
    ],
    ['that is spread', `const more = { f: ${bad} }\nexport const { f } = { f: ${good}, ...more }`],
  ])
})

describe('a use is what a name means:', () => {
  const rule: PolicyRule = { rule: 'no-use', names: ['sigmoid'] }
  const SIGMOID = 'const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))\n'
  finds(rule, /^sigmoid is not allowed here$/, [
    ['a call', f('return sigmoid(x)', SIGMOID)],
    ['another name', f('return s(x)', `${SIGMOID}const s = sigmoid`)],
    ['a helper', f('return g(x)', `${SIGMOID}const g = (x: number) => sigmoid(x)`)],
    ['a callback', f('return [x].map(sigmoid)[0]!', SIGMOID)],
    ['a member', f('return o.sigmoid(x)', 'const o = { sigmoid: (x: number) => x }')],
  ])
  findsNothing(rule, [
    ['a variable', f('const sigmoid = x; return sigmoid')],
    ['a parameter', f('return ((sigmoid: number) => sigmoid)(x)')],
    ['a number of the module', f('return x * sigmoid', 'const sigmoid = 0.5')],
    ['somebody else’s', f('return x', SIGMOID)],
    ['a property', f('const o = { sigmoid: x }; return o.sigmoid')],
  ])
})

describe('a power is Math.pow where its exponent is no whole number:', () => {
  const rule: PolicyRule = { rule: 'no-math', deny: ['exp', 'pow'] }
  finds(rule, /^the operator \*\* with this exponent is Math\.pow, which is not allowed here$/, [
    ['e to x', f('return 2.718281828459045 ** -x')],
    ['under a name', f('return e ** x', 'const e = 2.718281828459045')],
    ['assigned', f('let y = 2; y **= x; return y')],
    ['a root', f('return x ** 0.5')],
    ['in a helper', f('return p(x)', 'const p = (x: number) => 2 ** x')],
  ])
  findsNothing(rule, [
    ['a square', f('return x ** 2')],
    ['a cube under a name', f('return c(x)', 'const c = (x: number) => x ** 3')],
    ['an inverse', f('return x ** -1')],
    ['in brackets', f('return x ** (2 as number)')],
    ['elsewhere', f('return x', 'export const g = (x: number) => 2 ** x')],
  ])
})

describe('loops are', () => {
  finds({ rule: 'no-loops' }, /loop/, [
    ['a sum', f('return [1, 2].reduce((s, k) => s + k * x, 0)')],
    ['a search', f('return [1, 2].find((k) => k > x) ?? 0')],
    ['a list that is made', f('return Array.from([x], (v) => v)[0]!')],
    ['in a helper', f('return g(x)', 'const g = (x: number) => { while (x > 1) x--; return x }')],
    ['each letter of a text', f("'ab'.replace(/./g, () => String((x /= 2))); return x")],
    ['each value of JSON', f("const half = () => (x /= 2); JSON.parse('[1]', half); return x")],
  ])
  findsNothing({ rule: 'no-loops' }, [
    ['a text for another', f("return Number('1,5'.replace(',', '.')) * x")],
  ])
  const lookups: PolicyRule = { rule: 'no-loops', lookups: true }
  finds(lookups, /loop/, [
    ['a sum, where looking is allowed', f('return [1, 2].reduce((s, k) => s + k * x, 0)')],
    ['a statement, where looking is allowed', f('for (const k of [1, 2]) x += k; return x')],
  ])
  findsNothing(lookups, [
    ['a search, where looking is allowed', f('return [1, 2].find((k) => k > x) ?? 0')],
    ['a question, where looking is allowed', f('return [1, 2].some((k) => k > x) ? 1 : 0')],
  ])
})

describe('what is asked for is what is exported by its name:', () => {
  const rule: PolicyRule = { rule: 'no-math', allow: ['exp'] }
  const own = 'const own = (x: number) => 1 - 2 / (1 + Math.exp(2 * x))\n'
  const tables = [
    ['in a table', 'const table = { f: Math.tanh }'],
    ['that a table calls for', 'const table = { f: { at: (x: number) => Math.tanh(x) } }'],
    ['of a class', 'class T { static f(x: number) { return Math.tanh(x) } }'],
    ['of an object that is made', 'class C { f = Math.tanh(1) }\nconst table = { f: new C() }'],
    ['of a namespace', 'namespace N { export const f = Math.tanh }'],
    ['that is written into a table', 'const table: any = {}\ntable.f = Math.tanh'],
  ] as const
  const exporting = [
    ['a function', `${own}export function f(x: number) { return own(x) }`],
    ['a constant', `${own}export const f = own`],
    ['a list', `${own}function f(x: number) { return own(x) }\nexport { f }`],
    ['another name', `${own}export { own as f }`],
  ] as const
  findsNothing(
    rule,
    exporting.flatMap(([how, text]) =>
      tables.map(
        ([what, table]): Row => [`its name ${what}, beside ${how}`, `${text}\n${table}\n`],
      ),
    ),
  )
  findsNothing(rule, [
    [
      'a variable of the name, beside another name',
      `${own}const f = Math.tanh\nexport const g = () => f(1)\nexport { own as f }`,
    ],
  ])
  finds(rule, /^Math\.tanh is not allowed here$/, [
    ['a table that is exported', 'export default { f: (x: number) => Math.tanh(x) }'],
    ['a class that is exported', 'export class T { static f = (x: number) => Math.tanh(x) }'],
    ['a list', 'const f = (x: number) => Math.tanh(x)\nexport { f }'],
    ['another name', `${own}const g = (x: number) => Math.tanh(x)\nexport { g as f }`],
    ['a pattern', 'export const { f } = { f: (x: number) => Math.tanh(x) }'],
    ['a later value', `${own}export let f = own\nf = (x: number) => Math.tanh(x)`],
  ])
})

describe('what must be used', () => {
  const rule: PolicyRule = { rule: 'must-use', names: ['tanh', 'g'] }
  finds(rule, /^`Math\.tanh` or `g` must be used here$/, [
    ['is not used where it is only named', f('if (x > 1e9) return Math.tanh(x); return x')],
    [
      'is not used by another function',
      f('return x', 'export const h = (x: number) => Math.tanh(x)'),
    ],
    ['is not used by a variable of its name', f('const g = x; return g')],
  ])
  findsNothing(rule, [
    ['is called', f('return Math.tanh(x)')],
    ['is called by another name', f('return t(x)', 'const t = Math.tanh')],
    ['is a function of the file', f('return g(x)', 'export const g = (x: number) => x')],
  ])
})

function finds(rule: PolicyRule, message: RegExp, rows: readonly Row[]): void {
  test.each(rows)('%s', async (_what, text) => {
    const findings = await inspected(text, rule)
    expect(findings.map((one) => one.message)).toContainEqual(expect.stringMatching(message))
  })
}

function findsNothing(rule: PolicyRule, rows: readonly Row[]): void {
  test.each(rows)('but not %s', async (_what, text) => {
    expect(await inspected(text, rule)).toEqual([])
  })
}

async function inspected(text: string, rule: PolicyRule) {
  const session = sandbox.session()
  const wanted = [{ name: 'f', arguments: ['x'], symbolic: true }]
  const loaded = await session.load({ file: 'a.ts', text, siblings: {} }, wanted)
  expect(loaded).toMatchObject({ functions: { f: { kind: 'function' } } })
  await session.evaluate({ function: 'f', columns: [Float64Array.of(-3, -0.5, 0, 1, 2.5)] })
  const result = await session.inspect({ function: 'f', rules: [rule] })
  await session.close()
  if (result.kind === 'fault') throw new Error(result.message)
  return result.findings
}
