import { type Cost, costOf, totalOf } from '../formula/cost.ts'
import { say } from '../messages/render.ts'
import type { Evidence } from '../report/report.ts'
import { defineCheck, type Outcome } from './define-check.ts'
import { asValue, whyNotFollowed } from './why-not-followed.ts'

const NO_POINTS = { tested: 0, failed: 0 }

export const cost = defineCheck({
  kind: 'cost',
  summary:
    'Counts the operations of the formula that a function computes, and holds them against limits.',
  scope: 'function',
  options: (zod) => {
    const most = zod.number().int().min(0).optional().describe('The largest number that passes')
    return zod.strictObject({
      most: zod
        .strictObject({
          additions: most,
          multiplications: most,
          divisions: most,
          comparisons: most,
          functions: most,
          total: most,
        })
        .default({})
        .describe('Limits of what one evaluation takes, such as { divisions: 0 }'),
    })
  },
  run: async (context): Promise<Outcome> => {
    const found = context.found(context.function.name)
    if (found?.kind !== 'function' || found.formula.kind !== 'formula') {
      const isKnown = found?.kind === 'function' && found.formula.kind === 'undecided'
      const why = isKnown ? whyNotFollowed(found.formula) : say('not-followed.missing')
      return {
        status: 'skipped',
        says: say('proof.unknown', { why: asValue(why) }),
        points: NO_POINTS,
        // What was not counted is not known to be cheap.
        share: 0,
        evidence: [],
      }
    }
    const count = costOf(found.formula.expr)
    const counts: Record<string, number> = { ...count, total: totalOf(count) }
    const limits = (context.spec.options.most ?? {}) as Record<string, number>
    const evidence = measured(count, limits)
    const over = Object.keys(limits).find((name) => (counts[name] ?? 0) > (limits[name] ?? 0))
    if (over === undefined) {
      const says = say('cost.right', { total: totalOf(count) })
      return { status: 'passed', says, points: NO_POINTS, evidence }
    }
    const says = say('cost.wrong', {
      function: context.function.name,
      name: over,
      count: counts[over] as number,
      most: limits[over] as number,
    })
    return { status: 'failed', cause: 'wrong-answer', says, points: NO_POINTS, evidence }
  },
})

function measured(count: Cost, limits: Record<string, number>): Evidence[] {
  const counts: [string, number][] = [...Object.entries(count), ['total', totalOf(count)]]
  return counts
    .filter(([name, value]) => value > 0 || limits[name] !== undefined)
    .map(([name, value]) => {
      const limit = limits[name]
      return { kind: 'measurement', name, value, ...(limit !== undefined && { limit }) }
    })
}
