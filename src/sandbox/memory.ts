import type { CallResult, Memory } from '../session.ts'
import { type Calling, callEach, dataOf, sameData } from './ask-for-data.ts'
import { type Arguments, type Walk, walksFrom } from './changed-calls.ts'
import type { OwnGuest } from './own-guest.ts'

interface Guests {
  /** Where the calls were made. */
  readonly own: OwnGuest
  /** Where nothing was asked before. */
  readonly fresh: () => OwnGuest
}

/**
 * Whether answers depend on earlier calls. Some calls are repeated, and again with an argument
 * changed step by step; then everything is asked once more of a fresh guest, the other way round and
 * with the same objects each time, filled anew. What counts its calls, what remembers an answer by a
 * part of its arguments or by the objects themselves, and what keeps the first or the last one that it
 * was given, gives something else there.
 */
export function findMemory(
  calls: readonly Arguments[],
  results: readonly CallResult[],
  guests: Guests,
): Memory | undefined {
  const walks = walksFrom(calls)
  const walked = walks.flatMap((walk) => walk.calls)
  const first = [...results, ...answersOf(guests.own, walked)]
  const all = [...calls, ...walked]
  const backwards = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, k) => to - 1 - k)
  const order = [
    ...unlikeFirst(calls),
    ...backwards(calls.length, all.length),
    ...backwards(0, calls.length),
    // Each walk asks its first call twice; without any, all calls are.
    ...(walks.length === 0 ? calls.keys() : []),
  ]
  const again = order.map((index) => all[index] as Arguments)
  const second = answersOf(guests.fresh(), again, 'refill')
  const place = order.findIndex((index, k) => differ(first[index], second[k]))
  if (place < 0) return undefined
  const index = order[place] as number
  const suspects = { args: all[index] as Arguments, answers: [first[index], second[place]] }
  return explain(walks, suspects, guests)
}

/** So many calls of a function that is proven to keep nothing are made twice. */
const SPOT_CHECKS = 8

/** Whether some calls, made again the other way round, give what they gave: what holds a proof against the machine. */
export function answersAgain(
  calls: readonly Arguments[],
  results: readonly CallResult[],
  own: OwnGuest,
): boolean {
  const stride = Math.ceil(calls.length / SPOT_CHECKS)
  const order = [...calls.keys()].filter((index) => index % stride === 0).reverse()
  const again = order.map((index) => calls[index] as Arguments)
  const second = answersOf(own, again, 'refill')
  return !order.some((index, k) => differ(results[index], second[k]))
}

/** Two answers of one question. What ran out of the budget that all calls share is no answer. */
function differ(one: CallResult | undefined, other: CallResult | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    !ranOut(one) &&
    !ranOut(other) &&
    !sameData(one, other)
  )
}

function ranOut(result: CallResult): boolean {
  return result.kind === 'fault' && result.cause === 'did-not-finish'
}

/** A call that has no argument in common with the first one, if there is any. */
function unlikeFirst([first = [], ...others]: readonly Arguments[]): number[] {
  const texts = first.map((value) => JSON.stringify(value))
  const unlike = (args: Arguments) => args.every((value, k) => JSON.stringify(value) !== texts[k])
  const found = others.findIndex(unlike)
  return found < 0 ? [] : [found + 1]
}

function answersOf(
  own: OwnGuest,
  calls: readonly Arguments[],
  calling: Calling = 'call',
): CallResult[] {
  const answers: CallResult[] = []
  callEach(own, calls, (result) => answers.push(result) > 0, calling)
  return answers
}

/** The shortest story that shows it: a call made twice, a call changed in one argument, or any. */
function explain(
  walks: readonly Walk[],
  suspects: { readonly args: Arguments; readonly answers: readonly (CallResult | undefined)[] },
  { fresh }: Guests,
): Memory {
  const { args } = suspects
  const [once, twice] = answersOf(fresh(), [args, args])
  if (once && twice && differ(once, twice)) return memory(args, once, twice)
  for (const { before, after, changed } of pairsOf(walks)) {
    const [alone] = answersOf(fresh(), [after])
    const [, later] = answersOf(fresh(), [before, after])
    if (differ(alone, later)) {
      return { ...memory(after, alone, later), ...(changed !== undefined && { changed }) }
    }
    if (changed === undefined) continue
    const [, refilled] = answersOf(fresh(), [before, after], 'refill')
    if (differ(alone, refilled)) {
      return { ...memory(after, alone, refilled), changed, sameObjects: true }
    }
  }
  const later = suspects.answers.find((answer) => differ(answer, once))
  return memory(args, once, later)
}

function pairsOf(walks: readonly Walk[]) {
  return walks.flatMap(({ calls, changed }) =>
    calls.slice(1).map((after, k) => ({ before: calls[k] as Arguments, after, changed })),
  )
}

function memory(args: Arguments, alone?: CallResult, later?: CallResult): Memory {
  const data = (result: CallResult | undefined) => (result === undefined ? null : dataOf(result))
  return { arguments: args, alone: data(alone), later: data(later) }
}
