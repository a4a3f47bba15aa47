import type { Expr } from '../../formula/expr.ts'
import { partsOf } from '../formula-parts.ts'
import type { NestedCall } from './answers.ts'
import type { Symbols } from './symbols.ts'

/** How much of arguments is looked through before the trace is given up. */
const MOST_LOOKS = 100_000

/** Notes where a function is applied to its own result: what counts is what becomes of a result. */
export class Nestings {
  readonly found: NestedCall[] = []
  readonly #symbols: Symbols
  /** Which formulas are results of which functions: of several, where one gives on what another gave. */
  readonly #results = new Map<Expr, ReadonlySet<unknown>>()
  #looks = 0

  constructor(symbols: Symbols) {
    this.#symbols = symbols
  }

  get gaveUp(): boolean {
    return this.#looks > MOST_LOOKS
  }

  call(callee: unknown, args: readonly unknown[], called: NestedCall): void {
    const isNested = args.some((arg) => {
      const symbolic = this.#symbols.of(arg)
      return symbolic?.kind === 'number' && this.#holds(symbolic.expr, callee)
    })
    if (isNested) this.found.push(called)
  }

  /** The result as an object of its own: what gives back its argument has a result all the same. */
  returned(callee: unknown, result: unknown): unknown {
    const symbolic = this.#symbols.of(result)
    if (symbolic?.kind !== 'number') return result
    const expr = { ...symbolic.expr }
    this.#results.set(expr, new Set([...(this.#results.get(symbolic.expr) ?? []), callee]))
    return this.#symbols.number(expr)
  }

  #holds(root: Expr, callee: unknown): boolean {
    const seen = new Set<unknown>()
    const waiting: ReturnType<typeof partsOf>[number][] = [root]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (this.#results.get(next as Expr)?.has(callee)) return true
      if (seen.has(next) || this.gaveUp) continue
      this.#looks++
      seen.add(next)
      waiting.push(...partsOf(next))
    }
    return false
  }
}
