import type { z } from 'zod'
import type { CheckSpec, Exercise, FunctionSpec } from '../exercise/exercise.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { Cause, Evidence, Message } from '../report.ts'
import type { EvaluationResult, LoadedFunction, Session } from '../submission/session.ts'

/** A question that can be asked of a submission: one file each, listed in the registry. */
export interface CheckDefinition {
  readonly kind: string
  /** What the check asks, in one sentence: for `list`, the docs and the spec's JSON Schema. */
  readonly summary: string
  /** Keys that `exercise.yaml` may set for this kind. zod comes as an argument, so that judging never loads it. */
  readonly options: (zod: typeof z) => z.ZodObject
  /** Whether the check asks about one function (the usual case) or about the whole file. */
  readonly scope: 'function' | 'file'
  readonly run: (context: CheckContext) => Promise<Outcome>
}

/** Everything a check may look at. It has no other way to the submission or the references. */
export interface CheckContext {
  readonly exercise: Exercise
  readonly spec: CheckSpec
  /** Only for checks on a function. */
  readonly function: FunctionSpec
  readonly loaded: LoadedFunction
  readonly session: Session
  readonly reference: (functionName: string) => Promise<ReferenceTable>
  /** The submission's values at the points of the reference table; evaluated once for all checks. */
  readonly values: (functionName: string) => Promise<EvaluationResult>
}

/** A check's answer; the pipeline adds ids, points and the note. */
export interface Outcome {
  readonly status: 'passed' | 'failed' | 'skipped' | 'errored'
  readonly cause?: Cause
  readonly says: Message
  readonly points: { readonly tested: number; readonly failed: number }
  /** The share of the check's points that is earned, from 0 to 1; absent means all or nothing by status. */
  readonly share?: number
  readonly evidence: readonly Evidence[]
}

export function defineCheck(definition: CheckDefinition): CheckDefinition {
  return definition
}
