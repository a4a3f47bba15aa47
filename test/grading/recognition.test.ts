import { describe, expect, test } from 'vitest'
import type { CheckContext } from '../../src/checks/define-check.ts'
import type { FunctionSpec } from '../../src/exercise.ts'
import { recognition } from '../../src/grading/recognition.ts'
import type { CallResult } from '../../src/session.ts'
import { exerciseOf, OPTIONS } from '../checks/judge-text.ts'
import { evaluated, tableOf } from '../checks/table.ts'
import { checkCalled, contextOf, PASSED, PLACE, WRONG } from './stub.ts'

const rows = Array.from({ length: 60 }, (_, k) => [k / 3 - 10, k % 2 === 0 ? 0.5 : 2])
const truth = rows.map(([x = 0, alpha = 0]) => alpha * x ** 2)
const table = tableOf({ rows, low: truth })
const firstRows = tableOf({ rows, low: truth })
const doubled = evaluated(truth.map((value) => 2 * value))
const context = (change: Partial<CheckContext> = {}, id = 'f-value') =>
  contextOf(id, { reference: async () => table, values: async () => doubled, ...change })

test('what a check knows itself comes first', async () => {
  const own = { kind: 'note', note: 'own', title: '', hint: '', by: 'values' } as const
  expect(await recognition(context(), { ...WRONG, recognition: own })).toEqual({
    note: own,
  })
})

test('else the values are held against known mistakes', async () => {
  expect(await recognition(context(), WRONG)).toMatchObject({
    note: { note: 'doubled', hint: 'Once.' },
  })
})

const observation = (suspicion: boolean) => ({
  ...{ id: suspicion ? 'cut-off' : 'not-called', suspicion, place: PLACE },
  says: { id: 'observed.not-called', values: { found: 'Math.exp' } },
})
const observing = (...suspicions: boolean[]) => ({
  ...contextOf('f-value').session,
  observe: async () => suspicions.map(observation),
})

test('what stands wrong in the source comes before the values, and a suspicion after them', async () => {
  const wrong = await recognition(context({ session: observing(true, false) }), WRONG)
  expect(wrong).toMatchObject({ note: { note: 'not-called', by: 'source' }, place: PLACE })
  const known = await recognition(context({ session: observing(true) }), WRONG)
  expect(known).toMatchObject({ note: { note: 'doubled' } })
  const values = async () => evaluated(truth.map((_, k) => Math.sin(k)))
  const unknown = await recognition(context({ session: observing(true), values }), WRONG)
  expect(unknown).toMatchObject({ note: { note: 'cut-off' } })
})

test('a suspicion that was tried comes before a note that only says that some function is another one', async () => {
  const exercise = exerciseOf({
    functions: { f: 'sqrt(abs(x))' },
    checks: [{ kind: 'value', function: 'f' }],
  })
  const rows = Array.from({ length: 60 }, (_, k) => [k / 3 - 10])
  const near = {
    ...{ exercise, function: exercise.functions.f as FunctionSpec },
    reference: async () => tableOf({ rows, low: rows.map(([x = 0]) => Math.sqrt(Math.abs(x))) }),
    values: async () => evaluated(rows.map(([x = 0]) => Math.cbrt(Math.abs(x)))),
  }
  expect(await recognition(context(near), WRONG)).toMatchObject({
    note: { note: 'other-function' },
  })
  const untried = await recognition(context({ ...near, session: observing(true) }), WRONG)
  expect(untried).toMatchObject({ note: { note: 'other-function' } })
  const observe = async () => [
    { ...observation(true), repaired: { kind: 'returned' as const, value: 0.25 } },
  ]
  const session = { ...observing(true), observe }
  const tried = await recognition(context({ ...near, session }), WRONG)
  expect(tried).toMatchObject({ note: { note: 'cut-off' } })
})

test('a suspicion is told only where its repair is right at the call that is shown', async () => {
  const values = async () => evaluated(truth.map((_, k) => Math.sin(k)))
  const gives = (value: number) => ({ kind: 'returned' as const, value })
  const seen = [1, 2].map((value) => ({
    ...observation(true),
    says: told(value),
    repaired: gives(value),
  }))
  const session = { ...contextOf('f-value').session, observe: async () => seen }
  const accepts = (right: number) => (answer: CallResult) =>
    answer.kind === 'returned' && answer.value === right
  const recognised = async (right: number) =>
    recognition(context({ session, values }), { ...WRONG, accepts: accepts(right) })
  expect(await recognised(2)).toMatchObject({ note: { says: { values: { found: '2' } } } })
  expect(await recognised(3)).toBeUndefined()
})

const told = (value: number) => ({ id: 'observed.not-called', values: { found: String(value) } })

test('no slip is suspected in what is right but for its rounding', async () => {
  const values = async () => evaluated(truth.map((_, k) => Math.sin(k)))
  const asked = context({ session: observing(true), values })
  expect(await recognition(asked, { ...WRONG, fragile: true })).toBeUndefined()
})

test('functions that are right for each other are exchanged', async () => {
  const values = async () => evaluated(truth)
  const session = { ...observing(), evaluate: values }
  const exchanged = { session, values, everywhere: async () => table, referenceAt: () => firstRows }
  expect(await recognition(context(exchanged as Partial<CheckContext>), WRONG)).toMatchObject({
    note: { note: 'functions-swapped', title: '`f` is right for `df`, and `df` for `f`' },
  })
})

describe('there is nothing to recognise', () => {
  const { function: _, ...whole } = checkCalled('f-value')
  const data = exerciseOf({
    functions: { f: { signature: '(v: number[]) => number' }, g: { summary: 'no formula' } },
    checks: [
      { kind: 'witness', function: 'f', property: 'lost-direction' },
      { kind: 'cost', function: 'g', most: {} },
    ],
  })

  test.each<[string, CheckContext]>([
    ['in a check of the whole file', context({ spec: whole })],
    [
      'at points that somebody chose',
      context({ options: { ...OPTIONS, at: [{ variable: 1, parameters: {} }] } }),
    ],
    ['far out, where the function is right elsewhere', context({}, 'f-stability')],
    ['in a function of data', context({ exercise: data }, 'f-witness')],
    ['where there is no formula', context({ exercise: data }, 'g-cost')],
    [
      'where the exercise is at fault',
      context({ reference: () => Promise.reject(new Error('x')) }),
    ],
    [
      'where the values are none of a known mistake',
      context({ values: async () => evaluated(truth.map((_, k) => Math.sin(k))) }),
    ],
  ])('%s', async (_, given) => {
    expect(await recognition(given, WRONG)).toBeUndefined()
  })

  test('in what is right or never answered', async () => {
    expect(await recognition(context(), PASSED)).toBeUndefined()
    expect(await recognition(context(), { ...WRONG, cause: 'crashed' })).toBeUndefined()
  })
})
