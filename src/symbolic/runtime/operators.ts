import { compare, conditional, number, operation } from '../../formula/build.ts'
import type { Comparison, Condition, Expr, Operator } from '../../formula/expr.ts'
import { concrete, isPrimitive } from './concrete.ts'
import type { Constants } from './constants.ts'
import { Finite } from './finite.ts'
import type { Halt } from './halt.ts'
import type { Paths } from './paths.ts'
import type { Reason } from './reasons.ts'
import { asNumber, type Symbolic, type Symbols } from './symbols.ts'

const ARITHMETIC: readonly string[] = ['+', '-', '*', '/', '**']
const COMPARISONS: readonly string[] = ['<', '<=', '>', '>=']

/** Operators on letters, and on numbers as the machine has them. */
export class Operators {
  readonly #halt: Halt
  readonly #symbols: Symbols
  readonly #constants: Constants
  readonly #paths: Paths
  readonly #finite: Finite

  constructor(halt: Halt, symbols: Symbols, constants: Constants, paths: Paths) {
    this.#halt = halt
    this.#symbols = symbols
    this.#constants = constants
    this.#paths = paths
    this.#finite = new Finite(paths)
  }

  binary(operator: string, left: unknown, right: unknown): unknown {
    const [a, b] = [this.#symbols.of(left), this.#symbols.of(right)]
    if (a === undefined && b === undefined) return this.#machine(operator, left, right)
    if (operator.length > 1 && '=!'.includes(operator[0] as string)) {
      return this.#symbols.boolean(this.#equality(operator, left, right))
    }
    if (!this.#isOperand(left) || !this.#isOperand(right)) {
      this.#halt.refuse('operand', operator)
    }
    if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
      return this.text(left) + this.text(right)
    }
    if (ARITHMETIC.includes(operator)) {
      const [x, y] = [this.numericExpr(left), this.numericExpr(right)]
      return this.#symbols.number(operation(operator as Operator, x, y))
    }
    if (COMPARISONS.includes(operator)) {
      return this.#symbols.boolean(this.compared(operator as Comparison, left, right))
    }
    return this.#machine(operator, this.#whole(operator, left), this.#whole(operator, right))
  }

  /** A number, a boolean, or what arithmetic takes for one. */
  #isOperand(value: unknown): boolean {
    return this.#symbols.of(value) !== undefined || isPrimitive(value)
  }

  #machine(operator: string, left: unknown, right: unknown): unknown {
    const outcome = concrete(operator, left, right)
    if (outcome.kind === 'not-followed') {
      this.#halt.refuse('operand', operator)
    }
    const { value } = outcome
    if (typeof left === 'number' && typeof right === 'number' && typeof value === 'number') {
      if (ARITHMETIC.includes(operator)) {
        this.#constants.noteOperation(operator as Operator, left, right, value)
      }
    }
    return value
  }

  /** What the operators on whole numbers may work with: one of finitely many values. */
  #whole(operator: string, value: unknown): unknown {
    return this.settled(value, 'whole-number', operator)
  }

  unary(operator: string, value: unknown): unknown {
    const symbolic = this.#symbols.of(value)
    if (symbolic === undefined) {
      if (!isPrimitive(value)) this.#halt.refuse('operand', operator)
      return operator === '+' ? this.numeric(value, false) : this.#negated(operator, value)
    }
    if (operator === '~') return ~(this.#whole('~', value) as number)
    const expr = asNumber(symbolic)
    return this.#symbols.number(operator === '+' ? expr : { kind: 'negate', operand: expr })
  }

  #negated(operator: string, value: unknown): unknown {
    if (typeof value === 'symbol') return this.#halt.refuse('operand', operator)
    return operator === '-' ? -(value as number) : ~(value as number)
  }

  not(value: unknown): unknown {
    const truth = this.truth(value)
    return typeof truth === 'boolean' ? !truth : this.#symbols.boolean(negation(truth))
  }

  /** What `if` asks of a value. Neither 0 nor NaN holds. */
  truth(value: unknown): Condition | boolean {
    const symbolic = this.#symbols.of(value)
    if (symbolic === undefined) return Boolean(value)
    if (symbolic.kind === 'boolean') return symbolic.test
    const { expr } = symbolic
    return {
      kind: 'or',
      left: compare(expr, '<', number(0)),
      right: compare(expr, '>', number(0)),
    }
  }

  holds(value: unknown): boolean {
    return this.#paths.choose(this.truth(value))
  }

  /** A value with nothing symbolic left: one of finitely many that it may have. */
  settled(value: unknown, why: Reason, construct = ''): unknown {
    const symbolic = this.#symbols.of(value)
    if (symbolic === undefined) return value
    const settled = this.#finite.settle(symbolic)
    return settled === undefined ? this.#halt.refuse(why, construct) : settled
  }

  hasFewValues(symbolic: Symbolic): boolean {
    return this.#finite.hasFewValues(symbolic)
  }

  text(value: unknown): string {
    const settled = this.settled(value, 'text')
    if (!isPrimitive(settled) || typeof settled === 'symbol') {
      return this.#halt.refuse('text')
    }
    return String(settled)
  }

  /** A value as arithmetic takes it, as a formula. */
  numericExpr(value: unknown): Expr {
    const symbolic = this.#symbols.of(value)
    if (symbolic !== undefined) return asNumber(symbolic)
    if (!isPrimitive(value) || typeof value === 'bigint' || typeof value === 'symbol') {
      return this.#halt.refuse('operand')
    }
    return this.#constants.exprOf(Number(value))
  }

  /** ToNumber; or ToNumeric, which leaves a bigint what it is. */
  numeric(value: unknown, keepsBigints: boolean): unknown {
    const symbolic = this.#symbols.of(value)
    if (symbolic?.kind === 'number') return value
    if (symbolic !== undefined) return this.#symbols.number(asNumber(symbolic))
    if (typeof value === 'bigint' && keepsBigints) return value
    if (!isPrimitive(value) || typeof value === 'bigint' || typeof value === 'symbol') {
      return this.#halt.refuse('operand')
    }
    return Number(value)
  }

  compared(comparison: Comparison, left: unknown, right: unknown): Condition | boolean {
    if (this.#isNothing(left) || this.#isNothing(right)) return comparison === '!=='
    return compare(this.numericExpr(left), comparison, this.numericExpr(right))
  }

  /** Not a number, which compares with nothing. */
  #isNothing(value: unknown): boolean {
    return (
      this.#symbols.of(value) === undefined && isPrimitive(value) && Number.isNaN(asDouble(value))
    )
  }

  #equality(operator: string, left: unknown, right: unknown): Condition | boolean {
    const isStrict = operator.length === 3
    const same = isStrict ? this.strictlyEqual(left, right) : this.#looselyEqual(left, right)
    if (operator.startsWith('=')) return same
    return typeof same === 'boolean' ? !same : negation(same)
  }

  strictlyEqual(left: unknown, right: unknown): Condition | boolean {
    const [a, b] = [this.#kindOf(left), this.#kindOf(right)]
    if (a !== b) return false
    if (a === 'number') return this.compared('===', left, right)
    if (a === 'boolean') return sameTruth(this.truth(left), this.truth(right))
    return left === right
  }

  #looselyEqual(left: unknown, right: unknown): Condition | boolean {
    const values = [left, right]
    if (values.some((value) => value === undefined || value === null)) return false
    if (!values.every((value) => this.#isOperand(value))) {
      return this.#halt.refuse('operand', '==')
    }
    if (values.every((value) => this.#kindOf(value) === 'boolean')) {
      return sameTruth(this.truth(left), this.truth(right))
    }
    return this.compared('===', left, right)
  }

  #kindOf(value: unknown): string {
    return this.#symbols.of(value)?.kind ?? typeof value
  }
}

