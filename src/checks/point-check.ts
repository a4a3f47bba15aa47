import { say } from '../messages/render.ts'
import { failureCurve } from '../plot/curve.ts'
import { pointsInOrder } from '../reference/parameter-rows.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { accepts, readTolerance, type Tolerance } from '../reference/tolerance.ts'
import { decodeScalar, type Evidence, encodeScalar, type Message } from '../report/report.ts'
import type { CallResult, EvaluationResult, PointFault } from '../session.ts'
import { arithmeticEvidence, isProvedAt } from './arithmetic.ts'
import { isNumber } from './compare-data.ts'
import type { CheckContext, Outcome } from './define-check.ts'
import { dependsOnMore, remembers } from './dependence.ts'
import { type DisplacedKink, displacedKink, isForgiven } from './displaced-kink.ts'
import {
  agreementAt,
  counterexample,
  counterexampleWith,
  disagreement,
  expectedValues,
  faultPlaces,
  type Inputs,
  inputsAt,
  spread,
} from './evidence.ts'
import { findKink } from './find-kink.ts'
import { type Judgement, judgePoints, marked } from './judge-points.ts'
import { nothingJudged } from './nothing-judged.ts'
import { earnedShare } from './share.ts'
import { smallestPoint } from './smallest.ts'
import { tellFaults, whereNaNPasses } from './tell-faults.ts'
import { judgeWitness } from './witness-point.ts'

/** Compares one function with its reference at the selected sample points: what `value` and `derivative` share. */
export async function checkPoints(
  context: CheckContext,
  select: (table: ReferenceTable, index: number) => boolean,
): Promise<Outcome> {
  const { name } = context.function
  const table = await context.reference(name)
  const evaluating = context.values(name)
  // While the sandbox evaluates, this thread is at the proof.
  const proof = context.proof(name)
  const evaluated = await evaluating
  const broken = brokenEvaluation(context, table, evaluated)
  if (broken) return broken
  const result = await tellFaults(context, table, { result: evaluated, at: whereNaNPasses(table) })
  const tolerance = readTolerance(context.spec.options)
  const judgement = judgePoints(table, result, {
    select: (index) => select(table, index),
    tolerance,
  })
  if (judgement.failing.length > 0) return wrong(context, table, { result, judgement, tolerance })
  const points = { tested: judgement.tested.length, failed: 0 }
  if (points.tested === 0) return nothingJudged(context)
  // Whoever asked for single points asked for no others.
  const everywhere = context.options.at.length === 0
  const question = { tolerance, select, samples: table, tested: points.tested }
  const refuted = everywhere ? await judgeWitness(context, proof, question) : undefined
  if (refuted) return refuted
  return {
    status: 'passed',
    says: say('points.right', { tested: points.tested }),
    points,
    evidence: disagreement(agreementAt(table, judgement.tested)),
  }
}

interface Findings {
  readonly result: EvaluationResult
  readonly judgement: Judgement
  readonly tolerance: Tolerance
}

async function wrong(
  context: CheckContext,
  table: ReferenceTable,
  findings: Findings,
): Promise<Outcome> {
  const { judgement, tolerance } = findings
  const index = smallestPoint(table, judgement.failing)
  const { tested, failing } = judgement
  const moved = displacedKink({ table, values: findings.result.values, failing })
  const beside = moved && (await besideKink(context, table, { ...findings, moved }))
  if (beside) return beside
  const isRight = acceptsAt(table, index, tolerance)
  const args = table.columns.map((column) => encodeScalar(column[index] as number))
  const more = await dependsOnMore(context, { args, later: false, isRight })
  if (more) return { ...more, points: { tested: tested.length, failed: failing.length } }
  const result = await tellFaults(context, table, { result: findings.result, at: [index] })
  const got = result.values[index] ?? Number.NaN
  const fault = result.faults.find((candidate) => candidate.index === index)
  const failures = spread(table, judgement)
  const example = counterexample(table, index, got, tolerance)
  const arithmetic = fault ? [] : arithmeticEvidence(context, table, { index, got })
  const formulaRight = arithmetic.length > 0 && isProvedAt(context, table, index)
  const says = describe(context, table, { index, got, fault, formulaRight })
  return {
    status: 'failed',
    cause: fault?.kind === 'threw' ? 'crashed' : 'wrong-answer',
    says,
    points: { tested: judgement.tested.length, failed: judgement.failing.length },
    share: earnedShare(context.spec.partial, table, failures),
    accepts: isRight,
    evidence: [
      counterexampleWith(fault, example),
      failures,
      ...faultPlaces(result, index),
      ...arithmetic,
      ...disagreement(agreementAt(table, judgement.tested)),
      ...curveAround(table, findings, index),
    ],
  }
}

