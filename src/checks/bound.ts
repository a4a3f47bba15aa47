import { call } from '../formula/build.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr } from '../formula/expr.ts'
import { say } from '../messages/render.ts'
import { type Evidence, encodeScalar } from '../report/report.ts'
import type { EvaluationResult, PointFault } from '../session.ts'
import { proveBound } from './bound-proof.ts'
import {
  type BoundQuestion,
  largestError,
  type Samples,
  samplePoints,
  type Violation,
  violation,
} from './bound-samples.ts'
import { noteOf } from './data-trials.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'
import { type Inputs, inputsAt } from './evidence.ts'
import { brokenEvaluation } from './point-check.ts'
import { proveOdd, proveRising, type ShapeProof } from './shape-proof.ts'
import { TOLD, tellFaults } from './tell-faults.ts'
import { turningPoints } from './turning-rows.ts'

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
      odd: zod.boolean().default(false).describe('Whether f(-x) must be -f(x)'),
      rising: zod.boolean().default(false).describe('Whether it must never fall'),
    }),
  run: async (context): Promise<Outcome> => {
    const question = questionOf(context)
    const ordinary = await lookAt(context, question, samplePoints([]))
    if (ordinary.kind === 'outcome') return ordinary.outcome
    const claims = claimsOf(context, question)
    const isProved = claims.every(({ proved }) => proved)
    const turns = turnsOf(context)
    const worthALook = [...claims.flatMap((claim) => claim.worthALook), ...turns]
    const all = isProved
      ? ordinary
      : await lookAt(context, question, samplePoints(worthALook, 4000))
    return all.kind === 'outcome' ? all.outcome : right(question, all.samples, claims)
  },
})

/** Where a function of every number may turn to something else: near 0 wherever it asks, beyond at its numbers. */
function turnsOf(context: CheckContext): readonly number[] {
  const clues = context.clues(context.function.name)
  const line = { variable: variableOf(context), set: {} }
  const near = turningPoints(clues, { ...line, domain: [-NEAR, NEAR] })
  const far = turningPoints({ ...clues, switches: [] }, { ...line, domain: [-FAR, FAR] })
  return [...near, ...far]
}

const NEAR = 32
const FAR = 1e38

type Look =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'right'; readonly samples: Samples }

async function lookAt(
  context: CheckContext,
  question: BoundQuestion,
  x: Float64Array,
): Promise<Look> {
  const inputs = { names: [variableOf(context)], columns: [x] }
  const { name } = context.function
  const result = await context.session.evaluate({ function: name, columns: inputs.columns })
  const broken =
    brokenEvaluation(context, inputs, result) ?? (await faulty(context, inputs, result))
  if (broken) return { kind: 'outcome', outcome: broken }
  const samples = { x, y: result.values }
  const found = violation(question, samples)
  if (found === undefined) return { kind: 'right', samples }
  return { kind: 'outcome', outcome: wrong(context, found, x.length) }
}

/** The function threw or gave no number: told at the point nearest to 0. */
async function faulty(
  context: CheckContext,
  inputs: Inputs,
  evaluated: EvaluationResult,
): Promise<Outcome | undefined> {
  if (evaluated.faultCount === 0) return undefined
  const [x = new Float64Array()] = inputs.columns
  const open = [...x.keys()].filter((index) => Number.isNaN(evaluated.values[index]))
  const outwards = open.sort((a, b) => Math.abs(x[a] as number) - Math.abs(x[b] as number))
  const result = await tellFaults(context, inputs, {
    result: evaluated,
    at: outwards.slice(0, TOLD),
  })
  const fault = outwards
    .map((index) => result.faults.find((candidate) => candidate.index === index))
    .find((candidate) => candidate !== undefined) as PointFault
  const about = { function: context.function.name, inputs: inputsAt(inputs, fault.index) }
  const threw = fault.kind === 'threw'
  return {
    status: 'failed',
    cause: threw ? 'crashed' : 'wrong-answer',
    says: say(threw ? 'points.threw' : 'points.not-a-number', { ...about, got: fault.message }),
    points: { tested: x.length, failed: evaluated.faultCount },
    evidence: [
      {
        kind: 'counterexample',
        inputs: about.inputs,
        got: fault.message,
        expected: { kind: 'property', text: 'a number' },
      },
      ...(fault.place ? [fault.place] : []),
    ],
  }
}

function variableOf(context: CheckContext): string {
  return context.function.arguments[0] ?? 'x'
}

function questionOf(context: CheckContext): BoundQuestion {
  const { of, limit, odd, rising } = context.spec.options as Omit<
    BoundQuestion,
    'target' | 'of'
  > & {
    readonly of: (typeof TARGETS)[number]
  }
  const target = compileFloat64(call(of, { kind: 'variable', name: 'x' }), ['x'])
  return { of, limit, odd, rising, target }
}

/** One thing that is asked, and what the submission's formula says of it. */
interface Claim extends ShapeProof {
  readonly claim: 'near' | 'odd' | 'rising'
}

function claimsOf(context: CheckContext, question: BoundQuestion): readonly Claim[] {
  const found = context.found(context.function.name)
  const formula =
    found?.kind === 'function' && found.formula.kind === 'formula' ? found.formula.expr : undefined
  const variable = variableOf(context)
  const claimed = (claim: Claim['claim'], prove: (formula: Expr) => ShapeProof): Claim => ({
    claim,
    ...(formula === undefined ? NOTHING_KNOWN : prove(formula)),
  })
  return [
    claimed('near', (own) => near(own, variable, question)),
    ...(question.odd ? [claimed('odd', (own) => proveOdd(own, variable))] : []),
    ...(question.rising ? [claimed('rising', (own) => proveRising(own, variable))] : []),
  ]
}

const NOTHING_KNOWN: ShapeProof = { proved: false, worthALook: [] }

function near(formula: Expr, variable: string, { target, limit }: BoundQuestion): ShapeProof {
  const proof = proveBound({ formula, variable, target, limit })
  return proof.kind === 'proved'
    ? { proved: true, worthALook: [] }
    : { proved: false, worthALook: [proof.at] }
}

function right(question: BoundQuestion, samples: Samples, claims: readonly Claim[]): Outcome {
  const tested = samples.x.length
  const { of, limit } = question
  const those = (wanted: boolean) =>
    claims.filter(({ proved }) => proved === wanted).map(({ claim }) => claim)
  const measured: Evidence = {
    kind: 'measurement',
    name: 'largest error at the samples',
    value: largestError(question, samples),
    limit,
  }
  const says = say('bound.right', { of, limit, proved: those(true), sampled: those(false), tested })
  return { status: 'passed', says, points: { tested, failed: 0 }, evidence: [measured] }
}

function wrong(context: CheckContext, found: Violation, tested: number): Outcome {
  const recognition = noteOf(context, found.note)
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('property.wrong', { text: `${context.function.name}: ${found.text}` }),
    points: { tested, failed: 1 },
    evidence: [
      {
        kind: 'counterexample',
        inputs: { [variableOf(context)]: encodeScalar(found.x) },
        got: encodeScalar(found.got),
        expected: { kind: 'property', text: found.expected },
      },
    ],
    ...(recognition && { recognition }),
  }
}
