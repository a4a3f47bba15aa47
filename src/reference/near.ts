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
  const isList = Array.isArray(data)
  const parts: readonly Json[] = isList ? data : Object.values(data)
  for (const [at, part] of parts.entries()) {
    const found = firstNotFinite(part)
    if (found !== undefined)
      return within(isList ? `[${at}]` : (Object.keys(data)[at] ?? ''), found)
  }
  return undefined
}

const NOT_FINITE: ReadonlySet<string> = new Set(['NaN', 'Infinity', '-Infinity'])

function itself(value: string): NotFinite {
  return { where: '', value: value as Scalar }
}

function within(place: string, { where, value }: NotFinite): NotFinite {
  const isPart = where !== '' && !where.startsWith('[')
  return { where: `${place}${isPart ? '.' : ''}${where}`, value }
}
