import type { z } from 'zod'
import type { CheckSpec, Exercise, FunctionSpec } from '../exercise.ts'
import type { Domain } from '../formula/domain.ts'
import type { Expr } from '../formula/expr.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { Decision } from '../prover/decision.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { TrialTable } from '../reference/trials/trial-table.ts'
import type { Cause, Counterexample, Evidence, Message, Recognition } from '../report/report.ts'
import type {
  CallResult,
  EvaluationResult,
  LoadedFunction,
  MissingFunction,
  NotFollowed,
  OutputRun,
  Session,
} from '../session.ts'
import type { Clues } from './clues.ts'

/** A question that can be asked of a submission: one file each, listed in the registry. */
export interface CheckDefinition {
  readonly kind: string
  /** What the check asks, in one sentence: for `list`, the docs and the spec's JSON Schema. */
  readonly summary: string
  /** Keys that `exercise.yaml` may set for this kind. zod comes as an argument, so that judging never loads it. */
  readonly options: (zod: typeof z) => z.ZodObject
  /** What the spec must say of its function: a formula, its own or its original's; or whose derivative it is. */
  readonly needs?: 'formula' | 'derivative'
  /** Set where a part of the points can be earned; only then may a spec set `partial`. */
  readonly partial?: true
  /** Whether the check asks about one function (the usual case) or about the whole file. */
  readonly scope: 'function' | 'file'
  /** Which single points it judges, so that one can be asked for; absent where it judges no points. */
  readonly points?: 'domain' | 'far-out'
  /** What a spec that says nothing means; an error, where absent. */
  readonly defaultSeverity?: 'warning'
  /** Set where it is wrong only if the numbers are, so that without points it fails along with them. */
  readonly echoes?: true
  /** Set where the check judges what was noted while other checks ran the function: it runs after them. */
  readonly readsRecord?: true
  readonly run: (context: CheckContext) => Promise<Outcome>
}

/** Everything a check may look at. It has no other way to the submission or the references. */
export interface CheckContext {
  readonly exercise: Exercise
  readonly spec: CheckSpec
  readonly options: GradingOptions
  /** The file and the exercises as the user named them, as words of a command. */
  readonly asked: readonly string[]
  /** The function asked about. @throws for checks on the whole file */
  readonly function: FunctionSpec
  /** What the submission exports under a name. */
  readonly found: (functionName: string) => LoadedFunction | MissingFunction | undefined
  readonly session: Session
  /** The truth at the run's sample points. @throws SpecError where the exercise is at fault */
  readonly reference: (functionName: string) => Promise<ReferenceTable>
  /** The truth at the run's sample points, whatever single points are asked for. */
  readonly everywhere: (functionName: string) => Promise<ReferenceTable>
  /** The truth far from zero, where exponentials overflow, by float64 alone. */
  readonly extremes: (functionName: string) => ReferenceTable
  /** The truth at given points by float64 alone: one row of arguments each. */
  readonly referenceAt: (
    functionName: string,
    rows: readonly (readonly number[])[],
  ) => ReferenceTable
  /**
   * Drawn arguments and what is right for them, by the export of the exercise's `reference.ts` that
   * the check names. @throws SpecError where the exercise is at fault
   */
  readonly trials: () => Promise<TrialTable>
  /** The submission's values at the points of the reference table; evaluated once for all checks. */
  readonly values: (functionName: string) => Promise<EvaluationResult>
  /** Where those values are wrong, by index; judged once for all checks. */
  readonly wrongAt: (functionName: string) => Promise<readonly number[]>
  /** Where a function may turn to something else, as far as its source says. */
  readonly clues: (functionName: string) => Clues
  /** What the prover says of the submission's source; decided once for all checks. */
  readonly proof: (functionName: string) => Proof
}

/** The prover's word on one function, or why it has none. */
export type Proof =
  | {
      readonly kind: 'decided'
      readonly decision: Decision
      readonly domain: Domain
      /** The submission's function as one formula, and the truth. */
      readonly formula: Expr
      readonly reference: Expr
    }
  /** Refused: the program is not followed. Unknown: there is nothing to hold it against. */
  | (NotFollowed & { readonly verdict: 'refused' | 'unknown' })

/** A check's answer; the pipeline adds ids, points and the note. */
export interface Outcome {
  readonly status: 'passed' | 'failed' | 'skipped' | 'errored'
  readonly cause?: Cause
  readonly says: Message
  readonly points: { readonly tested: number; readonly failed: number }
  /** The share of the check's points that is earned, from 0 to 1; absent means all or nothing by status. */
  readonly share?: number
  readonly evidence: readonly Evidence[]
  /** Set where a warning would not do: the answer is wrong, not merely fragile. */
  readonly neverWarns?: true
  /** Set where the answer is right and its arithmetic alone is not, so that it is a warning anywhere. */
  readonly fragile?: true
  /** Whether another answer to the call that is shown would have been right, where that can be said. */
  readonly accepts?: (answer: CallResult) => boolean
  /** What was run where it went wrong, where no counterexample of plain arguments says it. */
  readonly failedAt?: FailedAt
  /** Set where the check itself knows the mistake; otherwise the values are held against known ones. */
  readonly recognition?: Recognition
  /** Set where what is said is the whole reason: no answer is wrong, so no pattern explains one. */
  readonly explained?: true
  /** What the answers look like, where neither the check nor the source says why. */
  readonly resembles?: Recognition
}

/** One run of the submission, and its inputs as the report names them. */
export interface FailedAt {
  readonly inputs: Counterexample['inputs']
  readonly run: OutputRun
}

/** The kinds of checks that specs may ask for, by what `kind` says. */
export interface CheckKinds {
  readonly [kind: string]: CheckDefinition
}

export function defineCheck(definition: CheckDefinition): CheckDefinition {
  return definition
}
