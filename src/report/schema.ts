import { z } from 'zod'
import { UsageError } from '../errors.ts'
import { POINT_SCALE, REPORT_SCHEMA, type RunReport, type SubmissionReport } from './report.ts'
import { statusOf, totalsOf } from './totals.ts'

/**
 * The definition of a saved report, `mlp-check/report/v1`. What a later version of the checker
 * adds is let through: within v1, keys are only ever added, and never taken away.
 */

const count = z.int().nonnegative()
const hundredths = z.int().describe('Hundredths of a point.')
const scalar = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity', '-0'])])
const json = z.json()
const inputs = z.record(z.string(), json)
const message = z.object({ id: z.string(), values: inputs })
const scalars = z.record(z.string(), scalar)
const status = z.enum(['passed', 'failed', 'skipped', 'errored'])
const duration = z.number().nonnegative().max(Number.MAX_SAFE_INTEGER)
const position = z.int().positive()

const expectation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), value: json }),
  z.object({ kind: z.literal('between'), low: scalar, high: scalar, orNaN: z.boolean() }),
  z.object({ kind: z.literal('property'), text: z.string() }),
])

const evidence = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('counterexample'),
    inputs,
    got: json,
    expected: expectation,
    where: z.string().exactOptional(),
    difference: scalar.exactOptional(),
    tolerance: z.number().exactOptional(),
    references: z
      .object({ float64: scalar.exactOptional(), tensorflow: scalar.exactOptional() })
      .exactOptional(),
  }),
  z.object({
    kind: z.literal('spread'),
    tested: count,
    failed: count,
    intervals: z.array(
      z.object({
        parameters: scalars,
        variable: z.string(),
        from: scalar,
        to: scalar,
        tested: count,
        failed: count,
      }),
    ),
  }),
  z.object({
    kind: z.literal('note'),
    note: z.string(),
    title: z.string(),
    hint: z.string(),
    by: z.enum(['values', 'proof', 'source']),
    says: message.exactOptional(),
  }),
  z.object({
    kind: z.literal('proof'),
    verdict: z.enum([
      'equal',
      'equal-on-domain',
      'equal-up-to-rounding',
      'null-set',
      'domain',
      'different',
      'unknown',
      'refused',
    ]),
    text: z.string(),
    formula: z.string().exactOptional(),
    reference: z.string().exactOptional(),
    witness: z.record(z.string(), z.string()).exactOptional(),
    within: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('source'),
    file: z.string(),
    line: position,
    column: position,
    endColumn: position.exactOptional(),
    text: z.string(),
    remark: z.string(),
  }),
  z.object({ kind: z.literal('reproduce'), command: z.string() }),
  z.object({
    kind: z.literal('arithmetic'),
    problem: z.enum(['overflow', 'not-a-number', 'cancellation', 'underflow']),
    expression: z.string(),
    value: scalar,
    inputs: scalars,
  }),
  z.object({
    kind: z.literal('disagreement'),
    points: count,
    largest: scalar,
    text: z.string(),
  }),
  z.object({
    kind: z.literal('measurement'),
    name: z.string(),
    value: json,
    limit: json.exactOptional(),
  }),
  z.object({
    kind: z.literal('curve'),
    variable: z.string(),
    parameters: scalars,
    x: z.array(scalar),
    got: z.array(scalar),
    expected: z.array(scalar),
  }),
  z.object({ kind: z.literal('remark'), text: z.string(), says: message.exactOptional() }),
])

const check = z.object({
  id: z.string().describe('Unique within its exercise, such as `dtanh-derivative`.'),
  kind: z.string().describe('What is asked: `value`, `derivative`, `stability`, …'),
  function: z.string().exactOptional().describe('The exported function that is asked about.'),
  title: z.string(),
  status,
  cause: z
    .enum([
      'wrong-answer',
      'missing-file',
      'unreadable',
      'does-not-parse',
      'missing-export',
      'forbidden',
      'crashed',
      'did-not-finish',
      'out-of-memory',
      'not-deterministic',
      'dependency',
      'exercise',
      'machine',
    ])
    .exactOptional(),
  score: hundredths,
  maxScore: hundredths,
  message: z.string(),
  says: message.exactOptional(),
  points: z.object({ tested: count, failed: count }).describe('Points of the domain.'),
  note: z.string().exactOptional().describe('The stable id of the recognised mistake.'),
  evidence: z.array(evidence),
  printed: z
    .array(z.object({ inputs, text: z.string(), dropped: count.exactOptional() }))
    .exactOptional()
    .describe('What the function printed there, by `console.log` and its like: untrusted text.'),
  after: z
    .array(z.string())
    .exactOptional()
    .describe('Ids of checks that must have passed for this one to be asked.'),
  warning: z.literal(true).exactOptional().describe('It did not hold, yet counts as passed.'),
  visibility: z.enum(['visible', 'hidden', 'after-due-date', 'after-published']).exactOptional(),
})

