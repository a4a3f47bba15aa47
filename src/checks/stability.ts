import { say } from '../messages/render.ts'
import { recogniseOverflow } from '../mistakes/recognise.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { defaultTolerance } from '../reference/tolerance.ts'
import { type Evidence, encodeScalar } from '../report/report.ts'
import type { EvaluationResult, PointFault } from '../session.ts'
import { culpritOf } from './arithmetic.ts'
import { type CheckContext, defineCheck, type Outcome } from './define-check.ts'
import { counterexample, expectedValues, faultPlaces, inputsAt, spread } from './evidence.ts'
import { judgePoints } from './judge-points.ts'
import { brokenEvaluation } from './point-check.ts'
import { earnedShare } from './share.ts'
import { tellFaults } from './tell-faults.ts'

export const stability = defineCheck({
  kind: 'stability',
  summary: 'Looks for overflow and lost digits far from zero, wherever the truth is finite.',
  scope: 'function',
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
    const points = { tested: judgement.tested.length, failed: judgement.failing.length }
    if (points.failed === 0) {
      const says = say('stability.right', { tested: points.tested })
      return { status: 'passed', says, points, evidence: [] }
    }
    // A wrong formula is wrong out there too: that is not a second mistake.
    if ((await context.wrongAt(name)).length > 0) {
      const says = say('stability.after-wrong', { function: name })
      return { status: 'skipped', cause: 'dependency', says, points, evidence: [] }
    }
    const failures = spread(table, judgement)
    const index = nearestToZero(table, judgement.failing)
    const fault = result.faults.find((candidate) => candidate.index === index)
    const fragile = isFragile(context, table, { result, failing: judgement.failing })
    return {
      status: 'failed',
      cause: fault?.kind === 'threw' ? 'crashed' : 'wrong-answer',
      says: describe(context, table, { index, got: result.values[index] ?? Number.NaN, fault }),
      points,
      share: earnedShare(context.spec.partial, table, failures),
      evidence: [
        ...evidenceAt(context, table, { index, result }),
        failures,
        ...faultPlaces(result, index),
      ],
      ...(fragile ? fragileNote(context, fragile) : { neverWarns: true as const }),
    }
  },
})

interface FailingPoint {
  readonly index: number
  readonly got: number
  readonly fault: PointFault | undefined
}

function describe(
  context: CheckContext,
  table: ReferenceTable,
  { index, got, fault }: FailingPoint,
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
  })
}

function evidenceAt(
  context: CheckContext,
  table: ReferenceTable,
  { index, result }: { readonly index: number; readonly result: EvaluationResult },
): Evidence[] {
  const got = result.values[index] ?? Number.NaN
  const found = context.found(context.function.name)
  const formula =
    found?.kind === 'function' && found.formula.kind === 'formula' ? found.formula.expr : undefined
  const bindings = Object.fromEntries(
    table.names.map((name, column) => [name, table.columns[column]?.[index] as number]),
  )
  const culprit = formula && culpritOf(formula, bindings)
  return [
    counterexample(table, index, got, defaultTolerance),
    ...(culprit
      ? [{ kind: 'arithmetic' as const, ...culprit, inputs: inputsAt(table, index) }]
      : []),
  ]
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
  const far = finite.every((index) => Math.abs(table.columns[0]?.[index] ?? 0) > FAR)
  if (!proved && !far) return undefined
  return finite.length < failing.length ? 'overflow' : 'cancellation'
}

function fragileNote({ exercise, function: { name } }: CheckContext, fragility: Fragility) {
  return fragility === 'overflow' ? { recognition: recogniseOverflow(exercise, name) } : {}
}

function nearestToZero(table: ReferenceTable, indices: readonly number[]): number {
  const magnitude = (index: number) => Math.abs(table.columns[0]?.[index] ?? 0)
  return indices.reduce((best, index) => (magnitude(index) < magnitude(best) ? index : best))
}
