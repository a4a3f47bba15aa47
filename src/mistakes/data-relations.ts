import { decodeScalar, type Json, type Recognition, type Scalar } from '../report/report.ts'
import { GENERIC_NOTES, type GenericNote } from './generic-notes.ts'
import { agree, differ } from './match.ts'

/** An answer of data beside what is right for its arguments. */
export interface DataAnswer {
  readonly arguments: readonly Json[]
  readonly got: Json
  readonly expected: Json
}

/** A number of an answer beside the right one, and the lengths of what the function was given. */
interface Pair {
  readonly got: number
  readonly expected: number
  readonly lengths: readonly number[]
}

/** So many numbers and answers must tell the relation from the truth, so that none is an accident. */
const NUMBERS = 4
const ANSWERS = 2

/**
 * How all answers are related to the right ones, where one rule says it: rows for columns, the
 * opposite sign, a factor that is the length of an argument, always the same factor, summand or
 * number.
 * @param names of the arguments
 */
export function dataRelation(
  answers: readonly DataAnswer[],
  names: readonly string[],
): Recognition | undefined {
  const isWrong = ({ got, expected }: DataAnswer) => !sameData(got, expected)
  if (answers.filter(isWrong).length < ANSWERS) return undefined
  if (answers.every(({ got, expected }) => sameData(got, transposed(expected)))) {
    return noted('rows-for-columns')
  }
  const pairs = pairsOf(answers)
  const telling = pairs?.filter(({ got, expected }) => differ(got, expected)) ?? []
  if (pairs === undefined || telling.length < NUMBERS) return undefined
  const holds = (rule: (pair: Pair) => number) => pairs.every((pair) => agree(pair.got, rule(pair)))
  if (holds(({ expected }) => -expected)) return noted('sign')
  const scaled = lengthFactor(pairs, names, holds)
  if (scaled) return noted('length-factor', scaled)
  const constant = constantRelation(pairs, holds)
  return constant && noted(constant)
}

export function noted(note: GenericNote, title: string = GENERIC_NOTES[note].title): Recognition {
  return { kind: 'note', note, title, hint: GENERIC_NOTES[note].hint, by: 'values' }
}

type Holds = (rule: (pair: Pair) => number) => boolean

const POWERS: readonly (readonly [power: number, title: (argument: string) => string])[] = [
  [-1, (argument) => `every number is divided by the length of ${argument}`],
  [1, (argument) => `every number is multiplied by the length of ${argument}`],
  [-0.5, (argument) => `every number is divided by the square root of the length of ${argument}`],
  [0.5, (argument) => `every number is multiplied by the square root of the length of ${argument}`],
]

/** A sum for a mean: the factor is the length of an argument, in answers of different lengths. */
function lengthFactor(
  pairs: readonly Pair[],
  names: readonly string[],
  holds: Holds,
): string | undefined {
  for (const [power, title] of POWERS) {
    const at = names.findIndex((_, k) => {
      const lengths = new Set(pairs.map((pair) => pair.lengths[k] ?? 0))
      if (lengths.has(0) || lengths.size < 2) return false
      return holds((pair) => (pair.lengths[k] as number) ** power * pair.expected)
    })
    if (at >= 0) return title(names[at] as string)
  }
  return undefined
}

function constantRelation(pairs: readonly Pair[], holds: Holds): GenericNote | undefined {
  const first = pairs[0] as Pair
  if (pairs.every(({ expected }) => agree(expected, first.expected))) return undefined
  if (holds(() => first.got)) return 'constant-value'
  const largest = pairs.reduce((best, pair) =>
    Math.abs(pair.expected) > Math.abs(best.expected) ? pair : best,
  )
  const factor = largest.got / largest.expected
  if (holds(({ expected }) => factor * expected)) return 'constant-factor'
  const shift = first.got - first.expected
  return holds(({ expected }) => expected + shift) ? 'offset' : undefined
}

/** Every number of the answers, part by part; parts that are right in all of them are left out. */
function pairsOf(answers: readonly DataAnswer[]): readonly Pair[] | undefined {
  const parts = new Map<string, Pair[]>()
  for (const { arguments: given, got, expected } of answers) {
    const lengths = given.map((value) => (Array.isArray(value) ? value.length : 0))
    for (const [name, part] of partsOf(expected)) {
      const numbers = flat(part)
      const others = flat(partsOf(got).find(([other]) => other === name)?.[1] ?? null)
      if (numbers === undefined || others?.length !== numbers.length) return undefined
      const pairs = numbers.map((right, k) => ({
        got: others[k] as number,
        expected: right,
        lengths,
      }))
      parts.set(name, [...(parts.get(name) ?? []), ...pairs])
    }
  }
  return [...parts.values()].filter(isWrongSomewhere).flat()
}

function isWrongSomewhere(pairs: readonly Pair[]): boolean {
  return pairs.some(({ got, expected }) => differ(got, expected))
}

/** An object's properties; anything else is one part. */
function partsOf(data: Json): readonly (readonly [string, Json])[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [['', data]]
  return Object.entries(data)
}

/** All numbers in their order; undefined where anything else, or no finite number, is among them. */
function flat(data: Json): readonly number[] | undefined {
  if (Array.isArray(data)) {
    const inner = data.map((item) => flat(item as Json))
    return inner.every((part) => part !== undefined) ? inner.flat() : undefined
  }
  const value = isScalar(data) ? decodeScalar(data) : Number.NaN
  return Number.isFinite(value) ? [value] : undefined
}

export function isScalar(data: Json): data is Scalar {
  return typeof data === 'number' || /^(NaN|-?Infinity|-0)$/.test(String(data))
}

function sameData(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, k) => sameData(item as Json, b[k] as Json))
  }
  const [one, other] = [flat(a), flat(b)]
  return one?.length === 1 && other?.length === 1 && agree(one[0] as number, other[0] as number)
}

function transposed(data: Json): Json {
  const rows = data as readonly (readonly Json[])[]
  const isMatrix = Array.isArray(data) && rows.every((row) => Array.isArray(row))
  return isMatrix ? (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? null)) : data
}
