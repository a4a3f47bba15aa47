import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/node/sandbox.ts'
import { BUILT_IN_NAMES } from '../../../src/policy/purity/built-in-names.ts'
import { givenIn } from '../../../src/policy/purity/given.ts'
import { whyNotPure } from '../../../src/policy/purity/purity.ts'
import type { Json } from '../../../src/report/report.ts'
import { parseTypeScript } from '../../../src/source/parse-typescript.ts'
import { asNode } from '../../../src/source/syntax-tree.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

async function called(text: string, calls: readonly (readonly Json[])[]) {
  const session = sandbox.session()
  const wanted = { name: 'f', arguments: ['x', 'k'], symbolic: false }
  try {
    const loaded = await session.load({ file: 'answer.ts', text, siblings: {} }, [wanted])
    expect(loaded).toMatchObject({ kind: 'loaded', functions: { f: { kind: 'function' } } })
    return await session.call({ function: 'f', calls })
  } finally {
    await session.close()
  }
}

describe('names of what is built in', () => {
  /** Every name under which the machine has a function that values of all kinds share. */
  const program = `export function f() {
  const values = [{}, [], '', 0, true, 1n, Symbol(), () => 0, new Map(), new Set(), new Float64Array(1),
    new Error(), [].values(), new Map().entries(), new Set().values(), ''[Symbol.iterator](), Math.sin]
  const names = new Set()
  for (const value of values)
    for (let p = Object.getPrototypeOf(value); p !== null; p = Object.getPrototypeOf(p))
      for (const name of Object.getOwnPropertyNames(p)) {
        const { value, get } = Object.getOwnPropertyDescriptor(p, name)
        const shared = typeof value === 'function' || (typeof value === 'object' && value !== null)
        if (shared || (get && !['size', 'description'].includes(name))) names.add(name)
      }
  return [...names]
}`

  test('are all known', async () => {
    const { results } = await called(program, [[]])
    const [result] = results
    const names = result?.kind === 'returned' ? (result.value as string[]) : []
    expect(names.length).toBeGreaterThan(100)
    const strings = ['fileName', 'lineNumber', 'columnNumber']
    const unknown = names.filter((name) => !BUILT_IN_NAMES.has(name) && !strings.includes(name))
    expect(unknown).toEqual([])
  })
})

