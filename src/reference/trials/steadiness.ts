import type { Json } from '../../report/report.ts'
import { type Random, unit } from '../random.ts'
import { defaultTolerance } from '../tolerance.ts'
import { mapNumbers, numbersIn, structureOf } from './data.ts'

/** Sixteen steps of float32 at 1: far above its rounding, far below anything that an answer is about. */
const STEP = 2 ** -19
const DIRECTIONS = 2

/**
 * Whether an answer in float32 can be relied on: moving the numbers of a question a little, to
 * either side, moves the answer a little, and a quarter as far moves it a quarter as much. Near a
 * kink or a jump it does not, and where float32 amplifies its own rounding it moves too much.
 */
export function isSteady(
  answer: (args: readonly Json[]) => Json,
  args: readonly Json[],
  { random, position }: { readonly random: Random; readonly position: number | null },
): boolean {
  const expected = answer(args)
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    const towards = directionIn(args, random, position)
    const [wide, narrow] = [STEP, STEP / 4].map((step) => {
      const [right, left] = [answer(towards(step)), answer(towards(-step))]
      const same = [right, left].every((moved) => structureOf(moved) === structureOf(expected))
      return same ? difference(right, left) : undefined
    })
    if (wide === undefined || narrow === undefined) return false
    if (!movesAlike(wide, narrow, limitsOf(expected))) return false
  }
  return true
}

/** Rounding the arguments to float32 is a 32nd of the step, so it moves the answer by a quarter of a limit. */
function movesAlike(
  wide: readonly number[],
  narrow: readonly number[],
  limits: readonly number[],
): boolean {
  return limits.every((limit, k) => {
    const [far, near] = [wide[k] ?? Number.NaN, narrow[k] ?? Number.NaN]
    return Math.abs(far) / 2 <= 8 * limit && Math.abs(far - 4 * near) <= limit / 2
  })
}

/** What a check tolerates at each number of an answer: float32 errs by shares of the largest. */
function limitsOf(expected: Json): number[] {
  const numbers = numbersIn(expected)
  const absolute = float32Tolerance(expected).absolute
  return numbers.map((value) => absolute + defaultTolerance.relative * Math.abs(value))
}

/** Sums cancel: what float32 gets wrong is a share of the largest number, not of each. */
export function float32Tolerance(expected: Json): { absolute: number; relative: number } {
  const largest = numbersIn(expected).reduce((size, value) => Math.max(size, Math.abs(value)), 1)
  return { absolute: defaultTolerance.absolute * largest, relative: defaultTolerance.relative }
}

/** Whole numbers stay, for they may be indices or sizes, but where the gradient is asked for. */
function directionIn(
  args: readonly Json[],
  random: Random,
  position: number | null,
): (step: number) => Json[] {
  const directions = args.map((argument) => numbersIn(argument).map(() => 2 * unit(random) - 1))
  return (step) =>
    args.map((argument, index) => {
      let k = 0
      return mapNumbers(argument, (value) => {
        const by = directions[index]?.[k++] ?? 0
        if (Number.isInteger(value) && index !== position) return value
        return value + step * by * Math.max(1, Math.abs(value))
      })
    })
}

function difference(right: Json, left: Json): number[] {
  const others = numbersIn(left)
  return numbersIn(right).map((value, k) => value - (others[k] ?? Number.NaN))
}
