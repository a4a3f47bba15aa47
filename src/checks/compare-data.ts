import { decodeScalar, type Json, type Scalar } from '../report/report.ts'

/** The first place at which two results differ. */
export interface DataMismatch {
  /** Such as `W1[0][2]`; empty for the whole result. */
  readonly where: string
  /** Set where the shape or the type is wrong: what is there and what should be, in words. */
  readonly problem?: string
  readonly got: Json
  readonly expected: Json
  readonly difference?: number
  readonly tolerance?: number
}

/** |got − expected| ≤ absolute + relative · |expected|. */
export interface DataTolerance {
  readonly absolute: number
  readonly relative: number
}

/** Compares a result with what is expected, in the shape of what is expected. */
export function compareData(
  got: Json,
  expected: Json,
  tolerance: DataTolerance,
  where = '',
): DataMismatch | undefined {
  if (isNumber(expected)) return compareNumbers(got, expected, tolerance, where)
  if (Array.isArray(expected)) return compareArrays(got, expected, tolerance, where)
  if (typeof expected === 'object' && expected !== null) {
    return compareObjects(got, expected as JsonObject, tolerance, where)
  }
  if (got === expected) return undefined
  const text = `expected ${JSON.stringify(expected)}, got ${describeData(got)}`
  return { where, got, expected, ...(typeof got !== typeof expected && { problem: text }) }
}

type JsonObject = { readonly [key: string]: Json }

const SPELT: readonly unknown[] = ['NaN', 'Infinity', '-Infinity', '-0']

function isNumber(value: Json | undefined): value is Scalar {
  return typeof value === 'number' || SPELT.includes(value)
}

function compareNumbers(
  got: Json,
  expected: Scalar,
  tolerance: DataTolerance,
  where: string,
): DataMismatch | undefined {
  if (!isNumber(got)) {
    const problem = `expected a number, got ${describeData(got)}`
    return { where, got, expected, problem }
  }
  const [a, b] = [decodeScalar(got), decodeScalar(expected)]
  const allowed = tolerance.absolute + tolerance.relative * Math.abs(b)
  if (Object.is(a, b) || a === b || Math.abs(a - b) <= allowed) return undefined
  return { where, got, expected, difference: Math.abs(a - b), tolerance: allowed }
}

function compareArrays(
  got: Json,
  expected: readonly Json[],
  tolerance: DataTolerance,
  where: string,
): DataMismatch | undefined {
  const problem = shapeProblem(got, expected)
  if (problem !== undefined) return { where, got, expected, problem }
  for (const [index, item] of expected.entries()) {
    const inside = (got as readonly Json[])[index] as Json
    const found = compareData(inside, item, tolerance, `${where}[${index}]`)
    if (found !== undefined) return found
  }
  return undefined
}

function compareObjects(
  got: Json,
  expected: JsonObject,
  tolerance: DataTolerance,
  where: string,
): DataMismatch | undefined {
  if (typeof got !== 'object' || got === null || Array.isArray(got)) {
    const keys = Object.keys(expected).join(', ')
    const problem = `expected an object { ${keys} }, got ${describeData(got)}`
    return { where, got, expected, problem }
  }
  for (const [key, item] of Object.entries(expected)) {
    const inside = (got as JsonObject)[key]
    const place = where === '' ? key : `${where}.${key}`
    if (inside === undefined) {
      const keys = Object.keys(got).join(', ') || 'nothing'
      return { where: place, got, expected: item, problem: `${key} is missing (it has ${keys})` }
    }
    const found = compareData(inside, item, tolerance, place)
    if (found !== undefined) return found
  }
  return undefined
}

/** `expected 3×2, got 3×1`, `row 1 has 2 numbers, row 0 has 3`; nothing where the shapes agree. */
function shapeProblem(got: Json, expected: readonly Json[]): string | undefined {
  if (!Array.isArray(got)) return `expected ${describeData(expected)}, got ${describeData(got)}`
  const ragged = raggedRow(got)
  if (ragged !== undefined) return ragged
  const [is, should] = [shapeText(got), shapeText(expected)]
  return is === should ? undefined : `expected ${should}, got ${is}`
}

function raggedRow(rows: readonly Json[]): string | undefined {
  if (!rows.every(Array.isArray)) return undefined
  const lengths = (rows as unknown as readonly (readonly Json[])[]).map((row) => row.length)
  const odd = lengths.findIndex((length) => length !== lengths[0])
  return odd < 0
    ? undefined
    : `ragged: row ${odd} has ${lengths[odd]} numbers, row 0 has ${lengths[0]}`
}

/** `3×2` for a matrix, `4 numbers` for a vector. */
function shapeText(value: readonly Json[]): string {
  const sizes: number[] = []
  let inside: Json = value
  while (Array.isArray(inside)) {
    sizes.push(inside.length)
    inside = inside[0] as Json
  }
  return sizes.length === 1 ? `${sizes[0]} numbers` : sizes.join('×')
}

/** What a value is, in words for a student. */
function describeData(value: Json): string {
  if (Array.isArray(value)) {
    return value.length > 0 && value.every(Array.isArray)
      ? `a ${shapeText(value)} matrix`
      : `an array of ${shapeText(value)}`
  }
  if (isNumber(value)) return String(value)
  if (value === null) return 'null'
  if (typeof value === 'object') return 'an object'
  return `${JSON.stringify(value)} (a ${typeof value})`
}

/** Whether every number in a value is finite. */
export function allFinite(value: Json): boolean {
  if (isNumber(value)) return Number.isFinite(decodeScalar(value))
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(allFinite)
}
