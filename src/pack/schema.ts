import { z } from 'zod'
import { checkKinds } from '../checks/index.ts'
import { unportable } from '../paths/portable-name.ts'
import { nearNames } from '../text/near-names.ts'

/**
 * The form of `exercise.yaml`. Strict everywhere: a misspelt key is an error that names the near key.
 * The JSON Schema for editors is generated from it.
 */

type Shape = Record<string, z.ZodType>

function strict<S extends Shape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, Object.keys(shape)) : undefined,
  })
}

function unknownKeys(keys: readonly string[], known: readonly string[]): string {
  return keys
    .map((key) => {
      const [near] = nearNames(key, known)
      const advice = near ? `did you mean "${near}"?` : `known keys: ${known.join(', ')}`
      return `unknown key "${key}"; ${advice}`
    })
    .join('; ')
}

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'a name: letters and digits')
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
/** Answers, statements and reports are files of this name, on every system. */
const fileName = slug.refine(
  (value) => unportable(value) === undefined,
  'a name that Windows keeps for a device',
)
const sentence = z.string().min(1)
const formula = z.string().min(1).describe('A TypeScript expression, such as `1 - tanh(x) ** 2`')
const finite = z.number()

const parameter = strict({
  values: z.array(finite).min(1).describe('The values that are tried; include unusual ones'),
  default: finite.describe('What is plotted, and what a forgotten parameter is mistaken for'),
  assume: z.array(z.string()).default([]).describe('What a proof may assume, such as `alpha > 0`'),
})

const kink = strict({
  at: finite,
  accept: z
    .union([z.enum(['between', 'between-or-nan']), finite])
    .default('between')
    .describe('Between the one-sided limits, the same or NaN, or one pinned value'),
})

const functionSpec = strict({
  signature: z.string().describe('TypeScript, such as `(x: number, alpha: number) => number`'),
  summary: sentence.describe('What the function is, as shown to the student'),
  formula: formula.optional(),
  derivative: strict({ of: name, in: name }).optional(),
  kinks: z.array(kink).default([]),
})

const mistake = strict({
  note: slug.describe('The stable id that reports carry'),
  function: name,
  title: sentence,
  hint: sentence.describe('Leads to the right answer without giving it away'),
  formula: formula.optional(),
})

const equivalent = strict({
  mutant: sentence.describe('What lint calls a change of solution.ts that no check refuses'),
  because: sentence.describe('Why it is the same function for everything that is asked about'),
})

const points = z
  .number()
  .min(0)
  .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), 'whole hundredths of a point')

const checkBase = {
  id: slug.optional().describe('Defaults to `<function>-<kind>`'),
  title: sentence.optional(),
  points: points.default(0),
  after: z
    .array(slug)
    .default([])
    .describe('Checks that must have passed; else this one is skipped'),
  partial: z.enum(['none', 'by-parameter', 'by-point']).default('none'),
  severity: z
    .enum(['error', 'warning'])
    .optional()
    .describe(
      'A warning is reported but never makes a submission fail; stability warns by default',
    ),
  visibility: z.enum(['visible', 'hidden', 'after-due-date', 'after-published']).optional(),
}

const CHECK_BASE_KEYS: ReadonlySet<string> = new Set([
  'kind',
  'function',
  ...Object.keys(checkBase),
])

function checkSchemas() {
  return Object.values(checkKinds).map((definition) =>
    strict({
      kind: z.literal(definition.kind).describe(definition.summary),
      ...(definition.scope === 'function' ? { function: name } : { function: name.optional() }),
      ...checkBase,
      ...(definition.options(z).shape as Shape),
    }),
  )
}

const check = z.discriminatedUnion('kind', checkSchemas() as never, {
  error: (issue) =>
    issue.code === 'invalid_union' ? unknownKind(issue.input as { kind?: unknown }) : undefined,
}) as unknown as z.ZodType<CheckSource>

function unknownKind(input: { kind?: unknown } | undefined): string {
  const kinds = Object.keys(checkKinds)
  const [near] = nearNames(String(input?.kind), kinds)
  return `unknown check kind "${String(input?.kind)}"; ${near ? `did you mean "${near}"?` : `known kinds: ${kinds.join(', ')}`}`
}

export const exerciseSchema = strict({
  id: fileName,
  aliases: z.array(fileName).default([]),
  title: sentence,
  source: sentence,
  domain: z.tuple([finite, finite]).default([-20, 20]),
  parameters: z.record(name, parameter).default({}),
  functions: z.record(name, functionSpec),
  checks: z.array(check).min(1),
  mistakes: z.array(mistake).default([]),
  equivalents: z.array(equivalent).default([]),
  hints: z.array(sentence).length(3, 'three hints: a nudge, a clearer one, nearly the answer'),
})

export type ExerciseSource = z.output<typeof exerciseSchema>

/** A check as written, defaults filled in; what is not of the base belongs to the kind. */
export type CheckSource = z.output<z.ZodObject<typeof checkBase>> & {
  readonly kind: string
  readonly function?: string
}

/** The keys of a check that its kind defines. */
export function checkOptions(source: CheckSource): Record<string, unknown> {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !CHECK_BASE_KEYS.has(key)))
}

/** The JSON Schema of `exercise.yaml`, for editors. */
export function exerciseJsonSchema(): object {
  return {
    title: 'An exercise of mlp-check',
    ...z.toJSONSchema(exerciseSchema, { io: 'input', unrepresentable: 'any' }),
  }
}
