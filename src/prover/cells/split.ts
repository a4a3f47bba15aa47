import { type Budget, Undecided } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import { isolateRoots } from '../../exact/real-roots.ts'
import * as S from '../../exact/sign-set.ts'
import { squareFree, type Univariate, wholeOf } from '../../exact/univariate.ts'
import { call, number } from '../../formula/build.ts'
import type { Expr } from '../../formula/expr.ts'
import { printFormula } from '../../formula/print.ts'
import { add, divide, multiply, subtract } from '../../formula/simplify.ts'
import type { Generator } from '../normal-form/generator.ts'
import { coefficientsOf } from '../normal-form/linear-in.ts'
import * as Make from '../normal-form/make.ts'
import * as M from '../normal-form/monomial.ts'
import { asUnivariate } from '../normal-form/one-unknown.ts'
import type { Polynomial, Term } from '../normal-form/polynomial.ts'
import * as P from '../normal-form/polynomial.ts'
import * as Pr from '../normal-form/product.ts'
import { productToExpr, rationalToExpr, sumToExpr } from '../normal-form/to-expr.ts'
import type { Cell, SignedFormula, SplitNeeded } from '../signs/cell.ts'
import { asOneAngle } from '../signs/one-angle.ts'
import { possibleSignsOfSum } from '../signs/signs.ts'
import type { Binding, Region } from './region.ts'

