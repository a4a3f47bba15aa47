import * as I from '../../exact/interval/interval.ts'
import { NoEnclosure } from '../../exact/interval/interval.ts'
import { spend } from '../../exact/limits.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import * as S from '../../exact/sign-set.ts'
import * as Make from '../normal-form/make.ts'
import type { Product } from '../normal-form/product.ts'
import type { Cell } from '../signs/cell.ts'
import { candidatePoints, type RationalPoint } from '../witness/candidates.ts'
import { encloseProduct, encloseSum, type Point } from '../witness/enclose-product.ts'
import { enclosed } from '../witness/witness.ts'
import { thresholdsOf } from './thresholds.ts'

const BITS = 160
/** What trying one point costs, in the prover's steps. */
const POINT_COST = 150

/**
 * A point of the cell at which the facts certainly hold and, if given, a value is certainly not
 * zero. Bound variables follow from the free ones.
 */
export function pointIn(
  cell: Cell,
  variables: readonly string[],
  nonzero?: Product,
): RationalPoint | undefined {
  const free = variables.filter((name) => !cell.bindings.has(name))
  for (const point of candidatePoints(free, thresholdsOf(cell, free))) {
    const at = enclosed(point, BITS)
    if (certainlyInside(cell, at) && certainlyNonzero(nonzero, at)) return point
  }
  return undefined
}

/** Points at which the facts hold, for a search that certifies more than that. */
export function* pointsIn(cell: Cell, variables: readonly string[]): Generator<RationalPoint> {
  const free = variables.filter((name) => !cell.bindings.has(name))
  for (const point of candidatePoints(free, thresholdsOf(cell, free))) {
    if (!certainlyInside(cell, enclosed(point, BITS))) continue
    const full = completed(cell, point)
    if (full !== undefined) yield full
  }
}

/** With the bound variables, where those are rational numbers. */
function completed(cell: Cell, point: RationalPoint): RationalPoint | undefined {
  const full = new Map<string, Rational>(point)
  for (const [name, value] of cell.bindings) {
    const number = rationalValue(value, point)
    if (number === undefined) return undefined
    full.set(name, number)
  }
  return full
}

function rationalValue(value: Product, point: RationalPoint): Rational | undefined {
  const letters = Make.generatorsOf(value)
  if (letters.some(({ kind }) => kind !== 'variable')) return undefined
  let result = value.coefficient
  const powerOf = (name: string, exponent: Rational) =>
    Q.power(point.get(name) ?? Q.ONE, Number(exponent.n))
  for (const [letter, exponent] of value.monomial.powers) {
    if (letter.kind !== 'variable' || point.get(letter.name)?.n === 0n) return undefined
    result = Q.multiply(result, powerOf(letter.name, exponent))
  }
  for (const { sum, exponent } of value.factors.values()) {
    let total = Q.ZERO
    for (const { coefficient, monomial } of sum.terms.values()) {
      let term = coefficient
      for (const [letter, power] of monomial.powers) {
        if (letter.kind === 'variable') term = Q.multiply(term, powerOf(letter.name, power))
      }
      total = Q.add(total, term)
    }
    if (total.n === 0n) return undefined
    result = Q.multiply(result, Q.power(total, exponent))
  }
  return result
}

function certainlyInside(cell: Cell, at: Point): boolean {
  spend(cell.algebra.budget, POINT_COST)
  try {
    return [...cell.facts.values()].every(({ sum, signs }) => {
      const sign = I.signOf(encloseSum(sum, at, BITS))
      return sign !== undefined && (S.ofSign(sign) & signs) !== 0
    })
  } catch (error) {
    if (error instanceof NoEnclosure || error instanceof RangeError) return false
    throw error
  }
}

function certainlyNonzero(value: Product | undefined, at: Point): boolean {
  if (value === undefined) return true
  try {
    const sign = I.signOf(encloseProduct(value, at, BITS))
    return sign === 1 || sign === -1
  } catch (error) {
    if (error instanceof NoEnclosure || error instanceof RangeError) return false
    throw error
  }
}
