import type { z } from 'zod'
import { say } from '../messages/render.ts'
import { dataException, type JudgedAnswer } from '../mistakes/data-exceptions.ts'
import { dataRelation } from '../mistakes/data-relations.ts'
import { encodeData, unsigned } from '../reference/trials/data.ts'
import { float32Tolerance } from '../reference/trials/steadiness.ts'
import type { Trial, TrialTable } from '../reference/trials/trial-table.ts'
import type { Counterexample, Json, Recognition } from '../report/report.ts'
import type { CallResult } from '../session.ts'
import { answerOf, inputsOf, rewrittenArguments, shortInputs } from './called.ts'
import {
  allFinite,
  asGot,
  compareData,
  type DataMismatch,
  type DataTolerance,
  hasNaN,
  noneFinite,
} from './compare-data.ts'
import type { CheckContext, Outcome } from './define-check.ts'
import { dependsOnMore, remembers } from './dependence.ts'
import { disagreement } from './evidence.ts'
import { nothingJudged } from './nothing-judged.ts'

/** The key by which a check of `exercise.yaml` sets its own tolerance. */
export const trialTolerance = (zod: typeof z) =>
  zod
    .strictObject({
      absolute: zod.number().min(0).describe('What any answer may be off, such as 1e-6'),
      relative: zod
        .number()
        .min(0)
        .describe('What it may be off besides, as a share of |expected|'),
    })
    .optional()
    .describe('How far an answer may be off: absolute + relative · |expected|')

type AskedTrial = Pick<Trial, 'arguments' | 'expected' | 'mistakes'>
type ToleranceOf = (trial: AskedTrial) => DataTolerance

/** The key by which a check of `exercise.yaml` asks for what its statement promises. */
export const leavesArguments = (zod: typeof z) =>
  zod.boolean().optional().describe('Whether the function must leave its arguments unchanged')

/** What a submission made of a trial. */
interface TrialResult {
  readonly trial: AskedTrial
  readonly result: CallResult
  readonly mismatch?: DataMismatch
}

interface Question {
  readonly trials: readonly AskedTrial[]
  readonly tolerance: ToleranceOf
  readonly agreement?: TrialTable['agreement']
  /** Another way to write the same answer, as what is expected is written. */
  readonly normalise: (got: Json) => Json
  /** Whether the statement promises that arguments are left as they are. */
  readonly pure?: boolean
}

/** Calls a function with every list of arguments, and compares: what `call` and `gradient` share. */
export async function askTrials(context: CheckContext, question: Question): Promise<Outcome> {
  const { function: spec, session } = context
  // Where corners alone are asked for, there may be none.
  if (question.trials.length === 0 && !context.options.cornersOnly) return nothingJudged(context)
  const trials = question.trials.map(spelt)
  const calls = trials.map((trial) => trial.arguments)
  const answers = await session.call({ function: spec.name, calls })
  const results = answers.results.map((result, index) =>
    judged(trials[index] as AskedTrial, result, question),
  )
  const failed = results.filter(isWrong)
  const points = { tested: results.length, failed: failed.length }
  const disputes = question.agreement ? disagreement(question.agreement) : []
  const [first] = failed
  if (first !== undefined) {
    const verdict = await wrongVerdict(context, { results, first, question })
    return { ...verdict, evidence: [...verdict.evidence, ...disputes], points }
  }
  if (answers.memory) return remembers(context, answers.memory, points.tested)
  const made = results.map(({ trial, result }) => ({ args: trial.arguments, result }))
  const rewriting = question.pure ? rewrittenArguments(context, made) : undefined
  if (rewriting) return rewriting
  const says = say('data.right', { tested: points.tested })
  return { status: 'passed', says, points, evidence: disputes }
}

interface WrongTrials {
  readonly results: readonly TrialResult[]
  readonly first: TrialResult
  readonly question: Question
}

async function wrongVerdict(
  context: CheckContext,
  { results, first, question }: WrongTrials,
): Promise<Verdict> {
  const { trial, result } = first
  const accepts = (other: CallResult) => !isWrong(judged(trial, other, question))
  const more = await dependsOnMore(context, {
    args: trial.arguments,
    result,
    later: first !== results[0],
    isRight: accepts,
  })
  if (more) return more
  const recognition = recogniseData(context, results, question.tolerance)
  const resembles = recognition === undefined ? relation(context, results, question) : undefined
  return {
    ...wrongAnswer(context, first),
    accepts,
    ...(recognition && { recognition }),
    ...(resembles && { resembles }),
  }
}

/** A trial as it is sent and reported: JSON has no word for NaN, infinity and −0. */
function spelt({ arguments: args, expected, mistakes }: AskedTrial): AskedTrial {
  return {
    arguments: args.map(encodeData),
    expected: encodeData(unsigned(expected)),
    mistakes: Object.fromEntries(
      Object.entries(mistakes).map(([note, wrong]) => [note, wrong && encodeData(wrong)]),
    ),
  }
}