/** NaN for what is no number at all. */
function asDouble(value: unknown): number {
  return typeof value === 'symbol' || typeof value === 'bigint' ? 0 : Number(value)
}

function negation(test: Condition): Condition {
  if (test.kind === 'truth') return { kind: 'truth', value: !test.value }
  if (test.kind === 'not') return test.operand
  if (test.kind !== 'compare') return { kind: 'not', operand: test }
  if (test.comparison === '===') return { ...test, comparison: '!==' }
  return test.comparison === '!==' ? { ...test, comparison: '===' } : { kind: 'not', operand: test }
}

function sameTruth(a: Condition | boolean, b: Condition | boolean): Condition | boolean {
  if (typeof a === 'boolean') return typeof b === 'boolean' ? a === b : a ? b : negation(b)
  if (typeof b === 'boolean') return b ? a : negation(a)
  return {
    kind: 'or',
    left: { kind: 'and', left: a, right: b },
    right: { kind: 'and', left: negation(a), right: negation(b) },
  }
}

/** `test ? then : otherwise` of two numbers or of two booleans; undefined for anything else. */
export function merged(
  symbols: Symbols,
  constants: Constants,
  test: Condition,
  [then, otherwise]: readonly [then: unknown, otherwise: unknown],
): { readonly value: unknown } | undefined {
  const isObject = (typeof then === 'object' && then !== null) || typeof then === 'function'
  if (Object.is(then, otherwise) && !isObject) return { value: then }
  const kinds = [then, otherwise].map((value) => symbols.of(value)?.kind ?? typeof value)
  if (kinds[0] !== kinds[1]) return undefined
  const exprs = [then, otherwise].map((value) => {
    const symbolic = symbols.of(value)
    if (symbolic?.kind === 'number') return symbolic.expr
    return typeof value === 'number' ? constants.exprOf(value) : undefined
  })
  const [a, b] = exprs
  if (a !== undefined && b !== undefined) return { value: symbols.number(conditional(test, a, b)) }
  if (kinds[0] !== 'boolean') return undefined
  const [p, q] = [then, otherwise].map((value) => truthOf(symbols, value)) as [Condition, Condition]
  return {
    value: symbols.boolean({
      kind: 'or',
      left: { kind: 'and', left: test, right: p },
      right: { kind: 'and', left: negation(test), right: q },
    }),
  }
}

function truthOf(symbols: Symbols, value: unknown): Condition {
  const symbolic = symbols.of(value)
  return symbolic?.kind === 'boolean' ? symbolic.test : { kind: 'truth', value: value === true }
}
