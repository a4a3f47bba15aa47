import { Undecided } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import { exponential } from '../normal-form/exponential.ts'
import type { Generator } from '../normal-form/generator.ts'
import * as Make from '../normal-form/make.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import * as P from '../normal-form/polynomial.ts'
import { absolutePower } from '../normal-form/power.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import type { Cell } from '../signs/cell.ts'

/**
 * The derivative of a value on a cell where no variable is bound and no branch hangs on an
 * equality. Worked out on the product itself, so that high derivatives stay small.
 */
export function derivativeOfProduct(cell: Cell, a: Product, variable: string): Product {
  if (!Make.variablesOf(a).has(variable)) return Pr.ZERO
  return Pr.multiply(cell.algebra, a, relativeChange(cell, a, variable))
}

/** a′/a: the sum of the relative changes of the parts, each times its power. */
function relativeChange(cell: Cell, a: Product, variable: string): Product {
  const { algebra } = cell
  let sum = Pr.ZERO
  for (const [generator, exponent] of a.monomial.powers) {
    if (!generator.variables.has(variable)) continue
    const change = changeOfGenerator(cell, generator, variable)
    sum = Pr.add(algebra, sum, Pr.scale(change, exponent))
  }
  for (const { sum: factor, exponent } of a.factors.values()) {
    const slope = derivativeOfSum(cell, factor, variable)
    const change = Pr.divide(algebra, slope, Pr.fromPolynomial(algebra, factor))
    sum = Pr.add(algebra, sum, Pr.scale(change, Q.rational(exponent)))
  }
  return sum
}

function derivativeOfSum(cell: Cell, p: Polynomial, variable: string): Product {
  const { algebra } = cell
  let sum = Pr.ZERO
  for (const { coefficient, monomial } of p.terms.values()) {
    if (!monomial.powers.some(([{ variables }]) => variables.has(variable))) continue
    const term = Pr.fromPolynomial(algebra, P.fromTerm(coefficient, monomial))
    const change = Pr.multiply(
      algebra,
      term,
      relativeChange(cell, { ...Pr.ONE, monomial }, variable),
    )
    sum = Pr.add(algebra, sum, change)
  }
  return sum
}

/** g′/g. */
function changeOfGenerator(cell: Cell, generator: Generator, variable: string): Product {
  const { algebra } = cell
  if (generator.kind === 'exp') return derivativeOfProduct(cell, generator.of, variable)
  if (generator.kind === 'root') {
    const base = Pr.fromPolynomial(algebra, generator.of)
    return Pr.divide(algebra, derivativeOfSum(cell, generator.of, variable), base)
  }
  const alone = Pr.fromGenerator(generator)
  return Pr.divide(algebra, slopeOfGenerator(cell, generator, variable), alone)
}

function slopeOfGenerator(cell: Cell, generator: Generator, variable: string): Product {
  const { algebra } = cell
  switch (generator.kind) {
    case 'variable':
      return Pr.ONE
    case 'constant':
    case 'algebraic':
      return Pr.ZERO
    case 'cos': {
      const inner = derivativeOfProduct(cell, generator.of, variable)
      return Pr.negate(Pr.multiply(algebra, Make.onCircle(algebra, generator.of).sin, inner))
    }
    case 'sin': {
      const inner = derivativeOfProduct(cell, generator.of, variable)
      return Pr.multiply(algebra, Make.onCircle(algebra, generator.of).cos, inner)
    }
    case 'log':
      return relativeChange(cell, generator.of, variable)
    case 'erf':
    case 'atan':
    case 'asin': {
      const inner = derivativeOfProduct(cell, generator.of, variable)
      return Pr.multiply(algebra, outerSlope(cell, generator.kind, generator.of), inner)
    }
    default:
      throw new Undecided('a derivative of a maximum')
  }
}

function outerSlope(cell: Cell, kind: 'erf' | 'atan' | 'asin', u: Product): Product {
  const { algebra } = cell
  const square = Pr.power(algebra, u, 2)
  switch (kind) {
    case 'erf': {
      const root = absolutePower(cell, Make.constant(algebra, 'pi'), Q.rational(-1, 2))
      const gauss = exponential(cell, Pr.negate(square))
      return Pr.scale(Pr.multiply(algebra, root, gauss), Q.rational(2))
    }
    case 'atan':
      return Pr.power(algebra, Pr.add(algebra, Pr.ONE, square), -1)
    case 'asin':
      return absolutePower(cell, Pr.subtract(algebra, Pr.ONE, square), Q.rational(-1, 2))
  }
}
