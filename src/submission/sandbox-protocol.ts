import type { EngineFiles } from './guest-image.ts'
import type {
  CallRequest,
  CallResult,
  DifferentiationRequest,
  DifferentiationResult,
  EvaluationRequest,
  EvaluationResult,
  InspectionRequest,
  InspectionResult,
  LoadResult,
  ProgramRequest,
  ProgramResult,
  SubmissionSource,
  WantedFunction,
} from './session.ts'

/** What the main thread asks of the worker. */
export type WorkerRequest =
  | {
      readonly kind: 'load'
      readonly source: SubmissionSource
      readonly wanted: readonly WantedFunction[]
    }
  | { readonly kind: 'evaluate'; readonly request: EvaluationRequest }
  | { readonly kind: 'call'; readonly request: CallRequest }
  | { readonly kind: 'program'; readonly request: ProgramRequest }
  | { readonly kind: 'inspect'; readonly request: InspectionRequest }
  | { readonly kind: 'differentiate'; readonly request: DifferentiationRequest }

export interface WorkerAnswers {
  readonly load: LoadResult
  readonly evaluate: EvaluationResult
  readonly call: CallResult
  readonly program: ProgramResult
  readonly inspect: InspectionResult
  readonly differentiate: DifferentiationResult
}

export type ToWorker =
  | { readonly kind: 'engine'; readonly files: EngineFiles; readonly heartbeat: Int32Array }
  | { readonly kind: 'request'; readonly id: number; readonly request: WorkerRequest }

export type FromWorker =
  | { readonly id: number; readonly answer: WorkerAnswers[keyof WorkerAnswers] }
  /** A bug of ours. */
  | { readonly id: number; readonly bug: string }