/** A kink in another place: a warning, where rounding explains that, and otherwise a mistake with a name. */
async function besideKink(
  context: CheckContext,
  table: ReferenceTable,
  { result, judgement, tolerance, moved }: Findings & { readonly moved: DisplacedKink },
): Promise<Outcome | undefined> {
  const { name } = context.function
  const { index, kink } = moved
  const referenceAt = (rows: readonly (readonly number[])[]) => context.referenceAt(name, rows)
  const forgiven = await isForgiven(moved, { ...context, referenceAt })
  const got = result.values[index] ?? Number.NaN
  const arithmetic = arithmeticEvidence(context, table, { index, got })
  const failures = spread(table, judgement)
  const [cancelled] = forgiven ? arithmetic.filter(({ problem }) => problem === 'cancellation') : []
  const found = cancelled ? kink : await findKink(context, table, { index, kink, tolerance })
  if (found === undefined) return undefined
  const says = say(cancelled ? 'kink.cancelled' : 'kink.displaced', {
    function: name,
    variable: table.names[0] ?? '',
    inputs: inputsAt(table, index),
    ...expectedValues(table, index),
    got: encodeScalar(got),
    kink,
    ...(cancelled ? { expression: cancelled.expression } : { found }),
  })
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says,
    points: { tested: judgement.tested.length, failed: judgement.failing.length },
    share: earnedShare(context.spec.partial, table, failures),
    evidence: [
      counterexample(table, index, got, tolerance),
      failures,
      ...arithmetic,
      ...disagreement(agreementAt(table, judgement.tested)),
    ],
    ...(forgiven && { fragile: true as const }),
  }
}

/** Whether an answer is right at a point. */
function acceptsAt(table: ReferenceTable, index: number, tolerance: Tolerance) {
  return (answer: CallResult) =>
    answer.kind === 'returned' &&
    isNumber(answer.value) &&
    accepts(table, index, decodeScalar(answer.value), tolerance)
}

/** The answer beside the reference around the failing region, for a plot. */
function curveAround(table: ReferenceTable, findings: Findings, index: number): Evidence[] {
  const { result, judgement } = findings
  const { names, columns, low: expected } = table
  const failing = marked(expected.length, judgement.failing)
  const [variable = ''] = names
  const failed = (point: number) => failing[point] === 1
  const order = pointsInOrder(table)
  const samples = { names, columns, expected, got: result.values, failed, order, variable }
  const curve = failureCurve(samples, index)
  return curve ? [curve] : []
}

function describe(
  context: CheckContext,
  table: ReferenceTable,
  point: { index: number; got: number; fault: PointFault | undefined; formulaRight: boolean },
): Message {
  const { index, got, fault, formulaRight } = point
  const common = { function: context.function.name, inputs: inputsAt(table, index) }
  if (fault) {
    const id = fault.kind === 'threw' ? 'points.threw' : 'points.not-a-number'
    return say(id, { ...common, got: fault.message })
  }
  const id = formulaRight ? 'arithmetic.wrong' : 'points.wrong'
  return say(id, { ...common, ...expectedValues(table, index), got: encodeScalar(got) })
}

/** The point at which the evaluation was when it ended: there is no value from there on. */
function pointOfEnd(
  inputs: Inputs,
  { values, endedAt }: EvaluationResult,
): Pick<Outcome, 'failedAt'> {
  const index = endedAt ?? values.findLastIndex((value) => !Number.isNaN(value)) + 1
  if (index >= values.length) return {}
  const args = inputs.columns.map((column) => encodeScalar(column[index] as number))
  return { failedAt: { inputs: inputsAt(inputs, index), run: { arguments: args } } }
}

/** With the point, where it is to blame: what is slow everywhere ends anywhere. */
function endedAs(
  name: string,
  inputs: Inputs,
  { endedAt, message }: { readonly endedAt: number | undefined; readonly message: string },
): Message {
  if (endedAt === undefined) return say('submission.fault', { message })
  return say('data.fault', { function: name, inputs: inputsAt(inputs, endedAt), message })
}

/** The evaluation did not reach its end, or the function gave two answers to one question. */
export function brokenEvaluation(
  context: CheckContext,
  inputs: Inputs,
  result: EvaluationResult,
): Outcome | undefined {
  const { name } = context.function
  const points = { tested: result.values.length, failed: result.values.length }
  if (result.ended) {
    const { cause, message, advice } = result.ended
    const found = context.found(name)
    const place = result.ended.place ?? (found?.kind === 'function' ? found.place : undefined)
    return {
      status: 'failed',
      cause,
      says: endedAs(name, inputs, { endedAt: result.endedAt, message }),
      points,
      ...pointOfEnd(inputs, result),
      evidence: [
        ...(place ? [place] : []),
        ...(advice ? [{ kind: 'remark' as const, text: advice }] : []),
      ],
    }
  }
  if (!result.unstable) return undefined
  const { index, first, second, changed } = result.unstable
  const args = inputs.columns.map((column) => encodeScalar(column[index] as number))
  const [alone, later] = [encodeScalar(first), encodeScalar(second)]
  const memory = { arguments: args, alone, later, ...(changed !== undefined && { changed }) }
  return remembers(context, memory, points.tested)
}
