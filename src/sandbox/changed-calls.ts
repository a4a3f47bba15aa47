import type { Json } from '../report/report.ts'

export type Arguments = readonly Json[]

/** Two calls that differ in one argument. */
export interface Pair {
  readonly before: Arguments
  readonly after: Arguments
  readonly changed: number
}

/** So many calls are repeated, each once for every argument. */
const REPEATED = 4

/** What is put in the changed place is another call's, or stands elsewhere in it: something that is expected. */
export function changedPairs(calls: readonly Arguments[]): Pair[] {
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
    const theirs = others.map((other) => partOf(other, key)).filter((one) => one !== undefined)
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
