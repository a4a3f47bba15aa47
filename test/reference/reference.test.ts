import { describe, expect, it } from 'vitest'
import { SpecError } from '../../src/errors.ts'
import type { KinkSpec } from '../../src/exercise.ts'
import { float64Table } from '../../src/reference/float64-table.ts'
import { referenceTable } from '../../src/reference/reference.ts'
import { accepts, defaultTolerance } from '../../src/reference/tolerance.ts'
import { exerciseOf, type FunctionFixture, request, services } from './exercise-fixture.ts'

const ALPHA = { alpha: [0.25, 1.5, -0.5] }

function tableOf(of: string, derivative: FunctionFixture, parameters = {}) {
  const functions = { f: { formula: of }, df: { of: 'f', ...derivative } }
  return referenceTable(exerciseOf({ functions, parameters }), request('df'), services)
}

/** Which of the candidates pass at x = `at`, in the rows of the first parameter set. */
async function passing(
  table: ReturnType<typeof tableOf>,
  at: number,
  candidates: readonly number[],
): Promise<number[]> {
  const known = await table
  const index = known.columns[0]?.indexOf(at) ?? -1
  expect(index).toBeGreaterThanOrEqual(0)
  return candidates.filter((got) => accepts(known, index, got, defaultTolerance))
}

const AT_ZERO: KinkSpec = { at: 0, accept: { kind: 'between', orNaN: false } }
const OR_NAN: KinkSpec = { at: 0, accept: { kind: 'between', orNaN: true } }
const PINNED: KinkSpec = { at: 0, accept: { kind: 'value', value: 0 } }
const CANDIDATES = [-1, 0, 0.25, 0.5, 1, 2, Number.NaN]

describe('at a kink', () => {
  it('any value between the one-sided derivatives passes', async () => {
    const expected = [0, 0.25, 0.5, 1]
    expect(await passing(tableOf('relu(x)', {}), 0, CANDIDATES)).toEqual(expected)
    expect(await passing(tableOf('max(0, x)', {}), 0, CANDIDATES)).toEqual(expected)
    expect(await passing(tableOf('x > 0 ? x : 0', {}), 0, CANDIDATES)).toEqual(expected)
    const prelu = tableOf('prelu(x, alpha)', { kinks: [AT_ZERO] }, ALPHA)
    expect(await passing(prelu, 0, CANDIDATES)).toEqual([0.25, 0.5, 1])
  })

  it('NaN passes where the spec or its formula says that the derivative does not exist', async () => {
    const expected = [0.25, 0.5, 1, Number.NaN]
    const bySpec = tableOf('prelu(x, alpha)', { kinks: [OR_NAN] }, ALPHA)
    expect(await passing(bySpec, 0, CANDIDATES)).toEqual(expected)
    const formula = 'x > 0 ? 1 : x < 0 ? alpha : NaN'
    expect(await passing(tableOf('prelu(x, alpha)', { formula }, ALPHA), 0, CANDIDATES)).toEqual(
      expected,
    )
  })

  it('a pinned value passes alone', async () => {
    expect(await passing(tableOf('relu(x)', { kinks: [PINNED] }), 0, CANDIDATES)).toEqual([0])
  })

  it('nothing is opened where the derivative is continuous', async () => {
    expect(await passing(tableOf('softsign(x)', {}), 0, [0.999, 1, 1.001])).toEqual([1])
    expect(await passing(tableOf('elu(x, alpha)', {}, { alpha: [1] }), 0, [0.9, 1, 1.1])).toEqual([
      1,
    ])
  })

  it('what a differentiated spelling says at the kink itself does not count', async () => {
    const spelt = tableOf('max(0, x) + alpha * min(0, x)', { kinks: [AT_ZERO] }, ALPHA)
    expect(await passing(spelt, 0, [0, 0.2, 0.25, 0.5, 1, 1.1])).toEqual([0.25, 0.5, 1])
    const formula = 'x > 0 ? 1 : alpha'
    const written = tableOf('max(0, x) + alpha * min(0, x)', { formula }, ALPHA)
    expect(await passing(written, 0, [0, 0.2, 0.25, 0.5, 1, 1.1])).toEqual([0.25, 0.5, 1])
  })

  it("the author's own answer at the kink passes wherever it lies", async () => {
    const formula = 'x > 0 ? 1 : x < 0 ? alpha : 0'
    const written = tableOf('prelu(x, alpha)', { formula }, ALPHA)
    expect(await passing(written, 0, [-0.1, 0, 0.25, 1, 1.1])).toEqual([0, 0.25, 1])
  })

  it('limits are those of the derivative, not of the function that jumps there', async () => {
    const jump = tableOf('x > 0 ? x : x + 1', {})
    expect(await passing(jump, 0, [0, 0.5, 1, 2])).toEqual([1])
  })

  it('the neighbours one float32 step away are judged strictly', async () => {
    const step = 1.1754943508222875e-38
    expect(await passing(tableOf('relu(x)', { kinks: [OR_NAN] }), step, CANDIDATES)).toEqual([1])
    expect(await passing(tableOf('relu(x)', { kinks: [OR_NAN] }), -step, CANDIDATES)).toEqual([0])
  })

  it('kinks move with the parameters', async () => {
    const table = tableOf('max(0, x - alpha)', {}, ALPHA)
    expect(await passing(table, 0.25, CANDIDATES)).toEqual([0, 0.25, 0.5, 1])
    expect(await passing(table, 0.5, CANDIDATES)).toEqual([1])
  })

  it('a function that jumps may take either side', async () => {
    const exercise = exerciseOf({ functions: { f: { formula: 'x > 0 ? 1 : -1' } } })
    const table = referenceTable(exercise, request('f'), services)
    expect(await passing(table, 0, [-2, -1, 0, 1, 2])).toEqual([-1, 0, 1])
    expect(await passing(table, 0.5, [-2, -1, 0, 1, 2])).toEqual([1])
  })
})

