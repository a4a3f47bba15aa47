import type { Json, Scalar } from '../report/report.ts'

/**
 * The gate of every comparison with an answer: what is no finite number is near to nothing, and an
 * infinity to itself alone. An inequality that NaN or an infinity could satisfy is asked nowhere else.
 */
export function isNear(got: number, expected: number, allowed: number): boolean {
  if (got === expected) return true
  return Number.isFinite(got) && Number.isFinite(expected) && Math.abs(got - expected) <= allowed
}

/** A number that is none, or not finite, and where it stands: such as `W1[0][2]`. */
export interface NotFinite {
  readonly where: string
  readonly value: Scalar
}

/** The first of them in an answer, as it crossed the border or decoded. */
export function firstNotFinite(data: Json, where = ''): NotFinite | undefined {
  if (typeof data === 'number') {
    return Number.isFinite(data) ? undefined : { where, value: String(data) as Scalar }
  }
  if (typeof data === 'string') {
    return NOT_FINITE.has(data) ? { where, value: data as Scalar } : undefined
  }
  if (typeof data !== 'object' || data === null) return undefined
  const inside = Array.isArray(data) ? placesIn(data, where) : placesOf(data as JsonObject, where)
  for (const [place, item] of inside) {
    const found = firstNotFinite(item, place)
    if (found !== undefined) return found
  }
  return undefined
}

type JsonObject = { readonly [key: string]: Json }

const NOT_FINITE: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity'])

function* placesIn(list: readonly Json[], where: string): Iterable<readonly [string, Json]> {
  for (const [index, item] of list.entries()) yield [`${where}[${index}]`, item]
}

function* placesOf(data: JsonObject, where: string): Iterable<readonly [string, Json]> {
  for (const [key, item] of Object.entries(data))
    yield [where === '' ? key : `${where}.${key}`, item]
}
