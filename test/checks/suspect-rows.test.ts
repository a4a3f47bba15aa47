import { describe, expect, test } from 'vitest'
import { suspectRows } from '../../src/checks/suspect-rows.ts'
import type { FunctionSpec } from '../../src/exercise.ts'
import type { CellStep, Decision } from '../../src/prover/decision.ts'
import { exerciseOf } from './judge-text.ts'

const exercise = exerciseOf({
  parameters: { alpha: [0.25, 2] },
  functions: { f: 'x > 0 ? x : alpha * x' },
  checks: [{ kind: 'value', function: 'f' }],
})
const spec = exercise.functions.f as FunctionSpec
const suspects = (decision: Decision) => suspectRows(exercise, spec, decision)
const apart = (...cells: CellStep[]) => suspects({ verdict: 'null-set', where: '', cells })

const ENCLOSURE = ['0', '0'] as const

describe('the arguments at which a proof found a difference', () => {
  test('are those of its witness', () => {
    const enclosures = { left: ENCLOSURE, right: ENCLOSURE }
    const witness = { x: '-3/2', alpha: '1/4' }
    expect(suspects({ verdict: 'different', witness, ...enclosures })).toEqual([[-1.5, 0.25]])
    expect(suspects({ verdict: 'domain', where: '', witness })).toEqual([[-1.5, 0.25]])
  })

  test('with every value of a parameter that the witness does not name', () => {
    const found = suspects({ verdict: 'domain', where: '', witness: { x: '1/2' } })
    expect(found).toEqual([
      [0.5, 0.25],
      [0.5, 2],
    ])
  })

  test('are the isolated places of formulas that are equal elsewhere', () => {
    expect(apart({ where: ['x = 3 / 10', 'alpha > 0'], finding: 'differ' })).toEqual([
      ...[
        [0.3, 0.25],
        [0.3, 2],
      ],
    ])
    expect(apart({ where: ['alpha = -(1 / 2)'], finding: 'only one exists' })).toHaveLength(6)
    expect(apart({ where: ['alpha = 2'], finding: 'differ' })).toEqual([
      ...[
        [-1.5, 2],
        [0.5, 2],
        [2, 2],
      ],
    ])
  })

  test('one argument being another', () => {
    expect(apart({ where: ['x = alpha'], finding: 'differ' })).toEqual([
      [0.25, 0.25],
      [2, 2],
    ])
  })

  test('and an exact point of such a part, where the proof has one', () => {
    const point = { x: '-33335/100000', alpha: '3/2' }
    const rows = apart({ where: ['alpha = 3 / 2', 'x < 0'], finding: 'differ', point })
    expect(rows.at(-1)).toEqual([-0.33335, 1.5])
  })

  test('never so many that they cost more than the samples', () => {
    const cells = Array.from({ length: 100 }, (_, k) => ({
      ...{ where: [`x = ${k}`], finding: 'differ' as const },
    }))
    expect(apart(...cells)).toHaveLength(64)
  })

  test('and none where it found none', () => {
    expect(suspects({ verdict: 'equal' })).toEqual([])
    expect(suspects({ verdict: 'unknown', why: '' })).toEqual([])
    expect(suspects({ verdict: 'domain', where: '' })).toEqual([])
    expect(suspects({ verdict: 'null-set', where: '' })).toEqual([])
    expect(apart({ where: ['x > 0'], finding: 'equal' })).toEqual([])
  })
})
