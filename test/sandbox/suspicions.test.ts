import { afterAll, describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { Json } from '../../src/report/report.ts'
import type { ObservationRequest } from '../../src/session.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

/** What is seen in `f`, wrong at a call, and in what stands beside it in `a.ts`. */
async function seenIn(
  text: string,
  call: readonly Json[],
  beside = '',
  gave: ObservationRequest['gave'] = 'wrong',
) {
  const session = sandbox.session()
  const wanted = [{ name: 'f', arguments: ['xs'], symbolic: false }]
  await session.load({ file: 'answer.ts', text, siblings: { 'a.ts': beside } }, wanted)
  const names = { function: 'f', arguments: ['xs'], tensors: [], judged: ['f'] }
  return session.observe({ ...names, gave, call })
}

async function told(text: string, call: readonly Json[], beside = ''): Promise<string[]> {
  return (await seenIn(text, call, beside)).map(({ id }) => id)
}

const sorted = 'export const f = (xs: number[]) => [...xs].sort()'
const sum = (head: string) =>
  `export function f(xs) { let s = 0\nfor (${head}) s += xs[i]\nreturn s }`

const rows = (row: string) =>
  `export function f(n) { const m = Array(n).fill(${row})\nif (n > 0 && m[0].length) m[0][0] = 1\nreturn m }`

/** More than a sentence shows of a part. */
const LONG = Array.from({ length: 20 }, (_, i) => `x * ${i}`).join(' + ')

describe('a suspicion is told beside a call that it changes, and beside no other', () => {
  test.each([
    [sorted, [[]], []],
    [sorted, [[10]], []],
    [sorted, [[1, 2, 9]], []],
    [sorted, [[2, 10]], ['sort-as-text']],
    [sum('let i = 1; i < xs.length; i++'), [[0, 5]], []],
    [sum('let i = 1; i < xs.length; i++'), [[3, 5]], ['loop-from-one']],
    [sum('let i = 0; i < xs.length - 1; i++'), [[]], []],
    [sum('let i = 0; i < xs.length - 1; i++'), [[7]], ['loop-ends-early']],
    [sum('let i = 0; i <= xs.length; i++'), [[7]], ['loop-beyond-end']],
    [rows('Array(n).fill(0)'), [1], []],
    [rows('Array(n).fill(0)'), [2], ['one-row-everywhere']],
    [rows('new Float64Array(n)'), [2], ['one-row-everywhere']],
    [rows('[0, 0]'), [2], ['one-row-everywhere']],
    [`const row = [0, 0]\n${rows('row')}`, [2], ['one-row-everywhere']],
    [rows('0'), [2], []],
    ['export const f = (x) => Math.floor(x / 2)', [4], []],
    ['export const f = (x) => Math.floor(x / 2)', [5], ['cut-off']],
    ['export const f = (x) => Math.exp(-x | 0)', [2], []],
    ['export const f = (x) => Math.exp(-x | 0)', [0.5], ['cut-off']],
    ['export const f = (x) => ~~Math.exp(x)', [1], ['cut-off']],
    ['export const f = (x) => Math.sin(x * Math.PI / 180)', [0], []],
    ['export const f = (x) => Math.sin(x * Math.PI / 180)', [1], ['degrees']],
    ['export const f = (x) => Math.log10(x)', [1], []],
    ['export const f = (x) => Math.log10(x)', [2], ['other-logarithm']],
    ['export const f = (x) => Math.log1p(1 + x)', [1], ['one-twice']],
    ['export const f = (x) => Math.expm1(x) - 1', [1], ['one-twice']],
    ['export const f = (x) => Math.log1p(2 + x) + Math.expm1(x) - x', [1], []],
    ['export const f = (x) => Math.log(x + 1e-8)', [1e-8], ['added-in-logarithm']],
    ['export const f = (x) => Math.log(x + 1e-8)', [1e9], []],
    ['export const f = (x) => Math.log(x + 1)', [1], []],
    [`export const f = (x) => Math.log(${LONG} + 1e-8)`, [1e-9], ['added-in-logarithm']],
    ['const EPS = 1e-8\nexport const f = (x) => 1 / (x + EPS)', [1e-9], ['small-number']],
    ['export const f = (x) => 1 / Math.max(x, 1e-3)', [1e-6], ['small-number']],
    [
      'export const f = (x) => g(x)\nconst g = (x, eps = 1e-8) => 1 / (x + eps)',
      [1e-9],
      ['small-number'],
    ],
    ['export const f = (x) => 1 / Math.max(x, 1e-3)', [1], []],
    ['export const f = (x) => 1 / (x + 0.5)', [1e-9], []],
    [`export const f = (x) => Math.floor((${LONG}) / 2)`, [0.5], ['cut-off']],
  ])('%s at %j', async (text, call, ids) => {
    expect(await told(text, call)).toEqual(ids)
  })

  test('the second place of a kind, where the first has nothing to do with it', async () => {
    const text =
      'export function f(xs) { const names = ["b", "a"].sort()\nreturn [...xs].sort().concat(names.length) }'
    expect(await told(text, [[2, 10]])).toEqual(['sort-as-text'])
  })

  test('with what the repair gives; a slip that was made twice, with what both repairs give', async () => {
    const twice = `export function f(xs) { let s = 0
for (let i = 1; i < xs.length; i++) s += xs[i]
for (let i = 1; i < xs.length; i++) s += 10 * xs[i]
return s }`
    const seen = await seenIn(twice, [[3, 5]])
    expect(seen.map(({ repaired }) => repaired)).toMatchObject([
      { value: 58 },
      { value: 85 },
      { value: 88 },
    ])
    expect(seen.map(({ place }) => place.line)).toEqual([2, 3, 2])
  })

  test('with what it gives where it stopped with an error', async () => {
    const total = (start: string) =>
      `export const f = (xs) => 1 + xs.map((x) => 2 * x).reduce((a, b) => a + b${start})`
    const [seen, ...others] = await seenIn(total(''), [[]], '', 'error')
    expect(seen).toMatchObject({ id: 'reduce-without-start', repaired: { value: 1 } })
    expect(others).toEqual([])
    expect(await seenIn(total(', 0'), [[]], '', 'error')).toEqual([])
    expect(await seenIn(total(''), [[3]], '', 'error')).toEqual([])
  })

  test('where an error hides the places behind it, with what all repairs give', async () => {
    const text = `export function f(xs) { const names = ['a'].reduce((a, b) => a + b)
const total = xs.reduce((a, b) => a + b)
const product = xs.map((x) => 2 * x).reduce((a, b) => a * b)
return names.length + total + product }`
    const seen = await seenIn(text, [[]], '', 'error')
    expect(seen).toMatchObject([{ id: 'reduce-without-start', repaired: { value: 2 } }])
    expect(seen.map(({ place }) => place.line)).toEqual([2])
  })

  test('in a file beside the submission', async () => {
    const text = "import { g } from './a.ts'\nexport const f = (xs) => g(xs)"
    const beside = 'export const g = (xs) => [...xs].sort()'
    expect(await told(text, [[2, 10]], beside)).toEqual(['sort-as-text'])
    expect(await told(text, [[1, 2]], beside)).toEqual([])
  })

  test('not the hundredth of a kind, since each takes a run', async () => {
    const many = Array.from({ length: 100 }, (_, i) => `const a${i} = [1, 2].sort()`)
    const text = `export function f(xs) {\n${many.join('\n')}\nreturn [...xs].sort() }`
    expect(await told(text, [[2, 10]])).toEqual([])
  })

  test('and what never ends, or is no program once it is repaired, does no harm', async () => {
    const endless = 'export function f(xs) { while (true) { [...xs].sort() } }'
    expect(await told(endless, [[2, 10]])).toEqual([])
  })
})
