import { either, isOnly, type Kind, PLAIN } from './kinds.ts'

/** What is known of a function so far: what it is given, and what it gives. */
export class Facts {
  readonly #given: Kind[] = []
  #each: Kind = PLAIN
  /** Whether anybody calls it. */
  isReached = false
  returns: Kind = PLAIN

  given(index: number): Kind {
    return either(this.#given[index] ?? PLAIN, this.#each)
  }

  /** Of the argument with this index and of all that follow. */
  givenFrom(index: number): Kind {
    return either(this.#each, ...this.#given.slice(index))
  }

  /** Whether that was unknown. */
  give(index: number, kind: Kind): boolean {
    if (isOnly(kind, this.given(index))) return false
    this.#given[index] = either(this.given(index), kind)
    return true
  }

  giveEach(kind: Kind): boolean {
    if (isOnly(kind, this.#each)) return false
    this.#each = either(this.#each, kind)
    return true
  }
}
