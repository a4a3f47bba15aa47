import * as Q from '../../exact/rational.ts'
import type { Call, Expr } from '../../formula/expr.ts'
import { negate } from '../../formula/simplify.ts'
import type { Algebra } from './algebra.ts'
import * as Make from './make.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'

/**
 * max, min, abs and relu as one letter that stands for the largest of a set of values, so that
 * two formulas that take the same maximum are compared without asking which value is the largest.
 * Undefined for other functions; `value` is undefined where an argument does not exist.
 */
export function maximum(
  algebra: Algebra,
  expr: Call,
  evaluated: (argument: Expr) => Product | undefined,
): { readonly value: Product | undefined } | undefined {
  const [first] = expr.args
  if (first === undefined) return undefined
  switch (expr.name) {
    case 'max':
      return { value: largestOf(algebra, expr.args.map(evaluated)) }
    case 'min': {
      const value = largestOf(
        algebra,
        expr.args.map(evaluated).map((one) => one && Pr.negate(one)),
      )
      return { value: value && Pr.negate(value) }
    }
    case 'relu':
      return { value: largestOf(algebra, [evaluated(first), Pr.ZERO]) }
    case 'abs':
      return { value: largestOf(algebra, [evaluated(first), evaluated(negate(first))]) }
    default:
      return undefined
  }
}

function largestOf(
  algebra: Algebra,
  values: readonly (Product | undefined)[],
): Product | undefined {
  const distinct = new Map<string, Product>()
  let number: Q.Rational | undefined
  for (const value of values) {
    if (value === undefined) return undefined
    for (const one of membersOf(value)) {
      const own = Pr.asNumber(one)
      if (own === undefined) distinct.set(Pr.keyOf(one), one)
      else if (number === undefined || Q.compare(own, number) > 0) number = own
    }
  }
  if (number !== undefined) distinct.set('', Pr.number(number))
  const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  const [only] = sorted
  return sorted.length === 1 && only !== undefined ? only : Make.largest(algebra, sorted)
}

/** max(a, max(b, c)) is the largest of three. */
function membersOf(value: Product): readonly Product[] {
  const [power, ...others] = value.monomial.powers
  const alone = others.length === 0 && value.factors.size === 0
  if (power === undefined || !alone || !Q.equals(value.coefficient, Q.ONE)) return [value]
  const [generator, exponent] = power
  return generator.kind === 'max' && Q.equals(exponent, Q.ONE) ? generator.of : [value]
}
