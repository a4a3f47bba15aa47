import type { Exercise, FunctionSpec } from '../exercise/exercise.ts'
import { kinksOf } from '../formula/kinks.ts'
import { samplePoints } from './points.ts'
import type { TableRequest } from './table.ts'
import { functionOf, type Truth } from './truth.ts'

type ParameterSet = { readonly [name: string]: number }

/** A place where a function is not smooth, with its one-sided limits. */
export interface Corner {
  readonly at: number
  readonly left: number
  readonly right: number
}

/** The argument that is sampled: the first that is no parameter. */
export function variableOf(exercise: Exercise, spec: FunctionSpec): string {
  const free = spec.arguments.find((name) => exercise.parameters[name] === undefined)
  return free ?? spec.arguments[0] ?? 'x'
}

/** The sample points of a request, as one column per argument. */
export function columnsOf(exercise: Exercise, request: TableRequest, truth: Truth): Float64Array[] {
  const spec = functionOf(exercise, request.function)
  const variable = variableOf(exercise, spec)
  if (request.points === 0 && !request.exhaustive) return transposed(spec, request.extra)
  return samplePoints({
    exercise: exercise.id,
    seed: request.seed,
    points: request.points,
    exhaustive: request.exhaustive,
    names: spec.arguments,
    variable,
    domain: exercise.domain,
    parameters: parametersOf(exercise, spec, variable),
    kinks: (parameters) => cornersOf(exercise, spec, truth, parameters).map((corner) => corner.at),
    extra: request.extra,
  })
}

function transposed(spec: FunctionSpec, rows: readonly (readonly number[])[]): Float64Array[] {
  return spec.arguments.map((_, column) =>
    Float64Array.from(rows, (row) => row[column] ?? Number.NaN),
  )
}

/** The default first, then the listed values in their order. An unlisted argument is varied a little. */
function parametersOf(exercise: Exercise, spec: FunctionSpec, variable: string) {
  const others = spec.arguments.filter((name) => name !== variable)
  return Object.fromEntries(
    others.map((name) => {
      const parameter = exercise.parameters[name]
      if (parameter === undefined) return [name, UNLISTED]
      return [name, [...new Set([parameter.default, ...parameter.values])]]
    }),
  )
}

const UNLISTED = [1, 0, -1, 0.5, -2.5, 3]

/**
 * Where the function, its written derivative or the function it is the derivative of switches
 * branches, and where the spec says so; in ascending order, with the limits of the function itself.
 */
export function cornersOf(
  exercise: Exercise,
  spec: FunctionSpec,
  truth: Truth,
  parameters: ParameterSet,
): readonly Corner[] {
  const variable = variableOf(exercise, spec)
  const formulas = [truth.formula, truth.written, truth.gradient?.of].filter((f) => f !== undefined)
  const found = new Map<number, Corner>()
  for (const [index, formula] of formulas.entries()) {
    for (const kink of kinksOf(formula, variable, parameters, exercise.domain)) {
      if (found.has(kink.at)) continue
      found.set(kink.at, index < 2 ? kink : withoutLimits(kink.at))
    }
  }
  for (const { at } of spec.kinks) if (!found.has(at)) found.set(at, withoutLimits(at))
  return [...found.values()].sort((a, b) => a.at - b.at)
}

/** A corner of which only the place is known: the function's value there stands for both limits. */
function withoutLimits(at: number): Corner {
  return { at, left: Number.NaN, right: Number.NaN }
}
