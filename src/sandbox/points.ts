import type { EvaluationResult, Fault, Instability, PointFault } from '../session.ts'
import { type Guest, inWords } from './guest.ts'
import { LIMITS } from './limits.ts'
import type { GuestFunction, OwnGuest } from './own-guest.ts'

interface Evaluated {
  /** Whether it is known to keep nothing between calls. */
  readonly keepsNothing: boolean
  /** A guest in which nothing was asked before. */
  readonly fresh: () => OwnGuest
}

/**
 * Evaluates a function at points, and again in another order. Of one that is known
 * to keep nothing between calls some points are enough; any other is asked everything twice more, of
 * a fresh guest.
 */
export function evaluatePoints(
  own: GuestFunction,
  columns: readonly Float64Array[],
  { keepsNothing, fresh }: Evaluated,
): EvaluationResult {
  const first = runPoints(own, columns)
  const points = first.values.length
  own.guest.count(points, finiteIn(first.values))
  if (first.ended) return blamed(first, columns, fresh)
  if (own.guest.spent) return first
  if (keepsNothing) return repeated(own, { columns, order: sample(points) }, first)
  const again = fresh().ready()
  if ('cause' in again) return { ...first, ended: again }
  const orders = [backwards(points), forwards(points)]
  for (const order of orders) {
    const result = repeated(again, { columns, order }, first)
    if (result.unstable) return { ...result, unstable: explained(result.unstable, columns, fresh) }
    if (result.ended || again.guest.spent) return result
  }
  return first
}

/** With the point that ended it, where that ends by itself too: what piles up over many calls ends anywhere. */
function blamed(
  result: EvaluationResult,
  columns: readonly Float64Array[],
  fresh: () => OwnGuest,
): EvaluationResult {
  const { endedAt, ...rest } = result
  if (endedAt === undefined || endedAt === 0) return result
  const own = fresh()
  const ready = own.ready()
  const alone = columns.map((column) => column.slice(endedAt, endedAt + 1))
  const isToBlame = !('cause' in ready) && runPoints(ready, alone).ended !== undefined
  // It may have filled all the memory that it may have.
  own.drop()
  return isToBlame ? result : rest
}

function finiteIn(values: Float64Array): number {
  let count = 0
  for (const value of values) if (Number.isFinite(value)) count++
  return count
}

/** What is enough to see two answers: the point asked twice, or after one that differs in one argument. */
function explained(
  found: Instability,
  columns: readonly Float64Array[],
  fresh: () => OwnGuest,
): Instability {
  const { index } = found
  const twice = answersTo([index, index], columns, fresh)
  const [first = Number.NaN, second = Number.NaN] = twice
  if (!sameNumber(first, second)) return { index, first, second }
  for (const changed of columns.length > 1 ? columns.keys() : []) {
    const before = differingIn(columns, changed, index)
    const [, later = first] = before < 0 ? [] : answersTo([before, index], columns, fresh)
    if (!sameNumber(later, first)) return { index, first, second: later, changed }
  }
  // It takes other calls to change it: the point as it is by itself, and as it was after those.
  if (twice.length === 0) return found
  return { index, first, second: sameNumber(found.first, first) ? found.second : found.first }
}

/** Keys of a map know one zero: an honest table gives -0 for 0, and both are the number that is asked for. */
function sameNumber(one: number, other: number): boolean {
  return one === other || (Number.isNaN(one) && Number.isNaN(other))
}

function answersTo(
  order: readonly number[],
  columns: readonly Float64Array[],
  fresh: () => OwnGuest,
): Float64Array {
  const own = fresh().ready()
  if ('cause' in own) return Float64Array.of()
  const chosen = Uint32Array.from(order)
  return runPoints(
    own,
    columns.map((column) => picked(column, chosen)),
  ).values
}

/** A point that is the same as another one in all arguments but one; -1 where there is none. */
function differingIn(columns: readonly Float64Array[], changed: number, index: number): number {
  const points = columns[0]?.length ?? 0
  const differs = (point: number) =>
    columns.every((column, k) => (column[point] === column[index]) !== (k === changed))
  return Array.from({ length: points }, (_, point) => point).findIndex(differs)
}

interface Repetition {
  readonly columns: readonly Float64Array[]
  readonly order: Uint32Array
}

