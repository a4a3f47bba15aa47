import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { proveEqual } from '../../src/prover/prove-equal.ts'
import { parseAssumption, parseFormula } from '../../src/source/parse-formula.ts'

interface Pair {
  readonly id: string
  readonly a: string
  readonly b: string
  readonly assumptions: readonly string[]
  readonly truth: string
}

function pairsOf(name: string): readonly Pair[] {
  const file = new URL(`../fixtures/formula/${name}`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

describe.each([
  ['equality-pairs.json', 209],
  ['equality-pairs-random.json', 300],
  ['deep-learning-pairs.json', 57],
  ['trigonometric-pairs.json', 135],
  ['decimal-bumps.json', 150],
])('%s', (name, count) => {
  const pairs = pairsOf(name)

  it(`holds ${count} pairs`, () => {
    expect(pairs).toHaveLength(count)
  })

  it.each(pairs.map((pair) => [pair.id, pair] as const))('%s is decided as known', (_, pair) => {
    const { a, b, assumptions, truth } = pair
    const decision = proveEqual(parseFormula(a), parseFormula(b), assumptions.map(parseAssumption))
    expect(decision.verdict, `${a}  ~  ${b}`).toBe(truth)
  })
})