/** Things that may or may not be there before a call and after it. */
const HOLDERS = [
  ...[
    'T',
    'S.list',
    'S.rows[0]',
    'get()',
    'id(T)',
    'id(x)',
    '[T][0]',
    'T.slice()',
    'S.rows.slice()[0]',
  ],
  ...['x', 'x.slice()', 'rows[0]', 'rows.concat()[0]', 'made.own', 'made.given', 'pick(T, own)'],
  ...['own', 'copy', 'Object.values(made)[0]', 'Object.values(S)[0]', '[...rows][0]', 'f'],
  ...[
    'structuredClone(x)',
    'JSON.parse(JSON.stringify(T))',
    '(k > 1 ? T : own)',
    'rest[0]',
    'late',
  ],
  ...[
    "own['push']",
    '[][Object.keys({ push: 1 })[0]]',
    'same(T)',
    'same(x)',
    'Reflect',
    'filed',
    'own.push',
    '(made.map = () => T, made.map(() => 1))',
    "(made['at'] = () => T, made.at(0))",
  ],
  ...['Array.from([x], (v) => v)[0]', 'rows.map((r) => r)[0]', 'rows.map((r) => r.slice())[0]'],
  ...['rows.find(() => true)', 'rows.reduce((a, r) => r, own)', 'new Map([[0, x]]).get(0)'],
]
const holder = fc.constantFrom(...HOLDERS)
const key = fc.constantFrom('[0]', '[1]', '[9]', '[-1]', '.seen', '[k]', "['seen']")
const number = fc.oneof(
  fc.constantFrom(
    '1',
    'k',
    'x[0]',
    'z',
    'n',
    'own[0]',
    'T[0]',
    'T.length',
    'add(z, k)',
    'memo.size',
  ),
  fc.tuple(holder, key).map(([what, where]) => `(${what}${where} ?? 0)`),
)
const statement = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(holder, key, number).map(([a, k, e]) => `${a}${k} = ${e}`) },
  {
    weight: 2,
    arbitrary: fc.tuple(holder, key).map(([a, k]) => `z += ${a}${k} = (${a}${k} ?? 0) + 1`),
  },
  { weight: 3, arbitrary: number.map((e) => `z += ${e}`) },
  fc.tuple(holder, number).map(([a, e]) => `${a}.push(${e})`),
  fc.tuple(holder, holder).map(([a, b]) => `${a}[0] = ${b}`),
  holder.map((a) => `late = ${a}`),
  holder.map((a) => `rows.push(${a})`),
  holder.map((a) => `{ const [q] = [${a}]; q[0] = z }`),
  holder.map((a) => `{ const { 0: q = own } = { 0: ${a} }; q.push(z) }`),
  holder.map((a) => `for (const q of [own, ${a}]) q[0] = k`),
  holder.map((a) => `[${a}].forEach((q) => { q[1] = z })`),
  holder.map((a) => `for (const [...q] of [${a}].entries()) q[1][0] = z`),
  holder.map((a) => `for (const [, ...q] of [${a}].entries()) q[0].push(z)`),
  holder.map(
    (a) => `for (const name in { push: 1 }) { const q = ${a}[name]; z += q.n = (q.n ?? 0) + 1 }`,
  ),
  number.map((e) => `n = ${e}`),
  number.map((e) => `memo.set(${e}, z)`),
  fc.constant('z += filed[0] = (filed[0] ?? 0) + 1'),
  fc.constant('n++'),
)
/** What a module may hold. */
const filing = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('const filed = [0]', 'const { list: filed } = S') },
  fc.constantFrom(
    'const [filed = []] = []',
    'const [...filed] = [0]',
    'const { filed = [0] } = {}',
    'const { ...filed } = { seen: 0 }',
  ),
)
const body = fc.array(statement, { minLength: 1, maxLength: 4 })
const programs = fc.tuple(filing, body).map(
  ([filing, body]) => `declare const Reflect: any
let n = 0
const T = [1, 2]
const S = { list: [3], rows: [[4]] }
const memo = new Map()
${filing}
const get = () => T
const id = (v) => v
function same(this: unknown, v) { return v }
const pick = (a, b) => (a.length > 2 ? a : b)
const add = (a, b) => a + b
export function f(x, k, ...rest) {
  let z = k
  let late = []
  const own = [0]
  const copy = [...x]
  const rows = [x, own]
  const made = { own, given: x }
  ${body.map((one) => `;${one}`).join('\n  ')}
  const kept = [n, T, S, memo.size, f.seen ?? 0, Object.keys(T), Object.keys(x)]
  return [z, own.length, JSON.stringify(kept)]
}
`,
)
const CALLS: readonly (readonly Json[])[] = [
  [[1, 2], 1, [5]],
  [[2, 1], 2, [6]],
  [[1, 2], 3, [5]],
  [[4, 4], 0, [7]],
]
/** Not understood, and without any meaning: whatever stands beside it is asked in every order. */
const UNPROVEN = 'class Unproven {}\n'

describe('a proof that nothing is kept', () => {
  test('is never given to a program whose answers hang on other calls', async () => {
    const count = { proven: 0, remembering: 0 }
    await fc.assert(
      fc.asyncProperty(programs, async (program) => {
        const isProven =
          whyNotPure(asNode(parseTypeScript(program).program), {
            name: 'f',
            given: givenIn(CALLS),
          }) === undefined
        if (!isProven && count.remembering > 20) return
        const asked = await called(program + UNPROVEN, CALLS)
        if (isProven) count.proven++
        if (asked.memory) count.remembering++
        if (!isProven) return
        expect(asked.memory).toBeUndefined()
        expect(await called(program, CALLS)).toEqual(asked)
      }),
      { seed: 20261128, numRuns: 600 },
    )
    // Else nothing was held against anything.
    expect(count.proven).toBeGreaterThan(20)
    expect(count.remembering).toBeGreaterThan(20)
  })
})