/** What counts its calls or remembers the last argument gives something else. */
function repeated(
  asked: GuestFunction,
  { columns, order: chosen }: Repetition,
  first: EvaluationResult,
): EvaluationResult {
  const again = columns.map((column) => picked(column, chosen))
  const second = runPoints(asked, again)
  // No point is to blame: each has come to its end before.
  if (second.ended) return { ...first, ended: second.ended }
  for (let place = 0; place < chosen.length; place++) {
    const index = chosen[place] as number
    const one = first.values[index] ?? Number.NaN
    const other = second.values[place] ?? Number.NaN
    if (!sameNumber(one, other)) return { ...first, unstable: { index, first: one, second: other } }
  }
  return first
}

function picked(column: Float64Array, order: Uint32Array): Float64Array {
  const values = new Float64Array(order.length)
  for (let place = 0; place < order.length; place++) {
    values[place] = column[order[place] as number] as number
  }
  return values
}

function forwards(points: number): Uint32Array {
  return Uint32Array.from({ length: points }, (_, place) => place)
}

function backwards(points: number): Uint32Array {
  return forwards(points).reverse()
}

/** All of them where they are few, else some 64 spread over all; backwards. */
function sample(points: number): Uint32Array {
  const stride = Math.max(1, Math.floor(points / 64))
  const length = Math.ceil(points / stride)
  return Uint32Array.from({ length }, (_, place) => place * stride).reverse()
}

export function noPoints(points: number, ended: Fault): EvaluationResult {
  return { values: new Float64Array(points).fill(Number.NaN), faults: [], faultCount: 0, ended }
}

/** A NaN that no arithmetic gives: it marks the results that are not there yet. */
const PENDING = 0x7ff8_6d6c_7063_6865n

/** A function's values at points, once and in order; NaN where it gave none. */
export function valuesAt(own: GuestFunction, columns: readonly Float64Array[]): Float64Array {
  return runPoints(own, columns).values
}

/** One request of the harness: all points in one array, in and out. */
function runPoints(
  { guest, id }: GuestFunction,
  columns: readonly Float64Array[],
): EvaluationResult {
  const points = columns[0]?.length ?? 0
  const { engine } = guest
  const cells = new Float64Array((columns.length + 1) * points)
  columns.forEach((column, k) => {
    cells.set(column, k * points)
  })
  new BigUint64Array(cells.buffer).fill(PENDING, columns.length * points)
  const buffer = engine.fromBytes(new Uint8Array(cells.buffer))
  const results = () => {
    const { buffer: memory, byteOffset } = engine.bytes(buffer)
    return new Float64Array(memory, byteOffset, cells.length).subarray(columns.length * points)
  }
  const progress = progressOf(results)
  const allowance = {
    total: Math.min(LIMITS.ticks + LIMITS.ticksPerPoint * points, LIMITS.ticksAtMost),
    onePoint: LIMITS.ticks,
    point: progress,
  }
  const count = guest.guarded(allowance, () => {
    const operands = [id, columns.length, points].map((value) => engine.fromNumber(value))
    const [f, width, n] = operands as [never, never, never]
    const answer = guest.ask('evaluate', f, buffer, width, n)
    // Thrown by the harness itself: there was no memory left even to note a fault.
    return answer.kind === 'value' ? engine.number(answer.value) : guest.faultOf(answer.value)
  })
  if (typeof count !== 'number') {
    const at = progress()
    const values = results().slice().fill(Number.NaN, at)
    const endedAt = guest.endedAtOnePoint && at < points ? { endedAt: at } : {}
    return { values, faults: [], faultCount: 0, ended: count, ...endedAt }
  }
  const values = results().slice()
  const faults = count === 0 ? [] : readFaults(guest, count)
  engine.free(buffer)
  if (faults.some(({ kind, message }) => kind === 'threw' && guest.isMemory(message))) {
    return { values, faults: [], faultCount: 0, ended: guest.starve() }
  }
  return { values, faults, faultCount: count }
}

/** Tells which point is at work: the first one without a result. */
function progressOf(results: () => Float64Array): () => number {
  let done = 0
  return () => {
    const { buffer, byteOffset, length } = results()
    const bits = new BigUint64Array(buffer, byteOffset, length)
    while (done < length && bits[done] !== PENDING) done++
    return done
  }
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
