import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { proveEqual } from '../../src/prover/prove-equal.ts'
import { parseAssumption, parseFormula } from '../../src/source/parse-formula.ts'

interface Pair {
  readonly id: string
  readonly a: string
  readonly b: string
  readonly assumptions: readonly string[]
  readonly truth: string
}

const file = new URL('../fixtures/formula/hard-pairs.json', import.meta.url)
const pairs: readonly Pair[] = JSON.parse(readFileSync(file, 'utf8'))

/** Beyond the budget, or beyond what the rules know: said so, never guessed. */
const UNDECIDED: ReadonlySet<string> = new Set(['h3', 'h39', 'h40'])

it.each(pairs.map((pair) => [pair.a, pair.b, pair] as const))('%s  ~  %s', (_a, _b, pair) => {
  const { verdict } = proveEqual(
    parseFormula(pair.a),
    parseFormula(pair.b),
    pair.assumptions.map(parseAssumption),
  )
  expect(verdict).toBe(UNDECIDED.has(pair.id) ? 'unknown' : pair.truth)
})
