import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CheckReport, Status } from '../../src/report/report.ts'
import { foldChecks } from '../../src/reporters/fold-checks.ts'
import { passedCheck } from './example-report.ts'

const drawn = fc.record({
  function: fc.constantFrom('f', 'df', undefined),
  status: fc.constantFrom<Status[]>('passed', 'failed', 'skipped', 'errored'),
  maxScore: fc.constantFrom(0, 100),
  warning: fc.boolean(),
})

const checks = fc
  .array(drawn, { minLength: 1, maxLength: 8 })
  .map((all) => all.map((one, index) => made(one, index)))

function made(
  {
    function: name,
    status,
    maxScore,
    warning,
  }: typeof drawn extends fc.Arbitrary<infer T> ? T : never,
  index: number,
): CheckReport {
  const { function: _, ...plain } = passedCheck()
  return {
    ...{ ...plain, id: `c${index}`, status, maxScore, score: 0 },
    ...(name !== undefined && { function: name }),
    ...(warning && status === 'passed' && { warning: true as const }),
  }
}

it('folds nothing that takes points, warns, could not be judged, or is told elsewhere', () => {
  fc.assert(
    fc.property(checks, fc.nat(), (all, which) => {
      const told = [all[which % all.length] as CheckReport]
      const { shown, folded } = foldChecks(all, told)
      expect([...shown, ...folded].map(({ id }) => id).sort()).toEqual(
        all.map(({ id }) => id).sort(),
      )
      for (const check of folded) {
        expect(check).toMatchObject({ maxScore: 0 })
        expect(check).not.toHaveProperty('warning')
        expect(check.status).not.toBe('errored')
        expect(told).not.toContain(check)
        const worse = (other: CheckReport) =>
          other.function === check.function && other.maxScore > 0 && other.status !== 'passed'
        if (check.status === 'failed') expect(all.some(worse)).toBe(true)
      }
      expect(folded).not.toHaveLength(1)
      if (all.every(({ maxScore }) => maxScore === 0)) expect(folded).toEqual([])
    }),
    { seed: 7, numRuns: 500 },
  )
})

it('leaves a line to a failure that nothing else tells', () => {
  const [value, proof, kink] = [
    { ...passedCheck(), id: 'f-value', maxScore: 300 },
    { ...passedCheck(), id: 'f-proof', maxScore: 0, status: 'failed' as const },
    { ...passedCheck(), id: 'f-kink', maxScore: 0 },
  ]
  expect(foldChecks([value, proof, kink], []).folded).toEqual([])
})
