import { afterAll, expect, it } from 'vitest'
import type { Domain } from '../../../src/formula/domain.ts'
import { conditionVariables, variablesIn } from '../../../src/formula/variables.ts'
import { proveWithin } from '../../../src/prover/prove-within.ts'
import { parseAssumption, parseFormula } from '../../../src/source/parse-formula.ts'
import { type Random, randomFrom } from '../pair-generator.ts'
import * as X from './exact.ts'
import * as F from './fraction.ts'
import { pick } from './judge.ts'
import { type AskedWithin, objectionWithin } from './judge-within.ts'
import { type Case, KINDS } from './kinds.ts'

const SEED = Number(process.env.MLP_CHECK_FUZZ_SEED ?? 2026)
const EACH = Number(process.env.MLP_CHECK_FUZZ_RUNS ?? 50)

const TOLERANCES = ['0', '1e-15', '1e-14', '1e-5', '1e-5', '0.01', '0.9']

const tally = new Map<string, number>()

it.each(Object.entries(KINDS))(
  `holds its answers about a domain against certified evaluation: %s (${EACH} pairs, seed ${SEED})`,
  (_, make) => {
    const random = randomFrom(SEED)
    const faults: string[] = []
    for (let index = 0; index < EACH; index++) {
      const one = make(random)
      const tolerance = pick(random, TOLERANCES)
      const asked = read(one, tolerance, random)
      const decision = proveWithin(asked.a, asked.b, { ...asked, tolerance: Number(tolerance) })
      tally.set(decision.verdict, (tally.get(decision.verdict) ?? 0) + 1)
      const objection = objectionWithin(asked, decision, random)
      if (objection === undefined) continue
      const said = [one.a, one.b, ...(one.assume ?? []), JSON.stringify(asked.domain), tolerance]
      faults.push(`${decision.verdict}, but ${objection}: ${said.join('  |  ')}`)
    }
    expect(faults).toEqual([])
  },
  900_000,
)

afterAll(() => {
  const rows = [...tally].map(([verdict, count]) => `${verdict}: ${count}`)
  console.log([`on domains, seed ${SEED}`, ...rows].join('\n'))
})

function read(
  { a, b, assume = [], near = [] }: Case,
  tolerance: string,
  random: Random,
): AskedWithin {
  const [left, right] = [parseFormula(a), parseFormula(b)]
  const assumptions = assume.map(parseAssumption)
  const names = [variablesIn(left), variablesIn(right), ...assumptions.map(conditionVariables)]
  const variables = [...new Set(names.flatMap((some) => [...some]))].sort()
  const domain: Domain = {
    intervals: {
      x: pick(random, [
        [-20, 20],
        [-20, 20],
        [-3, 5],
        [0, 8],
      ] as const),
    },
    parameters: Object.fromEntries(
      variables.filter((name) => name !== 'x').map((name) => [name, [-1, 2] as const]),
    ),
    assume: assumptions,
  }
  const simple = ['0', '1'].map((one) => X.exact(F.fromText(one)))
  return {
    a: left,
    b: right,
    assumptions,
    variables,
    near: [...simple, ...near],
    domain,
    tolerance: F.fromText(tolerance),
  }
}
