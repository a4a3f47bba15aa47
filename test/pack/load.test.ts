import { describe, expect, it } from 'vitest'
import { SpecError } from '../../src/errors.ts'
import { parseExercise } from '../../src/pack/parse-exercise.ts'

const spec = `id: ex1
title: The derivative of tanh
source: Dive into Deep Learning
parameters:
  alpha: { values: [0.5, 1.5], default: 0.5, assume: ['alpha > 0'] }
functions:
  f:
    signature: '(x: number, alpha: number) => number'
    summary: a function
    formula: 'alpha * tanh(x)'
  df:
    signature: '(x: number, alpha: number) => number'
    summary: its derivative
    derivative: { of: f, in: x }
    kinks: [{ at: 0, accept: between-or-nan }, { at: 1, accept: 0.5 }, { at: 2 }]
checks:
  - { kind: value, function: f, points: 2.5 }
  - { kind: derivative, function: df, points: 1, after: [f-value], tolerance: { float64: 0.001 } }
mistakes:
  - { note: sign, function: df, title: sign, hint: look, formula: '-D(alpha * tanh(x), x)' }
hints: [one, two, three]
`

function load(text: string) {
  return parseExercise(text, 'exercise.yaml', { folder: 'ex01-f' })
}

function problems(text: string) {
  try {
    load(text)
  } catch (error) {
    if (error instanceof SpecError) return error.problems
    throw error
  }
  return []
}

describe('a spec', () => {
  it('becomes an exercise with parsed formulas and whole hundredths of points', () => {
    const exercise = load(spec)
    expect(exercise.checks[0]).toMatchObject({ id: 'f-value', points: 250, after: [] })
    expect(exercise.checks[1]?.options).toMatchObject({ tolerance: { float64: 0.001 } })
    expect(exercise.functions.f).toMatchObject({ shape: 'scalar', arguments: ['x', 'alpha'] })
    expect(exercise.functions.f?.formula).toMatchObject({ kind: 'operation', operator: '*' })
    expect(exercise.parameters.alpha?.assume).toMatchObject([{ kind: 'compare', comparison: '>' }])
    expect(exercise.domain).toEqual([-20, 20])
  })

  it.each([
    ['carriage returns', spec.replaceAll('\n', '\r\n')],
    ['as it is', spec],
  ])('is one exercise with %s', (_, text) => {
    expect(load(text)).toEqual(load(spec))
  })

  it('has its faults at one place, whatever ends the lines', () => {
    const faulty = spec.replace('points: 1,', 'pionts: 1,').replace('title: sign', 'tilte: sign')
    expect(problems(faulty).length).toBeGreaterThan(1)
    expect(problems(faulty.replaceAll('\n', '\r\n'))).toEqual(problems(faulty))
  })

  it.each(['con', 'nul', 'com1'])('may not be called %s, which is a device of Windows', (name) => {
    expect(problems(spec.replace('id: ex1', `id: ${name}`))).toMatchObject([
      { line: 1, message: expect.stringContaining('no name that Windows keeps for a device') },
    ])
  })

  it('says what passes at each kink', () => {
    expect(load(spec).functions.df?.kinks).toEqual([
      { at: 0, accept: { kind: 'between', orNaN: true } },
      { at: 1, accept: { kind: 'value', value: 0.5 } },
      { at: 2, accept: { kind: 'between', orNaN: false } },
    ])
  })

  it('survives JSON unchanged, as the built-in pack is kept', () => {
    const exercise = load(spec)
    expect(JSON.parse(JSON.stringify(exercise))).toEqual(exercise)
  })

  it('may say structured functions, which no formula judges', () => {
    const text = spec.replace(
      'checks:',
      "  h:\n    signature: '(x: number[]) => number[]'\n    summary: a function of a vector\nchecks:",
    )
    expect(load(text).functions.h?.shape).toBe('structured')
  })

  it('may place a kink by its parameters', () => {
    const text = spec.replace('{ at: 2 }', "{ at: '-2 * alpha' }")
    expect(load(text).functions.df?.kinks[2]?.at).toMatchObject({ kind: 'operation' })
  })
})
