import type { Dyadic } from '../../exact/interval/dyadic.ts'
import * as D from '../../exact/interval/dyadic.ts'
import * as I from '../../exact/interval/interval.ts'
import { type Budget, spend } from '../../exact/limits.ts'
import { cutsOf, type Dividers, withRootsOf } from '../../exact/line.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import { type Isolated, isolateRoots } from '../../exact/real-roots.ts'
import { squareFree, type Univariate } from '../../exact/univariate.ts'
import { compileFloat64 } from '../../formula/evaluate.ts'
import { coefficientsOf } from '../normal-form/linear-in.ts'
import { variablesOfSum } from '../normal-form/make.ts'
import { asUnivariate } from '../normal-form/one-unknown.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import * as P from '../normal-form/polynomial.ts'
import { sumToExpr } from '../normal-form/to-expr.ts'
import type { Cell } from '../signs/cell.ts'
import type { RationalPoint } from '../witness/candidates.ts'
import { tryToEnclose } from '../witness/certain.ts'
import { encloseSum } from '../witness/enclose-product.ts'
import { signChanges } from '../witness/sign-changes.ts'
import { spot } from '../witness/spot.ts'

/**
 * Where the facts of a cell turn, as far as one variable goes: between rationals, ascending. Facts
 * of several variables are looked at with the others set to simple numbers, so nothing is certain.
 */
export function thresholdsOf(cell: Cell, name: string): readonly Isolated[] {
  const { budget } = cell.algebra
  const sums = [...cell.facts.values()].map(({ sum }) => sum)
  const polynomials = sums.flatMap((sum) => {
    const own = polynomialIn(sum, name)
    return own === undefined ? [] : [own]
  })
  const dividers = polynomials.reduce<Dividers>((all, p) => withRootsOf(p, all, budget), [])
  const others = sums.filter((sum) => polynomialIn(sum, name) === undefined)
  return [...cutsOf(dividers, budget), ...others.flatMap((sum) => zerosIn(cell, sum, name))].sort(
    (a, b) => Q.compare(a.low, b.low),
  )
}

function polynomialIn(sum: Polynomial, name: string): Univariate | undefined {
  const own = asUnivariate(sum)
  const isVariable = own?.generator.kind === 'variable' && own.generator.name === name
  return isVariable ? own.polynomial : undefined
}

/** The zeros of a sum in one variable, the others set to given or to simple numbers. */
export function zerosIn(
  { algebra }: Cell,
  sum: Polynomial,
  name: string,
  given: RationalPoint = new Map(),
): readonly Isolated[] {
  const others = [...given].map(([other, value]) => `${other} ${Q.print(value)}`)
  const key = [name, P.keyOf(sum), ...others].join(' | ')
  const known = algebra.zeros.get(key) ?? findZeros(sum, name, algebra.budget, given)
  algebra.zeros.set(key, known)
  return known
}

function findZeros(
  sum: Polynomial,
  name: string,
  budget: Budget,
  given: RationalPoint,
): readonly Isolated[] {
  if (!variablesOfSum(sum).has(name)) return []
  const polynomial = polynomialIn(sum, name)
  if (polynomial !== undefined) return isolateRoots(squareFree(polynomial, budget), budget)
  return linearZero(sum, name, budget) ?? zerosInDoubles(sum, name, budget, given)
}

const BITS = 256

/** The zero of c·x + r, where c and r are numbers. */
function linearZero(
  sum: Polynomial,
  name: string,
  budget: Budget,
): readonly Isolated[] | undefined {
  const { slope, rest } = coefficientsOf(sum, name) ?? {}
  if (slope === undefined || rest === undefined) return undefined
  if (variablesOfSum(slope).size > 0 || variablesOfSum(rest).size > 0) return undefined
  const quotient = tryToEnclose(
    (at) => I.divide(encloseSum(rest, at), encloseSum(slope, at), BITS),
    spot(new Map(), BITS, budget),
  )
  return quotient === undefined
    ? []
    : [{ low: exact(D.negate(quotient.high)), high: exact(D.negate(quotient.low)) }]
}

/** What the other variables are set to, one after another. */
const OTHERS = [0.5, 2, -1, 3]
const COST = 400

function zerosInDoubles(
  sum: Polynomial,
  name: string,
  budget: Budget,
  given: RationalPoint,
): readonly Isolated[] {
  const others = [...variablesOfSum(sum)].filter((other) => other !== name)
  spend(budget, COST + 20 * sum.terms.size)
  const run = compileFloat64(sumToExpr(sum), [name, ...others])
  const values = others.map((other, index) => {
    const known = given.get(other)
    return known === undefined ? (OTHERS[index % OTHERS.length] ?? 1) : Q.toNumber(known)
  })
  return signChanges((x) => run(x, ...values)).map((zero) => {
    const at = Q.fromNumber(zero)
    return { low: at, high: at }
  })
}

function exact({ mantissa, exponent }: Dyadic): Rational {
  return exponent >= 0
    ? Q.rational(mantissa << BigInt(exponent))
    : Q.rational(mantissa, 1n << BigInt(-exponent))
}

/** Simple numbers beyond the last threshold, below the first one, and between each two. */
export function numbersBetween(thresholds: readonly Isolated[]): readonly Rational[] {
  const [first] = thresholds
  const last = thresholds.at(-1)
  if (first === undefined || last === undefined) return []
  const highest = thresholds.reduce(
    (most, { high }) => (Q.compare(high, most) > 0 ? high : most),
    last.high,
  )
  const points = [Q.rational(-Q.floor(Q.negate(highest)) + 1n), Q.rational(Q.floor(first.low) - 1n)]
  let reached = first.high
  for (const { low, high } of thresholds.slice(1)) {
    if (Q.compare(reached, low) < 0) points.push(Q.simplestBetween(reached, low))
    if (Q.compare(high, reached) > 0) reached = high
  }
  return points
}
