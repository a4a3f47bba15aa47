import { call } from '../formula/build.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import { say } from '../messages/render.ts'
import { type Evidence, encodeScalar } from '../report.ts'
import type { EvaluationResult } from '../submission/session.ts'
import { proveBound } from './bound-proof.ts'
import { noteOf } from './data-trials.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'

/** Functions that never fall: then their ends over an interval are their values at its ends. */
const TARGETS = ['tanh', 'sigmoid', 'softsign', 'hardTanh', 'hardSigmoid', 'erf'] as const

export const bound = defineCheck({
  kind: 'bound',
  summary: 'Holds the largest error of an approximation over all x against a limit, and its shape.',
  scope: 'function',
  options: (zod) =>
    zod.strictObject({
      of: zod.enum(TARGETS).describe('What is approximated'),
      limit: zod.number().positive().describe('The largest error that passes'),
      odd: zod.boolean().default(false),
      rising: zod.boolean().default(false).describe('Whether it must never fall'),
    }),
  run: async (context): Promise<Outcome> => {
    const samples = samplePoints()
    const name = context.function.name
    const result = await context.session.evaluate({ function: name, columns: [samples] })
    const faulty = faultOf(result)
    if (faulty) return faulty
    const first = violation(context, { x: samples, y: result.values })
    return first === undefined
      ? proved(context, samples.length, result.values)
      : wrong(context, first)
  },
})

/** Symmetric and ascending, dense where the function bends, and out to the ends of float32. */
function samplePoints(): Float64Array {
  const dense = Array.from({ length: 4000 }, (_, k) => (k + 1) / 200)
  const far = [25, 50, 100, 355, 710, 1e3, 1e4, 1e6, 1e12, 1e38]
  const near = [1e-12, 1e-8, 1e-6, 1e-4, 1e-3]
  const positive = [...near, ...dense, ...far]
  return Float64Array.from([...positive.map((x) => -x).reverse(), 0, ...positive])
}

interface Samples {
  readonly x: Float64Array
  readonly y: Float64Array
}

interface Violation {
  readonly x: number
  readonly got: number
  readonly text: string
  readonly note: string
}

function targetOf(context: CheckContext): (x: number) => number {
  const name = context.spec.options.of as (typeof TARGETS)[number]
  return compileFloat64(call(name, { kind: 'variable', name: 'x' }), ['x'])
}

function violation(context: CheckContext, samples: Samples): Violation | undefined {
  const { odd, rising } = context.spec.options
  return (
    (odd ? unsymmetric(samples) : undefined) ??
    (rising ? falling(samples) : undefined) ??
    tooFarOff(context, samples)
  )
}

function unsymmetric({ x, y }: Samples): Violation | undefined {
  // From the middle outwards, so that the smallest |x| is named.
  for (let k = (x.length - 1) / 2; k < x.length; k++) {
    const [got, mirrored] = [y[k] as number, y[x.length - 1 - k] as number]
    if (Math.abs(got + mirrored) <= 1e-9 || Number.isNaN(got)) continue
    const text = `it is not odd: it is ${got} at ${x[k]}, but ${mirrored} at ${-(x[k] as number)}`
    return { x: x[k] as number, got, text, note: 'not-odd' }
  }
  return undefined
}

function falling({ x, y }: Samples): Violation | undefined {
  for (let k = 1; k < x.length; k++) {
    const [before, got] = [y[k - 1] as number, y[k] as number]
    if (!(got < before - 1e-12)) continue
    const text = `it falls: it is ${before} at ${x[k - 1]}, but only ${got} at ${x[k]}`
    return { x: x[k] as number, got, text, note: 'not-monotone' }
  }
  return undefined
}

