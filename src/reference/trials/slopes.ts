import type { Json } from '../../report/report.ts'
import { mapNumbers } from './data.ts'

export interface Slopes {
  readonly gradient: Json
  /** Whether every slope can be relied on: no kink lies within the steps. */
  readonly smooth: boolean
}

/**
 * The gradient of the sum of upstream ⊙ f(argument) in every number of the argument, by central
 * differences in float64 with one Richardson step: an oracle that shares nothing with anybody's
 * backward pass. `upstream` has the shape of what `f` gives.
 */
export function slopesOf(f: (argument: Json) => Json, argument: Json, upstream: Json): Slopes {
  const loss = (moved: Json) => dot(upstream, f(moved))
  let smooth = true
  const gradient = mapNumbers(argument, (value, replace) => {
    const found = slopeAt((moved) => loss(replace(moved)), value)
    smooth &&= found !== undefined
    return found ?? Number.NaN
  })
  return { gradient, smooth }
}

/** The first gives ten digits; the second is for what bends much, or has a kink nearby. */
const STEPS = [2 ** -12, 2 ** -15]

/** Of the slope; what a check of float64 gradients tolerates. */
const RELIABLE = 1e-6

function slopeAt(f: (x: number) => number, x: number): number | undefined {
  for (const step of STEPS) {
    const { slope, doubt } = richardson(f, x, step)
    if (doubt <= RELIABLE * Math.max(1, Math.abs(slope))) return tellable(slope)
  }
  return undefined
}

/** Without the digits that differences cannot tell: they would be shown as the truth. */
function tellable(slope: number): number {
  return Math.abs(slope) < 1 ? Math.round(slope * 1e10) / 1e10 : Number(slope.toPrecision(10))
}

/**
 * A kink at the distance t < h moves the slope by less than 0.7 of the larger of two measures: by how
 * much the central differences of h and h/2 differ, and by how much the jumps between the one-sided
 * ones fail to halve. Each is blind where the other sees.
 */
function richardson(f: (x: number) => number, x: number, h: number) {
  const here = f(x)
  const sides = (step: number) => {
    const [right, left] = [f(x + step), f(x - step)]
    return { mean: (right - left) / (2 * step), jump: (right + left - 2 * here) / step }
  }
  const [wide, narrow] = [sides(h), sides(h / 2)]
  const slope = (4 * narrow.mean - wide.mean) / 3
  const bend = Math.abs(wide.mean - narrow.mean)
  const jump = Math.abs(2 * narrow.jump - wide.jump)
  // NaN, where the function has no value, is never below a limit.
  return { slope, doubt: Math.max(bend, jump) }
}

function dot(a: Json, b: Json | undefined): number {
  if (typeof a === 'number') return typeof b === 'number' ? a * b : Number.NaN
  if (typeof a !== 'object' || a === null) return 0
  const other = b as { readonly [key: string]: Json }
  return Object.entries(a).reduce<number>((sum, [key, part]) => sum + dot(part, other[key]), 0)
}
