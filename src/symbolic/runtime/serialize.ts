import type { Condition, Expr } from '../../formula/expr.ts'

/** A formula as rows that refer to earlier rows by number: parts that are shared stay shared. */
export type Row = readonly [kind: string, ...parts: readonly (string | number | boolean)[]]

export class Table {
  readonly rows: Row[] = []
  readonly #known = new Map<Expr | Condition, number>()

  formula(expr: Expr): number {
    return this.#row(expr, () => {
      switch (expr.kind) {
        case 'number':
          return ['number', expr.text]
        case 'constant':
          return ['constant', expr.name]
        case 'variable':
          return ['variable', expr.name]
        case 'negate':
          return ['negate', this.formula(expr.operand)]
        case 'operation':
          return ['operation', expr.operator, this.formula(expr.left), this.formula(expr.right)]
        case 'call':
          return ['call', expr.name, ...expr.args.map((one) => this.formula(one))]
        case 'conditional': {
          const branches = [this.formula(expr.then), this.formula(expr.otherwise)]
          return ['conditional', this.condition(expr.test), ...branches]
        }
      }
    })
  }

  condition(test: Condition): number {
    return this.#row(test, () => {
      switch (test.kind) {
        case 'truth':
          return ['truth', test.value]
        case 'not':
          return ['not', this.condition(test.operand)]
        case 'compare':
          return ['compare', test.comparison, this.formula(test.left), this.formula(test.right)]
        default:
          return [test.kind, this.condition(test.left), this.condition(test.right)]
      }
    })
  }

  #row(part: Expr | Condition, make: () => Row): number {
    const known = this.#known.get(part)
    if (known !== undefined) return known
    const row = make()
    this.rows.push(row)
    this.#known.set(part, this.rows.length - 1)
    return this.rows.length - 1
  }
}