it('float64 alone opens the same kinks at given rows, without searching for them', async () => {
  const functions = {
    f: { formula: 'max(0, x - alpha) + relu6(x)' },
    df: { of: 'f', kinks: [OR_NAN] },
  }
  const exercise = exerciseOf({ functions, parameters: ALPHA })
  const rows = ALPHA.alpha.flatMap((alpha) => [0, alpha, 6, 7, -1e4, 1e38].map((x) => [x, alpha]))
  const searched = await referenceTable(
    exercise,
    request('df', { points: 0, extra: rows }),
    services,
  )
  const direct = float64Table(exercise, 'df', rows)
  for (const name of ['low', 'high', 'kink', 'orNaN'] as const) {
    expect(direct[name], name).toEqual(searched[name])
  }
  expect(direct.kink.reduce((sum, kink) => sum + kink, 0)).toBe(9)
})

describe('the references', () => {
  it('differentiate in any argument', async () => {
    const table = await tableOf('prelu(x, alpha)', { in: 'alpha', formula: 'min(0, x)' }, ALPHA)
    for (const [i, x] of (table.columns[0] ?? []).entries()) {
      expect(table.low[i]).toBeCloseTo(Math.min(0, x), 12)
      expect(table.tensorflow[i]).toBeCloseTo(Math.min(0, x), 4)
    }
    expect(table.agreement.disputed).toBe(0)
  })

  it('differentiate a derivative', async () => {
    const functions = {
      f: { formula: 'tanh(x)' },
      df: { of: 'f' },
      ddf: { of: 'df', formula: '-2 * tanh(x) * sech(x) ** 2' },
    }
    const table = await referenceTable(exerciseOf({ functions }), request('ddf'), services)
    expect(table.agreement).toMatchObject({ disputed: 0 })
    expect(table.agreement.largest).toBeLessThan(2e-6)
  })

  it('blame the exercise where its own derivative is not the derivative', async () => {
    const wrong = tableOf('tanh(x)', { formula: '1 - tanh(x)' })
    await expect(wrong).rejects.toThrow(SpecError)
    await expect(wrong).rejects.toThrow(
      /trial\/exercise\.yaml: the formula of df gives .* at x = .*, but the derivative of f in x is/,
    )
  })

  it('blame the exercise that has nothing to compare with', async () => {
    const exercise = exerciseOf({ functions: { f: {}, g: { of: 'g' } } })
    await expect(referenceTable(exercise, request('f'), services)).rejects.toThrow(SpecError)
    await expect(referenceTable(exercise, request('g'), services)).rejects.toThrow(SpecError)
  })

  it('dispute what float32 cannot hold, and let float64 decide', async () => {
    const exercise = exerciseOf({ functions: { f: { formula: 'exp(x)' } }, domain: [-20, 700] })
    const table = await referenceTable(exercise, request('f'), services)
    const index = table.columns[0]?.indexOf(700) ?? -1
    expect(table.tensorflow[index]).toBe(Infinity)
    expect(table.disputed[index]).toBe(1)
    expect(accepts(table, index, Math.exp(700), defaultTolerance)).toBe(true)
    expect(table.agreement.disputed).toBeGreaterThan(0)
  })

  it('are tried at each listed parameter value', async () => {
    const table = await tableOf('elu(x, alpha)', {}, ALPHA)
    expect(new Set(table.columns[1])).toEqual(new Set(ALPHA.alpha))
  })
})
