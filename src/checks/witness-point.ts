import type { FunctionSpec } from '../exercise.ts'
import { say } from '../messages/render.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { accepts, type Tolerance } from '../reference/tolerance.ts'
import { encodeScalar } from '../report/report.ts'
import type { CheckContext, Outcome, Proof } from './define-check.ts'
import { displacedKink, isForgiven } from './displaced-kink.ts'
import { counterexample, expectedValues, inputsAt } from './evidence.ts'
import { shareBesideWitness } from './share.ts'
import { suspectRows } from './suspect-rows.ts'

/** A point at which a proof found the submission wrong, and where its numbers really are wrong. */
export interface WitnessPoint {
  readonly table: ReferenceTable
  readonly index: number
  readonly got: number
}

interface WitnessQuestion {
  readonly function: FunctionSpec
  readonly tolerance: Tolerance
  /** Which points the check is about; all, where absent. */
  readonly select?: (table: ReferenceTable, index: number) => boolean
}

/**
 * Evaluates the submission where its formula was found to differ, since a proof speaks of exact
 * numbers and a verdict of doubles: undefined where none of the points is wrong in doubles.
 */
export async function witnessPoint(
  context: CheckContext,
  proof: Proof,
  { function: spec, tolerance, select = () => true }: WitnessQuestion,
): Promise<WitnessPoint | undefined> {
  if (proof.kind !== 'decided') return undefined
  const { name } = spec
  const rows = suspectRows(context.exercise, spec, proof.decision)
  if (rows.length === 0) return undefined
  const table = context.referenceAt(name, rows)
  const { values } = await context.session.evaluate({ function: name, columns: table.columns })
  const index = rows.findIndex((_, at) => {
    // Where the truth is not finite, doubles cannot confirm a refutation.
    const judged = Number.isFinite(table.low[at]) && Number.isFinite(table.high[at])
    return (
      judged && select(table, at) && !accepts(table, at, values[at] ?? Number.NaN, tolerance).ok
    )
  })
  if (index < 0) return undefined
  const moved = displacedKink({ table, values, failing: [index] }, await context.everywhere(name))
  const referenceAt = (at: readonly (readonly number[])[]) => context.referenceAt(name, at)
  if (moved && (await isForgiven(moved, { ...context, referenceAt }))) return undefined
  return { table, index, got: values[index] ?? Number.NaN }
}

interface SampledQuestion extends Omit<WitnessQuestion, 'function'> {
  /** The table of which so many points were tested, and all of them right. */
  readonly samples: ReferenceTable
  readonly tested: number
}

/** A wrong answer that no sample point met, found by the prover: a narrow bump, a rare parameter. */
export async function judgeWitness(
  context: CheckContext,
  proof: Proof,
  { samples, tested, ...question }: SampledQuestion,
): Promise<Outcome | undefined> {
  const point = await witnessPoint(context, proof, { function: context.function, ...question })
  if (!point) return undefined
  const { table, index, got } = point
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('witness.wrong', {
      function: context.function.name,
      inputs: inputsAt(table, index),
      ...expectedValues(table, index),
      got: encodeScalar(got),
      tested,
    }),
    points: { tested: tested + 1, failed: 1 },
    share: shareBesideWitness(context.spec.partial, { samples, tested, point }),
    evidence: [counterexample(table, index, got, question.tolerance)],
  }
}
