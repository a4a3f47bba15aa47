import { say } from '../messages/render.ts'
import { randomFrom, seedOf } from '../reference/random.ts'
import { objectionTo, properties, propertyNames } from '../reference/structured/properties.ts'
import type { Property } from '../reference/structured/property.ts'
import type { Json, Objection } from '../report/report.ts'
import type { CallResult } from '../session.ts'
import { answerOf, type Call, inputsOf } from './called.ts'
import { asGot } from './compare-data.ts'
import { noteOf } from './data-trials.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'
import { dependsOnMore, remembers } from './dependence.ts'

export const witness = defineCheck({
  kind: 'witness',
  summary: 'Asks for an object with a property, and checks the property instead of comparing.',
  scope: 'function',
  options: (zod) =>
    zod.strictObject({
      property: zod.enum(propertyNames).describe('What must hold of the object that is returned'),
    }),
  run: (context) => askProperty(context, context.spec.options.property as keyof typeof properties),
})

/** Asks for an answer to every trial of a property, and stops at the first objection. */
export async function askProperty(
  context: CheckContext,
  name: keyof typeof properties,
): Promise<Outcome> {
  const { exercise, options, spec, session } = context
  const property: Property = properties[name]
  const random = randomFrom(seedOf(`${exercise.id} ${spec.id}`, options.seed))
  const drawn = Array.from({ length: options.cornersOnly ? 0 : property.trials }, (_, trial) =>
    property.inputs(random, trial),
  )
  const calls = [...property.corners(), ...drawn]
  const answers = await session.call({ function: context.function.name, calls, property: name })
  const { results, memory } = answers
  const at = results.findIndex(isWrong)
  if (at >= 0) {
    const args = calls[at] as readonly Json[]
    const result = results[at] as CallResult
    const accepts = (other: CallResult) =>
      other.kind === 'returned' && objectionTo(name, other.value, args) === undefined
    const verdict =
      (await dependsOnMore(context, { args, result, later: at > 0, isRight: accepts })) ??
      objected(context, property, { args, result, before: calls.slice(0, at) })
    return { ...verdict, accepts, points: { tested: at + 1, failed: 1 } }
  }
  const points = { tested: results.length, failed: 0 }
  if (memory) return remembers(context, memory, points.tested)
  return { status: 'passed', says: say('data.right', points), points, evidence: [] }
}

function isWrong(result: CallResult): boolean {
  return result.kind !== 'returned' || result.objection !== undefined
}

interface Objected extends Call {
  /** Arguments that were answered rightly. */
  readonly before: readonly (readonly Json[])[]
}

function objected(
  context: CheckContext,
  property: Property,
  call: Objected,
): Omit<Outcome, 'points'> {
  const answer = answerOf(context, call)
  if ('broken' in answer) return answer.broken
  const objection = (call.result as { readonly objection: Objection }).objection
  const { note } = objection
  const isMade = note !== undefined && !call.before.some((args) => property.excludes?.(note, args))
  const recognition = isMade ? noteOf(context, note) : undefined
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('property.wrong', { text: objection.text }),
    evidence: [
      {
        kind: 'counterexample',
        inputs: inputsOf(context, call.args),
        got: asGot(objection.part === undefined ? answer.value : objection.part.value),
        expected: { kind: 'property', text: property.summary },
        ...(objection.part && { where: objection.part.where }),
      },
    ],
    ...(recognition && { recognition }),
  }
}
