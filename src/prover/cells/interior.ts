import type { Rational } from '../../exact/rational.ts'
import * as S from '../../exact/sign-set.ts'
import type { Algebra } from '../normal-form/algebra.ts'
import { rationalToExpr } from '../normal-form/to-expr.ts'
import type { Cell } from '../signs/cell.ts'
import { candidateNumbers, candidatePoints, type RationalPoint } from '../witness/candidates.ts'
import { rationalValue } from '../witness/rational-value.ts'
import { exactSign, isInside } from './inside.ts'
import { cellOf, type Region } from './region.ts'
import { numbersBetween, thresholdsOf } from './thresholds.ts'

/** Cells looked at while one variable after another gets its number. */
const MOST_CELLS = 24

/** Points at which the facts of a region certainly hold, for a search that certifies more than that. */
export function* pointsIn(
  region: Region,
  cell: Cell,
  variables: readonly string[],
): Generator<RationalPoint> {
  const free = variables.filter((name) => !cell.bindings.has(name))
  const extra = new Map(free.map((name) => [name, numbersBetween(thresholdsOf(cell, name))]))
  for (const point of candidatePoints(free, extra)) {
    const full = isInside(cell, point) ? completed(cell, point) : undefined
    if (full !== undefined) yield full
  }
  if (free.length > 1) yield* oneByOne(cell.algebra, region, free, { left: MOST_CELLS })
}

/** One variable after another gets a number that leaves the facts possible. */
function* oneByOne(
  algebra: Algebra,
  region: Region,
  free: readonly string[],
  cells: { left: number },
): Generator<RationalPoint> {
  const cell = cells.left-- > 0 ? cellOf(algebra, region) : undefined
  if (cell === undefined) return
  const [name, ...others] = free
  if (name === undefined) {
    const point = completed(cell, new Map())
    if (point !== undefined && isInside(cell, point)) yield point
    return
  }
  for (const number of numbersFor(cell, name)) {
    const binding = { variable: name, value: rationalToExpr(number) }
    const bound = { ...region, bindings: [...region.bindings, binding] }
    yield* oneByOne(algebra, bound, others, cells)
  }
}

function numbersFor(cell: Cell, name: string): readonly Rational[] {
  const numbers = [...numbersBetween(thresholdsOf(cell, name)), ...candidateNumbers(6)]
  return numbers.filter((number) => isAllowed(cell, name, number))
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

/** Whether the facts that speak of this variable alone allow a number. */
function isAllowed(cell: Cell, name: string, number: Rational): boolean {
  const point = new Map([[name, number]])
  return [...cell.facts.values()].every(({ sum, signs }) => {
    const sign = exactSign(sum, point)
    return sign === undefined || (S.ofSign(sign) & signs) !== 0
  })
}
