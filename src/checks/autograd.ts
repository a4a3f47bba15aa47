import { call, variable } from '../formula/build.ts'
import { differentiate } from '../formula/differentiate.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr, FunctionName } from '../formula/expr.ts'
import { say } from '../messages/render.ts'
import { recogniseElementwise } from '../mistakes/elementwise.ts'
import { isNear } from '../reference/near.ts'
import { type Random, randomFrom, seedOf, unit } from '../reference/random.ts'
import { drawNumber } from '../reference/structured/define-reference.ts'
import type { Evidence, Json, Recognition } from '../report/report.ts'
import type { DifferentiationResult, TensorArguments, TensorValue } from '../session.ts'
import { calledWith } from './called.ts'
import { noteOf } from './data-trials.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'
import { rightAlone } from './dependence.ts'

/** Functions of one number and a parameter, applied to every element. */
const ELEMENTWISE = ['prelu', 'leakyRelu', 'elu', 'swish'] as const satisfies FunctionName[]

/** Of every rank that TensorFlow.js has names for, from a single number on. */
const SHAPES: readonly (readonly number[])[] = [
  ...[[], [1], [4], [7]],
  ...[
    [2, 3],
    [1, 5],
    [3, 1],
  ],
  ...[
    [2, 2, 3],
    [2, 1, 3, 2],
  ],
]

/** Small and large ones, of both signs: what draws near the origin never meets. */
const CORNERS: readonly number[] = [1e-4, -1e-4, 1e-3, -1e-3, 0.5, -0.5, 12.5, -12.5, 100, -100]

/** Of float32, which the tensors are. */
export const AUTOGRAD_TOLERANCE = 1e-4

export const autograd = defineCheck({
  kind: 'autograd',
  summary:
    "Runs tensor code on TensorFlow.js, and lets TensorFlow.js differentiate through the student's operations.",
  scope: 'function',
  options: (zod) =>
    zod.strictObject({
      of: zod.enum(ELEMENTWISE).describe('What every element should become'),
      values: zod
        .array(zod.number())
        .min(1)
        .describe('Parameter values that are tried at every seed, besides drawn ones'),
    }),
  run: async (context): Promise<Outcome> => {
    const random = randomFrom(
      seedOf(`${context.exercise.id} ${context.spec.id}`, context.options.seed),
    )
    const values = context.spec.options.values as readonly number[]
    const trials = trialsOf(random, values)
    const results = await context.session.differentiate({
      function: context.function.name,
      calls: trials.map(argumentsOf),
    })
    for (const [index, result] of results.entries()) {
      const failed = await verdictOn(context, trials, { index, result })
      if (failed) {
        const resembles = failed.recognition ? undefined : resemblance(context, trials, results)
        const points = { tested: index + 1, failed: 1 }
        return { ...failed, ...(resembles && { resembles }), points }
      }
    }
    const points = { tested: trials.length, failed: 0 }
    return { status: 'passed', says: say('autograd.right', points), points, evidence: [] }
  },
})

/**
 * The listed parameters with the corners, and with a tensor of every shape as many others: half of
 * the list in turn, and half drawn. Then each shape's last tensor with another parameter, which tells
 * what remembers a result by its tensor alone.
 */
export function trialsOf(random: Random, values: readonly number[]): Trial[] {
  const corners = { shape: [CORNERS.length], values: Float32Array.from(CORNERS) }
  const listed = values.length >> 1
  const parametersOf = (turn: number) => [
    ...values.map((_, k) => values[(turn * listed + k) % values.length] as number).slice(0, listed),
    ...values.slice(listed).map((_, k) => drawParameter(random, turn + k)),
  ]
  const trials = [
    ...values.map((parameter) => ({ x: corners, parameter })),
    ...SHAPES.flatMap((shape, turn) =>
      parametersOf(turn).map((parameter) => ({ x: drawTensor(random, shape), parameter })),
    ),
  ]
  const last = trials.filter((_, index) => (index + 1) % values.length === 0)
  return [...trials, ...last.map(({ x }) => ({ x, parameter: values[0] as number }))]
}

/** As far from 0 as parameters are drawn. */
export const LARGEST_PARAMETER = 10

/** Between 0 and 1, above 1, and below 0, in turn. */
function drawParameter(random: Random, turn: number): number {
  const part = [
    unit(random),
    1 + (LARGEST_PARAMETER - 1) * unit(random),
    -LARGEST_PARAMETER * unit(random),
  ]
  return Math.round(1000 * (part[turn % 3] as number)) / 1000
}

function argumentsOf({ x, parameter }: Trial): TensorArguments {
  return [{ tensor: x }, { data: parameter }]
}

