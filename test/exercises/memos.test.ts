import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openJudge } from './judge.ts'

const judge = openJudge()

/** What hasty tables know a call by, as source; each loses something that the answer depends on. */
const KEYS = {
  'sorted numbers and the first list':
    '(args) => { const leaves = (v) => typeof v === "object" ? Object.values(v).flatMap(leaves) : [v]; return JSON.stringify([leaves(args).sort(), args.map((v) => Array.isArray(v) ? v[0] : 0)]) }',
  'the sums of the lists':
    '(args) => JSON.stringify(args, (_, v) => Array.isArray(v) && v.length > 0 && v.every((x) => typeof x === "number") ? v.reduce((a, b) => a + b).toFixed(9) : v)',
  'three decimals':
    '(args) => JSON.stringify(args, (_, v) => typeof v === "number" ? v.toFixed(3) : v)',
  'the objects themselves':
    '(() => { let held = [], n = 0; return (args) => { if (args.length !== held.length || args.some((v, k) => v !== held[k])) { held = args; n++ } return n } })()',
}

/** What a number is far from changing: a rank, a choice, zeros and ones. */
const COARSE = ['rank', 'bestNonlinearity', 'jacobian']

/** The same for functions of numbers, such as `(units, perFunction)` and `(x, alpha)`. */
const KEYS_OF_NUMBERS = {
  'its numbers in order of size': '(args) => JSON.stringify([...args].sort())',
  'the sum of two numbers': '(args) => String(args.slice(-2).reduce((a, b) => a + b))',
  'the first argument': '(args) => String(args[0])',
  'the last argument': '(args) => String(args.at(-1))',
}
const FUNCTIONS_OF_NUMBERS = {
  ex2: ['prelu', 'dprelu'],
  ex3: ['preluOfPrelu'],
  ex19: ['layerCost'],
}

/** And for one number, or objects made of one. */
const KEYS_OF_ONE = {
  'the last digit': '([x]) => String(x % 10)',
  'the number itself': '([x]) => String(x)',
  'three decimals': '([x]) => x.toFixed(3)',
  'its size': '([x]) => String(Math.abs(x))',
  'its square in float32': '([x]) => String(Math.fround((x - 0.5) ** 2))',
}

/** The functions of data. */
const FUNCTIONS = {
  ex4: ['pieces', 'addPieces'],
  ex6: ['collapse', 'rank'],
  ex7: ['standardize', 'crossGradient'],
  ex8: ['forward', 'backward'],
  ex14: ['chainGradient'],
  ex16: ['subtractPieces', 'preluPieces', 'deepPieces'],
  ex17: ['output', 'outputRange', 'bestNonlinearity', 'errors'],
  ex18: ['jacobian'],
  ex20: ['largestGap'],
}

const solutionOf = (id: string) => {
  const folder = readdirSync('solutions').find((name) =>
    name.startsWith(`ex${id.slice(2).padStart(2, '0')}-`),
  )
  return readFileSync(join('solutions', folder ?? '', 'solution.ts'), 'utf8')
}

/** The solution, with a table before each function that answers what it believes to have answered before. */
function remembering(source: string, names: readonly string[], key: string): string {
  const tables = names.map(
    (name) => `const key_${name} = ${key}
const seen_${name} = new Map()
const kept_${name} = (...args) => { const k = key_${name}(args); if (!seen_${name}.has(k)) seen_${name}.set(k, ${name}(...args)); return seen_${name}.get(k) }
export { kept_${name} as ${name} }
`,
  )
  const hidden = names.reduce(
    (text, name) => text.replace(new RegExp(`export (function|const) ${name}\\b`), `$1 ${name}`),
    source,
  )
  return `${hidden}\n${tables.join('')}`
}

/** Which functions with such a table give right answers all the same, however they are written. */
async function stillRight(id: string, names: readonly string[], key: string): Promise<string[]> {
  const { checks } = await judge.report(id, remembering(solutionOf(id), names, key))
  const answers = (name: string) => checks.find((check) => check.function === name)
  return names.filter((name) => answers(name)?.status === 'passed')
}

describe.each(Object.entries(KEYS))('no table passes that knows a call by %s', (known, key) => {
  it.each(Object.entries(FUNCTIONS))('in %s', async (id, functions) => {
    const coarse = known === 'three decimals' ? COARSE : []
    const names = functions.filter((name) => !coarse.includes(name))
    expect(await stillRight(id, names, key)).toEqual([])
  })
})

describe.each(Object.entries(KEYS_OF_NUMBERS))(
  'no table passes that knows a call by %s',
  (_, key) => {
    it.each(Object.entries(FUNCTIONS_OF_NUMBERS))('in %s', async (id, names) => {
      expect(await stillRight(id, names, key)).toEqual([])
    })
  },
)

it.each([
  ['ex10', 'train', 'the last digit'],
  ['ex10', 'leaf', 'the number itself'],
  ['ex3', 'isIdempotent', 'three decimals'],
  ['ex3', 'isIdempotent', 'its size'],
  ['ex3', 'isIdempotent', 'its square in float32'],
  ['ex3', 'reluOfRelu', 'its size'],
  ['ex19', 'sigmoid', 'its size'],
  ['ex19', 'drelu', 'its size'],
] as const)('in %s no table of %s passes that knows a call by %s', async (id, name, key) => {
  expect(await stillRight(id, [name], KEYS_OF_ONE[key])).toEqual([])
})

describe.each([
  ['all that is in it', '(args) => JSON.stringify(args, (_, v) => Object.is(v, -0) ? "-0" : v)'],
  ['all that is in it, and knows one zero', '(args) => JSON.stringify(args)'],
])('a table that knows a call by %s passes', (_, key) => {
  const scalars = { ex10: ['train'], ex19: ['operations', 'layerCost'] }
  it.each(Object.entries({ ...FUNCTIONS, ...scalars }))('in %s', async (id, names) => {
    const source = remembering(solutionOf(id), names, key)
    expect(await judge.report(id, source)).toMatchObject({ status: 'passed' })
  })
})

/** The keys of a map know one zero, and functions that keep the sign of theirs are right. */
const BY_NUMBER = {
  ex1: ['tanh', 'dtanh'],
  ex2: ['prelu', 'dprelu', 'dpreluDalpha'],
  ex3: ['reluOfRelu', 'preluOfPrelu', 'isIdempotent'],
  ex11: ['sigmoid', 'dsigmoid'],
  ex12: ['relu', 'drelu'],
  ex13: ['swish', 'dswish'],
  ex19: ['sigmoid', 'tanh', 'relu', 'dsigmoid', 'dtanh', 'drelu'],
}

describe('a table of numbers that knows one zero passes', () => {
  it.each(Object.entries(BY_NUMBER))('in %s', async (id, names) => {
    const { checks } = await judge.report(
      id,
      remembering(solutionOf(id), names, '(args) => args.map((v) => v + 0).join()'),
    )
    const judged = checks.filter(({ kind }) => /value|derivative|kink|stability|call/.test(kind))
    expect(judged.filter(({ status }) => status !== 'passed')).toEqual([])
  })
})
