import type { Comparison, Condition, Expr } from '../../formula/expr.ts'

/**
 * Names for conditions and formulas: equal ones, however they came about, have equal names. A double
 * is that double, whatever formula is known for it by now.
 */
export class ConditionKeys {
  readonly #doubleOf: (expr: Expr) => number | undefined
  readonly #names = new Map<string, string>()
  readonly #known = new WeakMap<object, string>()

  constructor(doubleOf: (expr: Expr) => number | undefined = () => undefined) {
    this.#doubleOf = doubleOf
  }

  of(test: Condition): string {
    return this.#named(test, () => {
      switch (test.kind) {
        case 'truth':
          return String(test.value)
        case 'not':
          return `!${this.of(test.operand)}`
        case 'compare':
          return this.#compared(test.comparison, test.left, test.right)
        default:
          return `${test.kind} ${this.of(test.left)} ${this.of(test.right)}`
      }
    })
  }

  formula(expr: Expr): string {
    return this.#named(expr, () => {
      const double = this.#doubleOf(expr)
      if (double !== undefined) return Object.is(double, -0) ? '= -0' : `= ${double}`
      switch (expr.kind) {
        case 'number':
          return expr.text
        case 'constant':
        case 'variable':
          return `${expr.kind} ${expr.name}`
        case 'negate':
          return `- ${this.formula(expr.operand)}`
        case 'operation':
          return `${this.formula(expr.left)} ${expr.operator} ${this.formula(expr.right)}`
        case 'call':
          return `${expr.name} ${expr.args.map((one) => this.formula(one)).join(' ')}`
        case 'conditional': {
          const branches = [expr.then, expr.otherwise].map((one) => this.formula(one))
          return `? ${this.of(expr.test)} ${branches.join(' ')}`
        }
      }
    })
  }

  /** What is known as well once a condition holds: numbers that compare at all compare one way. */
  impliedBy(test: Condition): readonly (readonly [key: string, holds: boolean])[] {
    if (test.kind !== 'compare') return []
    const implied = IMPLIED[test.comparison] ?? []
    return implied.map(([comparison, holds]) => [
      this.#name(this.#compared(comparison, test.left, test.right)),
      holds,
    ])
  }

  /** a > b is b < a, and === asks the same of both. */
  #compared(comparison: Comparison, left: Expr, right: Expr): string {
    const [a, b] = [this.formula(left), this.formula(right)]
    if (comparison === '>') return `${b} < ${a}`
    if (comparison === '>=') return `${b} <= ${a}`
    const isTurned = (comparison === '===' || comparison === '!==') && b < a
    return isTurned ? `${b} ${comparison} ${a}` : `${a} ${comparison} ${b}`
  }

  #named(part: Expr | Condition, describe: () => string): string {
    const known = this.#known.get(part)
    if (known !== undefined) return known
    const name = this.#name(describe())
    this.#known.set(part, name)
    return name
  }

  #name(described: string): string {
    const name = this.#names.get(described) ?? `#${this.#names.size}`
    this.#names.set(described, name)
    return name
  }
}

const IMPLIED: {
  readonly [comparison in Comparison]?: readonly (readonly [Comparison, boolean])[]
} = {
  '<': [
    ['<=', true],
    ['>', false],
    ['>=', false],
    ['===', false],
    ['!==', true],
  ],
  '>': [
    ['>=', true],
    ['<', false],
    ['<=', false],
    ['===', false],
    ['!==', true],
  ],
  '===': [
    ['<=', true],
    ['>=', true],
    ['<', false],
    ['>', false],
    ['!==', false],
  ],
}
