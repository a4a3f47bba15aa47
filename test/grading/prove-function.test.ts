import { describe, expect, test } from 'vitest'
import type { FunctionSpec } from '../../src/exercise.ts'
import { printFormula } from '../../src/formula/print.ts'
import { proveFunction } from '../../src/grading/prove-function.ts'
import type { GradingServices } from '../../src/grading/services.ts'
import { say } from '../../src/messages/render.ts'
import { referenceFormula } from '../../src/reference/reference-formula.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { exerciseOf } from '../checks/judge-text.ts'
import { LOADED } from './stub.ts'

const exercise = exerciseOf({
  parameters: { alpha: { values: [1, 2], default: 1, assume: ['alpha > 0', 'alpha < 9'] } },
  functions: {
    f: 'alpha * x ** 2',
    df: { derivative: { of: 'f', in: 'x' } },
    dalpha: { derivative: { of: 'f', in: 'alpha' } },
    g: { summary: 'without a formula' },
  },
  checks: [{ kind: 'value', function: 'f' }],
})

const asked: unknown[][] = []
const services = {
  prove: (...question: unknown[]) => {
    asked.push(question)
    return { verdict: 'equal' }
  },
} as never as GradingServices

const loaded = (functions: object) => ({
  load: {
    kind: 'loaded' as const,
    functions: functions as never,
    output: '',
    files: [],
    numbers: [],
  },
  services,
})
const formula = (text: string) => ({
  ...LOADED,
  formula: { kind: 'formula', expr: parseFormula(text), assumes: [] },
})

describe('the source of a function is held against', () => {
  test.each([
    ['f', 'alpha * x ** 2'],
    ['df', 'alpha * (2 * x)'],
    ['dalpha', 'x ** 2'],
  ])('the truth about %s', (name, truth) => {
    const spec = exercise.functions[name] as FunctionSpec
    expect(printFormula(referenceFormula(exercise, spec) as never)).toBe(truth)
  })

  test('under what may be assumed of its parameters', () => {
    const proof = proveFunction(exercise, 'f', loaded({ f: formula('x * x * alpha') }))
    expect(proof).toMatchObject({ kind: 'decided', decision: { verdict: 'equal' } })
    const [own, truth, question] = asked.at(-1) ?? []
    expect([own, truth].map((one) => printFormula(one as never))).toEqual([
      ...['x * x * alpha', 'alpha * x ** 2'],
    ])
    expect(question).toMatchObject({
      domain: { intervals: { x: [-20, 20] }, parameters: { alpha: [1, 2] }, assume: [{}, {}] },
      tolerance: 1e-5,
    })
  })

  test('up to rounding, where it rounds to float32', () => {
    const rounded = {
      ...LOADED,
      formula: { ...formula('x').formula, assumes: ['float32-rounding'] },
    }
    expect(proveFunction(exercise, 'f', loaded({ f: rounded }))).toMatchObject({
      decision: { verdict: 'equal-up-to-rounding', because: 'float32' },
    })
  })
})

describe('nothing is decided', () => {
  test.each<[string, string, object, object]>([
    [
      'of what the exercise has no formula for',
      'g',
      { g: LOADED },
      { verdict: 'unknown', why: say('proof.no-reference') },
    ],
    [
      'of what the exercise does not know',
      'h',
      {},
      { verdict: 'unknown', why: say('proof.no-reference') },
    ],
    [
      'of what is missing',
      'f',
      { f: { kind: 'missing', near: [], spare: [] } },
      { verdict: 'unknown', why: say('not-followed.missing') },
    ],
    ['of what was not loaded', 'f', {}, { verdict: 'unknown', why: say('not-followed.missing') }],
    [
      'of what was not followed, with the line',
      'f',
      { f: { ...LOADED, formula: { kind: 'undecided', why: 'a loop', line: 3 } } },
      { verdict: 'refused', why: 'a loop', line: 3 },
    ],
  ])('%s', (_, name, functions, told) => {
    const before = asked.length
    expect(proveFunction(exercise, name, loaded(functions))).toEqual({ kind: 'undecided', ...told })
    expect(asked).toHaveLength(before)
  })
})
