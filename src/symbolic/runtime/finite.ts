import { compare, number } from '../../formula/build.ts'
import type { Expr } from '../../formula/expr.ts'
import { concrete } from './concrete.ts'
import type { Paths } from './paths.ts'
import type { Symbolic } from './symbols.ts'

/** Functions of finitely many values, whatever they are applied to, or to one of finitely many. */
const STEPS: { readonly [name: string]: ((x: number) => number) | undefined } = {
  abs: Math.abs,
}

/** What has finitely many values, such as `+(x > 0)`: on each path it is one of them. */
export class Finite {
  readonly #paths: Paths

  constructor(paths: Paths) {
    this.#paths = paths
  }

  hasFewValues(symbolic: Symbolic): boolean {
    return symbolic.kind === 'boolean' || hasFewValues(symbolic.expr)
  }

  /** The value on this path; undefined where there may be infinitely many. */
  settle(symbolic: Symbolic): number | boolean | undefined {
    if (symbolic.kind === 'boolean') return this.#paths.choose(symbolic.test)
    return hasFewValues(symbolic.expr) ? this.#number(symbolic.expr) : undefined
  }

  #number(expr: Expr): number {
    switch (expr.kind) {
      case 'number':
        return Number(expr.text)
      case 'constant':
        return expr.name === 'NaN' ? Number.NaN : Infinity
      case 'negate':
        return -this.#number(expr.operand)
      case 'operation': {
        const operands = [this.#number(expr.left), this.#number(expr.right)] as const
        const outcome = concrete(expr.operator, ...operands)
        return outcome.kind === 'value' ? Number(outcome.value) : Number.NaN
      }
      case 'conditional':
        return this.#number(this.#paths.choose(expr.test) ? expr.then : expr.otherwise)
      case 'call': {
        const [argument = number(0)] = expr.args
        if (expr.name === 'sign') return this.#sign(argument)
        return (STEPS[expr.name] ?? Number)(this.#number(argument))
      }
      case 'variable':
        throw new Error('a letter has no finite number of values')
    }
  }

  #sign(argument: Expr): number {
    if (this.#paths.choose(compare(argument, '>', number(0)))) return 1
    if (this.#paths.choose(compare(argument, '<', number(0)))) return -1
    return this.#paths.choose(compare(argument, '===', number(0))) ? 0 : Number.NaN
  }
}

function hasFewValues(expr: Expr): boolean {
  switch (expr.kind) {
    case 'number':
      return true
    case 'constant':
      return expr.name === 'NaN' || expr.name === 'infinity'
    case 'variable':
      return false
    case 'negate':
      return hasFewValues(expr.operand)
    case 'operation':
      return hasFewValues(expr.left) && hasFewValues(expr.right)
    case 'conditional':
      return hasFewValues(expr.then) && hasFewValues(expr.otherwise)
    case 'call':
      if (expr.name === 'sign') return true
      return STEPS[expr.name] !== undefined && expr.args.every(hasFewValues)
  }
}
