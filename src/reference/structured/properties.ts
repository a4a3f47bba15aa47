import type { Json, Objection } from '../../report/report.ts'
import { firstNotFinite, isNear } from '../near.ts'
import { decodeData } from '../trials/data.ts'
import { differenceOfPieces, piecesOfDeepNetwork, piecesOfPreluNetwork } from './deep-pieces.ts'
import { drawMatrix, drawWhole, fixedMatrix } from './define-reference.ts'
import { drawnCurve } from './drawn-curve.ts'
import { type Matrix, rowTimes } from './linear-algebra.ts'
import { piecesOfNetwork, sumOfPieces } from './pieces-properties.ts'
import type { Property } from './property.ts'
import { standardized } from './standardized.ts'

/** What a layer may see of a lost direction, of the sizes of both. */
const SEEN = 1e-7

const lostDirection: Property = {
  within: SEEN,
  summary: 'a direction of the input, not zero, that the layer W1 with fewer units does not see',
  corners: () =>
    [
      [[1], [2]],
      [[0], [0]],
      [[0], [3]],
      [[3], [0]],
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      [
        [1, 0],
        [0, 0],
        [2, 0],
        [0, 0],
      ],
      [
        [1, 1],
        [2, 2],
        [-1, -1],
        [0.5, 0.5],
      ],
      [
        [0, 1],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      [
        [0.1, 0.2],
        [0.3, 0.6],
        [0.7, 1.4],
        [0.1, 0.2],
      ],
      [
        [1e-4, 2e-4],
        [100, -100],
        [1, 1e-4],
        [-50, 0],
      ],
      fixedMatrix(6, 3),
      fixedMatrix(14, 7),
    ].map((W1) => [W1 as Json]),
  trials: 24,
  inputs: (random, trial) => {
    const units = trial < 2 ? 1 + trial : drawWhole(random, 1, 4)
    // A unit that is a copy of another one leaves even more directions to lose.
    const W1 = drawMatrix(random, 2 * units, units)
    return [(trial % 5 === 4 ? W1.map((row) => row.map(() => row[0] ?? 0)) : W1) as Json]
  },
  read: (got, [given]) => {
    const W1 = given as unknown as Matrix
    const v = flat(got)
    if (v === undefined) {
      return { objection: { text: 'the direction should be an array of finite numbers' } }
    }
    if (v.length === W1.length) return { answer: v }
    const note = v.length === (W1[0]?.length ?? 0) ? { note: 'direction-of-hidden-units' } : {}
    const text = `the direction should have one number for each input, ${W1.length} in all, and has ${v.length}`
    return { objection: { text, ...note } }
  },
  objection: (answer, [given]) => {
    const W1 = given as unknown as Matrix
    const v = answer as unknown as number[]
    const size = largest(v)
    if (size === 0) {
      return { text: 'the zero vector is no direction: it changes no input', note: 'zero-vector' }
    }
    const seen = rowTimes(v, W1)
    if (isNear(largest(seen), 0, SEEN * size * Math.max(1, largest(W1.flat())))) return undefined
    return {
      text: `W1 sees this direction: multiplied with W1 it gives [${seen.map(String).join(', ')}], not zero`,
    }
  },
}

const minibatchDependence: Property = {
  summary: 'two minibatches that share an example whose standardized output differs',
  corners: () => [[]],
  trials: 0,
  inputs: () => [],
  read: (got) => {
    const batches = batchesOf(got)
    const text = 'two minibatches are expected: an array of two matrices of finite numbers'
    return batches ? { answer: batches as unknown as Json } : { objection: { text } }
  },
  objection: (answer) => {
    const [first, second] = answer as unknown as readonly [Matrix, Matrix]
    const outputs = new Map(standardized(first).map((row, i) => [exampleOf(first[i] ?? []), row]))
    const shared = standardized(second).flatMap((row, j) => {
      const other = outputs.get(exampleOf(second[j] ?? []))
      return other === undefined ? [] : [[row, other] as const]
    })
    if (shared.length === 0) {
      return {
        text: 'the two minibatches share no example: no row is in both',
        note: 'no-shared-row',
      }
    }
    if (shared.some(([row, other]) => differ(row, other))) return undefined
    return {
      text: 'the shared example has the same output in both minibatches',
      note: 'same-output',
    }
  },
}

/** Equal rows of one minibatch have one output: each is looked up, and not held against all others. */
function exampleOf(row: readonly number[]): string {
  return row.join()
}

/** The registry: properties that `exercise.yaml` may name. */
export const properties = {
  'lost-direction': lostDirection,
  'minibatch-dependence': minibatchDependence,
  'drawn-curve': drawnCurve,
  'pieces-of-network': piecesOfNetwork,
  'sum-of-pieces': sumOfPieces,
  'difference-of-pieces': differenceOfPieces,
  'pieces-of-prelu-network': piecesOfPreluNetwork,
  'pieces-of-deep-network': piecesOfDeepNetwork,
} satisfies { readonly [name: string]: Property }

/**
 * Why a value as it crossed the border does not have a property: it must be of the right kind, then
 * finite all over, and then have it.
 */
export function objectionTo(
  name: string,
  value: Json,
  args: readonly Json[],
): Objection | undefined {
  const property: Property = properties[name as keyof typeof properties]
  const read = property.read(decodeData(value), args)
  if ('objection' in read) return read.objection
  const found = firstNotFinite(read.answer)
  if (found === undefined) return property.objection(read.answer, args)
  return { text: `${found.where || 'the answer'} is ${found.value}, and must be a finite number` }
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

function differ(a: readonly number[], b: readonly number[]): boolean {
  return a.some((value, k) => !isNear(value, b[k] ?? Number.NaN, 1e-6))
}
