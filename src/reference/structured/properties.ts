import type { Json, Objection } from '../../report/report.ts'
import { decodeData } from '../trials/data.ts'
import { drawMatrix, drawWhole } from './define-reference.ts'
import { type Matrix, rowTimes } from './linear-algebra.ts'
import { piecesOfNetwork, sumOfPieces } from './pieces-properties.ts'
import type { Property } from './property.ts'
import { standardized } from './standardized.ts'

const lostDirection: Property = {
  summary: 'a direction of the input, not zero, that the layer W1 with fewer units does not see',
  trials: 24,
  inputs: (random, trial) => {
    const units = trial < 2 ? 1 + trial : drawWhole(random, 1, 4)
    // A unit that is a copy of another one leaves even more directions to lose.
    const W1 = drawMatrix(random, 2 * units, units)
    return [(trial % 5 === 4 ? W1.map((row) => row.map(() => row[0] ?? 0)) : W1) as Json]
  },
  objection: (got, [given]) => {
    const W1 = given as unknown as Matrix
    const v = flat(got)
    if (v === undefined) return { text: 'the direction should be an array of finite numbers' }
    if (v.length !== W1.length) {
      const note = v.length === (W1[0]?.length ?? 0) ? { note: 'direction-of-hidden-units' } : {}
      return {
        text: `the direction should have ${W1.length} numbers, one an input, and has ${v.length}`,
        ...note,
      }
    }
    const size = largest(v)
    if (size === 0) {
      return { text: 'the zero vector is no direction: it changes no input', note: 'zero-vector' }
    }
    const seen = rowTimes(v, W1)
    if (largest(seen) <= 1e-7 * size * Math.max(1, largest(W1.flat()))) return undefined
    return {
      text: `W1 sees this direction: multiplied with W1 it gives [${seen.map(String).join(', ')}], not zero`,
    }
  },
}

const minibatchDependence: Property = {
  summary: 'two minibatches that share an example whose standardized output differs',
  trials: 1,
  inputs: () => [],
  objection: (got) => {
    const batches = batchesOf(got)
    if (batches === undefined) {
      return { text: 'two minibatches are expected: an array of two matrices of finite numbers' }
    }
    const [first, second] = batches
    const [a, b] = [standardized(first), standardized(second)]
    const shared = first.flatMap((row, i) =>
      second.flatMap((other, j) => (sameRow(row, other) ? [[i, j] as const] : [])),
    )
    if (shared.length === 0) {
      return {
        text: 'the two minibatches share no example: no row is in both',
        note: 'no-shared-row',
      }
    }
    if (shared.some(([i, j]) => differ(a[i] ?? [], b[j] ?? []))) return undefined
    return {
      text: 'the shared example has the same output in both minibatches',
      note: 'same-output',
    }
  },
}

/** The registry: properties that `exercise.yaml` may name. */
export const properties = {
  'lost-direction': lostDirection,
  'minibatch-dependence': minibatchDependence,
  'pieces-of-network': piecesOfNetwork,
  'sum-of-pieces': sumOfPieces,
} satisfies { readonly [name: string]: Property }

/** Why a value as it crossed the border does not have a property. */
export function objectionTo(
  name: string,
  value: Json,
  args: readonly Json[],
): Objection | undefined {
  return properties[name as keyof typeof properties].objection(decodeData(value), args)
}

export const propertyNames = Object.keys(properties) as (keyof typeof properties)[]

/** A vector, also as a matrix of one row or of one column. */
function flat(got: Json): number[] | undefined {
  if (!Array.isArray(got)) return undefined
  const rows = got.every(Array.isArray) ? (got as unknown as Json[][]) : [got as Json[]]
  const thin = rows.length === 1 || rows.every((row) => row.length === 1)
  const numbers = rows.flat()
  return thin && numbers.every((value) => typeof value === 'number')
    ? (numbers as number[])
    : undefined
}

function largest(values: readonly number[]): number {
  return values.reduce((size, value) => Math.max(size, Math.abs(value)), 0)
}

/** `[A, B]`, or an object with the two. */
function batchesOf(got: Json): readonly [Matrix, Matrix] | undefined {
  if (typeof got !== 'object' || got === null) return undefined
  const matrices = Object.values(got).filter(isMatrix)
  const [first, second] = matrices
  return matrices.length === 2 && first && second ? [first, second] : undefined
}

function isMatrix(value: unknown): value is Matrix {
  if (!Array.isArray(value) || value.length === 0) return false
  const width = Array.isArray(value[0]) ? value[0].length : 0
  return (
    width > 0 &&
    value.every(
      (row) =>
        Array.isArray(row) && row.length === width && row.every((item) => typeof item === 'number'),
    )
  )
}

function sameRow(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, k) => value === b[k])
}

function differ(a: readonly number[], b: readonly number[]): boolean {
  return a.some((value, k) => Math.abs(value - (b[k] ?? Number.NaN)) > 1e-6)
}
