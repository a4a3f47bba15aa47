import type { RunReport } from '../../src/report/report.ts'
import { reportJsonSchema } from '../../src/report/schema.ts'
import { statusOf, totalsOf } from '../../src/report/totals.ts'

/** As much of JSON Schema as the schema of a report is written in. */
interface Schema {
  readonly $ref?: string
  readonly $defs?: { readonly [name: string]: Schema }
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: { readonly [name: string]: Schema }
  readonly additionalProperties?: Schema | false
  readonly items?: Schema
}

/**
 * A saved report that somebody made up: every key that the schema knows is there, every union in
 * each of its forms, and every text that is not one of a list is this text, the keys of records too.
 * Whoever adds a key to the schema adds it here.
 */
export function forgedReport(text: string): RunReport {
  const schema = reportJsonSchema() as Schema
  const made = formsOf(schema, { text, root: schema, depth: 0 })[0] as RunReport
  const submissions = made.submissions.map((submission) => {
    // Each form of evidence once: dealt out like cards.
    const checks = submission.checks.map((check, place, { length }) => ({
      ...check,
      score: 0,
      maxScore: 0,
      evidence: check.evidence.filter((_, index) => index % length === place),
    }))
    const adjustments = submission.adjustments?.map((one) => ({ ...one, score: 0 })) ?? []
    return { ...submission, checks, adjustments, status: statusOf(checks), score: 0, maxScore: 0 }
  })
  return { ...made, submissions, totals: totalsOf(submissions) }
}

interface Making {
  readonly text: string
  readonly root: Schema
  readonly depth: number
}

function formsOf(schema: Schema, making: Making): readonly unknown[] {
  if (schema.$ref !== undefined) {
    if (making.depth > 3) return [making.text]
    const named = making.root.$defs?.[schema.$ref.replace('#/$defs/', '')] as Schema
    return formsOf(named, { ...making, depth: making.depth + 1 })
  }
  if (schema.const !== undefined) return [schema.const]
  if (schema.enum !== undefined) return schema.enum
  const union = schema.anyOf ?? schema.oneOf
  if (union !== undefined) return union.flatMap((one) => formsOf(one, making))
  if (schema.type === 'object') return objects(schema, making)
  if (schema.type === 'array') return [formsOf(schema.items as Schema, making)]
  if (schema.type === 'string') {
    return [schema.format === 'date-time' ? '2026-09-20T10:00:00.000Z' : making.text]
  }
  if (schema.type === 'integer') return [3]
  if (schema.type === 'number') return [0.5]
  return [schema.type === 'boolean' ? true : null]
}

/** One object for each form of the member that has the most; the others take turns. */
function objects(schema: Schema, making: Making): readonly unknown[] {
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, member]) => [name, formsOf(member, making)] as const,
  )
  const rest = schema.additionalProperties ? formsOf(schema.additionalProperties, making) : []
  const named = rest.map((form, index) => [`${making.text}${index || ''}`, form] as const)
  const count = Math.max(1, ...members.map(([, forms]) => forms.length))
  return Array.from({ length: count }, (_, turn) =>
    Object.fromEntries([
      ...members.map(([name, forms]) => [name, forms[turn % forms.length]]),
      ...named,
    ]),
  )
}
