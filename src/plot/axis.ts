/**
 * Round numbers between two bounds, about `count` of them: the step is 1, 2 or 5 times a power
 * of ten. Both bounds must be finite.
 */
export function ticks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low) || count < 1) return [low]
  const step = roundStep((high - low) / count)
  if (!(step > 0)) return [low]
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  const found: number[] = []
  for (let index = first; index <= last && found.length <= 4 * count; index++) {
    found.push(cleaned(index * step))
  }
  return found
}

/** A tick as short as it is exact: `0.25`, `−1e−7`. */
export function tickLabel(value: number): string {
  const size = Math.abs(cleaned(value))
  const plain = String(size).replace('e+', 'e')
  const exponential = size.toExponential().replace('e+', 'e')
  const short = plain.length <= 6 || plain.length <= exponential.length ? plain : exponential
  return `${value < 0 && size > 0 ? '−' : ''}${short.replace('-', '−')}`
}

/** The smallest of 1, 2, 5 and 10 times a power of ten that is at least `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Without the last bits that multiplying by a step leaves: 0.30000000000000004 is 0.3. */
function cleaned(value: number): number {
  const rounded = Number(value.toPrecision(12))
  return rounded === 0 ? 0 : rounded
}
