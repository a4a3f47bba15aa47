import type { Json } from '../report/report.ts'

/** Changes data a little; undefined where it cannot. */
export type Change = (value: Json) => Json | undefined

/**
 * Ways to change data so that what looks at a part of it alone, or at its numbers in whatever order,
 * takes the new for the old. `others` are what stands in the same place of other calls.
 */
export function changesOf(value: Json, others: readonly Json[]): Change[] {
  if (typeof value !== 'object' || value === null) return []
  if (isList(value)) {
    if (!value.some(isObject)) return LIST_CHANGES
    const items = [...new Set([0, value.length >> 1, value.length - 1])]
    const within = items.flatMap((at) => {
      const theirs = others.filter(isList).map((other) => other.at(at) ?? null)
      return changesOf(value[at] as Json, theirs).map((change) => atItem(at, change))
    })
    return [itemsExchanged, ...within]
  }
  return Object.entries(value).flatMap(([key, part]) => {
    const theirs = others.filter(isObject).flatMap((other) => other[key] ?? [])
    const changes = [...changesOf(part, theirs), (own: Json) => another(own, theirs)]
    return changes.map((change) => atKey(key, change))
  })
}

/** One that is different and of the same shape, if there is any. */
export function another(value: Json, others: readonly Json[]): Json | undefined {
  const [own, shape] = [JSON.stringify(value), shapeOf(value)]
  return others.find((other) => shapeOf(other) === shape && JSON.stringify(other) !== own)
}

type List = readonly Json[]
type Properties = { readonly [key: string]: Json }

function isList(value: Json): value is List {
  return Array.isArray(value)
}

function isObject(value: Json): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function atKey(key: string, change: Change): Change {
  return (value) => {
    const part = isObject(value) ? change(value[key] ?? null) : undefined
    return part === undefined ? undefined : { ...(value as Properties), [key]: part }
  }
}

function atItem(at: number, change: Change): Change {
  return (value) => {
    const part = isList(value) ? change(value[at] ?? null) : undefined
    return part === undefined ? undefined : (value as List).with(at, part)
  }
}

/** Of a list of numbers, however deep. */
const LIST_CHANGES: Change[] = [
  onNumbers((numbers) => changed(numbers, numbers.length - 1)),
  onNumbers((numbers) => changed(numbers, (numbers.length - 1) >> 1)),
  onNumbers(endsExchanged),
  onNumbers((numbers) => numbers.at(-1) && numbers.with(-1, -(numbers.at(-1) as number))),
  onNumbers(nudged),
  itemsExchanged,
  middleRow(itemsExchanged),
  transposed(middleRow(itemsExchanged)),
  transposed(itemsExchanged),
  firstExchanged,
  transposed(firstExchanged),
  reshaped,
]

function onNumbers(change: (numbers: readonly number[]) => readonly number[] | 0 | undefined) {
  return (value: Json): Json | undefined => {
    const numbers = change(numbersIn(value))
    return numbers ? withNumbers(value, numbers) : undefined
  }
}

function changed(numbers: readonly number[], at: number): number[] | undefined {
  const number = numbers[at]
  if (number === undefined) return undefined
  return numbers.with(at, numbers.find((other) => other !== number) ?? number + 1)
}

function endsExchanged(numbers: readonly number[]): number[] | undefined {
  const last = numbers.at(-1)
  const at = numbers.findIndex((number) => number !== last)
  if (at < 0 || last === undefined) return undefined
  return numbers.with(at, last).with(-1, numbers[at] as number)
}

/** Each by less than five decimals show; whole numbers may be meant to be whole. */
function nudged(numbers: readonly number[]): number[] | undefined {
  if (numbers.every(Number.isInteger)) return undefined
  return numbers.map((number) => (Number.isInteger(number) ? number : number * (1 + 2 ** -18)))
}

/** Two neighbours that differ: neither the first nor the last one, where there are as many. */
function itemsExchanged(value: Json): Json | undefined {
  if (!isList(value)) return undefined
  const texts = value.map((item) => JSON.stringify(item))
  const places = [...value.keys()].slice(1)
  const differ = (at: number) => at < texts.length && texts[at - 1] !== texts[at]
  const at = differ(2) ? 2 : places.findLast(differ)
  if (at === undefined) return undefined
  return value.with(at, value[at - 1] as Json).with(at - 1, value[at] as Json)
}

/** The first two, if they differ: a sum from the left then comes out the same to the last digit. */
function firstExchanged(value: Json): Json | undefined {
  if (!isList(value) || value.length < 2) return undefined
  const [first = null, second = null, ...others] = value
  return JSON.stringify(first) === JSON.stringify(second) ? undefined : [second, first, ...others]
}

function middleRow(change: Change): Change {
  return (value) => {
    if (!isList(value)) return undefined
    const middle = value.length >> 1
    const rows = [middle, ...[...value.keys()].reverse()]
    for (const at of rows) {
      const row = change(value[at] ?? null)
      if (row !== undefined) return value.with(at, row)
    }
    return undefined
  }
}

function transposed(change: Change): Change {
  return (value) => {
    const turned = isMatrix(value) ? change(transpose(value)) : undefined
    return turned === undefined ? undefined : transpose(turned as Matrix)
  }
}

/** The same numbers in the same order, in as many rows as there were columns. */
function reshaped(value: Json): Json | undefined {
  if (!isMatrix(value) || value.length === value[0]?.length) return undefined
  return withNumbers(transpose(value), numbersIn(value))
}

type Matrix = readonly List[]

function isMatrix(value: Json): value is Matrix {
  if (!isList(value) || !value.every(isList)) return false
  const columns = value[0]?.length ?? 0
  return columns > 0 && value.every((row) => row.length === columns)
}

function transpose(matrix: Matrix): List[] {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] as Json))
}

function numbersIn(value: Json): number[] {
  if (typeof value === 'number') return [value]
  return isList(value) ? value.flatMap(numbersIn) : []
}

/** The list with those numbers in place of its own, in order. */
function withNumbers(value: Json, numbers: readonly number[]): Json {
  let next = 0
  const placed = (part: Json): Json => {
    if (typeof part === 'number') return numbers[next++] as number
    return isList(part) ? part.map(placed) : part
  }
  return placed(value)
}

/** The text of a value without its numbers and words. */
export function shapeOf(value: Json): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'object' ? part : typeof part))
}
