import { say } from '../messages/render.ts'
import { defineCheck, type Outcome } from './define-check.ts'
import { checkPoints } from './point-check.ts'
import { proof } from './proof.ts'

export const identity = defineCheck({
  kind: 'identity',
  summary:
    "Proves an identity from the submission's own source; where no proof is found, the numbers decide.",
  scope: 'function',
  needs: 'formula',
  partial: true,
  points: 'domain',
  options: (zod) => zod.strictObject({}),
  run: async (context): Promise<Outcome> => {
    const numbers = await checkPoints(context, () => true)
    if (numbers.status !== 'passed' || context.options.at.length > 0) return numbers
    const proved = await proof.run(context)
    if (proved.status !== 'skipped') return { ...proved, points: numbers.points }
    const { tested } = numbers.points
    const says = say('identity.unproved', { tested })
    return { status: 'passed', says, points: numbers.points, evidence: proved.evidence }
  },
})
