/** Every quarter up to 16, and beyond and near 0 every doubling. */
const GRID: readonly number[] = (() => {
  const positive = [
    ...Array.from({ length: 16 }, (_, k) => 2 ** -(18 - k)),
    ...Array.from({ length: 64 }, (_, k) => (k + 1) / 4),
    ...Array.from({ length: 66 }, (_, k) => 16 * 2 ** ((k + 1) / 2)),
  ]
  return [...positive.map((x) => -x).reverse(), 0, ...positive]
})()

/** Up to here a function is also followed to where it comes near zero and turns back. */
const FOLLOWED = 16

/** Doubles at which a function seems to be zero or to change its sign, ascending. */
export function signChanges(f: (x: number) => number): readonly number[] {
  const found: number[] = []
  const values = GRID.map(f)
  for (const [index, x] of GRID.entries()) {
    const [before = Number.NaN, value = Number.NaN, after = Number.NaN] = [
      values[index - 1],
      values[index],
      values[index + 1],
    ]
    const [left, right] = [GRID[index - 1] ?? x, GRID[index + 1] ?? x]
    if (value === 0) found.push(x)
    else if (before * value < 0) found.push(narrowed(f, left, x))
    const turns = Math.abs(value) <= Math.min(Math.abs(before), Math.abs(after))
    if (!turns || before * value <= 0 || value * after <= 0 || Math.abs(x) >= FOLLOWED) continue
    const beyond = crossing(f, left, right)
    if (beyond !== undefined) found.push(narrowed(f, left, beyond), narrowed(f, beyond, right))
  }
  return found
}

const GOLDEN = (Math.sqrt(5) - 1) / 2
/** By then the ends are as near as a turn can be told in doubles. */
const STEPS = 40

/** Where a function that turns back between two places has the other sign, by golden sections. */
function crossing(f: (x: number) => number, from: number, to: number): number | undefined {
  const sign = Math.sign(f(from))
  let [low, high] = [from, to]
  for (let step = 0; step < STEPS; step++) {
    const [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)]
    const [atA, atB] = [sign * f(a), sign * f(b)]
    if (atA < 0) return a
    if (atB < 0) return b
    if (atA < atB) high = b
    else low = a
  }
  return undefined
}

/** Halves until no double lies between the ends. */
function narrowed(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  const sign = Math.sign(f(low))
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) return low
    if (Math.sign(f(middle)) === sign) low = middle
    else high = middle
  }
}
