import { describe, expect, test } from 'vitest'
import { missingFunction, obstacleTo, skipped } from '../../src/grading/obstacles.ts'
import { say } from '../../src/messages/render.ts'
import type { CheckReport } from '../../src/report/report.ts'
import { checkCalled, contextOf, LOADED } from './stub.ts'

const report = (change: Partial<CheckReport>) =>
  ({ id: 'f-value', function: 'f', title: 'f: value', status: 'failed', ...change }) as CheckReport

const stability = { ...checkCalled('f-stability'), after: ['f-value'] }
const says = (reports: readonly CheckReport[], change: object = {}) =>
  obstacleTo(contextOf('f-stability', { spec: stability, ...change }), reports)?.says

describe('a check waits for another one', () => {
  test('that has to pass', () => {
    const waits = say('dependency', { on: 'the check "f: value" to pass' })
    expect(says([report({})])).toEqual(waits)
    expect(says([report({ status: 'skipped' })])).toEqual(waits)
    expect(says([report({ status: 'errored' })])).toEqual(waits)
    expect(says([report({ status: 'passed' })])).toBeUndefined()
  })

  test('where that was asked at all', () => {
    expect(says([])).toBeUndefined()
    expect(says([report({ id: 'df-derivative', function: 'df' })])).toBeUndefined()
    const elsewhere = report({ status: 'skipped', says: say('points.none') })
    expect(says([elsewhere])).toBeUndefined()
  })
})

describe('what ends everything about a function is said once', () => {
  test.each([
    ['missing-export', 'f to be exported'],
    ['did-not-finish', 'f to finish'],
    ['out-of-memory', 'f to finish'],
    ['not-deterministic', 'f to give one answer to one question'],
  ] as const)('%s', (cause, on) => {
    const other = report({ id: 'another', cause })
    expect(says([other])).toEqual(say('dependency', { on }))
    expect(says([{ ...other, function: 'df' }])).toBeUndefined()
  })

  test.each(['wrong-answer', 'crashed', 'dependency'] as const)('and %s does not', (cause) => {
    expect(says([report({ id: 'another', cause })])).toBeUndefined()
  })

  test('of the whole file, nothing ends everything', () => {
    const { function: _, ...whole } = stability
    const { function: __, ...file } = report({ id: 'another', cause: 'did-not-finish' })
    expect(says([file as CheckReport], { spec: whole })).toBeUndefined()
  })
})

describe('a function that gave no answer however often it was asked', () => {
  const record = (asked: number, answers: number) => ({
    session: { record: () => ({ loading: [], running: [], asked, answers }) } as never,
  })
  const judged = [report({ id: 'another', cause: 'crashed' })]

  test('is asked nothing more', () => {
    expect(says(judged, record(9, 0))).toEqual(say('dependency', { on: 'f to give an answer' }))
  })

  test('and is asked where it gave one, or nobody has told yet', () => {
    expect(says(judged, record(9, 1))).toBeUndefined()
    expect(says(judged, record(0, 0))).toBeUndefined()
    expect(says([], record(9, 0))).toBeUndefined()
    const elsewhere = report({ id: 'another', status: 'skipped', says: say('points.none') })
    expect(says([elsewhere], record(9, 0))).toBeUndefined()
  })
})

test('what is skipped blames nobody and counts nothing', () => {
  expect(skipped('more')).toEqual({
    ...{ status: 'skipped', cause: 'dependency', points: { tested: 0, failed: 0 } },
    ...{ says: say('dependency', { on: 'more' }), evidence: [] },
  })
})

describe('a function that is not there', () => {
  const missing = (near: readonly string[], found?: string, spare: readonly string[] = []) =>
    missingFunction(
      contextOf('f-value', { found: () => ({ kind: 'missing', near, spare, found }) }),
    )

  test('is told with what looks like it, and what to write', () => {
    const outcome = missing(['F', 'ff'])
    expect(outcome).toMatchObject({ status: 'failed', cause: 'missing-export' })
    expect(outcome?.says).toEqual(
      say('submission.missing-export', { function: 'f', near: 'F, ff' }),
    )
    expect(outcome?.evidence).toEqual([
      { kind: 'remark', text: 'write: export function f(x: number, alpha: number): number' },
    ])
  })

  test('or with some of what nobody asks for, where nothing looks like it', () => {
    const spare = ['slope', 'a', 'b', 'c']
    expect(missing([], undefined, spare)?.says.values).toMatchObject({ near: 'slope, a, b' })
    expect(missing(['F'], undefined, spare)?.says.values).toMatchObject({ near: 'F' })
    expect(missing([], '7', spare)?.says.values).toMatchObject({ near: '7 by that name' })
  })

  test('or with what stands under its name', () => {
    expect(missing([], '7')?.says.values).toMatchObject({ near: '7 by that name' })
    expect(missing([])?.says.values).toMatchObject({ near: '' })
  })

  test('is none that is there, nor one that nobody asks about', () => {
    expect(missingFunction(contextOf('f-value', { found: () => LOADED }))).toBeUndefined()
    const { function: _, ...whole } = checkCalled('f-value')
    expect(missingFunction(contextOf('f-value', { spec: whole }))).toBeUndefined()
  })
})
