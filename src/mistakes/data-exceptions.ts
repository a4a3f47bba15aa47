import { decodeScalar, type Json, type Recognition } from '../report/report.ts'
import { type DataAnswer, isScalar, noted } from './data-relations.ts'
import { agree } from './match.ts'

/** An answer that was judged. */
export interface JudgedAnswer extends DataAnswer {
  readonly right: boolean
}

/** So many answers of a length of 1 must be right, and so many longer ones wrong, that none is an accident. */
const SHORT = 2
const LONG = 3

/**
 * What answers have in common that are wrong only now and then: none of their finite numbers is
 * wrong, or none that has an argument of length 1; else whether the first of them is no finite number.
 * @param names of the arguments
 */
export function dataException(
  answers: readonly JudgedAnswer[],
  names: readonly string[],
): Recognition | undefined {
  const wrong = answers.filter(({ right }) => !right)
  if (wrong.length > 0 && wrong.every(isRightWhereFinite)) return noted('not-finite')
  const at = names.findIndex((_, k) => isRightAlone(answers, k))
  if (at >= 0) {
    return noted('right-alone', `wrong only where the length of ${names[at]} is more than 1`)
  }
  // The first is the one that is shown.
  if (wrong[0] === undefined || !beginsNotFinite(wrong[0])) return undefined
  return noted('not-finite', 'NaN or Infinity, where a finite number is right')
}

function isRightWhereFinite({ got, expected }: DataAnswer): boolean {
  const [given, truth] = [numbersOf(got), numbersOf(expected)]
  if (given === undefined || truth === undefined || given.length !== truth.length) return false
  if (!given.some(Number.isFinite) && given.length > 1) return false
  return truth.every((value, k) => {
    const one = given[k] as number
    return Number.isFinite(value) && (!Number.isFinite(one) || agree(one, value))
  })
}

function beginsNotFinite({ got, expected }: DataAnswer): boolean {
  const [given = [], truth = []] = [numbersOf(got), numbersOf(expected)]
  if (given.length !== truth.length) return false
  const first = truth.findIndex((value, k) => !agree(given[k] as number, value))
  return first >= 0 && Number.isFinite(truth[first]) && !Number.isFinite(given[first])
}

/** Whether an argument's length tells wrong answers from right ones, but for some that are right by chance. */
function isRightAlone(answers: readonly JudgedAnswer[], k: number): boolean {
  const lengthOf = ({ arguments: given }: DataAnswer) =>
    Array.isArray(given[k]) ? given[k].length : 0
  const short = answers.filter((answer) => lengthOf(answer) <= 1)
  const long = answers.filter((answer) => lengthOf(answer) > 1)
  const wrong = long.filter(({ right }) => !right).length
  if (wrong < LONG || 2 * wrong < long.length || !short.every(({ right }) => right)) return false
  return short.filter((answer) => lengthOf(answer) === 1).length >= SHORT
}

type Named = { readonly [name: string]: Json }

/** All numbers in their order, properties by their names; undefined where anything else is among them. */
function numbersOf(data: Json): readonly number[] | undefined {
  if (isScalar(data)) return [decodeScalar(data)]
  if (typeof data !== 'object' || data === null) return undefined
  const names = Object.keys(data).sort()
  const parts = Array.isArray(data) ? data : names.map((name) => (data as Named)[name])
  const inner = parts.map((part) => numbersOf(part as Json))
  return inner.every((part) => part !== undefined) ? inner.flat() : undefined
}
