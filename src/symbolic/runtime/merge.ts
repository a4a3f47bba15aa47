import type { Condition } from '../../formula/expr.ts'
import type { Constants } from './constants.ts'
import { type Halt, Stop } from './halt.ts'
import { merged } from './operators.ts'
import type { Ownership } from './ownership.ts'
import { joinPaths, type Outcome, type Paths, type Question } from './paths.ts'
import type { Symbols } from './symbols.ts'

const FAILED = Symbol('failed')

/**
 * Works out a part of the program on all of its paths at once, where it changes nothing and gives a
 * number or a boolean on each: the value is one conditional then, and the rest is followed once.
 * Whether that works depends on nothing but the program, so that each path comes by the same
 * questions again.
 */
export class Merge {
  readonly #halt: Halt
  readonly #symbols: Symbols
  readonly #constants: Constants
  readonly #paths: Paths
  readonly #ownership: Ownership

  constructor(
    parts: Readonly<{
      halt: Halt
      symbols: Symbols
      constants: Constants
      paths: Paths
      ownership: Ownership
    }>,
  ) {
    this.#halt = parts.halt
    this.#symbols = parts.symbols
    this.#constants = parts.constants
    this.#paths = parts.paths
    this.#ownership = parts.ownership
  }

  /** `test ? then() : otherwise()` */
  choice(test: Condition, then: () => unknown, otherwise: () => unknown): unknown {
    const known = this.#paths.known(test)
    if (known === undefined) {
      const values = [then, otherwise].map((branch, index) =>
        this.#tried(branch, [{ test, answer: index === 0 }]),
      )
      const [a, b] = values
      const value =
        a === FAILED || b === FAILED
          ? undefined
          : merged(this.#symbols, this.#constants, test, [a, b])
      if (value !== undefined) return value.value
    }
    return this.#paths.choose(test) ? then() : otherwise()
  }

  /** `left && right()`, where it depends on the input whether `left` holds. */
  and(left: unknown, test: Condition, right: () => unknown): unknown {
    const other = this.#condition(left, { test, answer: true }, right)
    if (other === undefined) return this.#paths.choose(test) ? right() : this.#decided(left, false)
    if (typeof other === 'boolean') return other && this.#symbols.boolean(test)
    return this.#symbols.boolean({ kind: 'and', left: test, right: other })
  }

  /** `left || right()`. */
  or(left: unknown, test: Condition, right: () => unknown): unknown {
    const other = this.#condition(left, { test, answer: false }, right)
    if (other === undefined) return this.#paths.choose(test) ? this.#decided(left, true) : right()
    if (typeof other === 'boolean') return other || this.#symbols.boolean(test)
    return this.#symbols.boolean({ kind: 'or', left: test, right: other })
  }

  /** What the right side asks, where both sides are conditions and it does nothing else. */
  #condition(
    left: unknown,
    assumed: Question,
    right: () => unknown,
  ): Condition | boolean | undefined {
    const isCondition = this.#symbols.of(left)?.kind === 'boolean'
    const isOpen = this.#paths.known(assumed.test) === undefined
    if (!isCondition || !isOpen) return undefined
    const value = this.#tried(right, [assumed])
    if (typeof value === 'boolean') return value
    const symbolic = this.#symbols.of(value)
    return symbolic?.kind === 'boolean' ? symbolic.test : undefined
  }

  /** The left side, once it is known which way it went. */
  #decided(left: unknown, answer: boolean): unknown {
    return this.#symbols.of(left)?.kind === 'boolean' ? answer : left
  }

  /** A call with all of its paths. */
  call(run: () => unknown): unknown {
    const value = this.#tried(run, [])
    return value === FAILED ? run() : value
  }

  #tried(run: () => unknown, assumed: readonly Question[]): unknown {
    try {
      return joinPaths(
        (answers) => this.#ownership.asBranch(() => this.#paths.follow(run, answers, assumed)),
        (outcome) => this.#valueOf(outcome),
        (test, a, b) => this.#joined(test, a, b),
      )
    } catch (error) {
      if (!(error instanceof Stop) || error.reason !== 'not-merged') throw error
      this.#halt.isLeaving = false
      return FAILED
    }
  }

  #valueOf(outcome: Outcome<unknown>): unknown {
    return outcome.kind === 'value' ? outcome.value : this.#halt.leave()
  }

  #joined(test: Condition, a: unknown, b: unknown): unknown {
    const value = merged(this.#symbols, this.#constants, test, [a, b])
    return value === undefined ? this.#halt.leave() : value.value
  }
}
