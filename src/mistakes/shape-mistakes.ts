import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr } from '../formula/expr.ts'
import type { GenericNote } from './generic-notes.ts'
import { agree, differ, TELLING } from './match.ts'
import type { TableView } from './table-view.ts'

/** Points at which both are finite; undefined where too few are left to judge by. */
function finitePoints(view: TableView, got: Float64Array): readonly number[] | undefined {
  const points = view.indices.filter((index) => Number.isFinite(got[index]))
  return points.length >= Math.max(8, view.indices.length / 2) ? points : undefined
}

/** The same, where some of them tell the answer from the truth, which is no constant there. */
function tellingPoints(view: TableView, got: Float64Array): readonly number[] | undefined {
  const points = finitePoints(view, got)
  const [first] = points ?? []
  if (points === undefined || first === undefined) return undefined
  const truth = (index: number) => view.truth[index] ?? Number.NaN
  const wrong = points.filter((index) => differ(got[index] ?? 0, truth(index)))
  if (wrong.length < TELLING) return undefined
  return points.every((index) => agree(truth(index), truth(first))) ? undefined : points
}

/**
 * Whether it is the same number everywhere. Many a slip in a formula comes to that too, and nobody
 * can tell which, or whether it was any.
 */
export function isSameEverywhere(view: TableView, got: Float64Array): boolean {
  const isNumber = (index: number) => Number.isFinite(got[index])
  const value = (index: number) => got[index] ?? Number.NaN
  const first = value(view.indices.find(isNumber) ?? 0)
  // Most answers are seen to vary at once, and nothing else is asked of them.
  const isSame = view.indices.every((index) => !isNumber(index) || agree(value(index), first))
  return isSame && tellingPoints(view, got) !== undefined
}

/** Mistakes that no single formula describes: the same numbers up to a constant, or an integral. */
export function shapeMistake(
  view: TableView,
  got: Float64Array,
  of: { readonly formula: Expr; readonly variable: string } | undefined,
): GenericNote | undefined {
  if (view.indices.length > 0 && view.indices.every((index) => Number.isNaN(got[index]))) {
    return 'nan-everywhere'
  }
  const points = tellingPoints(view, got)
  const [first = 0] = points ?? []
  if (points === undefined) return undefined
  const truth = (index: number) => view.truth[index] ?? Number.NaN
  const value = (index: number) => got[index] ?? Number.NaN
  if (isMultiple(points, truth, value)) return 'constant-factor'
  const shift = value(first) - truth(first)
  if (points.every((index) => agree(value(index), truth(index) + shift))) return 'offset'
  if (of !== undefined && isIntegral(view, points, { of, value })) return 'integral'
  return undefined
}

/** An approximation is off by so much at most, of what the truth ranges over and of 1. */
const NEAR = 0.05

/** It is another function, and not the right one with a fault: wrong at so many points at least. */
const SHARE = 0.05

/** How near the answer is to the truth everywhere, rounded up to two digits, where that is near. */
export function approximation(view: TableView, got: Float64Array): number | undefined {
  let [low, high, largest, wrong] = [Infinity, -Infinity, 0, 0]
  for (const index of view.indices) {
    const [truth, value] = [view.truth[index] as number, got[index] as number]
    if (!Number.isFinite(value)) return undefined
    low = Math.min(low, truth)
    high = Math.max(high, truth)
    largest = Math.max(largest, Math.abs(value - truth))
    if (differ(value, truth)) wrong++
  }
  const isNear = largest <= NEAR * Math.min(1, high - low)
  if (!isNear || wrong < SHARE * view.indices.length) return undefined
  const unit = 10 ** (Math.floor(Math.log10(largest)) - 1)
  return Number((Math.ceil(largest / unit) * unit).toPrecision(2))
}

type At = (index: number) => number

function isMultiple(points: readonly number[], truth: At, value: At): boolean {
  const largest = points.reduce((best, index) =>
    Math.abs(truth(index)) > Math.abs(truth(best)) ? index : best,
  )
  const factor = value(largest) / truth(largest)
  return points.every((index) => agree(value(index), factor * truth(index)))
}

/** Nodes and weights of the Gauss–Legendre rule with three points on [-1, 1] (Abramowitz & Stegun 25.4.29). */
const NODES = [-Math.sqrt(0.6), 0, Math.sqrt(0.6)] as const
const WEIGHTS = [5 / 9, 8 / 9, 5 / 9] as const

/** Whether the differences between neighbouring points are the integrals of the function between them. */
function isIntegral(
  view: TableView,
  points: readonly number[],
  { of, value }: { of: { formula: Expr; variable: string }; value: At },
): boolean {
  const run = compileFloat64(of.formula, view.names)
  const column = view.names.indexOf(of.variable)
  const rows = points.map((index) => ({ args: view.argumentsAt(index), value: value(index) }))
  for (const group of groupedBy(rows, column)) {
    group.sort((a, b) => (a.args[column] ?? 0) - (b.args[column] ?? 0))
    for (let index = 1; index < group.length; index++) {
      const [a, b] = [group[index - 1], group[index]]
      if (a === undefined || b === undefined) continue
      const from = a.args[column] ?? 0
      const to = b.args[column] ?? 0
      const at = (x: number) => run(...b.args.with(column, x))
      // A kink between the two costs up to a quarter of the gap's square.
      const allowed = 1e-6 + (to - from) ** 2 + 1e-5 * Math.abs(b.value)
      if (Math.abs(b.value - a.value - integrate(at, from, to)) > allowed) return false
    }
  }
  return true
}

interface Row {
  readonly args: number[]
  readonly value: number
}

function groupedBy(rows: readonly Row[], column: number): Iterable<Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.args.toSpliced(column, 1).join()
    const group = groups.get(key) ?? []
    group.push(row)
    groups.set(key, group)
  }
  return groups.values()
}

function integrate(f: (x: number) => number, from: number, to: number): number {
  const [middle, half] = [(from + to) / 2, (to - from) / 2]
  return half * NODES.reduce((sum, node, k) => sum + (WEIGHTS[k] ?? 0) * f(middle + half * node), 0)
}
