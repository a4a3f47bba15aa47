import { say } from '../messages/render.ts'
import { recogniseOverflow } from '../mistakes/recognise.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { defaultTolerance } from '../reference/tolerance.ts'
import { type Arithmetic, encodeScalar, type Message } from '../report/report.ts'
import type { EvaluationResult, PointFault } from '../session.ts'
import { culpritOf } from './arithmetic.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'
import { counterexample, expectedValues, faultPlaces, inputsAt, spread } from './evidence.ts'
import { type Judgement, judgePoints } from './judge-points.ts'
import { brokenEvaluation } from './point-check.ts'
import { earnedShare } from './share.ts'
import { tellFaults } from './tell-faults.ts'
import { lackOf } from './usable.ts'

export const stability = defineCheck({
  kind: 'stability',
  summary: 'Looks for overflow and lost digits far from zero, wherever the truth is finite.',
  scope: 'function',
  needs: 'formula',
  partial: true,
  points: 'far-out',
  // What is right on paper passes, unless the exercise asks for more.
  defaultSeverity: 'warning',
  options: (zod) => zod.strictObject({}),
  run: async (context): Promise<Outcome> => {
    const { name } = context.function
    const table = context.extremes(name)
    const evaluated = await context.session.evaluate({ function: name, columns: table.columns })
    const broken = brokenEvaluation(context, table, evaluated)
    if (broken) return broken
    const at = [...evaluated.values.keys()]
    const result = await tellFaults(context, table, { result: evaluated, at })
    const select = (index: number) => Number.isFinite(table.low[index])
    const judgement = judgePoints(table, result, { select, tolerance: defaultTolerance })
    if (judgement.failing.length > 0) return unstable(context, table, { result, judgement })
    const points = { tested: judgement.tested.length, failed: 0 }
    return points.tested === 0
      ? { status: 'skipped', says: say('points.none'), points, evidence: [] }
      : {
          status: 'passed',
          says: say('stability.right', { tested: points.tested }),
          points,
          evidence: [],
        }
  },
})

interface Findings {
  readonly result: EvaluationResult
  readonly judgement: Judgement
}

async function unstable(
  context: CheckContext,
  table: ReferenceTable,
  { result, judgement }: Findings,
): Promise<Outcome> {
  const points = { tested: judgement.tested.length, failed: judgement.failing.length }
  const earlier = await earlierMistake(context)
  if (earlier) {
    return { status: 'skipped', cause: 'dependency', says: earlier, points, evidence: [] }
  }
  const failures = spread(table, judgement)
  const index = nearestToZero(table, judgement.failing)
  const fault = result.faults.find((candidate) => candidate.index === index)
  const fragile = isFragile(context, table, { result, failing: judgement.failing })
  const part = brokenPart(context, table, index)
  const got = result.values[index] ?? Number.NaN
  const nearer = nearerThan(table, index, judgement.tested)
  return {
    status: 'failed',
    cause: fault?.kind === 'threw' ? 'crashed' : 'wrong-answer',
    says: describe(context, table, { index, got, fault, nearer }),
    points,
    share: earnedShare(context.spec.partial, table, failures),
    evidence: [
      counterexample(table, index, got, defaultTolerance),
      ...(typeof part === 'string' ? [] : [part]),
      failures,
      ...faultPlaces(result, index),
    ],
    ...(!fragile && { neverWarns: true as const }),
    // A NaN that stands in the source overflows nowhere.
    ...(fragile === 'overflow' &&
      part !== 'nothing' && {
        recognition: recogniseOverflow(context.exercise, context.function.name),
      }),
  }
}

/** A formula that is wrong nearer to zero is wrong out there too: that is not a second mistake. */
async function earlierMistake(context: CheckContext): Promise<Message | undefined> {
  const { name } = context.function
  const lack = await lackOf(context, name)
  if (lack) return say('dependency', { on: lack })
  const failed = (await context.wrongAt(name)).length
  return failed > 0 ? say('stability.after-wrong', { function: name, failed }) : undefined
}

interface FailingPoint {
  readonly index: number
  readonly got: number
  readonly fault: PointFault | undefined
  /** How many points with smaller |x| were tested. */
  readonly nearer: number
}

function describe(
  context: CheckContext,
  table: ReferenceTable,
  { index, got, fault, nearer }: FailingPoint,
) {
  const common = { function: context.function.name, inputs: inputsAt(table, index) }
  if (fault) {
    const id = fault.kind === 'threw' ? 'points.threw' : 'points.not-a-number'
    return say(id, { ...common, got: fault.message })
  }
  return say('stability.wrong', {
    ...common,
    ...expectedValues(table, index),
    got: encodeScalar(got),
    nearer,
  })
}

/** The part of the source's formula that breaks at a point: `nothing` where none does. */
function brokenPart(
  context: CheckContext,
  table: ReferenceTable,
  index: number,
): Arithmetic | 'nothing' | 'not followed' {
  const found = context.found(context.function.name)
  if (found?.kind !== 'function' || found.formula.kind !== 'formula') return 'not followed'
  const bindings = Object.fromEntries(
    table.names.map((name, column) => [name, table.columns[column]?.[index] as number]),
  )
  const culprit = culpritOf(found.formula.expr, bindings)
  return culprit ? { kind: 'arithmetic', ...culprit, inputs: inputsAt(table, index) } : 'nothing'
}

/** Up to here a double keeps enough digits that no sum of moderate terms cancels to nothing. */
const FAR = 1e4

type Fragility = 'overflow' | 'cancellation'

/**
 * Whether the arithmetic breaks and not the formula: a value that is no number, or one that is wrong
 * where digits run out. A finite wrong value nearer than that is a wrong answer, unless it is proved.
 */
function isFragile(
  context: CheckContext,
  table: ReferenceTable,
  { result, failing }: { readonly result: EvaluationResult; readonly failing: readonly number[] },
): Fragility | undefined {
  // What throws or returns no number does not do so by rounding.
  if (failing.some((index) => result.faults.some((fault) => fault.index === index))) return
  const finite = failing.filter((index) => Number.isFinite(result.values[index]))
  if (finite.length === 0) return 'overflow'
  const proof = context.proof(context.function.name)
  const proved = proof.kind === 'decided' && ['equal', 'null-set'].includes(proof.decision.verdict)
  const far = finite.every((index) => farOut(table, index) > FAR)
  if (!proved && !far) return undefined
  return finite.length < failing.length ? 'overflow' : 'cancellation'
}

function nearestToZero(table: ReferenceTable, indices: readonly number[]): number {
  return indices.reduce((best, index) =>
    farOut(table, index) < farOut(table, best) ? index : best,
  )
}

function nearerThan(table: ReferenceTable, index: number, tested: readonly number[]): number {
  return tested.filter((other) => farOut(table, other) < farOut(table, index)).length
}

function farOut(table: ReferenceTable, index: number): number {
  return Math.abs(table.columns[0]?.[index] ?? 0)
}
