import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckSpec } from '../../src/exercise.ts'
import { checksToRun, runningOrder } from '../../src/grading/running-order.ts'
import { checkCalled } from './stub.ts'

const value = checkCalled('f-value')
const check = (id: string, change: Partial<CheckSpec> = {}): CheckSpec => ({
  ...value,
  id,
  ...change,
})
const policy = (id: string, change: Partial<CheckSpec> = {}) =>
  check(id, { kind: 'policy', ...change })
const ids = (specs: readonly CheckSpec[]) => specs.map(({ id }) => id).join(' ')

describe('what runs', () => {
  const all = [
    policy('p'),
    check('a'),
    check('b', { function: 'df' }),
    policy('q', { function: 'df' }),
  ]
  test('is what was asked for', () => {
    expect(ids(checksToRun(all, [all[1] as CheckSpec]))).toBe('a')
    expect(ids(checksToRun(all, all))).toBe('p a b q')
  })

  test('and, where a policy was, the checks that run its function', () => {
    expect(ids(checksToRun(all, [all[0] as CheckSpec]))).toBe('p a')
    expect(ids(checksToRun(all, [all[3] as CheckSpec]))).toBe('b q')
  })
})

describe('the order', () => {
  test('is the exercise’s own', () => {
    expect(ids(runningOrder([check('b'), check('a')]))).toBe('b a')
  })

  test('but what is waited for comes first', () => {
    expect(ids(runningOrder([check('a', { after: ['c'] }), check('b'), check('c')]))).toBe('c a b')
  })

  test('and a policy comes after what runs its function', () => {
    const other = check('d', { function: 'df' })
    expect(ids(runningOrder([policy('p'), other, check('a'), check('b')]))).toBe('a b p d')
  })

  test('unless that waits for the policy, directly or not', () => {
    const specs = [
      policy('p'),
      check('a', { after: ['b'] }),
      check('b', { after: ['p'] }),
      check('c'),
    ]
    expect(ids(runningOrder(specs))).toBe('c p b a')
  })

  test('holds every check once, also where they wait for each other in a circle', () => {
    const names = ['a', 'b', 'c', 'd']
    const specs = fc.tuple(...names.map(() => fc.tuple(fc.subarray(names), fc.boolean())))
    fc.assert(
      fc.property(specs, (rows) => {
        const all = rows.map(([after, isPolicy], k) => {
          const id = names[k] as string
          return isPolicy ? policy(id, { after }) : check(id, { after })
        })
        const order = runningOrder(all)
        expect([...order].sort((a, b) => a.id.localeCompare(b.id))).toEqual(all)
      }),
      { seed: 1 },
    )
  })
})
