import type { ReferenceTable } from '../reference/table.ts'
import { accepts, defaultTolerance } from '../reference/tolerance.ts'
import type { Session } from '../session.ts'

/** A place at which the truth jumps, at one set of parameter values. */
interface Jump {
  readonly at: number
  readonly low: number
  readonly high: number
}

/** Wrong points that all lie between a kink and the place where the submission has it. */
export interface DisplacedKink {
  /** Where the kink is, and the wrong point that is farthest from it. */
  readonly kink: number
  readonly index: number
  /**
   * Points from which on nothing may be wrong, if rounded arithmetic or a constant of seven digits is
   * to explain all of it; undefined where a wrong point lies beyond.
   */
  readonly ends: readonly (readonly number[])[] | undefined
}

interface Wrong {
  readonly table: ReferenceTable
  readonly values: ArrayLike<number>
  readonly failing: readonly number[]
}

/** A kink that lies farther off than this is another function. */
export const FARTHEST = 1e-3

/** By so much of its distance from 0 a constant of seven digits moves a kink. */
const SEVEN_DIGITS = 1e-6

/** By so much the rounding of doubles moves it: exp(x) - 1 is 0 for every |x| below 2^-53. */
const ROUNDING = 2 ** -50

/**
 * Whether a submission has a jump in another place, and is right wherever that makes no difference:
 * at each wrong point it then has the value of the jump's other side. The jumps are those of the
 * sample points, where the wrong points themselves are others.
 */
export function displacedKink(
  { table, values, failing }: Wrong,
  samples: ReferenceTable = table,
): DisplacedKink | undefined {
  let farthest: { readonly index: number; readonly jump: Jump; readonly off: number } | undefined
  const ends: (readonly number[] | undefined)[] = []
  // Most wrong answers are elsewhere at once: nothing is looked for further on.
  for (const index of failing) {
    const jump = nearestJump(samples, table, index)
    const got = values[index] as number
    if (jump === undefined || !isOnOtherSide(table, index, { jump, got })) return undefined
    const x = table.columns[0]?.[index] as number
    const off = Math.abs(x - jump.at)
    if (farthest === undefined || off > farthest.off) farthest = { index, jump, off }
    const end = jump.at + Math.sign(x - jump.at) * explained(jump.at)
    ends.push(off > explained(jump.at) ? undefined : [end, ...parametersOf(table, index)])
  }
  if (farthest === undefined || farthest.off > FARTHEST) return undefined
  const told = ends.every((end) => end !== undefined) ? ends : undefined
  return { kink: farthest.jump.at, index: farthest.index, ends: told }
}

interface Question {
  readonly session: Pick<Session, 'evaluate'>
  readonly referenceAt: (rows: readonly (readonly number[])[]) => ReferenceTable
}

/** Whether rounding explains where a kink lies: just beyond what it explains, the answers are right. */
export async function isForgiven(
  { ends }: DisplacedKink,
  { session, referenceAt }: Question,
): Promise<boolean> {
  if (ends === undefined) return false
  const table = referenceAt(ends)
  const { values } = await session.evaluate({ function: table.function, columns: table.columns })
  return ends.every((_, at) => accepts(table, at, values[at] ?? Number.NaN, defaultTolerance))
}

function explained(at: number): number {
  return Math.max(SEVEN_DIGITS * Math.abs(at), ROUNDING * Math.max(1, Math.abs(at)))
}

/** A wrong answer that is the limit from the side of the jump on which the point does not lie. */
function isOnOtherSide(
  table: ReferenceTable,
  index: number,
  { jump: { low, high }, got }: { readonly jump: Jump; readonly got: number },
): boolean {
  if (table.kink[index] === 1) return false
  const truth = table.low[index] as number
  const other = Math.abs(truth - low) < Math.abs(truth - high) ? high : low
  return Math.abs(got - other) <= 0.01 * (high - low)
}

function nearestJump(
  samples: ReferenceTable,
  table: ReferenceTable,
  index: number,
): Jump | undefined {
  const x = table.columns[0]?.[index] as number
  const near = jumpsOf(samples).get(parametersAt(table, index)) ?? []
  return near.reduce<Jump | undefined>(
    (best, jump) =>
      best === undefined || Math.abs(jump.at - x) < Math.abs(best.at - x) ? jump : best,
    undefined,
  )
}

/** Kept as long as its table: a batch asks it of every wrong answer. */
const known = new WeakMap<ReferenceTable, ReadonlyMap<string, readonly Jump[]>>()

function jumpsOf(table: ReferenceTable): ReadonlyMap<string, readonly Jump[]> {
  const jumps = known.get(table) ?? freshJumps(table)
  known.set(table, jumps)
  return jumps
}

function freshJumps(table: ReferenceTable): ReadonlyMap<string, readonly Jump[]> {
  const found = new Map<string, Jump[]>()
  const { kink } = table
  for (let index = kink.indexOf(1); index >= 0; index = kink.indexOf(1, index + 1)) {
    const [low, high] = [table.low[index] as number, table.high[index] as number]
    if (!(low < high)) continue
    const key = parametersAt(table, index)
    found.set(key, [
      ...(found.get(key) ?? []),
      { at: table.columns[0]?.[index] as number, low, high },
    ])
  }
  return found
}

function parametersAt(table: ReferenceTable, index: number): string {
  return parametersOf(table, index).join()
}

function parametersOf({ columns }: ReferenceTable, index: number): number[] {
  return columns.slice(1).map((column) => column[index] as number)
}