export interface Trial {
  readonly x: TensorValue
  readonly parameter: number
}

/** No zeros: at a kink every engine has a convention of its own. */
function drawTensor(random: Random, shape: readonly number[]): TensorValue {
  const size = shape.reduce((product, length) => product * length, 1)
  const values = Array.from({ length: size }, () => drawNumber(random) || 0.5)
  return { shape, values: Float32Array.from(values) }
}

type Verdict = Omit<Outcome, 'points'>

/** What is wrong with a result, or with having it only where nothing was called before. */
async function verdictOn(
  context: CheckContext,
  trials: readonly Trial[],
  { index, result }: { readonly index: number; readonly result: DifferentiationResult },
): Promise<Verdict | undefined> {
  const trial = trials[index] as Trial
  const verdict = judge(context, trial, result)
  if (verdict === undefined || index === 0) return verdict
  const { name } = context.function
  const calls = [argumentsOf(trial)]
  const [alone] = await context.session.differentiate({ function: name, calls, alone: true })
  if (alone === undefined || judge(context, trial, alone) !== undefined) return verdict
  const inputs = inputsFor(context, trial)
  return rightAlone(context, inputs)
}

function judge(
  context: CheckContext,
  trial: Trial,
  result: DifferentiationResult,
): Verdict | undefined {
  if (result.kind !== 'differentiated') return notDifferentiated(context, trial, result)
  const truth = truthOf(context, trial)
  return (
    shapeVerdict(context, trial, result.value) ??
    tapeVerdict(context, trial, result, truth.slopes) ??
    compare(context, trial, { got: result.value, expected: truth.values, what: 'value' }) ??
    compare(context, trial, {
      got: result.gradients[0] as TensorValue,
      expected: truth.slopes,
      what: 'gradient',
    })
  )
}

/** One formula for each function, so that what is worked out from it is kept. */
const FORMULAS = Object.fromEntries(
  ELEMENTWISE.map((name) => [name, call(name, variable('x'), variable('parameter'))]),
)

function formulaOf(context: CheckContext): Expr {
  return FORMULAS[context.spec.options.of as string] as Expr
}

/** The slip that explains the values of all tensors that came back whole. */
function resemblance(
  context: CheckContext,
  trials: readonly Trial[],
  results: readonly DifferentiationResult[],
): Recognition | undefined {
  const whole = trials.flatMap((trial, index) => {
    const result = results[index]
    const isWhole =
      result?.kind === 'differentiated' && result.value.values.length === trial.x.values.length
    return isWhole ? [{ trial, got: [...result.value.values] }] : []
  })
  if (whole.length < trials.length) return undefined
  return recogniseElementwise(formulaOf(context), {
    names: ['x', 'parameter'],
    rows: whole.flatMap(({ trial }) => [...trial.x.values].map((x) => [x, trial.parameter])),
    truth: Float64Array.from(whole.flatMap(({ trial }) => truthOf(context, trial).values)),
    got: Float64Array.from(whole.flatMap(({ got }) => got)),
  })
}

function truthOf(context: CheckContext, { x, parameter }: Trial) {
  const formula = formulaOf(context)
  const value = compileFloat64(formula, ['x', 'parameter'])
  const slope = compileFloat64(differentiate(formula, 'x'), ['x', 'parameter'])
  const inputs = [...x.values]
  return {
    values: inputs.map((input) => value(input, parameter)),
    slopes: inputs.map((input) => slope(input, parameter)),
  }
}

/** The first element that is not what it should be; −1 where all are. */
function firstOff({ values }: TensorValue, expected: readonly number[]): number {
  const allowed = (value: number) => AUTOGRAD_TOLERANCE * Math.max(1, Math.abs(value))
  return expected.findIndex((value, k) => !isNear(values[k] as number, value, allowed(value)))
}

const NOTES: readonly (readonly [pattern: RegExp, note: string])[] = [
  [/reads numbers out of a tensor/, 'values-read-out'],
  [/builds a tensor out of numbers/, 'constant-from-data'],
]

/** Nothing is missing that was returned: the tensor may be in it, and the source says how it got there. */
const HOLDS_MORE = /^an? (Promise|object|array|function)$/

function notDifferentiated(
  context: CheckContext,
  trial: Trial,
  result: Exclude<DifferentiationResult, { kind: 'differentiated' }>,
): Verdict {
  const name = context.function.name
  if (result.kind === 'not-data') {
    const text = `${name} should return a tensor made by tf, but it returned ${result.found}`
    const note = HOLDS_MORE.test(result.found) ? {} : { note: 'no-tensor-returned' }
    return wrong(context, trial, { text, ...note })
  }
  const note = NOTES.find(([pattern]) => pattern.test(result.message))?.[1]
  const verdict = wrong(context, trial, {
    text: result.message,
    ...(note !== undefined && { note }),
    evidence: result.place ? [result.place] : [],
  })
  return { ...verdict, cause: note === undefined ? result.cause : 'wrong-answer' }
}

