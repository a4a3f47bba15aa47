import { describe, expect, test } from 'vitest'
import type { CheckContext } from '../../src/checks/define-check.ts'
import { reproduction } from '../../src/grading/reproduction.ts'
import type { Scalar } from '../../src/report/report.ts'
import { exerciseOf } from '../checks/judge-text.ts'
import { checkCalled, contextOf, PASSED, WRONG } from './stub.ts'

const at = (inputs: { readonly [name: string]: Scalar }) => ({
  ...WRONG,
  evidence: [
    {
      kind: 'counterexample' as const,
      inputs,
      got: 1,
      expected: { kind: 'value', value: 2 } as const,
    },
  ],
})
const line = (outcome = WRONG, change: Partial<CheckContext> = {}, id = 'f-value') =>
  reproduction(contextOf(id, change), outcome)[0]?.command

describe('the line that shows a failure again', () => {
  test('names the exercise, the function and the seed', () => {
    expect(line()).toBe('mlp-check trial --only f --seed 7')
  })

  test('and the point, the variable first, at full precision', () => {
    expect(line(at({ x: -0.1, alpha: 1e-45 }))).toBe(
      'mlp-check trial --only f --at -0.1,alpha=1e-45 --seed 7',
    )
  })

  test('whatever the order of the arguments', () => {
    const turned = exerciseOf({
      parameters: { alpha: [1] },
      functions: {
        f: { signature: '(alpha: number, x: number) => number', formula: 'alpha * x' },
      },
      checks: [{ kind: 'value', function: 'f' }],
    })
    expect(line(at({ alpha: 1, x: 3 }), { exercise: turned })).toContain('--at 3,alpha=1 ')
  })

  test('but no point that the check would not look at', () => {
    expect(line(at({ x: 1e5, alpha: 1 }))).not.toContain('--at')
    expect(line(at({ x: 1e4, alpha: 1 }), {}, 'f-stability')).toContain('--at 10000,alpha=1')
    expect(line(at({ x: 3, alpha: 1 }), {}, 'f-proof')).not.toContain('--at')
    expect(line(at({ net: 1 }))).not.toContain('--at')
  })

  test('and the file as it was named, as one word of a shell', () => {
    expect(line(WRONG, { asked: ['src/a.ts'] })).toContain('trial src/a.ts --only')
    expect(line(WRONG, { asked: ["it's mine.ts"] })).toContain(`trial 'it'\\''s mine.ts' --only`)
    expect(line(WRONG, { asked: ['$(rm)'] })).toContain(`trial '$(rm)' --only`)
  })

  test('or the check itself where it asks about the whole file', () => {
    const { function: _, ...whole } = checkCalled('f-value')
    expect(line(at({ x: 1 }), { spec: whole })).toBe('mlp-check trial --only f-value --seed 7')
  })

  test('is for failures', () => {
    expect(line(PASSED)).toBeUndefined()
    expect(line({ ...WRONG, status: 'skipped' })).toBeUndefined()
  })
})