const submission = z.object({
  student: z.string().nullable(),
  exercise: z.string(),
  title: z.string(),
  file: z.string(),
  sha256: z.string().nullable(),
  status,
  score: hundredths,
  maxScore: hundredths,
  durationMs: duration,
  checks: z.array(check),
  adjustments: z
    .array(
      z.object({
        id: z.enum(['late', 'attempts', 'average', 'set-aside', 'by-hand']),
        text: z.string(),
        facts: z.string().exactOptional().describe('The same without what it says of points.'),
        score: hundredths,
      }),
    )
    .exactOptional(),
  hintsSeen: count.exactOptional().describe('Hints seen before, where that is recorded.'),
  unbegun: z.array(z.string()).exactOptional().describe('Functions as the starter has them.'),
  output: z.string().exactOptional().describe('What the submission printed: untrusted text.'),
})

export const reportSchema: z.ZodType<RunReport> = z
  .object({
    schema: z.literal(REPORT_SCHEMA),
    tool: z.object({ name: z.literal('mlp-check'), version: z.string() }),
    pack: z
      .object({
        source: z.string().describe('`built-in`, or who named the exercises and how.'),
        sha256: z.string().describe('Of all exercises: their specs and references.'),
      })
      .exactOptional()
      .describe('Whose exercises the verdicts are held against.'),
    node: z.string(),
    backend: z.object({
      name: z.enum(['tfjs', 'tfjs-node']),
      version: z.string(),
      why: z.string(),
    }),
    seed: z.number(),
    pointScale: z.literal(POINT_SCALE),
    startedAt: z.iso.datetime().describe('ISO 8601, UTC.'),
    durationMs: duration,
    submissions: z.array(submission),
    totals: z.object({
      submissions: count,
      passed: count,
      failed: count,
      errored: count,
      score: hundredths,
      maxScore: hundredths,
    }),
  })
  .describe('A run of mlp-check: what was judged, how, and with which result.')

/** The same for editors and other languages: JSON Schema 2020-12. */
export function reportJsonSchema(): object {
  return { $id: REPORT_SCHEMA, ...z.toJSONSchema(reportSchema, { io: 'input' }) }
}

/** The text of a saved report → the record. @throws UsageError that says what is wrong with it */
export function parseReport(text: string, file: string): RunReport {
  const data = parseJson(text, file)
  const schema = (data as { schema?: unknown } | null)?.schema
  if (
    typeof schema === 'string' &&
    schema !== REPORT_SCHEMA &&
    /^mlp-check\/report\//.test(schema)
  ) {
    throw new UsageError(
      `${file} is a report of the form ${schema}, and this version reads ${REPORT_SCHEMA}.`,
      'Render it with the version of mlp-check that made it.',
    )
  }
  const result = readForm(data, file)
  if (result.success) return withoutContradiction(result.data, file)
  const defects = result.error.issues.slice(0, 5).map(({ path, message }) => {
    return path.length === 0 ? message : `${path.join('.')}: ${message}`
  })
  throw new UsageError(`${file} is no report of mlp-check.`, defects.join('\n  '))
}

function readForm(data: unknown, file: string) {
  try {
    return reportSchema.safeParse(data)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UsageError(
      `${file} is no report of mlp-check.`,
      'A value in it is nested too deeply.',
    )
  }
}

/** Reporters show verdicts, points and sums as they stand: each must be what the others make it. */
function withoutContradiction(report: RunReport, file: string): RunReport {
  const found = contradictionIn(report)
  if (found === undefined) return report
  throw new UsageError(`${file} contradicts itself: ${found}`, 'Judge the submissions again.')
}

function contradictionIn({ submissions, totals }: RunReport): string | undefined {
  if (submissions.length === 0) return 'nothing was judged in it.'
  for (const [index, submission] of submissions.entries()) {
    const { status, score, maxScore } = addedUp(submission)
    const place = `submissions.${index}`
    if (submission.status !== status) {
      return `${place}.status is ${submission.status}, but by its checks it is ${status}.`
    }
    if (submission.score !== score || submission.maxScore !== maxScore) {
      return `${place} has ${submission.score} of ${submission.maxScore} hundredths of a point, but its checks add up to ${score} of ${maxScore}.`
    }
  }
  const sums = Object.entries(totalsOf(submissions))
  const wrong = sums.find(([key, sum]) => totals[key as keyof typeof totals] !== sum)
  return wrong && `totals.${wrong[0]} is not ${wrong[1]}, which its submissions add up to.`
}

function addedUp({ checks, adjustments = [] }: SubmissionReport) {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    status: statusOf(checks),
    score: sum([...checks, ...adjustments].map(({ score }) => score)),
    maxScore: sum(checks.map(({ maxScore }) => maxScore)),
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError(
      `${file} is not JSON: ${(error as Error).message}`,
      'Save one with --reporter json=FILE.',
    )
  }
}
