import type { Exercise, FunctionSpec } from '../exercise.ts'
import { domainOf } from '../formula/domain.ts'
import { compileFloat64, holdsFloat64 } from '../formula/evaluate.ts'
import { zerosOf } from '../formula/zeros.ts'
import { nextDown, nextUp, SMALLEST_NORMAL } from '../reference/float32.ts'
import { parameterSets } from '../reference/points.ts'
import { variableOf } from '../reference/sampling.ts'
import { defaultTolerance } from '../reference/tolerance.ts'
import type { Clues } from './clues.ts'

type Row = readonly number[]

/**
 * Rows at which a program that nothing is proved of can differ from what its samples show: on both
 * sides of every place at which it may turn, and halfway between each two. A piece that is wrong
 * lies between two such places, however narrow it is.
 */
export function turningRows(exercise: Exercise, spec: FunctionSpec, clues: Clues): Row[] {
  const { variable, rowOf, sets } = gridOf(exercise, spec)
  const along = sets.flatMap((set) =>
    turningPoints(clues, { variable, set, domain: exercise.domain }).map((x) => rowOf(x, set)),
  )
  const across = turningParameters(exercise, spec, clues).map((point) =>
    rowOf(point[variable] as number, point),
  )
  return [...along, ...across]
}

/** The same beyond the domain, where the numbers of a source alone say where to look. */
export function farTurningRows(
  exercise: Exercise,
  spec: FunctionSpec,
  numbers: readonly number[],
): Row[] {
  const { variable, rowOf, sets } = gridOf(exercise, spec)
  const [low, high] = exercise.domain
  const isFar = (x: number) => x < low || x > high
  const far = numbers.filter((value) => isFar(value) || isFar(-value))
  const clues = { numbers: far, switches: [] }
  if (far.length === 0) return []
  return sets.flatMap((set) =>
    turningPoints(clues, { variable, set, domain: [-FARTHEST, FARTHEST] })
      .filter(isFar)
      .map((x) => rowOf(x, set)),
  )
}

/** As far as anybody is asked; the square of it is still a number. */
const FARTHEST = 1e38

/** The lines on which a function is tried: one for each set of values of its parameters. */
function gridOf(exercise: Exercise, spec: FunctionSpec) {
  const variable = variableOf(exercise, spec)
  const others = spec.arguments.filter((name) => name !== variable)
  const own = others.map((name) => [name, exercise.parameters[name]?.values ?? [0]] as const)
  const rowOf = (x: number, set: ParameterSet) =>
    spec.arguments.map((name) => (name === variable ? x : (set[name] ?? Number.NaN)))
  return { variable, rowOf, sets: parameterSets({ parameters: Object.fromEntries(own) }) }
}

type ParameterSet = { readonly [name: string]: number }

/** Values of the variable where a parameter is what changes. */
const ORDINARY = [-1.5, 0.5, 2]

interface Line {
  readonly variable: string
  /** The values of the other arguments. */
  readonly set: ParameterSet
  readonly domain: readonly [low: number, high: number]
}

/** Both sides of each place on a line at which a program may turn, and the middles between them. */
export function turningPoints(
  { numbers, switches }: Clues,
  { variable, set, domain: [low, high] }: Line,
): readonly number[] {
  const names = [variable, ...Object.keys(set)]
  const zeros = switches.flatMap((formula) => {
    const run = compileFloat64(formula, names)
    return zerosOf((x) => run(x, ...Object.values(set)), [low, high], numbers.filter(isWithin))
  })
  const turns = [...numbers.flatMap((value) => [value, -value]), ...zeros]
  const guessed = switches.length === 0 ? combined(numbers) : []
  const places = ascending([...turns, ...guessed].filter(isWithin))
  const middles = places.slice(1).map((to, k) => ((places[k] as number) + to) / 2)
  const beside = turns.filter(isWithin).flatMap(besides)
  return ascending([...places, ...middles, ...beside].filter(isWithin))

  function isWithin(x: number): boolean {
    return x >= low && x <= high && (x === 0 || Math.abs(x) >= SMALLEST_NORMAL)
  }
}

/** So few numbers are combined with each other: `2 * x < 0.3` turns at their quotient. */
const MOST_COMBINED = 8

function combined(numbers: readonly number[]): readonly number[] {
  if (numbers.length > MOST_COMBINED) return []
  return numbers.flatMap((a) =>
    numbers.flatMap((b) => [a + b, a - b, a * b, a / b]).flatMap((value) => [value, -value]),
  )
}

/** One step of a double and of float32 to both sides, and as far as a tolerance reaches. */
function besides(place: number): number[] {
  const step = Math.abs(place) * 2 ** -52
  const reach = defaultTolerance.float64 * Math.max(1, Math.abs(place))
  return [step, reach, 100 * reach]
    .flatMap((off) => [place - off, place + off])
    .concat([nextDown(place), nextUp(place)])
}

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values.map((value) => value + 0))].sort((a, b) => a - b)
}

/** The same along each parameter, within what is asked of it, at a few ordinary values of the variable. */
function turningParameters(exercise: Exercise, spec: FunctionSpec, clues: Clues): ParameterSet[] {
  const variable = variableOf(exercise, spec)
  const { parameters: ranges, assume } = domainOf(spec.arguments, exercise)
  const names = Object.keys(ranges).filter((name) => name !== variable)
  const defaults = names.map((name) => [name, exercise.parameters[name]?.default ?? 0] as const)
  return names.flatMap((name) =>
    ORDINARY.flatMap((x) => {
      const set = { ...Object.fromEntries(defaults), [variable]: x }
      const domain = ranges[name] as readonly [number, number]
      return turningPoints(clues, { variable: name, set, domain })
        .map((value) => ({ ...set, [name]: value }))
        .filter((point) => assume.every((condition) => holdsFloat64(condition, point)))
    }),
  )
}
