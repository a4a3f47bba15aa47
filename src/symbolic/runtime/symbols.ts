import { conditional, number } from '../../formula/build.ts'
import type { Condition, Expr } from '../../formula/expr.ts'
import { conditionSize, formulaSize } from '../../formula/size.ts'
import type { Halt } from './halt.ts'

/** What stands for a number or a boolean that depends on the input. */
export type Symbolic =
  | { readonly kind: 'number'; readonly expr: Expr }
  | { readonly kind: 'boolean'; readonly test: Condition }

const MAX_SIZE = 20_000

/**
 * Symbolic values as the program holds them: objects that can be passed about, stored and given
 * back. Whatever looks into one, other than the runtime, ends the path.
 */
export class Symbols {
  readonly #known = new WeakMap<object, Symbolic>()
  readonly #halt: Halt
  readonly #handler: ProxyHandler<object>

  constructor(halt: Halt) {
    this.#halt = halt
    this.#handler = closed(halt)
  }

  of(value: unknown): Symbolic | undefined {
    return typeof value === 'object' && value !== null ? this.#known.get(value) : undefined
  }

  number(expr: Expr): unknown {
    return this.#made({ kind: 'number', expr: this.bounded(expr) })
  }

  /** The formula, unless it is too long. */
  bounded(expr: Expr): Expr {
    return formulaSize(expr) > MAX_SIZE ? this.#halt.refuse('length') : expr
  }

  /** A condition that holds or not whatever the input is needs no symbol. */
  boolean(test: Condition | boolean): unknown {
    if (typeof test === 'boolean') return test
    if (test.kind === 'truth') return test.value
    if (conditionSize(test) > MAX_SIZE) this.#halt.refuse('length')
    return this.#made({ kind: 'boolean', test })
  }

  #made(symbolic: Symbolic): object {
    const proxy = new Proxy({}, this.#handler)
    this.#known.set(proxy, symbolic)
    return proxy
  }
}

/** A boolean in arithmetic. */
export function asNumber(symbolic: Symbolic): Expr {
  return symbolic.kind === 'number'
    ? symbolic.expr
    : conditional(symbolic.test, number(1), number(0))
}

function closed(halt: Halt): ProxyHandler<object> {
  const refuse = () => halt.refuse('object')
  return {
    get: refuse,
    set: refuse,
    has: refuse,
    deleteProperty: refuse,
    ownKeys: refuse,
    getPrototypeOf: refuse,
    setPrototypeOf: refuse,
    isExtensible: refuse,
    preventExtensions: refuse,
    getOwnPropertyDescriptor: refuse,
    defineProperty: refuse,
  }
}
