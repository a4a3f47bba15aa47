import { describe, expect, test } from 'vitest'
import { arithmeticEvidence, culpritOf, isProvedAt } from '../../src/checks/arithmetic.ts'
import type { CheckContext, Proof } from '../../src/checks/define-check.ts'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import { say } from '../../src/messages/render.ts'
import type { Decision } from '../../src/prover/decision.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { exerciseOf } from './judge-text.ts'
import { tableOf } from './table.ts'

describe('the part of a formula that breaks at a point', () => {
  test.each<[string, string, number, object | undefined]>([
    [
      'overflows',
      'exp(x) / (1 + exp(x))',
      800,
      { problem: 'overflow', expression: 'exp(x)', value: 'Infinity' },
    ],
    [
      'is no number',
      '0 * sqrt(x)',
      -1,
      { problem: 'not-a-number', expression: 'sqrt(x)', value: 'NaN' },
    ],
    ['loses its digits', '(x + 1e17) - 1e17', 3, { problem: 'cancellation', value: 0 }],
    ['loses some, not half of them', '(x + 1e5) - 1e5', 3, undefined],
    ['loses none', '1 - x', 0.5, undefined],
    ['cancels to nothing', 'x - x', 3, { problem: 'cancellation', value: 0 }],
    ['is nothing from nothing', 'x - x', 0, undefined],
    ['is a NaN that stands there', 'x > 0 ? NaN : 1', 1, undefined],
  ])('%s', (_, formula, x, culprit) => {
    const expr = parseFormula(formula)
    const found = culpritOf(expr, { x }, compileFloat64(expr, ['x'])(x))
    if (culprit === undefined) expect(found).toBeUndefined()
    else expect(found).toMatchObject(culprit)
  })
})

describe('is told as the submission computed it', () => {
  const lost = '(x + 1e17) - 1e17'

  test('where all of the formula loses its digits, by what came out', () => {
    const found = culpritOf(parseFormula(lost), { x: 3 }, 16)
    expect(found).toMatchObject({ problem: 'cancellation', value: 16 })
  })

  test.each([
    ['a part of it', `2 * (${lost})`, 32],
    ['no number came out', lost, Number.NaN],
    ['an overflow, where a number came out', 'exp(x + 800)', 7],
    ['a NaN, where a number came out', 'sqrt(0 - x)', 0],
  ])('not where that is unknown: %s', (_, formula, got) => {
    expect(culpritOf(parseFormula(formula), { x: 3 }, got)).toBeUndefined()
  })
})

const exercise = exerciseOf({
  functions: { f: 'x' },
  checks: [{ kind: 'value', function: 'f' }],
})
const table = tableOf({ rows: [[3], [5]], low: [3, 5] })
const ZERO = { index: 0, got: 0 }
const context = (proof: Proof) =>
  ({ exercise, function: exercise.functions.f, proof: () => proof }) as never as CheckContext
const decided = (decision: Decision): Proof => ({
  ...{ kind: 'decided', decision, reference: parseFormula('x') },
  domain: { intervals: { x: [-4, 4] }, parameters: {}, assume: [] },
  formula: parseFormula('(x + 1e17) - 1e17'),
})

const missing: Proof = {
  ...{ kind: 'undecided', verdict: 'unknown' },
  why: say('not-followed.missing'),
}

const PLACE = { where: ['x = 3'], finding: 'differ' as const }
const apartAt3: Decision = { verdict: 'null-set', where: 'x = 3', cells: [PLACE] }

describe('is told where the source is proved right', () => {
  test('at the point itself', () => {
    expect(isProvedAt(context(decided({ verdict: 'equal' })), table, 0)).toBe(true)
    expect(isProvedAt(context(decided(apartAt3)), table, 1)).toBe(true)
    expect(isProvedAt(context(decided(apartAt3)), table, 0)).toBe(false)
    expect(isProvedAt(context(decided({ verdict: 'unknown', why: '' })), table, 0)).toBe(false)
    expect(isProvedAt(context(missing), table, 0)).toBe(false)
  })

  test('no farther than the proof goes', () => {
    const onDomain = decided({ verdict: 'equal-on-domain', within: '-4 <= x <= 4' })
    expect(isProvedAt(context(onDomain), table, 0)).toBe(true)
    expect(isProvedAt(context(onDomain), table, 1)).toBe(false)
  })

  test('with the point', () => {
    expect(arithmeticEvidence(context(decided({ verdict: 'equal' })), table, ZERO)).toMatchObject([
      { kind: 'arithmetic', problem: 'cancellation', inputs: { x: 3 } },
    ])
    const domain = decided({ verdict: 'domain', where: '' })
    expect(arithmeticEvidence(context(domain), table, ZERO)).toEqual([])
    expect(arithmeticEvidence(context(missing), table, ZERO)).toEqual([])
  })
})
