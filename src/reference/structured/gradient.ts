import type { Json } from '../../report.ts'
import type { Random } from '../random.ts'
import { type Arguments, drawNumber, type StructuredReference } from './structured-reference.ts'

interface GradientQuestion {
  readonly args: Arguments
  /** The gradient of the loss in the result; the loss is the sum of upstream ⊙ result. */
  readonly upstream: Json
  /** The argument that is differentiated in. */
  readonly position: number
}

/**
 * The gradient in every number of one argument, by central differences of the float64 function with
 * two Richardson steps: an oracle that shares nothing with anybody's backward pass.
 */
export function gradientOf(reference: StructuredReference, question: GradientQuestion): Json {
  const { args, upstream, position } = question
  const loss = (argument: Json) => dot(upstream, reference.compute(args.with(position, argument)))
  return mapNumbers(args[position] as Json, (value, replace) =>
    slope((moved) => loss(replace(moved)), value),
  )
}

/** Small enough that hardly any ReLU changes its side, large enough for ten digits. */
const STEP = 2 ** -12

function slope(f: (x: number) => number, x: number): number {
  const central = (h: number) => (f(x + h) - f(x - h)) / (2 * h)
  return (4 * central(STEP / 2) - central(STEP)) / 3
}

/** Replaces every number by a function of it and of a way to put another number into its place. */
function mapNumbers(
  data: Json,
  f: (value: number, replace: (moved: number) => Json) => number,
): Json {
  const visit = (part: Json, rebuild: (fresh: Json) => Json): Json => {
    if (typeof part === 'number') return f(part, rebuild)
    if (Array.isArray(part)) {
      const items = part as readonly Json[]
      return items.map((item, k) => visit(item, (fresh) => rebuild(items.with(k, fresh))))
    }
    if (typeof part !== 'object' || part === null) return part
    const entries = Object.entries(part) as [string, Json][]
    return Object.fromEntries(
      entries.map(([key, item]) => [
        key,
        visit(item, (fresh) => rebuild({ ...part, [key]: fresh } as Json)),
      ]),
    )
  }
  return visit(data, (fresh) => fresh)
}

function dot(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a * b
  if (!Array.isArray(a) || !Array.isArray(b)) return 0
  return a.reduce<number>((sum, item, k) => sum + dot(item as Json, b[k] as Json), 0)
}

/** Random numbers in the shape of a result. */
export function sizesLike(data: Json, random: Random): Json {
  return mapNumbers(data, () => drawNumber(random))
}
