import { z } from 'zod'
import type { CheckDefinition, CheckKinds } from '../checks/define-check.ts'
import { checkKinds } from '../checks/index.ts'
import { unportable } from '../paths/portable-name.ts'

/**
 * The form of `exercise.yaml`. Strict everywhere: a key that nothing reads is an error. The JSON
 * Schema for editors and the tables of docs/authoring.md are generated from it, so every key has a
 * description and an example.
 */

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'should be a name: letters and digits')
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'should be lower-case words joined by hyphens')
/** Answers, statements and reports are files of this name, on every system. */
const fileName = slug.refine((value) => unportable(value) === undefined, {
  error: 'should be no name that Windows keeps for a device',
})
const sentence = z.string().min(1)
const formula = z.string().min(1)
const finite = z.number()

/** A key with what it means and what may stand there. */
function told<T extends z.ZodType>(schema: T, description: string, example: unknown): T {
  return schema.meta({ description, examples: [example] })
}

const parameter = z.strictObject({
  values: told(
    z.array(finite).min(1),
    'The values that are tried; include unusual ones',
    [0.01, 0.25, 1, 1.5, -0.5],
  ),
  default: told(finite, 'What is plotted, and what a forgotten parameter is mistaken for', 0.25),
  assume: told(z.array(z.string()).default([]), 'What a proof may assume', ['alpha > 0']),
})

/** Words for what passes at a kink: anything between the limits, the same or NaN, NaN alone, anything. */
export const ACCEPTANCES = ['between', 'between-or-nan', 'nan', 'anything'] as const

const kink = z.strictObject({
  at: told(z.union([finite, formula]), 'Where: a number, or a formula of the parameters', '-delta'),
  accept: told(
    z.union([finite, formula]).default('between'),
    `What passes there: ${ACCEPTANCES.join(', ')}, or one pinned value: a number, or a formula of the parameters`,
    'between-or-nan',
  ),
})

const functionSpec = z.strictObject({
  signature: told(
    z.string(),
    'The type that students see, in TypeScript, without defaults',
    '(x: number, alpha: number) => number',
  ),
  summary: told(sentence, 'What the function is, as shown to the student', 'pReLU of x'),
  formula: told(
    formula.optional(),
    'What is right, as an expression of the formula language; for functions of numbers',
    'max(0, x) + alpha * min(0, x)',
  ),
  holds: told(
    formula.optional(),
    'When a function from numbers to a boolean is true: then `call` proves the answer too',
    'alpha <= 0 || alpha === 1',
  ),
  derivative: told(
    z
      .strictObject({
        of: told(name, 'A function of this exercise that has a formula', 'prelu'),
        in: told(name, 'The argument in which it is differentiated', 'x'),
      })
      .optional(),
    'Set where the function is the derivative of another one: then its own formula may be left out',
    { of: 'prelu', in: 'x' },
  ),
  kinks: told(
    z.array(kink).default([]),
    'Points where the derivative jumps, beyond those that the formula shows, or where something else passes',
    [{ at: 0, accept: 'between-or-nan' }],
  ),
})

const mistake = z.strictObject({
  note: told(slug, 'The stable id that reports carry', 'max-form'),
  function: told(name, 'The function that it is made in', 'prelu'),
  title: told(sentence, 'What was done instead', 'max(alpha * x, x) instead of two parts'),
  hint: told(
    sentence,
    'Leads to the right answer without giving it away',
    'Draw both lines for alpha = 1.5.',
  ),
  formula: told(
    formula.optional(),
    'What the wrong answer computes: whatever gives the same numbers is recognised',
    'max(alpha * x, x)',
  ),
})

const equivalent = z.strictObject({
  mutant: told(
    sentence,
    'What lint calls a change of solution.ts that no check refuses',
    'bound: i < n → i <= n',
  ),
  because: told(
    sentence,
    'Why it is the same function for everything that is asked about',
    'the row beyond the last one is empty',
  ),
})

/** `solution`, or `also-right/power`: its file without the ending. */
const solutionName = z.string().max(80)

const mistakeWords = z.strictObject({
  title: told(sentence, 'What was done instead', '用了 max(alpha * x, x)'),
  hint: told(sentence, 'Leads to the right answer', '画出 alpha = 1.5 时的两条线。'),
})

const translation = z.strictObject({
  of: told(
    z.string().optional(),
    'Names the texts that it is of; lint says what to write, and when they have changed',
    '1f0c2a9d83be',
  ),
  title: told(sentence.optional(), 'The title', 'pReLU 的导数'),
  source: told(sentence.optional(), 'Where it comes from', '《动手学深度学习》“多层感知机”'),
  hints: told(z.array(sentence).length(3).optional(), 'The three hints', ['……', '……', '……']),
  functions: told(z.record(name, sentence).optional(), 'Summaries, by the functions', {
    prelu: 'x 的 pReLU',
  }),
  checks: told(z.record(slug, sentence).optional(), 'Titles, by the ids of checks that have one', {
    'prelu-value': 'prelu 处处正确',
  }),
  because: told(z.record(slug, sentence).optional(), 'Reasons of rules, by the ids of checks', {
    'prelu-policy': '这里要求写出不含循环的公式',
  }),
  mistakes: told(
    z.record(slug, z.union([mistakeWords, z.array(mistakeWords).min(2)])).optional(),
    'Titles and hints, by notes; a list where mistakes of one note differ, in their order',
    { 'max-form': { title: '用了 max(alpha * x, x)', hint: '画出 alpha = 1.5 时的两条线。' } },
  ),
  teaches: told(
    z.record(solutionName, sentence).optional(),
    'What each solution teaches, by its file',
    { solution: '一行写完幂法则' },
  ),
})

