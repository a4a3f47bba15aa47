import { afterAll, expect, it } from 'vitest'
import { conditionVariables, variablesIn } from '../../../src/formula/variables.ts'
import { proveEqual } from '../../../src/prover/prove-equal.ts'
import { parseAssumption, parseFormula } from '../../../src/source/parse-formula.ts'
import { randomFrom } from '../pair-generator.ts'
import * as X from './exact.ts'
import * as F from './fraction.ts'
import { type Asked, objectionTo } from './judge.ts'
import { type Case, KINDS } from './kinds.ts'

const SEED = Number(process.env.MLP_CHECK_FUZZ_SEED ?? 2026)
const EACH = Number(process.env.MLP_CHECK_FUZZ_RUNS ?? 170)
const SIMPLE = ['0', '1'].map((text) => X.exact(F.fromText(text)))

/** The share of unknown answers that a kind may have: what is right to ask is mostly answered. */
const UNKNOWN: { readonly [kind: string]: number } = {
  'zeros that do not look so': 0.2,
  'comparisons with infinity': 0.2,
  'signs of sines and cosines': 0.1,
  'equations among assumptions': 0.15,
  'thresholds of inverse functions': 0.15,
  'conditions that are hardly met': 0.8,
  'crossings of smooth functions': 0.12,
  'parameters and assumptions': 0.12,
}

interface Row {
  readonly kind: string
  readonly cases: number
  readonly faults: number
  readonly unknown: number
  readonly longest: number
}

const table: Row[] = []

it.each(Object.entries(KINDS))(
  `holds its answers against certified evaluation: %s (${EACH} pairs, seed ${SEED})`,
  (kind, make) => {
    const random = randomFrom(SEED)
    const faults: string[] = []
    let [unknown, longest] = [0, 0]
    for (let index = 0; index < EACH; index++) {
      const one = make(random)
      const asked = read(one)
      const started = process.cpuUsage()
      const answer = proveEqual(asked.a, asked.b, asked.assumptions)
      longest = Math.max(longest, process.cpuUsage(started).user / 1000)
      if (answer.verdict === 'unknown') unknown++
      const objection = objectionTo(asked, answer, random) ?? againstTruth(one, answer.verdict)
      if (objection !== undefined) faults.push(`${answer.verdict}, but ${objection}: ${text(one)}`)
    }
    table.push({ kind, cases: EACH, faults: faults.length, unknown, longest })
    expect(faults).toEqual([])
    expect(unknown / EACH).toBeLessThanOrEqual(UNKNOWN[kind] ?? 0.06)
  },
  900_000,
)

afterAll(() => {
  const rows = table.map(({ kind, cases, faults, unknown, longest }) => {
    return `${kind}: ${cases} pairs, ${faults} faults, ${unknown} unknown, longest ${longest.toFixed(0)} ms`
  })
  console.log([`seed ${SEED}`, ...rows].join('\n'))
})

function read({ a, b, assume = [], near = SIMPLE }: Case): Asked {
  const [left, right] = [parseFormula(a), parseFormula(b)]
  const assumptions = assume.map(parseAssumption)
  const names = [variablesIn(left), variablesIn(right), ...assumptions.map(conditionVariables)]
  const variables = [...new Set(names.flatMap((some) => [...some]))].sort()
  return { a: left, b: right, assumptions, variables, near }
}

function againstTruth({ truth }: Case, verdict: string): string | undefined {
  return truth === undefined || verdict === truth || verdict === 'unknown'
    ? undefined
    : `it is ${truth}`
}

function text({ a, b, assume = [] }: Case): string {
  return [a, b, ...assume].join('  |  ')
}
