import { expect, test } from 'vitest'
import type { CheckContext } from '../../src/checks/define-check.ts'
import { tellFaults, whereNaNPasses } from '../../src/checks/tell-faults.ts'
import type { EvaluationRequest, PointFault } from '../../src/session.ts'
import { evaluated, tableOf } from './table.ts'

const N = 40
const rows = Array.from({ length: N }, (_, k) => [k])
const table = tableOf({ rows, low: rows.map(() => 0), orNaN: [3, 30] })

/** As a session answers of a function that throws at even numbers and is NaN at odd ones. */
function context(asked: number[][] = []): CheckContext {
  const evaluate = async ({ columns }: EvaluationRequest) => {
    const xs = [...(columns[0] as Float64Array)]
    asked.push(xs)
    const faults = faultsAmong(xs)
    return evaluated(
      xs.map(() => Number.NaN),
      faults.slice(0, 8),
      faults.length,
    )
  }
  return { function: { name: 'f' }, session: { evaluate } } as never as CheckContext
}

function faultsAmong(xs: readonly number[]): PointFault[] {
  return xs.flatMap((x, index) =>
    x % 2 === 0 ? [{ index, kind: 'threw' as const, message: `at ${x}` }] : [],
  )
}

const all = faultsAmong(rows.flat())
const result = evaluated(
  rows.map(() => Number.NaN),
  all.slice(0, 8),
  all.length,
)

test('what was told is not asked again', async () => {
  const asked: number[][] = []
  const told = await tellFaults(context(asked), table, { result, at: [0, 2, 14] })
  expect(told.faults).toEqual(result.faults)
  expect(asked).toEqual([])
  const complete = evaluated([0], [])
  expect(await tellFaults(context(asked), table, { result: complete, at: [0] })).toBe(complete)
})

test('any other point is asked about by itself, eight at a time, and found by its own index', async () => {
  const asked: number[][] = []
  const at = rows.flat().slice(16)
  const told = await tellFaults(context(asked), table, { result, at })
  expect(asked.map((xs) => xs.length)).toEqual([8, 8, 8])
  const found = told.faults.slice(8)
  expect(found.map(({ index }) => index)).toEqual(at.filter((x) => x % 2 === 0))
  for (const { index, message } of found) expect(message).toBe(`at ${index}`)
})

test('a value that is a number is no fault', async () => {
  const asked: number[][] = []
  const numbers = evaluated(
    rows.map(([x = 0]) => (x === 20 ? Number.NaN : 1)),
    [],
    1,
  )
  await tellFaults(context(asked), table, { result: numbers, at: [19, 20, 21] })
  expect(asked).toEqual([[20]])
})

test('where NaN would pass', () => {
  expect(whereNaNPasses(table)).toEqual([3, 30])
})