function shapeVerdict(
  context: CheckContext,
  trial: Trial,
  value: TensorValue,
): Verdict | undefined {
  const [is, should] = [value.shape, trial.x.shape].map(
    (shape) => shape.join('×') || 'a single number',
  )
  if (is === should) return undefined
  const text = `${context.function.name} should return as many elements as x has: expected ${should}, got ${is}`
  const note = isReduced(trial, value) ? { note: 'reduction' } : {}
  return wrong(context, trial, { text, ...note })
}

function tapeVerdict(
  context: CheckContext,
  trial: Trial,
  { broken, gradients }: Extract<DifferentiationResult, { kind: 'differentiated' }>,
  slopes: readonly number[],
): Verdict | undefined {
  const [cut] = broken
  if (cut === undefined) return undefined
  // Where nothing but zero is asked for, nothing but zero is right.
  if (gradients[0] !== undefined && firstOff(gradients[0], slopes) < 0) return undefined
  const text = `TensorFlow.js cannot differentiate the result of ${context.function.name} in ${context.function.arguments[1] ?? 'x'}: ${cut.message}`
  // A result that has nothing to do with x is another mistake than one that is cut off from it.
  const note = cut.place ? { note: 'broken-tape' } : {}
  return wrong(context, trial, { text, ...note, evidence: cut.place ? [cut.place] : [] })
}

interface Comparison {
  readonly got: TensorValue
  readonly expected: readonly number[]
  readonly what: 'value' | 'gradient'
}

function compare(context: CheckContext, trial: Trial, { got, expected, what }: Comparison) {
  const at = firstOff(got, expected)
  if (at < 0) return undefined
  const x = trial.x.values[at]
  const text = `the ${what} at x = ${x} (element ${at}) with ${parameterName(context)} = ${trial.parameter} should be ${expected[at]}, but yours is ${got.values[at]}`
  const note = what === 'value' ? noteForValue(trial, got) : noteForGradient(trial, got)
  return wrong(context, trial, { text, ...(note !== undefined && { note }) })
}

/** max of all elements + parameter · min of all elements, alone or spread over the whole shape. */
function isReduced({ x, parameter }: Trial, { values }: TensorValue): boolean {
  const reduced = Math.max(...x.values) + parameter * Math.min(...x.values)
  return values.length > 0 && values.every((value) => isNear(value, reduced, 1e-3))
}

function noteForValue(trial: Trial, got: TensorValue): string | undefined {
  if (isReduced(trial, got)) return 'reduction'
  const [{ x, parameter }, { values }] = [trial, got]
  const leaked = (input: number) => (input > 0 ? input : parameter)
  const leaks = values.every((value, k) => isNear(value, leaked(x.values[k] as number), 1e-4))
  if (leaks) return 'constant-leak'
  const largest = (input: number) => Math.max(input, parameter * input)
  const isMax = values.every((value, k) => isNear(value, largest(x.values[k] as number), 1e-4))
  return isMax ? 'max-form' : undefined
}

function noteForGradient({ x }: Trial, { values }: TensorValue): string | undefined {
  if (values.some(Number.isNaN)) return 'gradient-not-a-number'
  const flat = values.every((value, k) => (x.values[k] as number) > 0 || value === 0)
  return flat && x.values.some((input) => input < 0) ? 'broken-tape' : undefined
}

function parameterName(context: CheckContext): string {
  return context.function.arguments[2] ?? 'the parameter'
}

function inputsFor(
  context: CheckContext,
  { x, parameter }: Trial,
): { readonly [name: string]: Json } {
  return {
    x: { shape: [...x.shape], values: [...x.values] } as Json,
    [parameterName(context)]: parameter,
  }
}

function wrong(
  context: CheckContext,
  trial: Trial,
  said: { readonly text: string; readonly note?: string; readonly evidence?: readonly Evidence[] },
): Verdict {
  const recognition = said.note === undefined ? undefined : noteOf(context, said.note)
  const inputs = inputsFor(context, trial)
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('property.wrong', { text: said.text }),
    evidence: [...(said.evidence ?? []), calledWith(inputs)],
    failedAt: { inputs, run: { tensors: argumentsOf(trial) } },
    ...(recognition && { recognition }),
  }
}
