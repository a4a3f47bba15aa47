import { isNear } from '../reference/near.ts'

/** Points, symmetric around 0 and ascending, with the submission's values. */
export interface Samples {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** What is asked of an approximation. */
export interface BoundQuestion {
  /** The name of what is approximated, and its values. */
  readonly of: string
  readonly target: (x: number) => number
  readonly limit: number
  readonly odd: boolean
  readonly rising: boolean
}

export interface Violation {
  readonly x: number
  readonly got: number
  readonly text: string
  /** What it had to be there. */
  readonly expected: string
  readonly note: string
}

/** Rounding that is held against nobody. */
const ODD_WITHIN = 1e-9
const FALLS_WITHIN = 1e-12

/** How many points there are from one whole number to the next: a few, or many where nothing is proved. */
export type Density = 200 | 4000

/** Dense where the function bends, out to the ends of float32, and at the points asked for. */
export function samplePoints(worthALook: readonly number[], density: Density = 200): Float64Array {
  const dense = Array.from({ length: 20 * density }, (_, k) => (k + 1) / density)
  const far = [25, 50, 100, 355, 710, 1e3, 1e4, 1e6, 1e12, 1e38]
  const near = [1e-12, 1e-8, 1e-6, 1e-4, 1e-3]
  const asked = worthALook.map(Math.abs).filter((x) => Number.isFinite(x) && x > 0)
  const positive = [...new Set([...near, ...dense, ...far, ...asked])].sort((a, b) => a - b)
  return Float64Array.from([...positive.map((x) => -x).reverse(), 0, ...positive])
}

/** The clearest place at which the approximation is not what was asked for. */
export function violation(question: BoundQuestion, samples: Samples): Violation | undefined {
  return (
    (question.odd ? unsymmetric(samples) : undefined) ??
    (question.rising ? falling(samples) : undefined) ??
    tooFarOff(question, samples)
  )
}

export function largestError({ target }: BoundQuestion, { x, y }: Samples): number {
  return y.reduce((most, got, k) => Math.max(most, Math.abs(got - target(x[k] as number))), 0)
}

function unsymmetric({ x, y }: Samples): Violation | undefined {
  // From the middle outwards, so that the smallest |x| is named.
  for (let k = (x.length - 1) / 2; k < x.length; k++) {
    const [got, mirrored] = [y[k] as number, y[x.length - 1 - k] as number]
    // NaN has no sign, and of two infinities the opposite ones are odd.
    if (isNear(got, -mirrored, ODD_WITHIN) || Number.isNaN(got) || Number.isNaN(mirrored)) continue
    const at = x[k] as number
    const expected = at === 0 ? '0' : `${-mirrored}, as it is ${mirrored} at ${-at}`
    return { x: at, got, text: oddText(at, got, mirrored), expected, note: 'not-odd' }
  }
  return undefined
}

function oddText(x: number, got: number, mirrored: number): string {
  return x === 0
    ? `it is not odd: it is ${got} at 0, and an odd function is 0 there`
    : `it is not odd: it is ${got} at ${x}, but ${mirrored} at ${-x}`
}

/** Of all pairs between which it falls, the one nearest to 0. */
function falling({ x, y }: Samples): Violation | undefined {
  let nearest: Violation | undefined
  let distance = Infinity
  let highest = 0
  for (let k = 1; k < x.length; k++) {
    if (!((y[highest] as number) > (y[k] as number) + FALLS_WITHIN)) {
      if (!((y[highest] as number) > (y[k] as number))) highest = k
      continue
    }
    const [from, to] = [x[highest] as number, x[k] as number]
    const farther = Math.max(Math.abs(from), Math.abs(to))
    if (farther <= distance) {
      distance = farther
      const text = `it falls: it is ${y[highest]} at ${from}, but only ${y[k]} at ${to}`
      const expected = `${y[highest]} at least, as it is at ${from}`
      nearest = { x: to, got: y[k] as number, text, expected, note: 'not-monotone' }
    }
    // What comes next is held against this point, so that one fall is not told again and again.
    highest = k
  }
  return nearest
}

function tooFarOff(question: BoundQuestion, { x, y }: Samples): Violation | undefined {
  const { of, target, limit } = question
  const off = (k: number) => Math.abs((y[k] as number) - target(x[k] as number))
  const wrong = [...x.keys()].filter((k) => !isNear(y[k] as number, target(x[k] as number), limit))
  if (wrong.length === 0) return undefined
  // Of two as near to 0 the positive one, which comes later.
  const k = wrong.reduce((best, at) =>
    Math.abs(x[at] as number) <= Math.abs(x[best] as number) ? at : best,
  )
  const [at, got, truth] = [x[k] as number, y[k] as number, target(x[k] as number)]
  const by = Number.isFinite(off(k)) ? `: that is ${off(k)} off, and ${limit} is allowed` : ''
  const text = `it is ${got} at ${at}, where ${of} is ${truth}${by}`
  // Where the target has come within the limit of its end, only the end can be wrong.
  const note = Math.abs(at) >= 3 ? 'error-at-the-far-end' : 'error-too-large'
  const expected = `within ${limit} of ${truth}`
  return { x: at, got, text, expected, note }
}
