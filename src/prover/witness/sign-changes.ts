/** Every quarter up to 16, and beyond and near 0 every doubling. */
const GRID: readonly number[] = (() => {
  const positive = [
    ...Array.from({ length: 16 }, (_, k) => 2 ** -(18 - k)),
    ...Array.from({ length: 64 }, (_, k) => (k + 1) / 4),
    ...Array.from({ length: 66 }, (_, k) => 16 * 2 ** ((k + 1) / 2)),
  ]
  return [...positive.map((x) => -x).reverse(), 0, ...positive]
})()

/** Doubles at which a function seems to be zero or to change its sign, ascending. */
export function signChanges(f: (x: number) => number): readonly number[] {
  const found: number[] = []
  let left = Number.NaN
  let atLeft = Number.NaN
  for (const x of GRID) {
    const value = f(x)
    if (value === 0) found.push(x)
    else if (atLeft * value < 0) found.push(narrowed(f, left, x))
    left = x
    atLeft = value
  }
  return found
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
