import type { Condition, Expr } from './expr.ts'
import type { Structure } from './structure.ts'

type Comparison = Condition & { readonly kind: 'compare' }

/** `a < b`, `a === b`, or the contrary of one. Numbers that do not compare at all are left aside. */
interface Asked {
  readonly relation: '<' | '==='
  readonly left: Expr
  readonly right: Expr
  readonly isContrary: boolean
}

/** How comparisons went on one way through a formula, and what follows for others. */
export class Answers {
  readonly #structure: Structure
  readonly #known = new Map<string, boolean>()
  /** Between which numbers a formula lies. */
  readonly #ranges = new Map<number, readonly [low: number, high: number]>()

  constructor(structure: Structure) {
    this.#structure = structure
  }

  assume(test: Comparison, answer: boolean): void {
    const asked = plain(test)
    const holds = answer !== asked.isContrary
    this.#known.set(this.#key(asked), holds)
    const bound = this.#bound(asked)
    if (bound === undefined || asked.relation === '===') return
    const [low, high] = this.#rangeOf(bound.of)
    const isBelow = bound.isLeft === holds
    const range = isBelow ? [low, Math.min(high, bound.by)] : [Math.max(low, bound.by), high]
    this.#ranges.set(this.#structure.nameOf(bound.of), range as [number, number])
  }

  of(test: Comparison): boolean | undefined {
    const asked = plain(test)
    const holds = this.#known.get(this.#key(asked)) ?? this.#turned(asked) ?? this.#within(asked)
    return holds === undefined ? undefined : holds !== asked.isContrary
  }

  /** Of a < b and b < a, one at most holds. */
  #turned({ relation, left, right }: Asked): boolean | undefined {
    const key = this.#key({ relation, left: right, right: left, isContrary: false })
    const other = this.#known.get(key)
    return relation === '===' ? other : other === true ? false : undefined
  }

  #within(asked: Asked): boolean | undefined {
    const bound = this.#bound(asked)
    if (bound === undefined) return undefined
    const [low, high] = this.#rangeOf(bound.of)
    if (asked.relation === '===') return bound.by < low || bound.by > high ? false : undefined
    const [isBelow, isAbove] = [high < bound.by, low > bound.by]
    if (bound.isLeft) return isBelow ? true : low >= bound.by ? false : undefined
    return isAbove ? true : high <= bound.by ? false : undefined
  }

  #bound({ left, right }: Asked) {
    const [a, b] = [literalOf(left), literalOf(right)]
    if (b !== undefined && a === undefined) return { of: left, by: b, isLeft: true }
    return a !== undefined && b === undefined ? { of: right, by: a, isLeft: false } : undefined
  }

  #rangeOf(of: Expr): readonly [low: number, high: number] {
    return this.#ranges.get(this.#structure.nameOf(of)) ?? [-Infinity, Infinity]
  }

  #key({ relation, left, right }: Asked): string {
    return `${this.#structure.nameOf(left)} ${relation} ${this.#structure.nameOf(right)}`
  }
}

function plain({ comparison, left, right }: Comparison): Asked {
  const turned = comparison === '>' || comparison === '<='
  return {
    relation: comparison === '===' || comparison === '!==' ? '===' : '<',
    left: turned ? right : left,
    right: turned ? left : right,
    isContrary: comparison === '<=' || comparison === '>=' || comparison === '!==',
  }
}

function literalOf(expr: Expr): number | undefined {
  if (expr.kind === 'negate') {
    const value = literalOf(expr.operand)
    return value === undefined ? undefined : -value
  }
  return expr.kind === 'number' ? Number(expr.text) : undefined
}
