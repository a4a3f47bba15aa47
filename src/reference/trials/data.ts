import { decodeScalar, encodeScalar, type Json, type Scalar } from '../../report/report.ts'

/** Replaces every number by a function of it and of a way to put another number into its place. */
export function mapNumbers(
  data: Json,
  f: (value: number, replace: (moved: number) => Json) => number,
): Json {
  const visit = (part: Json, rebuild: (fresh: Json) => Json): Json => {
    if (typeof part === 'number') return f(part, rebuild)
    if (Array.isArray(part)) {
      const items = part as readonly Json[]
      return items.map((item, k) => visit(item, (fresh) => rebuild(items.with(k, fresh))))
    }
    if (typeof part !== 'object' || part === null) return part
    const entries = Object.entries(part) as [string, Json][]
    return Object.fromEntries(
      entries.map(([key, item]) => [
        key,
        visit(item, (fresh) => rebuild({ ...part, [key]: fresh } as Json)),
      ]),
    )
  }
  return visit(data, (fresh) => fresh)
}

/** Every number in a value, in the order of its places. */
export function numbersIn(data: Json): number[] {
  const found: number[] = []
  mapNumbers(data, (value) => {
    found.push(value)
    return value
  })
  return found
}

/** A value without its numbers: what two answers to one question have in common. */
export function structureOf(data: Json): string {
  return JSON.stringify(mapNumbers(data, () => 0))
}

/**
 * Whatever a reference gave, as plain data of its own, frozen: arguments are handed to many.
 * @throws TypeError for what is no data
 */
export function plainData(value: unknown): Json {
  if (['number', 'string', 'boolean'].includes(typeof value) || value === null) return value as Json
  if (ArrayBuffer.isView(value)) return plainData(Array.from(value as unknown as Float64Array))
  if (Array.isArray(value)) return Object.freeze(value.map(plainData))
  if (typeof value !== 'object') throw new TypeError(`this is ${typeof value}, and no data`)
  const entries = Object.entries(value).map(([key, part]) => [key, plainData(part)])
  return Object.freeze(Object.fromEntries(entries))
}

/** Data that JSON can carry: what it has no word for is spelt out. */
export function encodeData(data: Json): Json {
  return withNumbers(data, encodeScalar)
}

/** 0 for each −0: an answer may have either sign, so none is asked for. */
export function unsigned(data: Json): Json {
  return withNumbers(data, (number) => number + 0)
}

function withNumbers(data: Json, inPlaceOf: (number: number) => Json): Json {
  if (typeof data === 'number') return inPlaceOf(data)
  if (typeof data !== 'object' || data === null) return data
  const inside = (part: Json) => withNumbers(part, inPlaceOf)
  if (Array.isArray(data)) return data.map(inside)
  return Object.fromEntries(Object.entries(data).map(([key, part]) => [key, inside(part)]))
}

const SPELT: readonly unknown[] = ['NaN', 'Infinity', '-Infinity', '-0']

/** The inverse of `encodeData`. */
export function decodeData(data: Json): Json {
  if (SPELT.includes(data)) return decodeScalar(data as Scalar)
  if (Array.isArray(data)) return data.map(decodeData)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, part]) => [key, decodeData(part)]))
}
