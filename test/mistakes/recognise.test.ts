import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Exercise } from '../../src/exercise.ts'
import { call, number, operation, variable } from '../../src/formula/build.ts'
import { compileFloat64 } from '../../src/formula/evaluate.ts'
import type { Expr } from '../../src/formula/expr.ts'
import { FORMULA_SLIPS } from '../../src/mistakes/formula-slips.ts'
import { recogniseMistake } from '../../src/mistakes/recognise.ts'
import { rewriteOnce } from '../../src/mistakes/rewrite.ts'
import { parseFormula } from '../../src/source/parse-formula.ts'
import { evaluate, failures, tableOf } from './exercise-tables.ts'

/** An exercise about f(x, alpha) and its derivative, with nothing known about it in advance. */
function exerciseAbout(formula: Expr): Exercise {
  const common = { shape: 'scalar', kinks: [], summary: '', arguments: ['x', 'alpha'] } as const
  const signature = '(x: number, alpha: number) => number'
  return {
    id: 'any',
    folder: 'any',
    aliases: [],
    title: '',
    source: '',
    domain: [-5, 5],
    parameters: { alpha: { values: [0.25, 1.5, -0.5], default: 0.25, assume: [] } },
    functions: {
      f: { ...common, name: 'f', signature, formula },
      df: { ...common, name: 'df', signature, derivative: { of: 'f', in: 'x' } },
    },
    checks: [],
    mistakes: [],
    equivalents: [],
    hints: [],
    sha256: '',
  }
}

function noteFor(truth: string, name: 'f' | 'df', run: (x: number, alpha: number) => number) {
  const exercise = exerciseAbout(parseFormula(truth))
  const table = tableOf(exercise, name)
  return recogniseMistake(exercise, name, table, evaluate(run, table))?.note
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

describe('generic mistakes in a derivative', () => {
  const cases: [note: string, of: string, wrong: (x: number, alpha: number) => number][] = [
    ['equals-function', 'tanh(x)', (x) => Math.tanh(x)],
    ['term-sign', 'x * exp(2 * x)', (x) => (1 - 2 * x) * Math.exp(2 * x)],
    ['inner-sign', '-(x ** 3) + sin(x)', (x) => 3 * x * x + Math.cos(x)],
    [
      'outer-at-variable',
      'x * sigmoid(alpha * x)',
      (x, alpha) => sigmoid(alpha * x) + alpha * x * sigmoid(x) * sigmoid(-x),
    ],
    ['sign', 'x * tanh(x)', (x) => -Math.tanh(x) - x * (1 - Math.tanh(x) ** 2)],
    ['derivative-at-output', 'sigmoid(x)', (x) => sigmoid(sigmoid(x)) * sigmoid(-sigmoid(x))],
    ['derivative-of-output', 'sigmoid(x)', (x) => x * (1 - x)],
    ['derivative-of-output', 'tanh(x)', (x) => 1 - x * x],
    ['derivative-of-output', 'elu(x, alpha)', (x, alpha) => (x > 0 ? 1 : x + alpha)],
    ['other-variable', 'alpha * tanh(x)', (x) => Math.tanh(x)],
    ['parameter-ignored', 'alpha * x ** 2', (x) => 0.5 * x],
    ['integral', 'x ** 2 + sin(x)', (x) => x ** 3 / 3 - Math.cos(x) + 7],
    ['chain-factor-lost', 'sin(3 * x)', (x) => Math.cos(3 * x)],
    [
      'chain-factor-lost',
      'x * sigmoid(alpha * x)',
      (x, alpha) => {
        const s = sigmoid(alpha * x)
        return s + x * s * (1 - s)
      },
    ],
    ['product-term-lost', 'x * tanh(x)', (x) => x * (1 - Math.tanh(x) ** 2)],
    ['product-of-derivatives', 'sin(x) * tanh(x)', (x) => Math.cos(x) * (1 - Math.tanh(x) ** 2)],
    ['quotient-rule', 'x / (1 + x ** 2)', (x) => (1 - x * x) / (1 + x * x)],
    ['power-rule', 'x ** 3', (x) => 3 * x ** 3],
    [
      'outer-not-differentiated',
      'log(2 + alpha * sin(x))',
      (x, a) => Math.log(2 + a * Math.sin(x)) * a * Math.cos(x),
    ],
    ['power-lost', 'atan(x)', (x) => 1 / (1 + x)],
    ['wrong-branch', 'x > 0 ? x ** 2 : alpha * x', (x, alpha) => (x > 0 ? alpha : 2 * x)],
    ['xor-for-power', '1 / (2 + exp(x))', (x) => -Math.exp(x) / ((2 + Math.exp(x)) ^ 2)],
    ['constant-factor', 'x ** 2 + sin(x)', (x) => 0.37 * (2 * x + Math.cos(x))],
    ['offset', 'x ** 2 + sin(x)', (x) => 2 * x + Math.cos(x) - 0.3],
    ['constant-value', 'x ** 2 + sin(x)', () => 4.5],
  ]
  test.each(cases)('%s in the derivative of %s', (note, of, wrong) => {
    expect(noteFor(of, 'df', wrong)).toBe(note)
  })
})

describe('generic mistakes in a function', () => {
  const cases: [note: string, of: string, wrong: (x: number, alpha: number) => number][] = [
    ['derivative-instead', 'tanh(x)', (x) => 1 - Math.tanh(x) ** 2],
    ['opposite-input', 'sigmoid(x)', (x) => 1 / (1 + Math.exp(x))],
    // With a minus sign too many, where the one before has one too few.
    ['opposite-input', 'softplus(x)', (x) => Math.log(1 + Math.exp(-x))],
    // 1 - sin(x) without its second term is 1, and a factor of 1 is none.
    ['factor-lost', 'exp(x) * (1 - sin(x))', (x) => Math.exp(x)],
    ['term-lost', 'exp(x) * (2 - sin(x))', (x) => Math.exp(x) * 2],
    ['missing-minus', 'exp(-x) + x ** 3', (x) => Math.exp(x) + x ** 3],
    ['logarithm-base', 'softplus(x)', (x) => Math.log2(1 + Math.exp(x))],
    ['arguments-swapped', 'alpha * tanh(x)', (x, alpha) => x * Math.tanh(alpha)],
    ['max-for-min', 'max(x, 0) + alpha * min(x, 0)', (x, a) => Math.max(x, 0) + a * Math.max(x, 0)],
    ['branch-lost', 'x < -1 ? sin(x) : x > 2 ? 3 : x ** 2', (x) => (x > 2 ? 3 : x ** 2)],
    ['branch-lost', 'x < -1 ? sin(x) : x > 2 ? 3 : x ** 2', (x) => (x < -1 ? Math.sin(x) : 3)],
    ['misplaced-bracket', '(x + 1) / (2 + x ** 2)', (x) => x + 1 / (2 + x * x)],
    [
      'other-definition',
      'gelu(x)',
      (x) => {
        const inner = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)
        return 0.5 * x * (1 + Math.tanh(inner))
      },
    ],
  ]
  test.each(cases)('%s in %s', (note, of, wrong) => {
    expect(noteFor(of, 'f', wrong)).toBe(note)
  })
})

