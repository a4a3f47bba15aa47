/**
 * Round numbers between two finite bounds, about `count` of them, in order: multiples of a step
 * that is 1, 2 or 5 times a power of ten. Where nothing lies between the bounds, the lower one.
 */
export function ticks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low) || count < 1) return [low]
  const { factor, exponent } = roundStep(roughStep(low, high, count))
  const step = decimal(factor, exponent)
  const [first, last] = [Math.ceil(low / step - SLACK), Math.floor(high / step + SLACK)]
  const found: number[] = []
  for (let index = first; index <= last; index++) {
    const tick = decimal(index * factor, exponent)
    if (tick >= low - SLACK * step && tick <= high + SLACK * step) found.push(tick)
  }
  return found.length > 0 ? found : [low]
}

/** A number as short as it is exact: `0.25`, `−1e−7`. */
export function tickLabel(value: number): string {
  const size = Math.abs(value)
  const plain = String(size).replace('e+', 'e')
  const exponential = size.toExponential().replace('e+', 'e')
  const short = plain.length <= 6 || plain.length <= exponential.length ? plain : exponential
  return `${value < 0 ? '−' : ''}${short.replace('-', '−')}`
}

/** A computed number without the last digits that computing left: 0.30000000000000004 is 0.3. */
export function roundedLabel(value: number, digits = 12): string {
  const rounded = Number(value.toPrecision(digits))
  return tickLabel(Number.isFinite(rounded) ? rounded : value)
}

/** A bound that a computation missed by less than this share of a step has its tick. */
const SLACK = 1e-9

/** Never less than four steps from one double to the next, so that ticks are apart. */
function roughStep(low: number, high: number, count: number): number {
  const size = high - low
  const even = Number.isFinite(size) ? size / count : high / count - low / count
  const resolution = Math.max(Math.abs(low), Math.abs(high)) * 2 ** -50
  return Math.min(Number.MAX_VALUE, Math.max(even, resolution, Number.MIN_VALUE))
}

/** The smallest of 1, 2 and 5 times a power of ten that is at least `rough`; at most 1e308. */
function roundStep(rough: number): { readonly factor: number; readonly exponent: number } {
  const exponent = Math.floor(Math.log10(rough))
  if (exponent >= 308) return { factor: 1, exponent: 308 }
  const factor = [1, 2, 5].find((digit) => decimal(digit, exponent) >= rough * (1 - SLACK))
  return factor === undefined ? { factor: 1, exponent: exponent + 1 } : { factor, exponent }
}

/** The double nearest to a whole number times a power of ten, so that 3 tenths are 0.3. */
function decimal(whole: number, exponent: number): number {
  return whole === 0 ? 0 : Number(`${whole}e${exponent}`)
}
