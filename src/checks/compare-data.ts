import { isNear } from '../reference/near.ts'
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

export function isNumber(value: Json | undefined): value is Scalar {
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
  if (Object.is(a, b) || isNear(a, b, allowed)) return undefined
  const difference = Math.abs(a - b)
  // From what is no number, nothing is so and so far away.
  if (!Number.isFinite(difference)) return { where, got, expected }
  return { where, got, expected, difference, tolerance: allowed }
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
      const keys = someOf(Object.keys(got)) || 'nothing'
      return { where: place, got, expected: item, problem: `${key} is missing (it has ${keys})` }
    }
    const found = compareData(inside, item, tolerance, place)
    if (found !== undefined) return found
  }
  return undefined
}

/** The first of some names, and how many there are beyond them. */
function someOf(names: readonly string[]): string {
  const more = names.length - SHOWN
  return [...names.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

const SHOWN = 10

/** `expected 3×2, got 3×1`, `row 1 has length 2, row 0 has length 3`; nothing where the shapes agree. */
function shapeProblem(got: Json, expected: readonly Json[]): string | undefined {
  if (!Array.isArray(got)) return `expected ${describeData(expected)}, got ${describeData(got)}`
  const ragged = raggedRow(got)
  // What should have arrays of several lengths is held against them one by one.
  if (!isRegular(expected) && got.length === expected.length) return undefined
  if (ragged !== undefined) return ragged
  if (sizesOf(got).join() === sizesOf(expected).join()) return undefined
  return `expected ${shapeText(expected)}, got ${shapeText(got)}`
}

function raggedRow(rows: readonly Json[]): string | undefined {
  if (!rows.every(Array.isArray)) return undefined
  const lengths = (rows as unknown as readonly (readonly Json[])[]).map((row) => row.length)
  const odd = lengths.findIndex((length) => length !== lengths[0])
  return odd < 0
    ? undefined
    : `ragged: row ${odd} has length ${lengths[odd]}, row 0 has length ${lengths[0]}`
}

/** `3×2` for a matrix, `4 numbers` for a vector, `4 elements` for what is neither. */
function shapeText(value: readonly Json[]): string {
  const sizes = sizesOf(value)
  if (sizes.length > 1) return sizes.join('×')
  const noun = value.every(isNumber) ? 'number' : 'element'
  return `${value.length} ${noun}${value.length === 1 ? '' : 's'}`
}

/** The length of an array, and those of the arrays in it where these are all alike. */
function sizesOf(value: readonly Json[]): readonly number[] {
  if (value.length === 0 || !value.every(Array.isArray)) return [value.length]
  // Each part is looked at once, or the work would double with every level.
  const [inside = [], ...others] = value.map((row) => sizesOf(row as unknown as readonly Json[]))
  const alike = others.every((sizes) => sizes.join() === inside.join())
  return alike ? [value.length, ...inside] : [value.length]
}

/** Whether the arrays in an array, and in those, are all alike. */
function isRegular(value: readonly Json[]): boolean {
  if (!value.some(Array.isArray)) return true
  return sizesOf(value).length > 1 && isRegular(value[0] as unknown as readonly Json[])
}

/** What a value is, in words for a student. */
export function describeData(value: Json): string {
  if (Array.isArray(value)) {
    return sizesOf(value).length > 1
      ? `a ${shapeText(value)} matrix`
      : `an array of ${shapeText(value)}`
  }
  if (isNumber(value)) return String(value)
  if (value === null) return 'null'
  if (typeof value === 'object') return 'an object'
  return `${JSON.stringify(value)} (a ${typeof value})`
}

/** What came instead of what is no text: in quotes, so that it is not taken for what it spells. */
export function asGot(got: Json, expected?: Json): Json {
  const isText = (value: Json | undefined) => typeof value === 'string' && !isNumber(value)
  return isText(got) && !isText(expected) ? describeData(got) : got
}

export function hasNaN(value: Json): boolean {
  if (isNumber(value)) return Number.isNaN(decodeScalar(value))
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNaN)
}

/** Whether every number in a value is finite. */
export function allFinite(value: Json): boolean {
  if (isNumber(value)) return Number.isFinite(decodeScalar(value))
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(allFinite)
}

/** Whether every number in a value is NaN or infinite, and there is one. */
export function noneFinite(value: Json): boolean {
  if (isNumber(value)) return !Number.isFinite(decodeScalar(value))
  if (typeof value !== 'object' || value === null) return false
  const parts = Object.values(value)
  return parts.length > 0 && parts.every(noneFinite)
}
