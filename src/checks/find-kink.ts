import type { ReferenceTable } from '../reference/table.ts'
import { accepts, type Tolerance } from '../reference/tolerance.ts'
import type { CheckContext } from './define-check.ts'
import { FARTHEST } from './displaced-kink.ts'

/** So many places are asked about in one request. */
const PLACES = 256

/** Each narrows the search by as much: from a thousandth down to what doubles tell apart beside 1. */
const ROUNDS = 6

interface Search {
  /** A point at which the answer has the value of the kink's other side. */
  readonly index: number
  readonly kink: number
  readonly tolerance: Tolerance
}

/**
 * Where the submission has a kink that lies elsewhere: the first place on the way from the kink over
 * a wrong point at which its answers are right again; undefined where none is near.
 */
export async function findKink(
  context: CheckContext,
  table: ReferenceTable,
  { index, kink, tolerance }: Search,
): Promise<number | undefined> {
  const [x = 0, ...parameters] = table.columns.map((column) => column[index] as number)
  let wrong = x
  let right = kink + Math.sign(x - kink) * (FARTHEST + 1e-6)
  for (let round = 0; round < ROUNDS; round++) {
    const places = Array.from(
      { length: PLACES },
      (_, step) => wrong + ((right - wrong) * (step + 1)) / PLACES,
    )
    const first = await firstRight(
      context,
      tolerance,
      places.map((at) => [at, ...parameters]),
    )
    if (first < 0) return undefined
    ;[wrong, right] = [places[first - 1] ?? wrong, places[first] as number]
  }
  return Number(right.toPrecision(8))
}

async function firstRight(
  context: CheckContext,
  tolerance: Tolerance,
  rows: readonly (readonly number[])[],
): Promise<number> {
  const { name } = context.function
  const table = context.referenceAt(name, rows)
  const { values } = await context.session.evaluate({ function: name, columns: table.columns })
  return rows.findIndex((_, at) => accepts(table, at, values[at] ?? Number.NaN, tolerance))
}
