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

/** Two calls that differ in one argument. */
interface Pair {
  readonly before: Arguments
  readonly after: Arguments
  readonly changed: number
}

/** So many calls are repeated, each once for every argument. */
const REPEATED = 4

/** What is put in the changed place is another call's, or stands elsewhere in it: something that is expected. */
function changedPairs(calls: readonly Arguments[]): Pair[] {
  const stride = Math.max(1, Math.floor(calls.length / REPEATED))
  const chosen = calls.filter((_, index) => index % stride === 0).slice(0, REPEATED)
  return chosen.flatMap((before) =>
    before.flatMap((value, changed) => {
      const others = calls.map((call) => call[changed] ?? null)
      // Of one argument alone the whole is another call.
      const whole = before.length < 2 ? undefined : anotherLike(value, others)
      return [whole, ...changedWithin(value, others)].flatMap((other) =>
        other === undefined ? [] : [{ before, after: before.with(changed, other), changed }],
      )
    }),
  )
}

/** The same with one of its parts changed: a property, the last number of a list, two numbers exchanged. */
function changedWithin(value: Json, others: readonly Json[]): (Json | undefined)[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return [lastChanged(value), endsExchanged(value)]
  return Object.entries(value).map(([key, part]) => {
    const theirs = others.flatMap((other) => partOf(other, key) ?? [])
    const other = anotherLike(part, theirs) ?? lastChanged(part)
    return other === undefined ? undefined : { ...value, [key]: other }
  })
}

function partOf(value: Json, key: string): Json | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as { readonly [key: string]: Json })[key] : undefined
}

/** A list, however deep, whose last number is another one. */
function lastChanged(value: Json): Json | undefined {
  const numbers = numbersIn(value)
  const last = numbers.at(-1)
  if (!Array.isArray(value) || last === undefined) return undefined
  const other = numbers.find((number) => number !== last) ?? last + 1
  return withNumbers(value, numbers.with(-1, other))
}

function endsExchanged(value: Json): Json | undefined {
  const numbers = numbersIn(value)
  const last = numbers.at(-1)
  const at = numbers.findIndex((number) => number !== last)
  if (at < 0 || last === undefined) return undefined
  return withNumbers(value, numbers.with(at, last).with(-1, numbers[at] as number))
}

function numbersIn(value: Json): number[] {
  if (typeof value === 'number') return [value]
  return Array.isArray(value) ? value.flatMap(numbersIn) : []
}

/** The list with those numbers in place of its own, in order. */
function withNumbers(value: Json, numbers: readonly number[]): Json {
  let next = 0
  const placed = (part: Json): Json => {
    if (typeof part === 'number') return numbers[next++] as number
    return Array.isArray(part) ? part.map(placed) : part
  }
  return placed(value)
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
