import type { Condition, Expr } from './expr.ts'

/** Names for formulas and conditions: two that are written the same have one name. */
export class Structure {
  readonly #names = new Map<string, number>()
  readonly #known = new WeakMap<object, number>()

  /** However often parts are shared, each is looked at once. */
  nameOf(part: Expr | Condition): number {
    const known = this.#known.get(part)
    if (known !== undefined) return known
    const described = this.#describe(part)
    const name = this.#names.get(described) ?? this.#names.size
    this.#names.set(described, name)
    this.#known.set(part, name)
    return name
  }

  #describe(part: Expr | Condition): string {
    const of = (...parts: readonly (Expr | Condition)[]) =>
      parts.map((one) => this.nameOf(one)).join(' ')
    switch (part.kind) {
      case 'number':
        return part.text
      case 'constant':
      case 'variable':
        return `${part.kind} ${part.name}`
      case 'truth':
        return String(part.value)
      case 'negate':
      case 'not':
        return `${part.kind} ${of(part.operand)}`
      case 'operation':
        return `${part.operator} ${of(part.left, part.right)}`
      case 'compare':
        return `${part.comparison} ${of(part.left, part.right)}`
      case 'and':
      case 'or':
        return `${part.kind} ${of(part.left, part.right)}`
      case 'call':
        return `${part.name} ${of(...part.args)}`
      case 'conditional':
        return `? ${of(part.test, part.then, part.otherwise)}`
    }
  }
}
