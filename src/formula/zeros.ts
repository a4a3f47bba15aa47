const CELLS = 2048

/**
 * Isolated zeros of a continuous function on a closed interval, as float64 sees them: exact zeros
 * on a grid, and sign changes between its points narrowed to neighbouring doubles. A function that
 * is zero on a stretch has no isolated zeros there. `looked` are further points to look at.
 */
export function zerosOf(
  f: (x: number) => number,
  [low, high]: readonly [low: number, high: number],
  looked: readonly number[] = [],
): readonly number[] {
  const zeros: number[] = []
  const grid = gridOf(low, high, looked)
  for (let index = 0; index < grid.length; index++) {
    const left = grid[index] ?? low
    const right = grid[index + 1] ?? high
    const atLeft = f(left)
    const atRight = f(right)
    if (atLeft === 0 && isIsolated(f, left, (high - low) / CELLS)) zeros.push(left)
    else if (atLeft * atRight < 0) zeros.push(narrow(f, left, right))
  }
  return zeros
}

/** Evenly spaced points, with the whole numbers, tenths and 0 of the interval among them. */
function gridOf(low: number, high: number, looked: readonly number[]): readonly number[] {
  const points = new Set<number>([low, high, ...looked])
  for (let index = 1; index < CELLS; index++) points.add(low + ((high - low) * index) / CELLS)
  const first = Math.ceil(Math.max(low, -64))
  const last = Math.floor(Math.min(high, 64))
  for (let whole = first; whole <= last; whole++) points.add(whole + 0)
  return [...points].sort((a, b) => a - b)
}

function isIsolated(f: (x: number) => number, at: number, cell: number): boolean {
  return f(at - cell / 8) !== 0 || f(at + cell / 8) !== 0
}

/** Halves the interval until no double lies between its ends; the end nearer to zero wins. */
function narrow(f: (x: number) => number, left: number, right: number): number {
  let low = left
  let high = right
  const sign = Math.sign(f(low))
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) return settle(f, low, high)
    const value = f(middle)
    if (value === 0) return middle
    if (Math.sign(value) === sign) low = middle
    else high = middle
  }
}

/** Of the doubles where rounding hides the zero, the one with the fewest digits. */
function settle(f: (x: number) => number, low: number, high: number): number {
  return Math.abs(f(low)) <= Math.abs(f(high)) ? low : high
}
