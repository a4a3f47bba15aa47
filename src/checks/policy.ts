import { SpecError } from '../errors.ts'
import { say } from '../messages/render.ts'
import type { PolicyRule } from '../session.ts'
import { noteOf } from './data-trials.ts'
import { defineCheck, type Outcome } from './define-check.ts'

export const policy = defineCheck({
  kind: 'policy',
  summary:
    'Looks at how the answer is written: calls, operators and loops that are forbidden or required.',
  scope: 'function',
  readsRecord: true,
  options: (zod) => {
    const names = zod.array(zod.string()).min(1)
    return zod.strictObject({
      rules: zod
        .array(
          zod.discriminatedUnion('rule', [
            zod.strictObject({
              rule: zod.literal('no-math'),
              deny: zod
                .array(zod.string())
                .optional()
                .describe('Functions of Math that may not be used'),
              allow: zod
                .array(zod.string())
                .optional()
                .describe('The only functions of Math that may be used'),
            }),
            zod.strictObject({
              rule: zod.literal('no-use'),
              names: names.describe('Functions that may not be called'),
            }),
            zod.strictObject({
              rule: zod.literal('must-use'),
              names: names.describe('Functions that must be called'),
            }),
            zod.strictObject({ rule: zod.literal('no-nesting') }),
            zod.strictObject({ rule: zod.literal('no-recursion') }),
            zod.strictObject({
              rule: zod.literal('no-loops'),
              lookups: zod
                .boolean()
                .optional()
                .describe('Whether array methods that carry nothing on, such as find, are allowed'),
            }),
            zod.strictObject({
              rule: zod.literal('no-operators'),
              operators: zod.array(zod.string()).describe('Such as / or **'),
            }),
          ]),
        )
        .min(1)
        .describe('How the answer may be written, such as [{ rule: no-loops }]'),
      because: zod.string().describe('Why, in a sentence for the student'),
      note: zod.string().optional().describe('The note of a submission that breaks a rule'),
    })
  },
  run: async (context): Promise<Outcome> => {
    const { rules, because, note } = context.spec.options
    const { name } = context.function
    if (context.session.record(name).asked === 0) throw nothingRan(context.spec.id, name)
    const result = await context.session.inspect({
      function: name,
      rules: rules as readonly PolicyRule[],
      judged: Object.keys(context.exercise.functions),
    })
    const points = { tested: (rules as readonly PolicyRule[]).length, failed: 0 }
    if (result.kind === 'fault') {
      const says = say('submission.fault', { message: result.message })
      return { status: 'failed', cause: result.cause, says, points, evidence: [] }
    }
    const [first] = result.findings
    if (first === undefined) {
      return { status: 'passed', says: say('policy.right'), points, evidence: [] }
    }
    const recognition = note === undefined ? undefined : noteOf(context, note as string)
    const says = say('policy.broken', { message: first.message, because: because as string })
    return {
      status: 'failed',
      cause: 'wrong-answer',
      says,
      points: { ...points, failed: new Set(result.findings.map(({ rule }) => rule)).size },
      evidence: result.findings.flatMap(({ place }) => (place ? [place] : [])),
      ...(recognition && { recognition }),
      neverWarns: true,
    }
  },
})

function nothingRan(id: string, name: string): Error {
  const message = `the check ${id} judges what runs, and no other check of it runs ${name}`
  return new SpecError([{ file: 'exercise.yaml', message }])
}