const points = z
  .number()
  .min(0)
  .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), {
    error: 'should be whole hundredths of a point, such as 2.5',
  })

const checkBase = {
  id: told(slug.optional(), 'Names it in reports; `<function>-<kind>` by default', 'prelu-value'),
  title: told(sentence.optional(), 'What is judged, in a few words', 'prelu is right everywhere'),
  points: told(points.default(0), 'What it gives, in whole hundredths of a point', 2.5),
  after: told(
    z.array(slug).default([]),
    'Ids of checks that must have passed; else this one is skipped',
    ['dprelu-derivative'],
  ),
  severity: told(
    z.enum(['error', 'warning']).optional(),
    'A warning is reported but never makes a submission fail; stability warns by default',
    'warning',
  ),
  visibility: told(
    z.enum(['visible', 'hidden', 'after-due-date', 'after-published']).optional(),
    'Who sees it on platforms that can hide a check',
    'after-due-date',
  ),
}

const partial = told(
  z.enum(['none', 'by-parameter', 'by-point']).optional(),
  'Whether a part of the points can be earned: by the share of parameter values, or of points, that are right',
  'by-parameter',
)

const CHECK_BASE_KEYS: ReadonlySet<string> = new Set([
  'kind',
  'function',
  'partial',
  ...Object.keys(checkBase),
])

function checkSchema(definition: CheckDefinition): z.ZodObject {
  const target = told(name, 'The function that it asks about', 'prelu')
  return z.strictObject({
    kind: z.literal(definition.kind).describe(definition.summary),
    function: definition.scope === 'function' ? target : target.optional(),
    ...checkBase,
    ...(definition.partial && { partial }),
    ...definition.options(z).shape,
  })
}

/** Of all kinds, by their names: what each may say. */
export function checkSchemas(kinds: CheckKinds): { readonly [kind: string]: z.ZodObject } {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, definition]) => [kind, checkSchema(definition)]),
  )
}

/** The form of a spec that may ask for these kinds of checks. */
export function exerciseSchema(kinds: CheckKinds = checkKinds) {
  const schemas = Object.values(checkSchemas(kinds))
  const check = z.discriminatedUnion('kind', schemas as never) as unknown as z.ZodType<CheckSource>
  return z.strictObject({
    id: told(fileName, 'The short name, by which students ask for it', 'prelu'),
    aliases: told(z.array(fileName).default([]), 'Other names that find it', ['p-relu']),
    title: told(sentence, 'One line for lists and reports', 'The derivatives of pReLU'),
    source: told(
      sentence,
      'Where the question comes from',
      'Dive into Deep Learning, Multilayer Perceptrons, exercise 1',
    ),
    domain: told(
      z.tuple([finite, finite]).default([-20, 20]),
      'The interval of the variable that is sampled and proved on; stability alone looks beyond it',
      [-20, 20],
    ),
    parameters: told(
      z.record(name, parameter).default({}),
      'Arguments other than the variable, by their names',
      { alpha: { values: [0.25, 1.5], default: 0.25 } },
    ),
    functions: told(z.record(name, functionSpec), 'What students write, by their names', {
      cube: { signature: '(x: number) => number', summary: 'the cube of x', formula: 'x ** 3' },
    }),
    checks: told(z.array(check).min(1), 'What is asked of them, in the order of the report', [
      { kind: 'value', function: 'cube', points: 2 },
    ]),
    mistakes: told(z.array(mistake).default([]), 'Wrong answers that people give', [
      { note: 'square', function: 'cube', title: 'the square', hint: 'Count.', formula: 'x ** 2' },
    ]),
    equivalents: told(
      z.array(equivalent).default([]),
      'Changes of the solution that make no difference, so that lint leaves them alone',
      [{ mutant: 'bound: i < n → i <= n', because: 'the row beyond the last one is empty' }],
    ),
    solutions: told(
      z
        .strictObject({
          shown: told(z.boolean().default(true), 'Whether anybody may see them', true),
          teaches: told(
            z.record(solutionName, sentence).default({}),
            'What each teaches, by its file',
            { 'also-right/power': 'a power is a product' },
          ),
        })
        .default({ shown: true, teaches: {} }),
      'Whether whoever has passed may see the right answers, and what each of them teaches',
      { shown: true, teaches: { solution: 'the power rule in one line' } },
    ),
    translations: told(
      z
        .strictObject({ 'zh-CN': told(translation.optional(), 'In simplified Chinese', {}) })
        .default({}),
      'The texts above in other languages, for --lang; README.zh-CN.md is the statement',
      { 'zh-CN': { title: '立方的导数' } },
    ),
    hints: told(z.array(sentence).length(3), 'Three: a nudge, a clearer one, nearly the answer', [
      'Which rule differentiates a power?',
      'The exponent becomes a factor.',
      'The factor is 3.',
    ]),
  })
}

export type ExerciseSource = z.output<ReturnType<typeof exerciseSchema>>

/** A check as written, defaults filled in; what is not of the base belongs to the kind. */
export type CheckSource = z.output<z.ZodObject<typeof checkBase>> & {
  readonly kind: string
  readonly function?: string
  readonly partial?: z.output<typeof partial>
}

/** The keys of a check that its kind defines. */
export function checkOptions(source: CheckSource): Record<string, unknown> {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !CHECK_BASE_KEYS.has(key)))
}
