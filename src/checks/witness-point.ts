import type { FunctionSpec } from '../exercise.ts'
import { say } from '../messages/render.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { accepts, type Tolerance } from '../reference/tolerance.ts'
import { encodeScalar } from '../report/report.ts'
import type { PointFault } from '../session.ts'
import type { CheckContext, Outcome, Proof } from './define-check.ts'
import { displacedKink, isForgiven } from './displaced-kink.ts'
import { counterexample, counterexampleWith, expectedValues, inputsAt } from './evidence.ts'
import { shareBesideWitness } from './share.ts'
import { smallestPoint } from './smallest.ts'
import { suspectRows } from './suspect-rows.ts'
import { tellFaults } from './tell-faults.ts'
import { turningRows } from './turning-rows.ts'

/** A point at which a proof found the submission wrong, and where its numbers really are wrong. */
export interface WitnessPoint {
  readonly table: ReferenceTable
  readonly index: number
  readonly got: number
  /** Set where it threw there, or returned no number. */
  readonly fault?: PointFault
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
  const { name } = spec
  const rows = isDecided(proof)
    ? suspectRows(context.exercise, spec, proof.decision)
    : turningRows(context.exercise, spec, context.clues(name))
  if (rows.length === 0) return undefined
  const table = context.referenceAt(name, rows)
  const result = await context.session.evaluate({ function: name, columns: table.columns })
  if (result.ended) return undefined
  const { values } = result
  const failing = [...rows.keys()].filter((at) => {
    // Where the truth is not finite, doubles cannot confirm a refutation.
    const judged = Number.isFinite(table.low[at]) && Number.isFinite(table.high[at])
    return judged && select(table, at) && !accepts(table, at, values[at] ?? Number.NaN, tolerance)
  })
  const samples = await context.everywhere(name)
  const referenceAt = (at: readonly (readonly number[])[]) => context.referenceAt(name, at)
  const isExplained = async (at: number) => {
    const moved = displacedKink({ table, values, failing: [at] }, samples)
    return moved !== undefined && (await isForgiven(moved, { ...context, referenceAt }))
  }
  const worst: number[] = []
  for (const at of failing) if (!(await isExplained(at))) worst.push(at)
  if (worst.length === 0) return undefined
  const index = smallestPoint(table, worst)
  const told = await tellFaults(context, table, { result, at: [index] })
  const fault = told.faults.find((candidate) => candidate.index === index)
  return { table, index, got: values[index] ?? Number.NaN, ...(fault && { fault }) }
}

/** Where nothing is proved and nothing refuted, the source itself says where to look. */
function isDecided(proof: Proof): proof is Extract<Proof, { kind: 'decided' }> {
  return proof.kind === 'decided' && proof.decision.verdict !== 'unknown'
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
  const { table, index, got, fault } = point
  const example = counterexample(table, index, got, question.tolerance)
  const common = { function: context.function.name, inputs: inputsAt(table, index), tested }
  return {
    status: 'failed',
    cause: fault?.kind === 'threw' ? 'crashed' : 'wrong-answer',
    says: fault
      ? say(`witness.${fault.kind}`, { ...common, got: fault.message })
      : say('witness.wrong', {
          ...common,
          ...expectedValues(table, index),
          got: encodeScalar(got),
        }),
    points: { tested: tested + 1, failed: 1 },
    share: shareBesideWitness(context.spec.partial, { samples, tested, point }),
    evidence: [counterexampleWith(fault, example), ...(fault?.place ? [fault.place] : [])],
  }
}
