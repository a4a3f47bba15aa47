import { nearestDouble } from '../formula/prove/decision.ts'
import { say } from '../messages/render.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { accepts, type Tolerance } from '../reference/tolerance.ts'
import { encodeScalar } from '../report.ts'
import type { CheckContext, Outcome, Proof } from './define-check.ts'
import { counterexample, expectedValues, inputsAt } from './evidence.ts'

/** The point at which the prover refuted a submission, and what the submission really returns there. */
export interface WitnessPoint {
  readonly table: ReferenceTable
  readonly got: number
  readonly wrong: boolean
}

/** Evaluates the submission where its formula was refuted; undefined where nothing was refuted. */
export async function witnessPoint(
  context: CheckContext,
  proof: Proof,
  tolerance: Tolerance,
): Promise<WitnessPoint | undefined> {
  if (proof.kind !== 'decided' || proof.decision.verdict !== 'different') return undefined
  const { name, arguments: names } = context.function
  const { witness } = proof.decision
  const row = names.map((argument) => nearestDouble(witness[argument] ?? '0'))
  const table = context.referenceAt(name, [row])
  // Where the truth is not finite, doubles cannot confirm the refutation.
  if (!Number.isFinite(table.low[0]) || !Number.isFinite(table.high[0])) return undefined
  const { values } = await context.session.evaluate({ function: name, columns: table.columns })
  const got = values[0] ?? Number.NaN
  return { table, got, wrong: !accepts(table, 0, got, tolerance).ok }
}

/** A wrong answer that no sample point met, found by the prover: a narrow bump, a rare parameter. */
export async function judgeWitness(
  context: CheckContext,
  proof: Proof,
  { tolerance, tested }: { readonly tolerance: Tolerance; readonly tested: number },
): Promise<Outcome | undefined> {
  const point = await witnessPoint(context, proof, tolerance)
  if (!point?.wrong) return undefined
  const { table, got } = point
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('witness.wrong', {
      function: context.function.name,
      inputs: inputsAt(table, 0),
      ...expectedValues(table, 0),
      got: encodeScalar(got),
      tested,
    }),
    points: { tested: tested + 1, failed: 1 },
    evidence: [counterexample(table, 0, got, tolerance)],
  }
}
