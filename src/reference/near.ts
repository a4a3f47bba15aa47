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

/**
 * The first of them in an answer, as it crossed the border or decoded. The place is put together on
 * the way out: where all is finite, it costs no words.
 */
export function firstNotFinite(data: Json): NotFinite | undefined {
  if (typeof data === 'number') return Number.isFinite(data) ? undefined : itself(String(data))
  if (typeof data === 'string') return NOT_FINITE.has(data) ? itself(data) : undefined
  if (typeof data !== 'object' || data === null) return undefined
  return Array.isArray(data) ? firstInList(data) : firstInObject(data as JsonObject)
}

type JsonObject = { readonly [key: string]: Json }

const NOT_FINITE: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity'])

function itself(value: string): NotFinite {
  return { where: '', value: value as Scalar }
}

function firstInList(list: readonly Json[]): NotFinite | undefined {
  for (const [index, item] of list.entries()) {
    const found = firstNotFinite(item)
    if (found !== undefined) return within(`[${index}]`, found)
  }
  return undefined
}

function firstInObject(data: JsonObject): NotFinite | undefined {
  for (const [key, item] of Object.entries(data)) {
    const found = firstNotFinite(item)
    if (found !== undefined) return within(key, found)
  }
  return undefined
}

function within(place: string, { where, value }: NotFinite): NotFinite {
  const isPart = where !== '' && !where.startsWith('[')
  return { where: `${place}${isPart ? '.' : ''}${where}`, value }
}
