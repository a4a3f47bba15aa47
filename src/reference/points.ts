import { bfloat16Numbers, nextDown, nextUp } from './float32.ts'
import { type Random, randomFrom, seedOf, unit } from './random.ts'

/**
 * Where a function is tried. The order is fixed: first the extra rows as given; then, for each set
 * of parameter values in the order of the spec, the telling points (kinks and their neighbours,
 * ends, integers, small powers of ten), then drawn ones, then all bfloat16 numbers if asked for.
 * Points of the variable are float32 numbers; parameters stay as the exercise writes them.
 */
export interface SamplingPlan {
  /** Seeds the drawn points together with `seed`. */
  readonly exercise: string
  readonly seed: number
  /** How many rows in all; the telling points are never left out for it. */
  readonly points: number
  readonly exhaustive: boolean
  /** Argument names in order. */
  readonly names: readonly string[]
  /** Which of them is sampled on the domain. */
  readonly variable: string
  readonly domain: readonly [low: number, high: number]
  /** Values to try for each other argument, the default first. */
  readonly parameters: { readonly [name: string]: readonly number[] }
  /** Kinks in the variable at one set of parameter values. */
  readonly kinks: (parameters: { readonly [name: string]: number }) => readonly number[]
  readonly extra: readonly (readonly number[])[]
}

/** Beyond this many combinations each parameter is varied alone, the others at their default. */
const FULL_PRODUCT = 64

/** One column per argument, all of one length. */
export function samplePoints(plan: SamplingPlan): Float64Array[] {
  const rows: (readonly number[])[] = [...plan.extra]
  const sets = parameterSets(plan)
  const random = randomFrom(seedOf(plan.exercise, plan.seed))
  for (const [index, set] of sets.entries()) {
    const share = shareOf(plan.points, sets.length, index)
    for (const x of pointsOfVariable(plan, plan.kinks(set), share, random)) {
      rows.push(plan.names.map((name) => (name === plan.variable ? x : (set[name] ?? Number.NaN))))
    }
  }
  return plan.names.map((_, column) => Float64Array.from(rows, (row) => row[column] ?? Number.NaN))
}

/** Whole numbers that add up to `total`, as equal as can be. */
function shareOf(total: number, parts: number, index: number): number {
  return Math.floor(total / parts) + (index < total % parts ? 1 : 0)
}

type ParameterSet = { readonly [name: string]: number }

/** Every combination of the listed values, or each parameter varied alone where that is too many. */
export function parameterSets(plan: Pick<SamplingPlan, 'parameters'>): ParameterSet[] {
  const lists = Object.entries(plan.parameters)
  const product = lists.reduce((count, [, values]) => count * values.length, 1)
  return product <= FULL_PRODUCT ? fullProduct(lists) : oneAtATime(lists)
}

type ParameterList = readonly [name: string, values: readonly number[]]

function fullProduct(lists: readonly ParameterList[]): ParameterSet[] {
  let sets: ParameterSet[] = [{}]
  for (const [name, values] of lists) {
    sets = sets.flatMap((set) => values.map((value) => ({ ...set, [name]: value })))
  }
  return sets
}

function oneAtATime(lists: readonly ParameterList[]): ParameterSet[] {
  const defaults = Object.fromEntries(lists.map(([name, values]) => [name, values[0] ?? 0]))
  const varied = lists.flatMap(([name, values]) =>
    values.slice(1).map((value) => ({ ...defaults, [name]: value })),
  )
  return [defaults, ...varied]
}

function pointsOfVariable(
  plan: SamplingPlan,
  kinks: readonly number[],
  count: number,
  random: Random,
): Set<number> {
  const [low, high] = plan.domain
  const found = new Set<number>()
  for (const x of tellingPoints(plan.domain, kinks)) add(x)
  // Narrow domains have fewer float32 numbers than wished for: the attempts are bounded.
  for (let attempt = 0; found.size < count && attempt < 8 * count; attempt += 1) {
    add(drawn(plan.domain, random))
  }
  if (plan.exhaustive) for (const x of bfloat16Numbers(low, high)) add(x)
  return found

  function add(x: number) {
    const rounded = Math.fround(x)
    if (rounded >= low && rounded <= high) found.add(rounded + 0)
  }
}

const MOST_INTEGERS = 101

/** Points at which wrong formulas betray themselves. */
function* tellingPoints(domain: readonly [number, number], kinks: readonly number[]) {
  for (const kink of [0, ...kinks]) yield* around(kink)
  for (const end of domain) yield* around(end)
  const [low, high] = domain
  const first = Math.max(Math.ceil(low), -(MOST_INTEGERS >> 1))
  for (let x = first; x <= high && x < first + MOST_INTEGERS; x += 1) {
    yield x
    yield x + 0.5
  }
  for (const power of NEGATIVE_POWERS_OF_TEN) {
    yield power
    yield -power
  }
}

const NEGATIVE_POWERS_OF_TEN = [
  1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12,
]

/** A place and its neighbours on both sides, from visible to one float32 step. */
function around(place: number): number[] {
  return [
    place,
    nextDown(place),
    nextUp(place),
    place - 1e-6,
    place + 1e-6,
    place - 1e-3,
    place + 1e-3,
  ]
}

/**
 * Half of the drawn points are uniform on the domain, a quarter are short (multiples of 1/8 and of
 * 1/100, which make readable counterexamples), a quarter are small, uniform in their exponent.
 */
function drawn(domain: readonly [number, number], random: Random): number {
  const [low, high] = domain
  const uniform = low + unit(random) * (high - low)
  const kind = random() >>> 29
  if (kind < 4) return uniform
  if (kind === 4) return Math.round(uniform * 8) / 8
  if (kind === 5) return Math.round(uniform * 100) / 100
  return uniform / (1 << (2 * (random() >>> 28)))
}
