import { Undecided } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import * as S from '../../exact/sign-set.ts'
import { isolateRoots, squareFree, type Univariate } from '../../exact/univariate.ts'
import { call } from '../../formula/build.ts'
import type { Expr } from '../../formula/expr.ts'
import { printFormula } from '../../formula/print.ts'
import { add, divide, subtract } from '../../formula/simplify.ts'
import type { Generator } from '../normal-form/generator.ts'
import * as Make from '../normal-form/make.ts'
import * as M from '../normal-form/monomial.ts'
import { asUnivariate } from '../normal-form/one-unknown.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import * as P from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import { productToExpr, rationalToExpr, sumToExpr } from '../normal-form/to-expr.ts'
import type { Cell, SplitNeeded } from '../signs/cell.ts'
import { possibleSigns } from '../signs/signs.ts'
import type { Binding, Region, SignedFormula } from './region.ts'

/** The regions that a region falls into by the sign of a sum. */
export function splitRegion(cell: Cell, region: Region, split: SplitNeeded): readonly Region[] {
  return split.parts.flatMap((part) => {
    if (part === S.ZERO) return whereZero(cell, region, split.sum)
    const fact = { expr: sumToExpr(split.sum), signs: part }
    refuseRepetition(region, fact)
    return [{ ...region, facts: [...region.facts, fact] }]
  })
}

/** A fact that was added before and is asked for again could not be used: splitting would not end. */
function refuseRepetition(region: Region, fact: SignedFormula): void {
  const text = printFormula(fact.expr)
  const known = region.facts.some(
    ({ expr, signs }) => (signs & ~fact.signs) === 0 && printFormula(expr) === text,
  )
  if (known) throw new Undecided('a sign could not be decided')
}

/** Where the sum is zero, a variable is bound to what it must be, if the equation can be solved. */
function whereZero(cell: Cell, region: Region, sum: Polynomial): readonly Region[] {
  const thin = { ...region, thin: true }
  const solution = solveLinear(cell, sum)
  if (solution !== undefined) {
    const { variable, value, divisor } = solution
    const fact = { expr: productToExpr(divisor), signs: S.NONZERO }
    const facts = Pr.asNumber(divisor) === undefined ? [...thin.facts, fact] : thin.facts
    return [{ ...thin, facts, bindings: [...thin.bindings, { variable, value }] }]
  }
  const roots = algebraicRoots(sum)
  if (roots !== undefined) {
    return roots.map((binding) => ({ ...thin, bindings: [...thin.bindings, binding] }))
  }
  const fact = { expr: sumToExpr(sum), signs: S.ZERO }
  return [{ ...thin, facts: [...thin.facts, fact] }]
}

interface Solution {
  readonly variable: string
  readonly value: Expr
  readonly divisor: Product
}

/** c·x + r = 0 gives x = −r/c where c cannot be zero, or r cannot (then neither can c). */
function solveLinear(cell: Cell, sum: Polynomial): Solution | undefined {
  const { algebra } = cell
  for (const generator of candidates(sum)) {
    const [slope, rest] = separate(sum, generator)
    if (slope === undefined) continue
    const divisor = Pr.fromPolynomial(algebra, slope)
    const other = Pr.fromPolynomial(algebra, rest)
    const excluded = [divisor, other].some((one) => (possibleSigns(cell, one) & S.ZERO) === 0)
    if (!excluded) continue
    const value = Pr.negate(Pr.divide(algebra, other, divisor))
    return { variable: generator.name, value: productToExpr(value), divisor }
  }
  return undefined
}

type VariableGenerator = Generator & { readonly kind: 'variable' }

/** Variables that occur by themselves and in no other letter, those with a plain number first. */
function candidates(sum: Polynomial): readonly VariableGenerator[] {
  const generators = [...new Set(Make.generatorsOfSum(sum))]
  const variables = generators.filter((one): one is VariableGenerator => one.kind === 'variable')
  const free = variables.filter((one) =>
    generators.every((other) => other === one || !other.variables.has(one.name)),
  )
  return free.sort((a, b) => weight(sum, a) - weight(sum, b))
}

/** 0 where the coefficient is a number, 1 otherwise. */
function weight(sum: Polynomial, generator: Generator): number {
  const [slope] = separate(sum, generator)
  return slope !== undefined && Make.generatorsOfSum(slope).length === 0 ? 0 : 1
}

/** The coefficient of a letter that occurs to the first power only, and what is left. */
function separate(
  sum: Polynomial,
  generator: Generator,
): readonly [slope: Polynomial | undefined, rest: Polynomial] {
  let slope = P.ZERO
  let rest = P.ZERO
  for (const { coefficient, monomial } of sum.terms.values()) {
    const exponent = M.exponentOf(monomial, generator)
    if (exponent.n === 0n) rest = P.add(rest, P.fromTerm(coefficient, monomial))
    else if (!Q.equals(exponent, Q.ONE)) return [undefined, rest]
    else {
      const other = M.divide(monomial, M.single(generator))
      slope = P.add(slope, P.fromTerm(coefficient, other))
    }
  }
  return [P.isZero(slope) ? undefined : slope, rest]
}

/** The real roots of a polynomial in one variable: by radicals where that is easy, else by name. */
function algebraicRoots(sum: Polynomial): readonly Binding[] | undefined {
  const own = asUnivariate(sum)
  if (own?.generator.kind !== 'variable') return undefined
  const { name } = own.generator
  const polynomial = squareFree(own.polynomial)
  const radicals = rootsByRadicals(polynomial)
  if (radicals !== undefined) return radicals.map((value) => ({ variable: name, value }))
  const coefficients = wholeNumbers(polynomial)
  return isolateRoots(polynomial).map(({ low, high }, index) => ({
    variable: name,
    root: { name: `root ${index + 1} of ${printFormula(sumToExpr(sum))}`, coefficients, low, high },
  }))
}

/** The real roots of a quadratic. */
function rootsByRadicals([c, b, a, ...higher]: Univariate): readonly Expr[] | undefined {
  if (a === undefined || b === undefined || c === undefined || higher.length > 0) return undefined
  const product = Q.multiply(Q.rational(4), Q.multiply(a, c))
  const discriminant = Q.subtract(Q.multiply(b, b), product)
  if (Q.sign(discriminant) < 0) return []
  const root = call('sqrt', rationalToExpr(discriminant))
  const minusB = rationalToExpr(Q.negate(b))
  const divisor = rationalToExpr(Q.multiply(Q.rational(2), a))
  return [subtract(minusB, root), add(minusB, root)].map((top) => divide(top, divisor))
}

function wholeNumbers(p: Univariate): readonly bigint[] {
  let common = 1n
  for (const { d } of p) common = (common / Q.gcd(common, d)) * d
  return p.map(({ n, d }) => n * (common / d))
}
