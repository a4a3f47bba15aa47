import { call } from '../formula/build.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr } from '../formula/expr.ts'
import { say } from '../messages/render.ts'
import { type Evidence, encodeScalar } from '../report/report.ts'
import type { EvaluationResult } from '../session.ts'
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
import { proveOdd, proveRising, type ShapeProof } from './shape-proof.ts'

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
    const question = questionOf(context)
    const ordinary = await lookAt(context, question, [])
    if (ordinary.kind === 'outcome') return ordinary.outcome
    const claims = claimsOf(context, question)
    const worthALook = claims.flatMap((claim) => claim.worthALook)
    const all = worthALook.length > 0 ? await lookAt(context, question, worthALook) : ordinary
    return all.kind === 'outcome' ? all.outcome : right(question, all.samples, claims)
  },
})

type Look =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'right'; readonly samples: Samples }

async function lookAt(
  context: CheckContext,
  question: BoundQuestion,
  worthALook: readonly number[],
): Promise<Look> {
  const x = samplePoints(worthALook)
  const name = context.function.name
  const result = await context.session.evaluate({ function: name, columns: [x] })
  const faulty = faultOf(result)
  if (faulty) return { kind: 'outcome', outcome: faulty }
  const samples = { x, y: result.values }
  const found = violation(question, samples)
  if (found === undefined) return { kind: 'right', samples }
  return { kind: 'outcome', outcome: wrong(context, found, x.length) }
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
  const variable = context.function.arguments[0] ?? 'x'
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
        inputs: { [context.function.arguments[0] ?? 'x']: encodeScalar(found.x) },
        got: encodeScalar(found.got),
        expected: { kind: 'property', text: found.expected },
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
