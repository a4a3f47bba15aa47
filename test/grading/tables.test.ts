import { describe, expect, test } from 'vitest'
import { SpecError } from '../../src/errors.ts'
import type { Exercise } from '../../src/exercise.ts'
import type { FunctionTable, GradingServices } from '../../src/grading/services.ts'
import { evaluationsAhead, gradingTables } from '../../src/grading/tables.ts'
import type { GradingOptions } from '../../src/grading-options.ts'
import { exerciseOf, OPTIONS } from '../checks/judge-text.ts'
import { tableOf } from '../checks/table.ts'
import { checkCalled, square } from './stub.ts'

interface Asked {
  readonly tables: FunctionTable[]
  readonly rows: (readonly number[])[][]
  readonly trials: unknown[]
}

/** Services that note what they are asked for, and give a table of nothing. */
function noting(): { readonly asked: Asked; readonly services: GradingServices } {
  const asked: Asked = { tables: [], rows: [], trials: [] }
  const empty = (name: string) => ({ ...tableOf({ rows: [[0]], low: [0] }), function: name })
  const services = {
    referenceTable: async (_: Exercise, request: FunctionTable) => {
      asked.tables.push(request)
      if (request.function === 'bad') throw new SpecError([{ file: 'a', message: 'b' }])
      return empty(request.function)
    },
    referenceAt: (_: Exercise, name: string, rows: (readonly number[])[]) => {
      asked.rows.push(rows)
      return empty(name)
    },
    trialTable: async (_: Exercise, request: { readonly check: string }) => {
      asked.trials.push(request)
      if (request.check.startsWith('bad')) throw new SpecError([{ file: 'a', message: 'b' }])
      return { by: 'float64', trials: [] }
    },
  } as never as GradingServices
  return { asked, services }
}

function tablesFor(options: Partial<GradingOptions> = {}, exercise = square) {
  const { asked, services } = noting()
  const job = { exercise, options: { ...OPTIONS, ...options } } as never
  return { asked, tables: gradingTables(job, services, exercise.checks) }
}

describe('the truth at sample points', () => {
  test('is asked for once for each function, with the seed and the size of the run', async () => {
    const { asked, tables } = tablesFor({ seed: 3, exhaustive: true })
    const first = await tables.reference('f')
    expect(await tables.reference('f')).toBe(first)
    expect(await tables.everywhere('f')).toBe(first)
    await tables.reference('df')
    expect(asked.tables).toEqual(
      ['f', 'df'].map((name) => ({
        ...{ function: name, seed: 3, points: 512, exhaustive: true, rows: [] },
      })),
    )
  })

  test('is at points that somebody chose, with every value of a parameter left open', async () => {
    const at = [
      { variable: 3, parameters: {} },
      { variable: -1, parameters: { alpha: 7 } },
    ]
    const { asked, tables } = tablesFor({ at })
    await tables.reference('f')
    expect(asked.tables).toEqual([
      {
        ...{ function: 'f', seed: 7, points: 0, exhaustive: false },
        rows: [
          [3, 0.5],
          [3, 2],
          [-1, 7],
        ],
      },
    ])
    await tables.everywhere('f')
    expect(asked.tables[1]).toMatchObject({ points: 512, rows: [] })
  })

  test('and at those within the domain alone', async () => {
    const { asked, tables } = tablesFor({ at: [{ variable: 50, parameters: {} }] })
    await tables.reference('f')
    expect(asked.tables[0]).toMatchObject({ points: 512, rows: [] })
  })
})

describe('the truth far out', () => {
  test('is at both signs of every magnitude, for every value of a parameter', () => {
    const { asked, tables } = tablesFor()
    const first = tables.extremes('f')
    expect(tables.extremes('f')).toBe(first)
    expect(asked.rows).toHaveLength(1)
    expect(asked.rows[0]).toHaveLength(18 * 2)
    expect(asked.rows[0]).toContainEqual([-1e38, 2])
  })

  test('or at the points that somebody chose', () => {
    const { asked, tables } = tablesFor({ at: [{ variable: 50, parameters: { alpha: 1 } }] })
    tables.extremes('f')
    expect(asked.rows).toEqual([[[50, 1]]])
  })

  test('of a function that the exercise does not have is our mistake', () => {
    expect(() => tablesFor().tables.extremes('h')).toThrow('the exercise has no function h')
  })
})

describe('trials of data', () => {
  const data = exerciseOf({
    functions: { f: { signature: '(v: number[]) => number[]' } },
    checks: [
      { kind: 'call', function: 'f', reference: 'double' },
      { kind: 'call', id: 'bad-call', function: 'f', reference: 'double' },
      { kind: 'witness', function: 'f', property: 'lost-direction' },
    ],
    references: `import { defineReference } from 'mlp-check/reference'
export const double = defineReference({ summary: 's', trials: 1, inputs: () => [[1]], exact: (v) => v })`,
  })

  test('are under way before a check asks, and asked for once', async () => {
    const { asked, tables } = tablesFor({}, data)
    expect(asked.trials).toHaveLength(2)
    const call = checkCalled('f-call', data)
    const first = tables.trials(call)
    expect(tables.trials(call)).toBe(first)
    await first
    expect(asked.trials[0]).toEqual({
      ...{ check: 'f-call', reference: 'double', gradientIn: null, seed: 7 },
    })
    expect(asked.trials).toHaveLength(2)
  })

  test('that cannot be had are said by the check that asks', async () => {
    const { tables } = tablesFor({}, data)
    await expect(tables.trials(checkCalled('bad-call', data))).rejects.toThrow(SpecError)
  })

  test('are none where a check names no reference', () => {
    const { tables } = tablesFor({}, data)
    expect(() => tables.trials(checkCalled('f-witness', data))).toThrow('names no reference')
  })

  test('are asked for when a check does, where nobody knew of it before', async () => {
    const { asked, tables } = tablesFor({}, data)
    await tables.trials({ ...checkCalled('f-call', data), id: 'later' })
    expect(asked.trials.at(-1)).toMatchObject({ check: 'later' })
  })
})

describe('evaluations that travel with the submission', () => {
  test('are those that checks of single points will ask for, each once', async () => {
    const { tables } = tablesFor()
    const ahead = await evaluationsAhead(square.checks, tables)
    expect(ahead.map((request) => request.function)).toEqual(['f', 'df', 'f'])
    expect(ahead[0]?.columns).toBe((await tables.reference('f')).columns)
    expect(ahead[2]?.columns).toBe(tables.extremes('f').columns)
  })

  test('leave out what has no table, and what the whole file is asked', async () => {
    const { tables } = tablesFor()
    const value = checkCalled('f-value')
    const { function: _, ...whole } = value
    const strange = { ...value, kind: 'beauty' }
    const bad = { ...value, function: 'bad' }
    expect(await evaluationsAhead([whole, strange, bad], tables)).toEqual([])
  })
})
