import { Undecided } from '../../exact/limits.ts'
import type { SignSet } from '../../exact/sign-set.ts'
import * as S from '../../exact/sign-set.ts'
import type { Comparison, Condition } from '../../formula/expr.ts'
import { subtract } from '../../formula/simplify.ts'
import type { Algebra } from '../normal-form/algebra.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import { type Cell, type SignedFormula, SplitNeeded } from '../signs/cell.ts'
import { componentsOf } from '../signs/decide-sign.ts'
import { evaluate } from './evaluate-in-cell.ts'
import { evaluation } from './evaluation.ts'
import { cellOf, type Region } from './region.ts'
import { whereZero } from './split.ts'

const SIGNS: { readonly [comparison in Comparison]: SignSet } = {
  '<': S.NEGATIVE,
  '<=': S.AT_MOST_ZERO,
  '>': S.POSITIVE,
  '>=': S.AT_LEAST_ZERO,
  '===': S.ZERO,
  '!==': S.NONZERO,
}

/** All of space that the assumptions leave, its equations solved where they can be. */
export function regionsOf(algebra: Algebra, assumptions: readonly Condition[]): readonly Region[] {
  const known = assumptions.flatMap(factsOf)
  const equations = known.filter(({ signs }) => signs === S.ZERO)
  const facts = known.filter(({ signs }) => signs !== S.ZERO)
  const start: Region = { facts, bindings: [], thickness: 'thick' }
  return equations.reduce<readonly Region[]>(
    (regions, equation) => regions.flatMap((region) => whereHolds(algebra, region, equation)),
    [start],
  )
}

export function isEquation(test: Condition): boolean {
  return test.kind === 'compare' && test.comparison === '==='
}

/** What an assumption says of signs; the rest of it is looked at in every cell. */
function factsOf(assumption: Condition): readonly SignedFormula[] {
  if (assumption.kind !== 'compare') return []
  const { left, right, comparison } = assumption
  return [{ expr: subtract(left, right), signs: SIGNS[comparison] }]
}

/** An equation that is assumed makes no region thin: nothing is asked beside it. */
function whereHolds(algebra: Algebra, region: Region, equation: SignedFormula): readonly Region[] {
  const cell = cellOf(algebra, region)
  if (cell === undefined) return []
  const sum = onlySum(cell, equation)
  if (sum === undefined) return [{ ...region, facts: [...region.facts, equation] }]
  return whereZero(cell, region, sum).map((one) => ({ ...one, thickness: 'thick' as const }))
}

/** The one sum that has to be zero. */
function onlySum(cell: Cell, { expr }: SignedFormula): Polynomial | undefined {
  try {
    const value = evaluate(evaluation(cell), expr)
    const [only, ...others] = value === undefined ? [] : componentsOf(value)
    return others.length === 0 ? only?.sum : undefined
  } catch (error) {
    if (error instanceof Undecided || error instanceof SplitNeeded) return undefined
    throw error
  }
}
