import type { Exercise, FunctionSpec, KinkAcceptance } from '../exercise.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr } from '../formula/expr.ts'
import { type Corner, type CornerFinder, isAt, variableOf } from './sampling.ts'
import type { Truth } from './truth.ts'

/** What passes at each row. */
export interface Bounds {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly kink: Uint8Array
  readonly orNaN: Uint8Array
}

/** Everything that the truth at a row depends on. */
export interface Subject {
  readonly exercise: Exercise
  readonly spec: FunctionSpec
  readonly truth: Truth
  readonly cornersAt: CornerFinder
  readonly columns: readonly Float64Array[]
}

/** float64 values of the formula; at a kink the one-sided limits, or what the spec pins. */
export function boundsOf(subject: Subject): Bounds {
  const { spec, truth, columns } = subject
  const run = compileFloat64(truth.formula, spec.arguments)
  const low = new Float64Array(columns[0]?.length ?? 0)
  for (let i = 0; i < low.length; i += 1) {
    low[i] = run(...columns.map((column) => column[i] ?? Number.NaN))
  }
  const bounds = {
    low,
    high: low.slice(),
    kink: new Uint8Array(low.length),
    orNaN: new Uint8Array(low.length),
  }
  openAtKinks(subject, bounds)
  return bounds
}

function openAtKinks(subject: Subject, bounds: Bounds): void {
  const { exercise, spec, columns } = subject
  const position = spec.arguments.indexOf(variableOf(exercise, spec))
  const cornersOfRow = cornersByRow(subject, position)
  for (let i = 0; i < bounds.low.length; i += 1) {
    const x = columns[position]?.[i] ?? Number.NaN
    const corner = cornersOfRow(i).find(({ at }) => isAt(x, at))
    if (corner !== undefined) openRow(subject, bounds, i, corner)
  }
}

/** Rows of one set of parameter values follow each other, so the last set is usually the next one. */
function cornersByRow({ spec, columns, cornersAt }: Subject, position: number) {
  const others = spec.arguments.flatMap((name, k) => (k === position ? [] : [{ name, k }]))
  let values: readonly number[] | undefined
  let corners: readonly Corner[] = []
  return (row: number): readonly Corner[] => {
    const here = values
    if (here !== undefined && others.every(({ k }, i) => columns[k]?.[row] === here[i])) {
      return corners
    }
    values = others.map(({ k }) => columns[k]?.[row] ?? Number.NaN)
    corners = cornersAt(
      Object.fromEntries(others.map(({ name, k }) => [name, columns[k]?.[row] ?? 0])),
    )
    return corners
  }
}

/** Between which numbers an answer lies where only NaN passes: between none. Where anything does: unknown. */
const PINNED: { readonly [kind: string]: readonly [low: number, high: number] | undefined } = {
  nan: [Infinity, -Infinity],
  anything: [Number.NaN, Number.NaN],
}

function openRow(subject: Subject, bounds: Bounds, row: number, corner: Corner): void {
  const { accept } = corner
  const value = bounds.low[row] ?? Number.NaN
  const limits = limitsOf(subject, corner, row, value)
  if (accept !== undefined || isWide(limits) || Number.isNaN(value)) bounds.kink[row] = 1
  const pinned = accept && PINNED[accept.kind]
  if (accept?.kind === 'value') {
    bounds.low[row] = accept.value
    bounds.high[row] = accept.value
  } else if (pinned !== undefined) {
    ;[bounds.low[row], bounds.high[row]] = pinned
  } else if (limits.length > 0) {
    bounds.low[row] = Math.min(...limits)
    bounds.high[row] = Math.max(...limits)
  }
  bounds.orNaN[row] = passesNaN(subject, accept, row) ? 1 : 0
}

/**
 * The limits from both sides, and what the author's formula says at the kink itself. A differentiated
 * formula has no say there: the derivative of max(0, x) + a·min(0, x) comes out as 0 at 0.
 */
function limitsOf(subject: Subject, corner: Corner, row: number, value: number): number[] {
  const { exercise, spec, truth, columns } = subject
  const position = spec.arguments.indexOf(variableOf(exercise, spec))
  if (
    corner.whole === 'hit' &&
    truth.gradient === undefined &&
    columns[position]?.[row] === corner.at
  ) {
    return [value]
  }
  const sides = [corner.left, corner.right].filter((limit) => !Number.isNaN(limit))
  const said = truth.gradient === undefined ? truth.formula : truth.written
  const own = said === undefined ? [] : [valueAt(said, spec, columns, row)]
  const limits = [...sides, ...own].filter((limit) => !Number.isNaN(limit))
  return limits.length > 0 || Number.isNaN(value) ? limits : [value]
}

function valueAt(
  formula: Expr,
  spec: FunctionSpec,
  columns: readonly Float64Array[],
  row: number,
): number {
  const run = compileFloat64(formula, spec.arguments)
  return run(...columns.map((column) => column[row] ?? Number.NaN))
}

/** Limits that differ by more than rounding: the function (often a derivative) jumps. */
function isWide(limits: readonly number[]): boolean {
  const low = Math.min(...limits)
  const high = Math.max(...limits)
  return high - low > 1e-12 * Math.max(1, Math.abs(low), Math.abs(high))
}

/** Where the spec says so, or where a formula of the exercise itself gives NaN at the kink. */
function passesNaN(subject: Subject, accept: KinkAcceptance | undefined, row: number): boolean {
  if (accept !== undefined && accept.kind !== 'between') return accept.kind !== 'value'
  if (accept?.orNaN) return true
  const { spec, truth, columns } = subject
  return [truth.formula, truth.written].some(
    (formula) => formula !== undefined && Number.isNaN(valueAt(formula, spec, columns, row)),
  )
}
