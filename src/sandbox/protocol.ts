import type {
  CallRequest,
  CallsResult,
  DifferentiationRequest,
  DifferentiationResult,
  EvaluationRequest,
  EvaluationResult,
  Fault,
  InspectionRequest,
  InspectionResult,
  LoadResult,
  Observation,
  ObservationRequest,
  Output,
  OutputRequest,
  ProgramRequest,
  ProgramResult,
  RunRecord,
  SubmissionSource,
  WantedFunction,
  WorkRequest,
  WorkResult,
} from '../session.ts'
import type { EngineFiles } from './guest-image.ts'

/** What is asked of whoever runs a submission. */
export type WorkerRequest =
  | LoadRequest
  | { readonly kind: 'evaluate'; readonly request: EvaluationRequest }
  | { readonly kind: 'call'; readonly request: CallRequest }
  | { readonly kind: 'program'; readonly request: ProgramRequest }
  | {
      readonly kind: 'inspect'
      readonly request: InspectionRequest
      readonly record: RunRecord
    }
  | { readonly kind: 'observe'; readonly request: ObservationRequest }
  | { readonly kind: 'fingerprints'; readonly texts: readonly string[] }
  | { readonly kind: 'differentiate'; readonly request: DifferentiationRequest }
  | { readonly kind: 'work'; readonly request: WorkRequest }
  | { readonly kind: 'output'; readonly request: OutputRequest }

export interface LoadRequest {
  readonly kind: 'load'
  readonly source: SubmissionSource
  readonly wanted: readonly WantedFunction[]
  readonly ahead: readonly EvaluationRequest[]
}

export interface Loading {
  readonly result: LoadResult
  /** What was evaluated ahead, by its place in the request; null for what was not. */
  readonly ahead: readonly (EvaluationResult | null)[]
}

export interface WorkerAnswers {
  readonly load: Loading
  readonly evaluate: EvaluationResult
  readonly call: CallsResult
  readonly program: ProgramResult
  readonly inspect: InspectionResult
  readonly observe: readonly Observation[]
  readonly fingerprints: readonly (readonly number[] | null)[]
  readonly differentiate: readonly DifferentiationResult[]
  readonly work: WorkResult
  readonly output: Output
}

export type ToWorker =
  | { readonly kind: 'engine'; readonly files: EngineFiles }
  /** Asks for what V8 made of the thread's file: see `compiled-code`. */
  | { readonly kind: 'code' }
  | { readonly kind: 'request'; readonly id: number; readonly request: WorkerRequest }

export type FromWorker =
  /** Whether it has started: whatever it does from then on is a request's. */
  | { readonly id: 0; readonly ready: boolean }
  | {
      readonly id: number
      readonly answer: WorkerAnswers[keyof WorkerAnswers]
      /** What every function did since this thread loaded the submission. */
      readonly records: { readonly [functionName: string]: RunRecord }
    }
  /** The engine failed: the thread is not to be used again. */
  | { readonly id: number; readonly broke: string; readonly cause: Fault['cause'] }
  /** This machine cannot do it. */
  | { readonly id: number; readonly machine: string; readonly advice: string | undefined }
  /** A bug of ours. */
  | { readonly id: number; readonly bug: string; readonly stack: string | undefined }
