import { smallestPoint } from '../checks/smallest.ts'
import type { Exercise, FunctionSpec } from '../exercise.ts'
import { kinksOf } from '../formula/kinks.ts'
import type { speaker } from '../messages/render.ts'
import type { Sampled } from '../plot/comparison.ts'
import { mix } from '../plot/share.ts'
import { referenceFormula } from '../reference/reference-formula.ts'
import { placedKinks } from '../reference/sampling.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { accepts, defaultTolerance } from '../reference/tolerance.ts'
import { encodeScalar } from '../report/report.ts'

/** What is drawn of each function: over which stretch, at which parameters. */
export interface PlotRequest {
  readonly range: readonly [low: number, high: number]
  readonly parameters: { readonly [name: string]: number }
}

/** A function of an exercise that a plot can show: of numbers, in one variable. */
export function variableOf(exercise: Exercise, spec: FunctionSpec): string | undefined {
  const free = spec.arguments.filter((name) => !Object.hasOwn(exercise.parameters, name))
  return spec.shape === 'scalar' && free.length === 1 ? free[0] : undefined
}

/** By name. */
export function drawableFunctions(exercise: Exercise): readonly string[] {
  const all = Object.values(exercise.functions).filter((spec) => variableOf(exercise, spec))
  return all.map(({ name }) => name)
}

/** Wide enough for every bend of an activation function, narrow enough to see it. */
const USUAL_RANGE = [-6, 6] as const

export function usualRange({ domain: [low, high] }: Exercise): readonly [number, number] {
  return [Math.max(low, USUAL_RANGE[0]), Math.min(high, USUAL_RANGE[1])]
}

const STEPS = 600

/** Rows of arguments: an even grid, and every kink with a point close by on either side. */
export function plotRows(
  exercise: Exercise,
  spec: FunctionSpec,
  request: PlotRequest,
): readonly (readonly number[])[] {
  const [low, high] = request.range
  const step = high / STEPS - low / STEPS
  const even = Array.from({ length: STEPS + 1 }, (_, index) => mix(low, high, index / STEPS))
  const near = kinkPlaces(exercise, spec, request).flatMap((at) => [
    at - step / 50,
    at,
    at + step / 50,
  ])
  const xs = [...new Set([...even.map((x) => cleaned(x, step)), ...near])].filter(
    (x) => x >= low && x <= high,
  )
  const variable = variableOf(exercise, spec)
  return xs
    .sort((a, b) => a - b)
    .map((x) =>
      spec.arguments.map((name) => (name === variable ? x : argumentAt(exercise, request, name))),
    )
}

/** Kinks of the formula and those that the exercise lists, within the range. */
export function kinkPlaces(
  exercise: Exercise,
  spec: FunctionSpec,
  request: PlotRequest,
): readonly number[] {
  const variable = variableOf(exercise, spec)
  const formula = referenceFormula(exercise, spec)
  const others = spec.arguments.filter((name) => name !== variable)
  const bindings = Object.fromEntries(
    others.map((name) => [name, argumentAt(exercise, request, name)]),
  )
  const found =
    formula && variable !== undefined ? kinksOf(formula, variable, bindings, request.range) : []
  return [...new Set([...found, ...placedKinks(spec, bindings)].map(({ at }) => at))]
}

function argumentAt(exercise: Exercise, { parameters }: PlotRequest, name: string): number {
  return parameters[name] ?? exercise.parameters[name]?.default ?? Number.NaN
}

/** The student's values beside the reference, as the picture and its description need them. */
export function sampled(
  table: ReferenceTable,
  got: Float64Array,
  about: {
    readonly title: string
    readonly variable: string
    readonly kinks: readonly number[]
    readonly speak: ReturnType<typeof speaker>
  },
): { readonly picture: Sampled; readonly tested: number; readonly wrong: readonly number[] } {
  const { title, variable, kinks, speak } = about
  const x = [...(table.columns[table.names.indexOf(variable)] ?? [])]
  const reference = x.map((_, index) => oneSided(table, index))
  const indices = x.map((_, index) => index)
  const wrong = indices.filter((index) => !accepts(table, index, at(got, index), defaultTolerance))
  const picture = {
    title,
    x,
    student: [...got],
    reference,
    kinks,
    tolerance: defaultTolerance.float64,
  }
  if (wrong.length === 0) return { picture, tested: x.length, wrong }
  const index = smallestPoint(table, wrong)
  const [where, y, expected] = [x[index] ?? Number.NaN, at(got, index), at(table.low, index)]
  const values = {
    variable,
    x: encodeScalar(where),
    got: encodeScalar(y),
    expected: encodeScalar(expected),
  }
  const counterexample = { x: where, y, label: speak('plot.mark', values) }
  return { picture: { ...picture, counterexample }, tested: x.length, wrong }
}

/** At a jump the reference has two values, and the curve a gap. */
function oneSided({ low, high }: ReferenceTable, index: number): number {
  return at(low, index) === at(high, index) ? at(low, index) : Number.NaN
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN
}

/** Without the last digits that computing left, unless the grid is as fine as they are. */
function cleaned(value: number, step: number): number {
  const rounded = Number(value.toPrecision(12))
  return Math.abs(rounded - value) < step / 100 ? rounded : value
}
