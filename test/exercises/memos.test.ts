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

describe.each(Object.entries(KEYS))('no table passes that knows a call by %s', (known, key) => {
  it.each(Object.entries(FUNCTIONS))('in %s', async (id, functions) => {
    const coarse = known === 'three decimals' ? COARSE : []
    const names = functions.filter((name) => !coarse.includes(name))
    const { checks } = await judge.report(id, remembering(solutionOf(id), names, key))
    const right = names.filter((name) =>
      checks.every((check) => check.function !== name || check.status === 'passed'),
    )
    expect(right).toEqual([])
  })
})

describe('a table that knows a call by all that is in it passes', () => {
  it.each(Object.entries(FUNCTIONS))('in %s', async (id, names) => {
    const source = remembering(
      solutionOf(id),
      names,
      '(args) => JSON.stringify(args, (_, v) => Object.is(v, -0) ? "-0" : v)',
    )
    expect(await judge.report(id, source)).toMatchObject({ status: 'passed' })
  })
})
