import { describe, expect, test } from 'vitest'
import { gradingContext } from '../../src/grading/context.ts'
import type { GradingServices } from '../../src/grading/services.ts'
import type { Tables } from '../../src/grading/tables.ts'
import type { EvaluationRequest, Session } from '../../src/session.ts'
import { OPTIONS } from '../checks/judge-text.ts'
import { evaluated, tableOf } from '../checks/table.ts'
import { checkCalled, LOADED, square } from './stub.ts'

const samples = tableOf({
  rows: [
    [1, 1],
    [2, 1],
  ],
  low: [1, 4],
})
const chosen = tableOf({ rows: [[3, 1]], low: [9] })

/** A context whose function gives x², but 0 from 2 on. */
function opened(reference = samples) {
  const asked: number[] = []
  const session = {
    evaluate: async ({ columns }: EvaluationRequest) => {
      const [x = new Float64Array()] = columns
      asked.push(x.length)
      return evaluated([...x].map((value) => (value < 2 ? value * value : 0)))
    },
  } as never as Session
  const tables = {
    reference: async () => reference,
    everywhere: async () => samples,
    extremes: () => samples,
    trials: async ({ id }: { readonly id: string }) => ({ of: id }),
  } as never as Tables
  const services = {
    referenceAt: (_: unknown, name: string, rows: unknown) => ({ name, rows }),
    prove: () => ({ verdict: 'equal' }),
  } as never as GradingServices
  const load = {
    kind: 'loaded' as const,
    functions: { f: LOADED },
    output: '',
    files: [],
    numbers: [],
  }
  const job = { exercise: square, options: OPTIONS } as never
  return { asked, contextOf: gradingContext(job, { session, load, services, tables }) }
}

describe('the checks of a submission share', () => {
  test('what its functions gave at the samples, and where that is wrong', async () => {
    const { asked, contextOf } = opened()
    const [value, stability] = ['f-value', 'f-stability'].map((id) => contextOf(checkCalled(id)))
    const values = await value?.values('f')
    expect(await stability?.values('f')).toBe(values)
    expect(await value?.wrongAt('f')).toEqual([1])
    expect(await stability?.wrongAt('f')).toEqual([1])
    expect(asked).toEqual([2])
  })

  test('the proof of each', () => {
    const { contextOf } = opened()
    const proof = contextOf(checkCalled('f-value')).proof('f')
    expect(contextOf(checkCalled('f-proof')).proof('f')).toBe(proof)
  })
})

test('where single points were asked for, wrong are still the samples', async () => {
  const { asked, contextOf } = opened(chosen)
  const context = contextOf(checkCalled('f-value'))
  expect([...(await context.values('f')).values]).toEqual([0])
  expect(await context.wrongAt('f')).toEqual([1])
  expect(asked).toEqual([1, 2])
})

describe('a check sees', () => {
  const { contextOf } = opened()
  const context = contextOf(checkCalled('f-value'))

  test('its exercise, its options, its function and what was loaded', async () => {
    expect(context).toMatchObject({ exercise: square, options: OPTIONS, asked: [] })
    expect(context.function).toBe(square.functions.f)
    expect(context.found('f')).toBe(LOADED)
    expect(context.found('df')).toBeUndefined()
    expect(await context.trials()).toEqual({ of: 'f-value' })
    expect(context.extremes('f')).toBe(samples)
    expect(context.referenceAt('f', [[1]])).toEqual({ name: 'f', rows: [[1]] })
  })

  test('no function where it asks about the whole file', () => {
    const { function: _, ...whole } = checkCalled('f-value')
    expect(() => contextOf(whole).function).toThrow('the check f-value asks about no function')
  })
})
