import type { Halt } from './halt.ts'
import { nativeNames } from './native-names.ts'
import { CONSTRUCTORS } from './natives/constructors.ts'
import type { Machine } from './natives/machine.ts'
import { handlerOf } from './natives/table.ts'
import type { Nestings } from './nestings.ts'

/** A function with what it is called on. */
export interface Method {
  readonly callee: unknown
  readonly self: unknown
}

export type Parts = Omit<Machine, 'invoke' | 'isNative'>

/** Calls of the program: of its own functions, which run, and of the language's, which are known. */
export class Calls {
  readonly machine: Machine
  readonly #natives: ReadonlyMap<unknown, readonly string[]>
  /** Whether the paths through a function are joined where it ends. */
  mergesCalls = false
  /** Set where it is noted what is applied to its own result. */
  nestings: Nestings | undefined

  constructor(parts: Parts, merge: (run: () => unknown) => unknown) {
    this.#natives = nativeNames(parts.realm)
    this.machine = {
      ...parts,
      invoke: (callee, self, args) => this.call(callee, self, args),
      isNative: (value) => this.#natives.has(value),
    }
    this.#merge = merge
  }

  readonly #merge: (run: () => unknown) => unknown

  get #halt(): Halt {
    return this.machine.halt
  }

  call(callee: unknown, self: unknown, args: readonly unknown[]): unknown {
    const { nestings } = this
    if (nestings === undefined) return this.#call(callee, self, args)
    nestings.call(callee, args, { name: this.#nameOf(callee), at: this.#halt.at })
    return nestings.returned(callee, this.#call(callee, self, args))
  }

  #nameOf(callee: unknown): string {
    const native = this.#natives.get(callee)?.[0]
    if (native !== undefined || typeof callee !== 'function') return native ?? ''
    const own: unknown = Reflect.getOwnPropertyDescriptor(callee, 'name')?.value
    return typeof own === 'string' && own !== '' ? own : 'a function'
  }

  #call(callee: unknown, self: unknown, args: readonly unknown[]): unknown {
    const { realm, symbols } = this.machine
    if (symbols.of(callee) !== undefined) this.#halt.refuse('object')
    if (typeof callee !== 'function') throw realm.typeError('not a function')
    const names = this.#natives.get(callee)
    if (names === undefined) return this.#callOwn(callee, self, args)
    const handler = handlerOf(names)
    if (handler === undefined) return this.#halt.refuse('native', names[0])
    return handler({ name: names[0] ?? '', native: callee as never, self, args }, this.machine)
  }

  #callOwn(callee: object, self: unknown, args: readonly unknown[]): unknown {
    const { realm, symbols, ownership } = this.machine
    const run = () => realm.apply(callee, self, args)
    // A generator is made anew by each call, and keeps its own moment.
    if (Reflect.getPrototypeOf(callee) === realm.generatorFunctions) return ownership.born(run())
    const isOfInput = args.some((arg) => symbols.of(arg) !== undefined)
    return this.mergesCalls && isOfInput ? this.#merge(run) : run()
  }

  construct(callee: unknown, args: readonly unknown[]): unknown {
    const { realm } = this.machine
    if (typeof callee !== 'function') return this.#halt.refuse('operand', 'new')
    const names = this.#natives.get(callee)
    if (names === undefined) return this.#constructOwn(callee, args)
    const name = names.find((one) => Object.hasOwn(CONSTRUCTORS, one))
    const handler = name === undefined ? undefined : CONSTRUCTORS[name]
    if (handler === undefined) return this.#halt.refuse('native', `new ${names[0]}`)
    const native = (...given: readonly unknown[]) => realm.construct(callee, given)
    return handler({ name: name ?? '', native, self: undefined, args }, this.machine)
  }

  #constructOwn(callee: object, args: readonly unknown[]): unknown {
    const { realm, symbols } = this.machine
    const native = this.#ancestorOf(callee)
    const isOfInput = args.some((arg) => symbols.of(arg) !== undefined)
    if (native !== undefined && isOfInput && !this.isError(native)) {
      this.#halt.refuse('native-input', String(this.#natives.get(native)?.[0]))
    }
    const made = realm.construct(callee, args)
    // A function that returns a number gives the object that it was called on.
    if (symbols.of(made) !== undefined) this.#halt.refuse('operand', 'new')
    return made
  }

  /** The class of the language that a class descends from. */
  #ancestorOf(callee: object): unknown {
    let found: object | null = callee
    while (found !== null && !this.#natives.has(found)) found = Reflect.getPrototypeOf(found)
    return found === null || found === this.machine.realm.functions ? undefined : found
  }

  isNative(value: unknown): boolean {
    return this.#natives.has(value)
  }

  isError(value: unknown): boolean {
    return this.#natives.get(value)?.some((name) => /^\w*Error$/.test(name)) ?? false
  }
}
