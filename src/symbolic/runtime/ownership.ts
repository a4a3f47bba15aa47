import type { Halt } from './halt.ts'

/**
 * Who made what: every object and every function call knows the moment at which it began. A call
 * may change what began after itself; a change of anything older would outlive it.
 */
export class Ownership {
  readonly #halt: Halt
  readonly #births = new WeakMap<object, number>()
  #now = 0
  /** When the call that is followed began; 0 while modules are evaluated, and all is allowed. */
  #call = 0
  /** When the branch that is tried began. */
  #branch = 0
  /** Whether a call may change what is older than itself, which is noted then. */
  allowsState = false
  hasChangedState = false

  constructor(halt: Halt) {
    this.#halt = halt
  }

  moment(): number {
    return this.#now
  }

  born<T>(value: T): T {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') {
      this.#births.set(value, this.#now)
    }
    return value
  }

  /** Runs what may change nothing that is older. */
  asCall<T>(run: () => T): T {
    this.#call = this.#branch = ++this.#now
    return run()
  }

  asBranch<T>(run: () => T): T {
    const before = this.#branch
    this.#branch = ++this.#now
    try {
      return run()
    } finally {
      this.#branch = before
    }
  }

  mayWrite(value: unknown): void {
    const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function'
    if (isObject) this.mayChange(this.#births.get(value) ?? -1)
  }

  mayChange(birth: number, name = ''): void {
    if (this.#call === 0 || birth >= this.#branch) return
    if (this.#branch > this.#call) this.#halt.leave()
    if (!this.allowsState) this.#halt.refuse('state', name)
    this.hasChangedState = true
  }
}
