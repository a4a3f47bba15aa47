import type { Exercise, FunctionSpec, KinkAcceptance } from '../exercise.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr } from '../formula/expr.ts'
import { type Kink, kinkAt, kinksOf } from '../formula/kinks.ts'
import { samplePoints } from './points.ts'
import type { TableRequest } from './table.ts'
import { functionOf, type Truth } from './truth.ts'

type ParameterSet = { readonly [name: string]: number }

/** A place where a function is not smooth, with its one-sided limits. */
export interface Corner {
  readonly at: number
  readonly left: number
  readonly right: number
  /** What passes there, where the spec says so. */
  readonly accept?: KinkAcceptance
  /** Set where only rounding to a whole number jumps, and whether doubles hit it. */
  readonly whole?: Kink['whole']
}

/** The corners of a function at one set of parameter values. */
export type CornerFinder = (parameters: ParameterSet) => readonly Corner[]

/** Looks for the corners once for each set of parameter values: it takes thousands of evaluations. */
export function cornerFinder(exercise: Exercise, spec: FunctionSpec, truth: Truth): CornerFinder {
  const variable = variableOf(exercise, spec)
  return remembered((parameters) =>
    cornersOf(spec, truth, parameters, (formula) =>
      kinksOf(formula, variable, parameters, exercise.domain),
    ),
  )
}

/** Looks only at the given places, which costs next to nothing. */
export function cornerFinderAt(
  exercise: Exercise,
  spec: FunctionSpec,
  { truth, columns }: { readonly truth: Truth; readonly columns: readonly Float64Array[] },
): CornerFinder {
  const variable = variableOf(exercise, spec)
  const [low, high] = exercise.domain
  const column = columns[spec.arguments.indexOf(variable)] ?? []
  const places = [...new Set(column)].filter((x) => x >= low && x <= high).sort((a, b) => a - b)
  return remembered((parameters) =>
    cornersOf(spec, truth, parameters, (formula) =>
      places.flatMap((at) => kinkAt(formula, variable, parameters, at) ?? []),
    ),
  )
}

function remembered(find: CornerFinder): CornerFinder {
  const known = new Map<string, readonly Corner[]>()
  return (parameters) => {
    const key = Object.values(parameters).join()
    const corners = known.get(key) ?? find(parameters)
    known.set(key, corners)
    return corners
  }
}

/** The argument that is sampled: the first that is no parameter. */
export function variableOf(exercise: Exercise, spec: FunctionSpec): string {
  const free = spec.arguments.find((name) => exercise.parameters[name] === undefined)
  return free ?? spec.arguments[0] ?? 'x'
}

export function isInDomain({ domain: [low, high] }: Exercise, x: number): boolean {
  return x >= low && x <= high
}

/** The sample points of a request, as one column per argument. */
export function columnsOf(
  exercise: Exercise,
  request: TableRequest,
  cornersAt: CornerFinder,
): Float64Array[] {
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
    kinks: (parameters) => cornersAt(parameters).map((corner) => corner.at),
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
function cornersOf(
  spec: FunctionSpec,
  truth: Truth,
  parameters: ParameterSet,
  kinks: (formula: Expr) => readonly Kink[],
): readonly Corner[] {
  const found = new Map<number, Corner>()
  const own = [truth.formula, truth.written].flatMap((formula) => (formula ? kinks(formula) : []))
  const ofKinks = truth.gradient ? kinks(truth.gradient.of) : []
  // What it is the derivative of has other limits than the derivative.
  const of = ofKinks.map(({ at }) => withoutLimits(at))
  for (const corner of [...own, ...of]) if (!found.has(corner.at)) found.set(corner.at, corner)
  for (const { at, accept } of placedKinks(spec, parameters)) {
    const known = [...found.keys()].find((place) => isAt(at, place)) ?? at
    const corner = found.get(known) ?? withoutLimits(at)
    // What is listed first holds where two kinks meet.
    found.set(known, { accept, ...corner })
  }
  // Where a function jumps to another whole number, its derivative does not exist.
  for (const { at, whole, left, right } of ofKinks) {
    const corner = found.get(at) ?? withoutLimits(at)
    if (whole && left !== right) found.set(at, { accept: BETWEEN_OR_NAN, ...corner })
  }
  return [...found.values()].sort((a, b) => a.at - b.at)
}

const BETWEEN_OR_NAN = { kind: 'between', orNaN: true } as const

/** The kinks of a spec, at one set of parameter values; at none where the formula of a place gives no number. */
export function placedKinks(
  { kinks }: FunctionSpec,
  parameters: ParameterSet,
): readonly { readonly at: number; readonly accept: KinkAcceptance }[] {
  const names = Object.keys(parameters)
  const placeOf = (formula: Expr) => compileFloat64(formula, names)(...Object.values(parameters))
  const numberOf = (value: number | Expr) => (typeof value === 'number' ? value : placeOf(value))
  return kinks
    .map(({ at, accept }) => ({
      at: numberOf(at),
      accept: accept.kind === 'value' ? { ...accept, value: numberOf(accept.value) } : accept,
    }))
    .filter(({ at }) => Number.isFinite(at))
}

/** A root that was found numerically may be off by a few units in the last place; 0 never is. */
export function isAt(x: number, at: number): boolean {
  return x === at || Math.abs(x - at) <= 2 ** -45 * Math.abs(at)
}

/** A corner of which only the place is known: the function's value there stands for both limits. */
function withoutLimits(at: number): Corner {
  return { at, left: Number.NaN, right: Number.NaN }
}
