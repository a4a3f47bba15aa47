import type { Json } from '../report/report.ts'
import { another, type Change, changesOf, shapeOf } from './changes.ts'

export type Arguments = readonly Json[]

/** Calls of which each differs from the one before in one argument, always the same; the first was made before. */
export interface Walk {
  readonly calls: readonly Arguments[]
  /** Absent where two arguments were exchanged. */
  readonly changed?: number
}

/** So many changed calls are worth making where few were made. */
const AT_LEAST = 48
/** Golden section: however many are taken, they lie spread over all. */
const SPREAD = (Math.sqrt(5) - 1) / 2

/**
 * Walks from calls that were made: about as many changed calls as there were calls, from calls that
 * lie spread over all. Of the changes each walk makes every second one, and the next walk the rest.
 */
export function walksFrom(calls: readonly Arguments[]): Walk[] {
  const most = Math.max(AT_LEAST, calls.length)
  const walks: Walk[] = []
  let made = 0
  for (const [turn, index] of spread(calls.length).entries()) {
    for (const walk of walksOf(calls[index] as Arguments, calls, turn)) {
      walks.push(walk)
      made += walk.calls.length
    }
    if (made >= most) break
  }
  return walks
}

function spread(count: number): number[] {
  const places = Array.from({ length: 4 * count }, (_, k) => ((k + 1) * SPREAD) % 1)
  return [...new Set(places.map((place) => Math.floor(place * count)))]
}

function walksOf(before: Arguments, calls: readonly Arguments[], turn: number): Walk[] {
  const changes = before.flatMap((value, changed) => {
    const others = calls.map((call) => call[changed] ?? null)
    const changes = changesOf(value, others).filter((_, k) => (k + turn) % 2 === 0)
    // Of one argument alone the whole is another call.
    if (before.length > 1) changes.push((own) => another(own, others) ?? different(own, others))
    const walked = valuesFrom(value, changes).map((one) => before.with(changed, one))
    return walked.length > 0 ? [{ calls: [before, ...walked], changed }] : []
  })
  return [...changes, ...exchanges(before).map((after) => ({ calls: [before, after] }))]
}

/** Two numbers in each other's place: to what looks at their sum, or at both in order of size, the same call. */
function exchanges(before: Arguments): Arguments[] {
  return before.flatMap((value, at) => {
    const next = before[at + 1]
    if (typeof value !== 'number' || typeof next !== 'number' || value === next) return []
    return [before.with(at, next).with(at + 1, value)]
  })
}

/**
 * Each is made of the one before. But what has another shape may be what the function is not for, and
 * whatever came of it would be just as useless: from there the walk goes back.
 */
function valuesFrom(value: Json, changes: readonly Change[]): Json[] {
  const values: Json[] = []
  const shape = shapeOf(value)
  let last = value
  for (const change of changes) {
    const next = change(last)
    if (next === undefined) continue
    values.push(next)
    if (shapeOf(next) === shape) last = next
    else values.push(last)
  }
  return values
}

function different(value: Json, others: readonly Json[]): Json | undefined {
  const own = JSON.stringify(value)
  return others.find((other) => JSON.stringify(other) !== own)
}
