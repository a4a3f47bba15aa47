import type { Fault } from '../session.ts'
import type { Guest } from './guest.ts'

/** A function of the submission in a guest. */
export interface GuestFunction {
  readonly guest: Guest
  readonly id: number
}

/**
 * The guest that one function has to itself, or all those that keep nothing: nothing else is ever
 * asked there, so that two functions of a file cannot speak to each other. A new one takes its place
 * after anything abnormal.
 */
export class OwnGuest {
  readonly #open: () => GuestFunction | Fault
  #now: GuestFunction | undefined

  constructor(open: () => GuestFunction | Fault) {
    this.#open = open
  }

  /** Lets go of the guest: the next question finds a new one. */
  drop(): void {
    this.#now?.guest.discard()
    this.#now = undefined
  }

  /** The guest that is there now. */
  get guest(): Guest | undefined {
    return this.#now?.guest
  }

  ready(): GuestFunction | Fault {
    if (this.#now && !this.#now.guest.spent) return this.#now
    // A request may use up many, and each holds memory until it is told.
    this.drop()
    const opened = this.#open()
    if (!('cause' in opened)) this.#now = opened
    return opened
  }
}
