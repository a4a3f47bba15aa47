import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openSandbox } from '../../src/node/sandbox.ts'
import type { Json } from '../../src/report/report.ts'

const sandbox = openSandbox()
afterAll(() => sandbox.close())

/** Changes to the part of an argument that a path leads to; some of them change nothing. */
const CHANGES = [
  '',
  'o[k] = o[k]',
  'o[k] = 0',
  'o[k] = -0',
  'o[k] = NaN',
  'o[k] = -o[k]',
  'o[k] = null',
  'o[k] = String(o[k])',
  'o[k] = !o[k]',
  'o[k] = structured(o[k])',
  'o[k] = [o[k]]',
  'o.push?.(1)',
  'if (Array.isArray(o) && o.length > 0) o.length--',
  'if (!Array.isArray(o)) delete o[k]',
  'const v = o[k]; delete o[k]; o[k] = v',
  'o.more = undefined',
  'o.more = () => 1',
  'o.more = 1',
  'o[Symbol.iterator] = undefined',
  'const v = o[k]; Object.defineProperty(o, k, { get: () => v, enumerable: true })',
  'const v = o[k]; Object.defineProperty(o, k, { get: () => 7, enumerable: true })',
  'o.reverse?.()',
  'o.sort?.()',
  'if (Array.isArray(o[k]) && o[k].every((e) => typeof e === "number")) o[k] = Float64Array.from(o[k])',
  'if (Array.isArray(o[k])) o[k] = { ...o[k] }',
  'Object.freeze(o)',
]

const PROGRAM = `const structured = (v) => Array.isArray(v) ? v.map(structured) : typeof v === 'object' && v !== null
  ? Object.fromEntries(Object.entries(v).map(([key, part]) => [key, structured(part)])) : v
const changes = [${CHANGES.map((change) => `(o, k) => { ${change} }`).join()}]
const f = (x, path, which) => {
  let o = x
  for (const step of path.slice(1)) {
    const inside = Object.values(o).filter((v) => typeof v === 'object' && v !== null)
    if (inside.length > 0) o = inside[step % inside.length]
  }
  const keys = Object.keys(o)
  if (keys.length > 0) changes[which](o, keys[path[0] % keys.length])
  return 0
}`

/** The same program, run by Node on data of its own. */
const here = new Function(`${PROGRAM}; return f`)()

/** All that is data in a value, every number told from all others. */
function wordsOf(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (ArrayBuffer.isView(part)) return [...(part as Float64Array)]
    return typeof part === 'number' && (Object.is(part, -0) || !Number.isFinite(part))
      ? { number: Object.is(part, -0) ? '-0' : String(part) }
      : part
  })
}

const number = fc.oneof(fc.constantFrom(0, 1, 2, -1, 0.1), fc.double({ noNaN: true }))
const { data } = fc.letrec<{ data: Json; list: Json[] }>((tie) => ({
  list: fc.array(number, { maxLength: 4 }) as fc.Arbitrary<Json[]>,
  data: fc.oneof(
    { maxDepth: 3 },
    number as fc.Arbitrary<Json>,
    fc.constantFrom('relu', '', true, false, null) as fc.Arbitrary<Json>,
    tie('list'),
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('w', 'b', 'alpha'), tie('data')) as fc.Arbitrary<Json>,
  ),
}))
const argument = fc.oneof(
  fc.array(data, { minLength: 1, maxLength: 4 }),
  fc.record({ w: data, b: data }) as fc.Arbitrary<Json>,
)

test('an argument is told to be another one after a call exactly where its data is', async () => {
  const session = sandbox.session()
  const wanted = { name: 'f', arguments: ['x', 'path', 'which'], symbolic: false }
  await session.load({ file: 'f.js', text: `${PROGRAM}\nexport { f }`, siblings: {} }, [wanted])
  const law = fc.asyncProperty(
    argument,
    fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
    fc.nat(CHANGES.length - 1),
    async (x, path, which) => {
      const own = JSON.parse(JSON.stringify(x))
      const before = wordsOf(own)
      here(own, path, which)
      const { results } = await session.call({ function: 'f', calls: [[x, path, which]] })
      const rewrote = wordsOf(own) === before ? {} : { rewrote: 0 }
      expect(results).toEqual([{ kind: 'returned', value: 0, ...rewrote }])
    },
  )
  await fc.assert(law, { numRuns: 300, seed: 7 })
})
