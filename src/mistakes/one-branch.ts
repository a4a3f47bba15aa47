import { conditional, number } from '../formula/build.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Comparison, Condition, Expr } from '../formula/expr.ts'
import { ownParts, sidesOf } from '../formula/parts.ts'
import { printCondition } from '../formula/print.ts'
import { variablesIn } from '../formula/variables.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { differ } from './match.ts'

/** So many points are wrong, and so many right elsewhere, that neither is an accident. */
const ENOUGH = 8

/** Of longer ones a sentence is no help, and of more nobody knows which. */
const LONGEST = 24
const MOST = 8

/** What the source asks, and at which points that holds. */
interface Region {
  readonly text: string
  readonly holds: Uint8Array
}

/** Where alone a source with branches is wrong: one of its conditions, or two, as text. */
export function whereWrong(
  written: Expr,
  table: ReferenceTable,
  got: Float64Array,
): string | undefined {
  const points = [...table.low.keys()].filter((index) => Number.isFinite(table.low[index]))
  const wrong = points.filter((index) => isWrong(table, got, index))
  const hasNumbers = wrong.every((index) => Number.isFinite(got[index]))
  if (wrong.length === 0 || !hasNumbers) return undefined
  const regions = regionsOf(written, table)
  const around = (some: readonly Region[]) => smallestAround(some, wrong, points)
  return around(regions) ?? around(pairsOf(regions))
}

/** At a kink anything between the two sides is right. */
function isWrong({ low, high, orNaN }: ReferenceTable, got: Float64Array, index: number): boolean {
  const value = got[index] ?? Number.NaN
  if (Number.isNaN(value)) return orNaN[index] !== 1
  const nearest = Math.min(Math.max(value, low[index] as number), high[index] as number)
  return differ(value, nearest)
}

/** Few wrong points are told of where there are no others. */
function smallestAround(
  regions: readonly Region[],
  wrong: readonly number[],
  points: readonly number[],
): string | undefined {
  const around = regions
    .filter(({ holds }) => wrong.every((index) => holds[index] === 1))
    .map(({ text, holds }) => ({ text, size: points.filter((index) => holds[index] === 1).length }))
    .filter(({ size }) => points.length - size >= ENOUGH)
    .filter(({ size }) => wrong.length >= ENOUGH || wrong.length === size)
  return around.sort((a, b) => a.size - b.size)[0]?.text
}

function regionsOf(written: Expr, table: ReferenceTable): Region[] {
  const tests = new Map(testsIn(written).map((test) => [printCondition(test), test]))
  return [...tests]
    .filter(([text]) => text.length <= LONGEST)
    .slice(0, MOST)
    .map(([text, test]) => ({ text, holds: pointsWhere(test, table) }))
}

function pairsOf(regions: readonly Region[]): Region[] {
  return regions.flatMap((one, k) =>
    regions.slice(k + 1).map((other) => ({
      text: `${one.text} || ${other.text}`,
      holds: one.holds.map((held, index) => held | (other.holds[index] as number)),
    })),
  )
}

function pointsWhere(test: Condition, { names, columns, low }: ReferenceTable): Uint8Array {
  const run = compileFloat64(conditional(test, number(1), number(0)), names)
  return new Uint8Array(low.length).map((_, index) =>
    run(...columns.map((column) => column[index] as number)),
  )
}

/** The conditions of a formula's branches, and what holds where a comparison does not. */
function testsIn(expr: Expr): readonly Condition[] {
  const inner = ownParts(expr).flatMap(testsIn)
  if (expr.kind !== 'conditional' || !sidesOf(expr.test).some(hasVariable)) return inner
  return [expr.test, ...otherwise(expr.test), ...inner]
}

function hasVariable(expr: Expr): boolean {
  return variablesIn(expr).size > 0
}

function otherwise(test: Condition): readonly Condition[] {
  return test.kind === 'compare' ? [{ ...test, comparison: OTHERWISE[test.comparison] }] : []
}

const OTHERWISE: Readonly<Record<Comparison, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '===': '!==',
  '!==': '===',
}
