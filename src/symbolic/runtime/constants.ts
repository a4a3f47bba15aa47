import { call, constant, number, operation } from '../../formula/build.ts'
import type { Expr, FunctionName, Operator } from '../../formula/expr.ts'
import { formulaSize } from '../../formula/size.ts'

/** Unit in the last place, relative. */
const ROUNDING = 2 ** -53
/** What a constant may be off its formula, relative: rounding, and no cancellation. */
const MOST = 32 * ROUNDING
/** Nobody reads a longer one. */
const MAX_SIZE = 24
const MAX_REMEMBERED = 10_000

interface Origin {
  readonly expr: Expr
  /** A bound on how far the double is from the formula, relative. */
  readonly error: number
}

/**
 * Where the doubles that the machine computes without the input come from: `1 / 3` stays that in a
 * formula, as long as the double is its rounding. What loses digits is the double that it is.
 */
export class Constants {
  readonly #origins = new Map<number, Origin>()
  readonly #doubles = new WeakMap<Expr, number>()

  /** The formula of a double, as it is known now. */
  exprOf(double: number): Expr {
    const { expr } = this.#origin(double)
    this.#doubles.set(expr, double)
    return expr
  }

  /** The double that a formula was given for. */
  doubleOf(expr: Expr): number | undefined {
    return this.#doubles.get(expr)
  }

  noteOperation(operator: Operator, left: number, right: number, result: number): void {
    if (!isWorthKeeping(result)) return
    const [a, b] = [this.#origin(left), this.#origin(right)]
    const error = sumOfErrors(operator, [left, a.error], [right, b.error], result)
    this.#keep(result, { expr: operation(operator, a.expr, b.expr), error })
  }

  noteCall(
    name: FunctionName,
    argument: number,
    { apply, result }: { readonly apply: (x: number) => number; readonly result: number },
  ): void {
    if (!isWorthKeeping(result)) return
    const { expr, error } = this.#origin(argument)
    const spread = [1 + error, 1 - error].map((factor) => apply(argument * factor) - result)
    const off = Math.max(...spread.map((gap) => Math.abs(gap / result)))
    this.#keep(result, { expr: call(name, expr), error: off + 4 * ROUNDING })
  }

  #keep(double: number, origin: Origin): void {
    const isAccurate = origin.error <= MOST && formulaSize(origin.expr) <= MAX_SIZE
    if (!isAccurate || this.#origins.size >= MAX_REMEMBERED || this.#origins.has(double)) return
    this.#origins.set(double, origin)
  }

  #origin(double: number): Origin {
    if (Number.isNaN(double)) return { expr: constant('NaN'), error: 0 }
    if (double < 0 || Object.is(double, -0)) {
      const known = this.#origins.get(double)
      if (known) return known
      const { expr, error } = this.#origin(-double)
      return { expr: { kind: 'negate', operand: expr }, error }
    }
    if (double === Infinity) return { expr: constant('infinity'), error: 0 }
    const error = Number.isInteger(double) ? 0 : ROUNDING
    return this.#origins.get(double) ?? { expr: number(double), error }
  }
}

/** A whole number is what it is. */
function isWorthKeeping(result: number): boolean {
  return Number.isFinite(result) && !Number.isInteger(result)
}

type WithError = readonly [value: number, error: number]

function sumOfErrors(operator: Operator, a: WithError, b: WithError, result: number): number {
  switch (operator) {
    case '+':
    case '-':
      return (Math.abs(a[0]) * a[1] + Math.abs(b[0]) * b[1]) / Math.abs(result) + ROUNDING
    case '*':
    case '/':
      return a[1] + b[1] + ROUNDING
    case '**':
      return Math.abs(b[0]) * a[1] + Math.abs(b[0] * Math.log(Math.abs(a[0]))) * b[1] + 4 * ROUNDING
  }
}
