/**
 * The slope of a function that is known only by its values: central differences, extrapolated to
 * step zero (Ridders, "Accurate computation of F'(x) and F'(x)F''(x)", 1982).
 */

/** Each step is this much smaller than the one before; a power of two keeps x ± h exact. */
const SHRINK = 2
const STEPS = 6

export interface Slope {
  readonly value: number
  /** How far the last extrapolations still moved. */
  readonly error: number
}

/** The points at which the function must be known for its slope at x: x + h, x − h for each step. */
export function stencil(x: number): number[] {
  return steps(x).flatMap((h) => [x + h, x - h])
}

/** The slope from the values at the points of `stencil`. */
export function slopeFrom(x: number, values: ArrayLike<number>): Slope {
  const rows: number[][] = []
  let best: Slope = { value: Number.NaN, error: Infinity }
  steps(x).forEach((h, i) => {
    const row = [((values[2 * i] as number) - (values[2 * i + 1] as number)) / (2 * h)]
    const above = rows[i - 1]
    for (let order = 1; above && order <= i; order++) {
      const factor = SHRINK ** (2 * order)
      const coarse = above[order - 1] as number
      const fine = row[order - 1] as number
      const value = (factor * fine - coarse) / (factor - 1)
      const error = Math.max(Math.abs(value - fine), Math.abs(value - coarse))
      if (error < best.error) best = { value, error }
      row.push(value)
    }
    rows.push(row)
  })
  return best
}

/**
 * Whether the two sides of x have one slope, from the values at the points of `stencil` and at x:
 * what the slopes of the sides differ by halves with the step where there is one, and stays where
 * there are two.
 */
export function hasOneSlope(x: number, values: ArrayLike<number>, middle: number): boolean {
  const [coarse = 0, fine = 0] = steps(x)
    .map((h, i) => ((values[2 * i] as number) + (values[2 * i + 1] as number) - 2 * middle) / h)
    .slice(-2)
  return !(Math.abs(fine) > SAME_SLOPE && Math.abs(fine) > 0.75 * Math.abs(coarse))
}

/** Less than this is what rounding leaves of a difference over the smallest step. */
const SAME_SLOPE = 1e-9

function steps(x: number): number[] {
  const first = Math.abs(x) < 8 ? 2 ** -4 : 2 ** -2
  return Array.from({ length: STEPS }, (_, i) => first / SHRINK ** i)
}
