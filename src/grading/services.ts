import type { CheckKinds } from '../checks/define-check.ts'
import type { Exercise } from '../exercise.ts'
import type { Expr } from '../formula/expr.ts'
import type { Decision } from '../prover/decision.ts'
import type { Question } from '../prover/prove-within.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { TrialRequest, TrialTable } from '../reference/trials/trial-table.ts'

/** What grading needs from outside, so that a batch shares it between submissions. */
export interface GradingServices {
  /** @throws SpecError where the exercise is at fault */
  readonly referenceTable: (exercise: Exercise, request: FunctionTable) => Promise<ReferenceTable>
  /** @throws SpecError where the exercise is at fault */
  readonly trialTable: (exercise: Exercise, request: TrialRequest) => Promise<TrialTable>
  /** The truth at given rows by float64 alone. */
  readonly referenceAt: (
    exercise: Exercise,
    functionName: string,
    rows: readonly (readonly number[])[],
  ) => ReferenceTable
  /** Kinds of checks beside those of the registry. */
  readonly checks?: CheckKinds
  readonly prove: (a: Expr, b: Expr, question: Question) => Decision
}

/** The table of one function: at the run's sample points, or at given rows of arguments only. */
export interface FunctionTable {
  readonly function: string
  readonly seed: number
  readonly points: number
  readonly exhaustive: boolean
  readonly rows: readonly (readonly number[])[]
}
