import { compileFloat64 } from '../formula/evaluate.ts'
import type { DerivedFormula, WantedFunction } from '../session.ts'
import { undecided } from './derive-formula.ts'

const POINTS = 64
/** Of doubles that no rounding to float32 leaves as they are. */
const RANGE = 20
/** As values are judged: relative, and absolute below 1. */
const TOLERANCE = 1e-5

/**
 * A formula that leaves out the rounding to float32, held against the function itself: where the
 * rounding is magnified, as in `(Math.fround(x) - x) * 1e9`, there is none.
 */
export function tryRounding(
  found: DerivedFormula,
  { arguments: names }: WantedFunction,
  valuesAt: (columns: readonly Float64Array[]) => Float64Array,
): DerivedFormula {
  if (found.kind !== 'formula') return found
  const columns = names.map((_, column) =>
    Float64Array.from({ length: POINTS }, (_, index) => doubleAt(index + 7 * column)),
  )
  const formula = compileFloat64(found.expr, names)
  const isClose = valuesAt(columns).every((value, index) => {
    const expected = formula(...columns.map((column) => column[index] as number))
    const off = Math.abs(value - expected)
    return off <= TOLERANCE * Math.max(1, Math.abs(expected)) || !Number.isFinite(expected)
  })
  return isClose ? found : undecided('float32', 'Math.fround')
}

/** Spread evenly and without a pattern: multiples of the golden ratio (Weyl). */
function doubleAt(index: number): number {
  const place = ((index + 1) * ((Math.sqrt(5) - 1) / 2)) % 1
  return (place * 2 - 1) * RANGE
}
