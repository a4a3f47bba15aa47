import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr } from '../formula/expr.ts'
import { agree, matches, type Run } from './match.ts'
import type { TableView } from './table-view.ts'

/** A parameter that has one value of the submission's own, whatever is given. */
export interface FixedParameter {
  readonly parameter: string
  readonly value: number
}

/** Values between which the one is looked for. */
const GRID = Array.from({ length: 401 }, (_, k) => (k - 200) / 40)

/** So many points are tried to read the value off. */
const ANCHORS = 6

const BISECTIONS = 60

/**
 * Whether a submission is one of the formulas with a parameter fixed: the value is solved for at one
 * point, and must then hold at all.
 */
export function fixedParameter(
  formulas: readonly Expr[],
  parameters: readonly string[],
  { view, got }: { readonly view: TableView; readonly got: Float64Array },
): FixedParameter | undefined {
  for (const formula of formulas) {
    const run = compileFloat64(formula, view.names)
    for (const parameter of parameters) {
      const column = view.names.indexOf(parameter)
      if (column < 0) continue
      const value = ownValue(run, column, { view, got })
      if (value !== undefined) return { parameter, value }
    }
  }
  return undefined
}

function ownValue(
  run: Run,
  column: number,
  { view, got }: { readonly view: TableView; readonly got: Float64Array },
): number | undefined {
  const fixedAt =
    (value: number): Run =>
    (...args) =>
      run(...args.with(column, value))
  const tried = new Set<number>()
  for (const index of anchorsOf(run, column, view)) {
    const args = view.argumentsAt(index)
    const gap = (value: number) => run(...args.with(column, value)) - (got[index] as number)
    for (const root of rootsOf(gap)) {
      const value = shortest(root, gap)
      if (tried.has(value)) continue
      tried.add(value)
      if (matches(fixedAt(value), view, got)) return value
    }
  }
  return undefined
}

/** Points at which the parameter makes a difference. */
function anchorsOf(run: Run, column: number, view: TableView): readonly number[] {
  const telling = (index: number) => {
    const args = view.argumentsAt(index)
    return Math.abs(run(...args.with(column, 0.3)) - run(...args.with(column, 1.7))) > 1e-2
  }
  return view.indices.slice(0, 400).filter(telling).slice(0, ANCHORS)
}

function rootsOf(gap: (value: number) => number): number[] {
  const values = GRID.map(gap)
  return GRID.slice(1).flatMap((right, k) => {
    const [left, from, to] = [GRID[k] as number, values[k] as number, values[k + 1] as number]
    if (from === 0) return [left]
    if (to === 0) return [right]
    return from * to < 0 ? [bisect(gap, left, right)] : []
  })
}

function bisect(gap: (value: number) => number, left: number, right: number): number {
  let [low, high] = [left, right]
  const sign = Math.sign(gap(low))
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2
    if (Math.sign(gap(middle)) === sign) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The number with the fewest digits that is as good. */
function shortest(value: number, gap: (value: number) => number): number {
  for (let digits = 1; digits < 12; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.abs(gap(short)) < 1e-9) return short
  }
  return agree(value, 0) ? 0 : value
}
