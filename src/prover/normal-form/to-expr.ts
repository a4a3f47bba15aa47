import type { Rational } from '../../exact/rational.ts'
import { call, constant, number, variable } from '../../formula/build.ts'
import type { Expr } from '../../formula/expr.ts'
import { add, divide, multiply, power } from '../../formula/simplify.ts'
import type { Generator } from './generator.ts'
import type { Monomial } from './monomial.ts'
import type { Polynomial } from './polynomial.ts'
import * as P from './polynomial.ts'
import type { Product } from './product.ts'

/** Values as formulas again: for splitting into cells, and for people to read. */

export function productToExpr(a: Product): Expr {
  let result = multiply(rationalToExpr(a.coefficient), monomialToExpr(a.monomial))
  for (const { sum, exponent } of a.factors.values()) {
    const factor = power(sumToExpr(sum), number(Math.abs(exponent)))
    result = exponent > 0 ? multiply(result, factor) : divide(result, factor)
  }
  return result
}

export function sumToExpr(p: Polynomial): Expr {
  return P.sortedTerms(p).reduce<Expr>((sum, { coefficient, monomial }) => {
    return add(sum, multiply(rationalToExpr(coefficient), monomialToExpr(monomial)))
  }, number(0))
}

export function rationalToExpr({ n, d }: Rational): Expr {
  return d === 1n ? number(n) : divide(number(n), number(d))
}

function monomialToExpr(monomial: Monomial): Expr {
  let result: Expr = number(1)
  for (const [generator, exponent] of monomial.powers) {
    const base = generatorToExpr(generator, exponent)
    result = multiply(result, base)
  }
  return result
}

function generatorToExpr(generator: Generator, exponent: Rational): Expr {
  if (generator.kind === 'exp') {
    return call('exp', multiply(rationalToExpr(exponent), productToExpr(generator.of)))
  }
  if (exponent.d === 2n && exponent.n === 1n) return call('sqrt', letterToExpr(generator))
  return power(letterToExpr(generator), rationalToExpr(exponent))
}

function letterToExpr(generator: Generator): Expr {
  switch (generator.kind) {
    case 'variable':
      return variable(generator.name)
    case 'constant':
      return constant(generator.name)
    case 'root':
      return sumToExpr(generator.of)
    case 'exp':
      return call('exp', productToExpr(generator.of))
    case 'log':
      return call('log', absolute(generator.of))
    case 'max':
      return call('max', ...generator.of.map(productToExpr))
    case 'algebraic':
      return variable(generator.root.name)
    default:
      return call(generator.kind, productToExpr(generator.of))
  }
}

function absolute(a: Product): Expr {
  const inner = productToExpr(a)
  return inner.kind === 'number' ? inner : call('abs', inner)
}
