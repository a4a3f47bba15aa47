import type { Rational } from '../../exact/rational.ts'
import type { Algebra } from './algebra.ts'
import type { AlgebraicRoot, Generator } from './generator.ts'
import { intern, sineKey } from './generator.ts'
import type { Polynomial } from './polynomial.ts'
import * as P from './polynomial.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'

/** The generators, each made in one place. */

const NOTHING: ReadonlySet<string> = new Set()

export function variable(algebra: Algebra, name: string): Generator {
  return intern(algebra.registry, `variable ${name}`, () => ({
    kind: 'variable',
    name,
    positive: false,
    variables: new Set([name]),
  }))
}

export function constant(algebra: Algebra, name: 'pi' | 'seluAlpha' | 'seluScale'): Product {
  const generator = intern(algebra.registry, `constant ${name}`, () => ({
    kind: 'constant',
    name,
    positive: true,
    variables: NOTHING,
  }))
  return Pr.fromGenerator(generator)
}

export function algebraic(algebra: Algebra, root: AlgebraicRoot): Product {
  const generator = intern(algebra.registry, `algebraic ${root.name}`, () => ({
    kind: 'algebraic',
    root,
    positive: root.low.n >= 0n,
    variables: NOTHING,
  }))
  return Pr.fromGenerator(generator)
}

/** A power of something that is positive. */
export function root(algebra: Algebra, of: Polynomial, exponent: Rational): Product {
  const generator = intern(algebra.registry, `root ${P.keyOf(of)}`, () => ({
    kind: 'root',
    of,
    positive: true,
    variables: variablesOfSum(of),
  }))
  return Pr.multiply(algebra, Pr.ONE, Pr.fromGenerator(generator, exponent))
}

/** The cosine and the sine of an angle, as two letters. */
export function onCircle(
  algebra: Algebra,
  of: Product,
): { readonly cos: Product; readonly sin: Product } {
  const key = `cos ${Pr.keyOf(of)}`
  const named = { of, positive: false, variables: variablesOf(of) }
  const cosine = intern(algebra.registry, key, () => ({ kind: 'cos', ...named }))
  const sine = intern(algebra.registry, sineKey(key), () => ({ kind: 'sin', cosine, ...named }))
  return { cos: Pr.fromGenerator(cosine), sin: Pr.fromGenerator(sine) }
}

/** exp(of)^exponent, for a product with coefficient 1. */
export function exponential(algebra: Algebra, of: Product, exponent: Rational): Product {
  const generator = intern(algebra.registry, `exp ${Pr.keyOf(of)}`, () => ({
    kind: 'exp',
    of,
    positive: true,
    variables: variablesOf(of),
  }))
  return Pr.fromGenerator(generator, exponent)
}

export function opaque(
  algebra: Algebra,
  kind: 'log' | 'erf' | 'atan' | 'asin',
  of: Product,
): Product {
  const generator = intern(algebra.registry, `${kind} ${Pr.keyOf(of)}`, () => ({
    kind,
    of,
    positive: false,
    variables: variablesOf(of),
  }))
  return Pr.fromGenerator(generator)
}

export function largest(algebra: Algebra, of: readonly Product[]): Product {
  const key = of.map(Pr.keyOf).join(' | ')
  const generator = intern(algebra.registry, `max ${key}`, () => ({
    kind: 'max',
    of,
    positive: false,
    variables: new Set(of.flatMap((one) => [...variablesOf(one)])),
  }))
  return Pr.fromGenerator(generator)
}

export function generatorsOf(a: Product): readonly Generator[] {
  const own = a.monomial.powers.map(([generator]) => generator)
  return [...own, ...[...a.factors.values()].flatMap(({ sum }) => generatorsOfSum(sum))]
}

export function generatorsOfSum(p: Polynomial): readonly Generator[] {
  return [...p.terms.values()].flatMap(({ monomial }) => monomial.powers.map(([one]) => one))
}

export function variablesOf(a: Product): ReadonlySet<string> {
  return union(generatorsOf(a))
}

export function variablesOfSum(p: Polynomial): ReadonlySet<string> {
  return union(generatorsOfSum(p))
}

function union(generators: readonly Generator[]): ReadonlySet<string> {
  return new Set(generators.flatMap(({ variables }) => [...variables]))
}
