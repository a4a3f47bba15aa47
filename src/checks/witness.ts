import { say } from '../messages/render.ts'
import { randomFrom, seedOf } from '../reference/random.ts'
import { properties, propertyNames } from '../reference/structured/properties.ts'
import type { Property } from '../reference/structured/property.ts'
import { decodeData } from '../reference/trials/data.ts'
import type { Json } from '../report/report.ts'
import { answerOf, inputsOf } from './called.ts'
import { noteOf } from './data-trials.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'

export const witness = defineCheck({
  kind: 'witness',
  summary: 'Asks for an object with a property, and checks the property instead of comparing.',
  scope: 'function',
  options: (zod) => zod.strictObject({ property: zod.enum(propertyNames) }),
  run: (context) => askProperty(context, context.spec.options.property as keyof typeof properties),
})

/** Asks for an answer to every trial of a property, and stops at the first objection. */
export async function askProperty(
  context: CheckContext,
  name: keyof typeof properties,
): Promise<Outcome> {
  const { exercise, options, spec } = context
  const property: Property = properties[name]
  const random = randomFrom(seedOf(`${exercise.id} ${spec.id}`, options.seed))
  for (let trial = 0; trial < property.trials; trial++) {
    const args = property.inputs(random, trial)
    const objection = await objectionTo(context, property, args)
    if (objection) return { ...objection, points: { tested: trial + 1, failed: 1 } }
  }
  const points = { tested: property.trials, failed: 0 }
  return { status: 'passed', says: say('data.right', points), points, evidence: [] }
}

async function objectionTo(
  context: CheckContext,
  property: Property,
  args: readonly Json[],
): Promise<Omit<Outcome, 'points'> | undefined> {
  const result = await context.session.call({ function: context.function.name, arguments: args })
  const answer = answerOf(context, { args, result })
  if ('broken' in answer) return answer.broken
  const objection = property.objection(decodeData(answer.value), args)
  if (objection === undefined) return undefined
  const recognition = objection.note === undefined ? undefined : noteOf(context, objection.note)
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('property.wrong', { text: objection.text }),
    evidence: [
      {
        kind: 'counterexample',
        inputs: inputsOf(context, args),
        got: answer.value,
        expected: { kind: 'property', text: property.summary },
      },
    ],
    ...(recognition && { recognition }),
  }
}