function tooFarOff(context: CheckContext, { x, y }: Samples): Violation | undefined {
  const target = targetOf(context)
  const limit = context.spec.options.limit as number
  const off = (k: number) => Math.abs((y[k] as number) - target(x[k] as number))
  const wrong = [...x.keys()].filter((k) => !(off(k) <= limit))
  if (wrong.length === 0) return undefined
  const at = wrong.reduce((best, k) =>
    Math.abs(x[k] as number) < Math.abs(x[best] as number) ? k : best,
  )
  return offAt(context, x[at] as number, y[at] as number)
}

function offAt(context: CheckContext, x: number, got: number): Violation {
  const { of, limit } = context.spec.options
  const expected = targetOf(context)(x)
  const text = `it is ${got} at ${x}, where ${of} is ${expected}: that is ${Math.abs(got - expected)} off, and ${limit} is allowed`
  // Where the target has come within the limit of its end, only the end can be wrong.
  const note = Math.abs(x) >= 3 ? 'error-at-the-far-end' : 'error-too-large'
  return { x, got, text, note }
}

async function proved(context: CheckContext, tested: number, y: Float64Array): Promise<Outcome> {
  const { limit } = context.spec.options as { limit: number }
  const target = targetOf(context)
  const x = samplePoints()
  const largest = y.reduce(
    (most, got, k) => Math.max(most, Math.abs(got - target(x[k] as number))),
    0,
  )
  const measured: Evidence = {
    kind: 'measurement',
    name: 'largest error at the samples',
    value: largest,
    limit,
  }
  const found = context.found(context.function.name)
  const points = { tested, failed: 0 }
  if (found?.kind !== 'function' || found.formula.kind !== 'formula') {
    const says = say('bound.sampled', { tested, limit })
    return { status: 'passed', says, points, evidence: [measured] }
  }
  const variable = context.function.arguments[0] ?? 'x'
  const proof = proveBound({ formula: found.formula.expr, variable, target, limit })
  if (proof.kind === 'proved') {
    const says = say('bound.proved', { limit })
    return { status: 'passed', says, points, evidence: [measured] }
  }
  return lookAt(context, proof.at, { points, measured })
}

/** Where the proof stayed open there may be a narrow error between the samples. */
async function lookAt(
  context: CheckContext,
  at: number,
  { points, measured }: { points: Outcome['points']; measured: Evidence },
): Promise<Outcome> {
  const name = context.function.name
  const columns = [Float64Array.from([at])]
  const { values } = await context.session.evaluate({ function: name, columns })
  const got = values[0] as number
  const limit = context.spec.options.limit as number
  if (!(Math.abs(got - targetOf(context)(at)) <= limit))
    return wrong(context, offAt(context, at, got))
  const says = say('bound.sampled', { tested: points.tested, limit })
  return { status: 'passed', says, points, evidence: [measured] }
}

function wrong(context: CheckContext, found: Violation): Outcome {
  const recognition = noteOf(context, found.note)
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('property.wrong', { text: `${context.function.name}: ${found.text}` }),
    points: { tested: samplePoints().length, failed: 1 },
    evidence: [
      {
        kind: 'counterexample',
        inputs: { [context.function.arguments[0] ?? 'x']: encodeScalar(found.x) },
        got: encodeScalar(found.got),
        expected: { kind: 'property', text: found.text },
      },
    ],
    ...(recognition && { recognition }),
  }
}

function faultOf(result: EvaluationResult): Outcome | undefined {
  const [fault] = result.faults
  const points = { tested: result.values.length, failed: result.faultCount }
  if (result.ended) {
    const says = say('submission.fault', { message: result.ended.message })
    return { status: 'failed', cause: result.ended.cause, says, points, evidence: [] }
  }
  if (fault === undefined) return undefined
  const cause = fault.kind === 'threw' ? 'crashed' : 'wrong-answer'
  const says = say('property.wrong', {
    text: `it should return a number, but yours gave ${fault.message}`,
  })
  return { status: 'failed', cause, says, points, evidence: fault.place ? [fault.place] : [] }
}
