import type { Ownership } from './ownership.ts'
import type { Realm } from './realm.ts'

/**
 * Iterators have a place where they are, and loops, spreads and patterns move it on without a call
 * that the program would have written. So the realm's own functions that make an iterator note its
 * birth, and those that move one on ask whether that outlives the call.
 */
export class Iteration {
  readonly #realm: Realm
  readonly #ownership: Ownership
  readonly #ofArrays: unknown

  constructor(realm: Realm, ownership: Ownership) {
    this.#realm = realm
    this.#ownership = ownership
    const replaced = new Map<unknown, unknown>()
    for (const [holder, key] of realm.iteratorMakers) {
      this.#replace(holder, key, replaced, (made) => ownership.born(made))
    }
    for (const [holder, key] of realm.iteratorMoves) this.#replace(holder, key, replaced)
    this.#ofArrays = Reflect.get(realm.arrays, realm.iteratorSymbol)
  }

  /** The iterator of `arguments` is the engine's own, whatever arrays have. */
  ownArguments(list: object): void {
    const value = this.#ofArrays
    const attributes = { writable: true, enumerable: false, configurable: true }
    Reflect.defineProperty(list, this.#realm.iteratorSymbol, { value, ...attributes })
  }

  /** A function of the same name and length in the place of one, the same one for each place. */
  #replace(
    holder: object,
    key: string | symbol,
    replaced: Map<unknown, unknown>,
    noted?: (made: unknown) => unknown,
  ): void {
    const found = Reflect.getOwnPropertyDescriptor(holder, key)
    if (typeof found?.value !== 'function') return
    const original = found.value as { readonly name: string; readonly length: number }
    const known = replaced.get(original) ?? this.#standIn(original, noted)
    replaced.set(original, known)
    Reflect.defineProperty(holder, key, { ...found, value: known })
  }

  #standIn(
    original: { readonly name: string; readonly length: number },
    noted: ((made: unknown) => unknown) | undefined,
  ): unknown {
    const { apply, functions } = this.#realm
    const ownership = this.#ownership
    const { name, length } = original
    const { [name]: standIn } = {
      [name](this: unknown, ...args: readonly unknown[]): unknown {
        if (noted === undefined) ownership.mayWrite(this)
        const result = apply(original, this, args)
        return noted === undefined ? result : noted(result)
      },
    }
    Reflect.defineProperty(standIn as object, 'length', { value: length, configurable: true })
    Reflect.setPrototypeOf(standIn as object, functions)
    return standIn
  }
}