/** The regions that a region falls into by the sign of a sum. */
export function splitRegion(cell: Cell, region: Region, split: SplitNeeded): readonly Region[] {
  const expr = sumToExpr(split.sum)
  return split.parts.flatMap((signs) => {
    refuseRepetition(region, { expr, signs })
    if (signs === S.ZERO) return whereZero(cell, region, split.sum)
    return [{ ...region, facts: [...region.facts, { expr, signs }] }]
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
export function whereZero(cell: Cell, region: Region, sum: Polynomial): readonly Region[] {
  const solution = solveLinear(cell, sum)
  if (solution !== undefined) return bySolution(cell, region, solution)
  const angles = zerosOfAngle(cell, sum)
  if (angles !== undefined) return angles.flatMap((angle) => whereZero(cell, region, angle))
  const letters = lettersOfOneSign(cell, sum)
  if (letters !== undefined) return [letters.reduce(withoutLetter, region)]
  const roots = algebraicRoots(sum, cell.algebra.budget)
  if (roots !== undefined) return roots.map((binding) => solved(region, binding))
  const touched = touchedPoints(sum, cell.algebra.budget)
  if (touched !== undefined) return touched.map((facts) => unsolved(region, facts))
  return [unsolved(region, [{ expr: sumToExpr(sum), signs: S.ZERO }])]
}

/** What is zero where a sine or a cosine is, of an angle that stays within a turn and a half. */
function zerosOfAngle(cell: Cell, sum: Polynomial): readonly Polynomial[] | undefined {
  const [letter, ...others] = [...new Set(Make.generatorsOfSum(sum))]
  if (letter === undefined || others.length > 0 || sum.terms.size > 1) return undefined
  if (letter.kind !== 'sin' && letter.kind !== 'cos') return undefined
  const quarters = letter.kind === 'sin' ? [-2, 0, 2] : [-1, 1]
  const { algebra } = cell
  const less = (count: number) => {
    const turned = Pr.scale(Make.constant(algebra, 'pi'), Q.rational(count, 2))
    return Pr.subtract(algebra, letter.of, turned)
  }
  const end = letter.kind === 'sin' ? 4 : 3
  if (cell.possibleSigns(less(end)) !== S.NEGATIVE) return undefined
  if (cell.possibleSigns(less(-end)) !== S.POSITIVE) return undefined
  return quarters
    .map(less)
    .filter((angle) => (cell.possibleSigns(angle) & S.ZERO) !== 0)
    .map((angle) => Pr.asFraction(algebra, angle).numerator)
}

/** What has to be zero where no term is below zero, as in a² + b² = 0; undefined where one may be. */
function lettersOfOneSign(cell: Cell, sum: Polynomial): readonly Generator[] | undefined {
  const terms = [...sum.terms.values()]
  const side = [S.AT_LEAST_ZERO, S.AT_MOST_ZERO].find((signs) =>
    terms.every((term) => (possibleSignsOfSum(cell, asSum(term)) & ~signs) === 0),
  )
  if (side === undefined || terms.length < 2) return undefined
  const letters = terms.map(({ monomial }) => monomial.powers.map(([letter]) => letter))
  return letters.every(({ length }) => length === 1) ? [...new Set(letters.flat())] : undefined
}

function asSum({ coefficient, monomial }: Term): Polynomial {
  return P.fromTerm(coefficient, monomial)
}

function withoutLetter(region: Region, letter: Generator): Region {
  if (letter.kind === 'variable') return solved(region, { variable: letter.name, value: number(0) })
  const expr = sumToExpr(P.fromTerm(Q.ONE, M.single(letter)))
  return unsolved(region, [{ expr, signs: S.ZERO }])
}

function solved(region: Region, binding: Binding): Region {
  return { ...region, thickness: 'solved', bindings: [...region.bindings, binding] }
}

function unsolved(region: Region, facts: readonly SignedFormula[]): Region {
  const thickness = region.thickness === 'solved' ? 'solved' : 'unsolved'
  return { ...region, thickness, facts: [...region.facts, ...facts] }
}

/** c·x + r = 0 gives x = −r/c where c is not zero; where it is, r is zero as well. */
interface Solution {
  readonly variable: string
  readonly slope: Polynomial
  readonly rest: Polynomial
  /** Whether c cannot be zero, because it has a sign or because r has one. */
  readonly certain: boolean
}

function bySolution(
  cell: Cell,
  region: Region,
  { variable, slope, rest, certain }: Solution,
): readonly Region[] {
  const { algebra } = cell
  const divisor = Pr.fromPolynomial(algebra, slope)
  const value = Pr.negate(Pr.divide(algebra, Pr.fromPolynomial(algebra, rest), divisor))
  const bound = solved(region, { variable, value: productToExpr(value) })
  if (Pr.asNumber(divisor) !== undefined) return [bound]
  const nonzero = { expr: productToExpr(divisor), signs: S.NONZERO }
  const regions = [{ ...bound, facts: [...bound.facts, nonzero] }]
  if (certain) return regions
  const alsoZero = { expr: sumToExpr(rest), signs: S.ZERO }
  const flat = whereZero(cell, region, slope).map((one) => unsolved(one, [alsoZero]))
  return [...regions, ...flat]
}

function solveLinear(cell: Cell, sum: Polynomial): Solution | undefined {
  const solutions = candidates(sum).flatMap(({ name }): Solution[] => {
    const { slope, rest } = coefficientsOf(sum, name) ?? {}
    if (slope === undefined || rest === undefined) return []
    const certain = [slope, rest].some((one) => (possibleSignsOfSum(cell, one) & S.ZERO) === 0)
    return [{ variable: name, slope, rest, certain }]
  })
  return solutions.find(({ certain }) => certain) ?? solutions[0]
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
function weight(sum: Polynomial, { name }: VariableGenerator): number {
  const slope = coefficientsOf(sum, name)?.slope
  return slope !== undefined && Make.generatorsOfSum(slope).length === 0 ? 0 : 1
}

/** The real roots of a polynomial in one variable: by radicals where that is easy, else by name. */
function algebraicRoots(sum: Polynomial, budget: Budget): readonly Binding[] | undefined {
  const own = asUnivariate(sum)
  if (own?.generator.kind !== 'variable') return undefined
  const { name } = own.generator
  const polynomial = squareFree(own.polynomial, budget)
  const radicals = rootsByRadicals(polynomial)
  if (radicals !== undefined) return radicals.map((value) => ({ variable: name, value }))
  const coefficients = wholeOf(polynomial)
  return isolateRoots(polynomial, budget).map(({ low, high }, index) => ({
    variable: name,
    root: { name: `root ${index + 1} of ${printFormula(sumToExpr(sum))}`, coefficients, low, high },
  }))
}

/**
 * Where a sum in one angle touches zero without crossing it, its solutions as points of the circle:
 * 1 − cos θ = 0 is sin θ = 0 with cos θ > 0. Undefined where it crosses, or a point is not rational.
 */
function touchedPoints(
  sum: Polynomial,
  budget: Budget,
): readonly (readonly SignedFormula[])[] | undefined {
  const angle = asOneAngle(sum, budget)
  if (angle?.cosine.kind !== 'cos') return undefined
  const { cosine, inTangent, degree } = angle
  const once = squareFree(inTangent, budget)
  const missing = 2 * degree - (inTangent.length - 1)
  if (once.length === inTangent.length && missing < 2) return undefined
  const roots = isolateRoots(once, budget)
  if (roots.some(({ low, high }) => !Q.equals(low, high))) return undefined
  const points = roots.map(({ low }) => pointOf(low))
  if (missing > 0) points.push({ cos: Q.MINUS_ONE, sin: Q.ZERO })
  const of = productToExpr(cosine.of)
  return points.map((point) => atPoint(of, point))
}

/** The point with t = tan(θ/2). */
function pointOf(t: Q.Rational): RationalOnCircle {
  const square = Q.multiply(t, t)
  const radius = Q.add(Q.ONE, square)
  const cos = Q.divide(Q.subtract(Q.ONE, square), radius)
  return { cos, sin: Q.divide(Q.multiply(Q.rational(2), t), radius) }
}

interface RationalOnCircle {
  readonly cos: Q.Rational
  readonly sin: Q.Rational
}

/** The angle is the point's: across the point's direction nothing, along it something positive. */
function atPoint(angle: Expr, point: RationalOnCircle): readonly SignedFormula[] {
  const [cosine, sine] = [call('cos', angle), call('sin', angle)]
  const [cos, sin] = [rationalToExpr(point.cos), rationalToExpr(point.sin)]
  return [
    { expr: subtract(multiply(sine, cos), multiply(cosine, sin)), signs: S.ZERO },
    { expr: add(multiply(cosine, cos), multiply(sine, sin)), signs: S.POSITIVE },
  ]
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
