import type { CallResult, Memory } from '../session.ts'
import { callEach, dataOf, sameData } from './ask-for-data.ts'
import { type Arguments, changedPairs, type Pair } from './changed-calls.ts'
import type { OwnGuest } from './own-guest.ts'

interface Guests {
  /** Where the calls were made. */
  readonly own: OwnGuest
  /** Where nothing was asked before. */
  readonly fresh: () => OwnGuest
}

/**
 * Whether answers depend on earlier calls. Some calls are repeated with one argument changed; then
 * everything is asked once more of a fresh guest, last call first. What counts its calls, what
 * remembers an answer by some of its arguments alone, and what keeps the first ones that it was
 * given, gives something else there.
 */
export async function findMemory(
  calls: readonly Arguments[],
  results: readonly CallResult[],
  guests: Guests,
): Promise<Memory | undefined> {
  const pairs = changedPairs(calls)
  // The calls that were changed have been made: now what became of them, and then the other way round.
  const changed = pairs.map(({ after }) => after)
  const first = [...results, ...(await answersOf(guests.own, changed))]
  const all = [...calls, ...changed]
  const later = changed.map((_, index) => calls.length + index)
  const order = [...unlikeFirst(calls), ...later, ...[...calls.keys()].reverse(), ...calls.keys()]
  const second = await answersOf(
    guests.fresh(),
    order.map((index) => all[index] as Arguments),
  )
  const place = order.findIndex((index, k) => {
    const [one, other] = [first[index], second[k]]
    return one !== undefined && other !== undefined && differ(one, other)
  })
  if (place < 0) return undefined
  const index = order[place] as number
  const suspects = { args: all[index] as Arguments, answers: [first[index], second[place]] }
  return explain(pairs, suspects, guests)
}

/** Two answers of one question. What ran out of the budget that all calls share is no answer. */
function differ(one: CallResult, other: CallResult): boolean {
  return !ranOut(one) && !ranOut(other) && !sameData(one, other)
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

async function answersOf(own: OwnGuest, calls: readonly Arguments[]): Promise<CallResult[]> {
  const answers: CallResult[] = []
  await callEach(own, calls, (result) => answers.push(result) > 0)
  return answers
}

/** The shortest story that shows it: a call changed in one argument, a call made twice, or any. */
async function explain(
  pairs: readonly Pair[],
  suspects: { readonly args: Arguments; readonly answers: readonly (CallResult | undefined)[] },
  { fresh }: Guests,
): Promise<Memory> {
  const { args } = suspects
  const [once, twice] = await answersOf(fresh(), [args, args])
  if (once && twice && differ(once, twice)) return memory(args, once, twice)
  for (const { before, after, changed } of pairs) {
    const [alone] = await answersOf(fresh(), [after])
    const [, later] = await answersOf(fresh(), [before, after])
    if (alone && later && differ(alone, later)) {
      return { ...memory(after, alone, later), changed }
    }
  }
  const later = suspects.answers.find((answer) => answer && once && differ(answer, once))
  return memory(args, once, later)
}

function memory(args: Arguments, alone?: CallResult, later?: CallResult): Memory {
  const data = (result: CallResult | undefined) => (result === undefined ? null : dataOf(result))
  return { arguments: args, alone: data(alone), later: data(later) }
}
