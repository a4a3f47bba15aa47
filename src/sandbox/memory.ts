import type { Json } from '../report/report.ts'
import type { CallResult, Memory } from '../session.ts'
import { callEach, dataOf, sameData } from './ask-for-data.ts'
import type { OwnGuest } from './own-guest.ts'

type Arguments = readonly Json[]

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
  const more = pairs.flatMap(({ before, after }) => [before, after])
  const first = [...results, ...(await answersOf(guests.own, more))]
  const all = [...calls, ...more]
  const order = [...unlikeFirst(calls), ...[...all.keys()].reverse(), ...calls.keys()]
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

/** Two calls that differ in one argument. */
interface Pair {
  readonly before: Arguments
  readonly after: Arguments
  readonly changed: number
}

/** So many calls are repeated, each once for every argument. */
const REPEATED = 4

/** The changed argument is another call's: it is one that the function expects. */
function changedPairs(calls: readonly Arguments[]): Pair[] {
  const stride = Math.max(1, Math.floor(calls.length / REPEATED))
  const chosen = calls.filter((_, index) => index % stride === 0).slice(0, REPEATED)
  return chosen.flatMap((before) =>
    before.length < 2
      ? []
      : before.flatMap((value, changed) => {
          const other = anotherLike(
            value,
            calls.map((call) => call[changed] ?? null),
          )
          return other === undefined
            ? []
            : [{ before, after: before.with(changed, other), changed }]
        }),
  )
}

/** One that is different, of the same shape if there is any. */
function anotherLike(value: Json, others: readonly Json[]): Json | undefined {
  const [own, shape] = [JSON.stringify(value), shapeOf(value)]
  const different = others.filter((other) => JSON.stringify(other) !== own)
  return different.find((other) => shapeOf(other) === shape) ?? different[0]
}

/** The text of a value without its numbers and words. */
function shapeOf(value: Json): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'object' ? part : typeof part))
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
