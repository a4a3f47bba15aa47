import { decodeScalar, type Json, type Recognition } from '../report/report.ts'
import { type DataAnswer, isScalar, noted } from './data-relations.ts'

/** An answer that was judged. */
export interface JudgedAnswer extends DataAnswer {
  /** The first number that is wrong, which is the one that is shown; nothing in a right answer. */
  readonly wrong?: { readonly got: Json; readonly expected: Json }
  /** Whether the check, within its own tolerance, takes this answer for right. */
  readonly accepts: (answer: Json) => boolean
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
  const wrong = answers.filter(isWrong)
  if (wrong.length > 0 && wrong.every(isRightWhereFinite)) return noted('not-finite')
  const at = names.findIndex((_, k) => isRightAlone(answers, k))
  if (at >= 0) {
    return noted('right-alone', `wrong only where the length of ${names[at]} is more than 1`)
  }
  // The first is the one that is shown.
  if (wrong[0] === undefined || !beginsNotFinite(wrong[0])) return undefined
  return noted('not-finite', 'NaN or Infinity, where a finite number is right')
}

function isWrong({ wrong }: JudgedAnswer): boolean {
  return wrong !== undefined
}

/** Whether the check takes the answer once the truth stands for what is not finite in it. */
function isRightWhereFinite({ got, expected, accepts }: JudgedAnswer): boolean {
  const [given, truth] = [numbersOf(got), numbersOf(expected)]
  if (given === undefined || truth === undefined || given.length !== truth.length) return false
  const broken = given.filter((value) => !Number.isFinite(value)).length
  if (broken === 0 || (broken === given.length && given.length > 1)) return false
  return truth.every(Number.isFinite) && accepts(mended(got, expected))
}

/** An answer with the truth in place of what is not finite. */
function mended(got: Json, expected: Json): Json {
  if (isScalar(got)) return Number.isFinite(decodeScalar(got)) ? got : expected
  if (Array.isArray(got)) return got.map((part, k) => mended(part, inside(expected, k)))
  const parts = Object.entries(got as Named)
  return Object.fromEntries(
    parts.map(([name, part]) => [name, mended(part, inside(expected, name))]),
  )
}

function inside(data: Json, key: string | number): Json {
  return typeof data === 'object' ? ((data as Named | null)?.[key] ?? null) : null
}

function beginsNotFinite({ wrong }: JudgedAnswer): boolean {
  if (wrong === undefined || !isScalar(wrong.got) || !isScalar(wrong.expected)) return false
  const [given, truth] = [decodeScalar(wrong.got), decodeScalar(wrong.expected)]
  return Number.isFinite(truth) && !Number.isFinite(given)
}

/** Whether an argument's length tells wrong answers from right ones, but for some that are right by chance. */
function isRightAlone(answers: readonly JudgedAnswer[], k: number): boolean {
  const lengthOf = ({ arguments: given }: DataAnswer) =>
    Array.isArray(given[k]) ? given[k].length : 0
  const short = answers.filter((answer) => lengthOf(answer) <= 1)
  const long = answers.filter((answer) => lengthOf(answer) > 1)
  const wrong = long.filter(isWrong).length
  if (wrong < LONG || 2 * wrong < long.length || short.some(isWrong)) return false
  const alone = short.filter((answer) => lengthOf(answer) === 1)
  return alone.length >= SHORT && isWorkToBeRight(alone)
}

/** Whether the right answers differ by more than their shapes: the softmax of one number is always 1. */
function isWorkToBeRight(answers: readonly DataAnswer[]): boolean {
  const parts = answers.flatMap(({ expected }): readonly unknown[] => {
    return numbersOf(expected) ?? [JSON.stringify(expected)]
  })
  return new Set(parts).size > 1
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
