import type { Answer, PathAnswer, Refused, Request } from './runtime/answers.ts'
import type { Reason } from './runtime/reasons.ts'

/** A machine that has the instrumented modules of a submission loaded. */
export interface LetterMachine {
  readonly kind: 'machine'
  /** Every path through a function; or why there is no answer, such as an endless loop. */
  formula(name: string, request: Request): Answer | Failure
  /** One path, on which what outlives the call may be changed. */
  path(name: string, request: Request): PathAnswer | Refused | Failure
}

export interface Failure {
  readonly kind: 'failed'
  readonly why: Reason
}

/** Machines: the one that is there, and fresh ones. */
export interface LetterMachines {
  readonly shared: () => LetterMachine | Refused | Failure
  readonly fresh: () => LetterMachine | Refused | Failure
}
