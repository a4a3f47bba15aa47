import { compare, number, operation } from '../formula/build.ts'
import type { Comparison, Condition, Expr, Operator } from '../formula/expr.ts'
import { integerOf } from '../formula/simplify.ts'
import { NotFollowed } from './not-followed.ts'
import { asNumber, known, type NumberValue, truth, unknown, type Value, whole } from './values.ts'

const ARITHMETIC: { readonly [operator in Operator]: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '**': (a, b) => a ** b,
}

/** Operators that work on whole numbers: followed where no input is involved. */
const WHOLE: { readonly [operator: string]: (a: number, b: number) => number } = {
  '%': (a, b) => a % b,
  '|': (a, b) => a | b,
  '&': (a, b) => a & b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
}

const COMPARISONS: { readonly [comparison in Comparison]: (a: number, b: number) => boolean } = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
}

/** The value of `left operator right`. */
export function binary(operator: string, left: Value, right: Value): Value {
  if (isArithmetic(operator)) return arithmetic(operator, left, right)
  const comparison = COMPARISON_NAMES[operator]
  if (comparison !== undefined) return compared(comparison, operator, left, right)
  const whole = WHOLE[operator]
  if (whole === undefined) throw new NotFollowed(`the operator \`${operator}\``)
  return wholeNumber(operator, whole, left, right)
}

const COMPARISON_NAMES: { readonly [operator: string]: Comparison | undefined } = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '===': '===',
  '==': '===',
  '!==': '!==',
  '!=': '!==',
}

function isArithmetic(operator: string): operator is Operator {
  return Object.hasOwn(ARITHMETIC, operator)
}

export function arithmetic(operator: Operator, left: Value, right: Value): NumberValue {
  const a = asNumber(left)
  const b = asNumber(right)
  if (a === undefined || b === undefined) {
    throw new NotFollowed(`\`${operator}\` on something that is no number`)
  }
  const expr = operation(operator, a.expr, b.expr)
  if (a.double === undefined || b.double === undefined) return unknown(expr)
  const double = ARITHMETIC[operator](a.double, b.double)
  const exact = integerOf(a.expr) !== undefined && integerOf(b.expr) !== undefined
  return exact && Number.isInteger(double) && Math.abs(double) < 2 ** 31
    ? whole(double)
    : known(expr, double)
}

/** -x, where -0 is told from 0 only in doubles. */
export function negated(value: Value): NumberValue {
  const a = asNumber(value)
  if (a === undefined) throw new NotFollowed('`-` on something that is no number')
  const expr: Expr = { kind: 'negate', operand: a.expr }
  return a.double === undefined ? unknown(expr) : known(expr, -a.double)
}

function wholeNumber(
  operator: string,
  apply: (a: number, b: number) => number,
  left: Value,
  right: Value,
): Value {
  const a = asNumber(left)
  const b = asNumber(right)
  if (a?.double === undefined || b?.double === undefined) {
    const advice = operator === '^' ? ' (`^` is exclusive or; a power is `**`)' : ''
    throw new NotFollowed(`the whole-number operator \`${operator}\` on the input${advice}`)
  }
  const result = apply(a.double, b.double)
  if (!Number.isSafeInteger(result)) throw new NotFollowed(`a fraction made by \`${operator}\``)
  return whole(result)
}

function compared(comparison: Comparison, operator: string, left: Value, right: Value): Value {
  const sameKind = identity(operator, left, right)
  if (sameKind !== undefined) return truth(sameKind === (comparison === '==='))
  if (left.kind === 'boolean' && right.kind === 'boolean') return booleans(comparison, left, right)
  const strict = operator === '===' || operator === '!=='
  if (strict && left.kind !== right.kind) return truth(comparison === '!==')
  const a = asNumber(left)
  const b = asNumber(right)
  if (a === undefined || b === undefined || left.kind === 'null' || right.kind === 'null') {
    throw new NotFollowed(`\`${operator}\` on something that is no number`)
  }
  if (a.double !== undefined && b.double !== undefined) {
    return truth(COMPARISONS[comparison](a.double, b.double))
  }
  return { kind: 'boolean', test: compare(a.expr, comparison, b.expr) }
}

/** Whether two values that are no numbers are the same; undefined where numbers are compared. */
function identity(operator: string, left: Value, right: Value): boolean | undefined {
  if (!operator.includes('==') && !operator.includes('!=')) return undefined
  const empty = [left, right].map(({ kind }) => kind === 'undefined' || kind === 'null')
  if (empty[0] || empty[1]) {
    const strict = operator.length === 3
    return strict ? left.kind === right.kind : empty[0] === empty[1]
  }
  if (left.kind === 'string' && right.kind === 'string') return left.text === right.text
  return undefined
}

function booleans(
  comparison: Comparison,
  left: Value & { kind: 'boolean' },
  right: Value & { kind: 'boolean' },
): Value {
  if (comparison !== '===' && comparison !== '!==') {
    return compared(comparison, comparison, asNumber(left) ?? left, asNumber(right) ?? right)
  }
  const same: Condition = {
    kind: 'or',
    left: { kind: 'and', left: left.test, right: right.test },
    right: { kind: 'and', left: negation(left.test), right: negation(right.test) },
  }
  return { kind: 'boolean', test: comparison === '===' ? same : negation(same) }
}

export function negation(test: Condition): Condition {
  if (test.kind === 'truth') return { kind: 'truth', value: !test.value }
  return test.kind === 'not' ? test.operand : { kind: 'not', operand: test }
}

/** What `if (value)` asks. */
export function truthiness(value: Value): Condition {
  switch (value.kind) {
    case 'boolean':
      return value.test
    case 'number':
      return value.double === undefined
        ? compare(value.expr, '!==', number(0))
        : { kind: 'truth', value: Boolean(value.double) }
    case 'string':
      return { kind: 'truth', value: value.text !== '' }
    case 'undefined':
    case 'null':
      return { kind: 'truth', value: false }
    default:
      return { kind: 'truth', value: true }
  }
}