describe('what is no evidence', () => {
  test('a right answer is no mistake, though mistakes give the same numbers', () => {
    expect(noteFor('max(x, 0)', 'df', (x) => (x > 0 ? 1 : 0))).toBeUndefined()
    expect(noteFor('exp(x)', 'df', Math.exp)).toBeUndefined()
  })

  test('an answer that is right but for one bump is not called by any name', () => {
    const bumped = (x: number) => (x > 2 && x < 2.1 ? 0 : 1 - Math.tanh(x) ** 2)
    expect(noteFor('tanh(x)', 'df', bumped)).toBeUndefined()
  })

  test('an answer that is hardly ever finite is not called by any name', () => {
    const sparse = (x: number) => (x > 3 ? Math.tanh(x) : Number.NaN)
    expect(noteFor('tanh(x)', 'df', sparse)).toBeUndefined()
  })

  test('overflow at a few points does not hide the mistake', () => {
    const overflowing = (x: number) => (x > 4.5 ? Number.NaN : Math.tanh(x))
    expect(noteFor('tanh(x)', 'df', overflowing)).toBe('equals-function')
  })
})

const leaf = fc.constantFrom(
  variable('x'),
  variable('alpha'),
  operation('*', number(2), variable('x')),
  number(3),
)
const formulas: fc.Arbitrary<Expr> = fc.letrec<{ formula: Expr }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('+' as const, '-' as const, '*' as const),
        tie('formula'),
        tie('formula'),
      )
      .map(([operator, left, right]) => operation(operator, left, right)),
    fc
      .tuple(
        fc.constantFrom('tanh' as const, 'sigmoid' as const, 'softplus' as const, 'sin' as const),
        tie('formula'),
      )
      .map(([name, argument]) => call(name, argument)),
    tie('formula').map((base) => operation('**', base, number(2))),
  ),
})).formula

describe('laws', () => {
  test('every slip in any formula is recognised, or it is no slip', () => {
    fc.assert(
      fc.property(formulas, fc.nat(), (formula, choice) => {
        const wrong = FORMULA_SLIPS.flatMap(({ rule }) => rewriteOnce(formula, rule))
        const slip = wrong[choice % Math.max(1, wrong.length)]
        if (slip === undefined) return
        const exercise = exerciseAbout(formula)
        const table = tableOf(exercise, 'f')
        const got = evaluate(compileFloat64(slip, ['x', 'alpha']), table)
        if (failures(table, got).length < 2) return
        expect(recogniseMistake(exercise, 'f', table, got)).toBeDefined()
      }),
      { numRuns: 150, seed: 3 },
    )
  })

  test('a right answer is never recognised as a mistake', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const exercise = exerciseAbout(formula)
        for (const name of ['f', 'df']) {
          const table = tableOf(exercise, name)
          expect(recogniseMistake(exercise, name, table, table.low)).toBeUndefined()
        }
      }),
      { numRuns: 60, seed: 3 },
    )
  })
})
