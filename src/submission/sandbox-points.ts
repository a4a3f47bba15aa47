import { type Guest, inWords } from './sandbox-guest.ts'
import { LIMITS } from './sandbox-limits.ts'
import type { EvaluationResult, Fault, PointFault } from './session.ts'

/**
 * Evaluates a function at points, and again in another order. One that is known as a formula keeps
 * nothing between calls, so that some points are enough; any other is asked everything twice more.
 */
export function evaluatePoints(
  guest: Guest,
  { id, isFormula }: { readonly id: number; readonly isFormula: boolean },
  columns: readonly Float64Array[],
): EvaluationResult {
  const first = runPoints(guest, id, columns)
  const all = Array.from(first.values.keys())
  const orders = isFormula ? [sample(all).reverse()] : [[...all].reverse(), all]
  return orders.reduce(
    (result, order) =>
      result.ended || result.unstable || guest.spent
        ? result
        : evaluateAgain(guest, { id, columns, order }, result),
    first,
  )
}

interface Repetition {
  readonly id: number
  readonly columns: readonly Float64Array[]
  readonly order: readonly number[]
}

/** What counts its calls or remembers the last argument gives something else. */
function evaluateAgain(
  guest: Guest,
  { id, columns, order: chosen }: Repetition,
  first: EvaluationResult,
): EvaluationResult {
  const again = columns.map((column) => Float64Array.from(chosen, (index) => column[index] ?? 0))
  const second = runPoints(guest, id, again)
  if (second.ended) return { ...first, ended: second.ended }
  for (const [place, index] of chosen.entries()) {
    const one = first.values[index] ?? Number.NaN
    const other = second.values[place] ?? Number.NaN
    if (!Object.is(one, other)) return { ...first, unstable: { index, first: one, second: other } }
  }
  return first
}

/** All of them where they are few, else some 64 spread over all. */
function sample(points: readonly number[]): number[] {
  const stride = Math.max(1, Math.floor(points.length / 64))
  return points.filter((_, place) => place % stride === 0)
}

export function noPoints(points: number, ended: Fault): EvaluationResult {
  return { values: new Float64Array(points).fill(Number.NaN), faults: [], faultCount: 0, ended }
}

/** One request of the harness: all points in one array, in and out. */
function runPoints(guest: Guest, id: number, columns: readonly Float64Array[]): EvaluationResult {
  const points = columns[0]?.length ?? 0
  const { engine } = guest
  const cells = new Float64Array((columns.length + 1) * points + 1)
  columns.forEach((column, k) => {
    cells.set(column, k * points)
  })
  cells.fill(Number.NaN, columns.length * points, (columns.length + 1) * points)
  const buffer = engine.fromBytes(new Uint8Array(cells.buffer))
  const view = () => {
    const bytes = engine.bytes(buffer)
    return new Float64Array(bytes.buffer, bytes.byteOffset, cells.length)
  }
  const allowance = {
    total: Math.min(LIMITS.ticks + LIMITS.ticksPerPoint * points, LIMITS.ticksAtMost),
    onePoint: LIMITS.ticks,
    point: () => view().at(-1) ?? 0,
  }
  const count = guest.guarded(allowance, () => {
    const operands = [id, columns.length, points].map((value) => engine.fromNumber(value))
    const [f, width, n] = operands as [never, never, never]
    const answer = guest.ask('evaluate', f, buffer, width, n)
    // Thrown by the harness itself: there was no memory left even to note a fault.
    return answer.kind === 'value' ? engine.number(answer.value) : guest.faultOf(answer.value)
  })
  const values = view().slice(columns.length * points, (columns.length + 1) * points)
  if (typeof count !== 'number') return { values, faults: [], faultCount: 0, ended: count }
  const faults = count === 0 ? [] : readFaults(guest, count)
  engine.free(buffer)
  if (faults.some(({ message }) => guest.isMemory(message))) {
    return { values, faults: [], faultCount: 0, ended: guest.starve() }
  }
  return { values, faults, faultCount: count }
}

function readFaults(guest: Guest, count: number): PointFault[] {
  return Array.from({ length: Math.min(count, 8) }, (_, k) => {
    const [index = '0', kind] = guest.askText('fault', k, 0).split(' ')
    const message = inWords(guest.askText('fault', k, 1))
    const place = guest.placeIn(guest.askText('fault', k, 2), message)
    return {
      index: Number(index),
      kind: kind === 'threw' ? 'threw' : 'not-a-number',
      message,
      ...(place ? { place } : {}),
    }
  })
}