/** The check's own tolerance; else `float64` for answers of float64, and a wider one for float32. */
export function toleranceFor(
  { spec }: CheckContext,
  table: TrialTable,
  float64: DataTolerance,
): ToleranceOf {
  const own = spec.options.tolerance as DataTolerance | undefined
  if (own !== undefined) return () => own
  return table.by === 'float64' ? () => float64 : ({ expected }) => float32Tolerance(expected)
}

function judged(trial: AskedTrial, result: CallResult, question: Question): TrialResult {
  if (result.kind !== 'returned') return { trial, result }
  const value = question.normalise(result.value)
  const mismatch = compareData(value, trial.expected, question.tolerance(trial))
  const normalised = { ...result, value }
  return mismatch === undefined
    ? { trial, result: normalised }
    : { trial, result: normalised, mismatch }
}

function isWrong({ result, mismatch }: TrialResult): boolean {
  return result.kind !== 'returned' || mismatch !== undefined
}

type Verdict = Omit<Outcome, 'points'>

function wrongAnswer(context: CheckContext, { trial, result, mismatch }: TrialResult): Verdict {
  const answer = answerOf(context, { args: trial.arguments, result })
  if ('broken' in answer) return answer.broken
  const inputs = inputsOf(context, trial.arguments)
  const found = mismatch as DataMismatch
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: sentenceFor(context.function.name, inputs, found),
    evidence: [exampleOf(inputs, found)],
  }
}

function sentenceFor(name: string, inputs: Counterexample['inputs'], found: DataMismatch) {
  const common = { function: name, inputs: shortInputs(inputs), where: found.where }
  if (found.problem !== undefined) return say('data.shape', { ...common, problem: found.problem })
  return say('data.wrong', { ...common, expected: found.expected, got: found.got })
}

function exampleOf(inputs: Counterexample['inputs'], found: DataMismatch): Counterexample {
  const { where, got, expected, difference, tolerance } = found
  return {
    kind: 'counterexample',
    inputs,
    got: asGot(got, expected),
    expected: { kind: 'value', value: expected },
    ...(where !== '' && { where }),
    ...(difference !== undefined && { difference }),
    ...(tolerance !== undefined && { tolerance }),
  }
}

function recogniseData(
  context: CheckContext,
  results: readonly TrialResult[],
  tolerance: ToleranceOf,
): Recognition | undefined {
  const notes = Object.keys(results[0]?.trial.mistakes ?? {})
  const note = notes.find((name) => isMistake(name, results, tolerance))
  return note === undefined ? undefined : noteOf(context, note)
}

/** How the answers go with the right ones, where all calls gave one. */
function relation(
  context: CheckContext,
  results: readonly TrialResult[],
  { tolerance }: Question,
): Recognition | undefined {
  const answers = results.flatMap(({ trial, result, mismatch }): JudgedAnswer[] => {
    if (result.kind !== 'returned') return []
    const { arguments: given, expected } = trial
    const accepts = (answer: Json) => compareData(answer, expected, tolerance(trial)) === undefined
    const wrong = mismatch && { wrong: mismatch }
    return [{ arguments: given, got: result.value, expected, accepts, ...wrong }]
  })
  if (answers.length < results.length) return undefined
  const names = context.function.arguments
  return dataRelation(answers, names) ?? dataException(answers, names)
}

/**
 * The same data wherever both have an answer, and at least once another one than the truth. What is
 * not finite is the same for many mistakes, and rules none of them out, unless it is the truth. A NaN
 * in the answer rules none out either, and more answers than have one must be the mistake's: answers
 * with a number in them, for nothing but NaN is what any breakdown gives. A mistake that gives no
 * number where it is wrong is met only where no answer speaks against it.
 */
function isMistake(note: string, results: readonly TrialResult[], tolerance: ToleranceOf): boolean {
  let [telling, alike, broken] = [0, 0, 0]
  for (const { trial, result, mismatch } of results) {
    const wrong = trial.mistakes[note] ?? null
    if (result.kind !== 'returned' || wrong === null) continue
    if (compareData(result.value, wrong, tolerance(trial)) === undefined) {
      if (mismatch === undefined) continue
      if (noneFinite(wrong)) alike++
      else telling++
    } else if (hasNaN(result.value)) broken++
    else if (allFinite(wrong) || isTruth(wrong, trial)) return false
  }
  return telling > broken || (broken === 0 && alike > 0)
}

function isTruth(answer: Json, { expected }: AskedTrial): boolean {
  return compareData(answer, expected, { absolute: 0, relative: 0 }) === undefined
}

/** A note with the words that the exercise has for it. */
export function noteOf(context: CheckContext, note: string): Recognition | undefined {
  const { mistakes } = context.exercise
  const name = context.spec.function
  const said =
    mistakes.find((mistake) => mistake.note === note && mistake.function === name) ??
    mistakes.find((mistake) => mistake.note === note)
  if (said === undefined) return undefined
  return { kind: 'note', note, title: said.title, hint: said.hint, by: 'values' }
}
