import type { Reason } from './reasons.ts'

/** Ends a path: nothing of the program's own may catch it. */
export class Stop {
  readonly reason: 'refused' | 'not-merged'

  constructor(reason: Stop['reason']) {
    this.reason = reason
  }
}

export interface Refusal {
  readonly why: Reason
  /** The construct that stopped it, as code. */
  readonly construct: string
  /** The place that was told last. */
  readonly at: number
}

/** Operations of the program, over all of its paths. */
const MAX_STEPS = 200_000

/** Where the program is, and why it is not followed any further. */
export class Halt {
  /** Set for good: whatever the program does with the error, there will be no formula. */
  refusal: Refusal | undefined
  /** Whether a branch that was tried is being left. */
  isLeaving = false
  at = -1
  #steps = MAX_STEPS

  /** Another function is followed. */
  begin(): void {
    this.refusal = undefined
    this.isLeaving = false
    this.at = -1
    this.#steps = MAX_STEPS
  }

  /** Notes where the program is, and that it goes on. */
  here(at: number): void {
    this.at = at
    if (--this.#steps < 0) this.refuse('length')
  }

  refuse(why: Reason, construct = ''): never {
    this.refusal ??= { why, construct, at: this.at }
    throw new Stop('refused')
  }

  /** Leaves a branch that does more than to work out a value. */
  leave(): never {
    this.isLeaving = true
    throw new Stop('not-merged')
  }

  /** Called first in every handler of the program: only its own errors are its business. */
  caught(error: unknown): void {
    if (this.refusal !== undefined || this.isLeaving || error instanceof Stop) throw error
  }
}
