import { say } from '../messages/render.ts'
import type { Counterexample, Evidence, Json, Recognition } from '../report.ts'
import type { CallResult } from '../submission/session.ts'
import { allFinite, compareData, type DataMismatch, type DataTolerance } from './compare-data.ts'
import type { CheckContext, Outcome } from './define-check.ts'

/** A list of arguments and what is right for them. */
export interface Trial {
  readonly arguments: readonly Json[]
  readonly expected: Json
}

/** What a submission made of a trial. */
export interface TrialResult {
  readonly trial: Trial
  readonly result: CallResult
  readonly mismatch?: DataMismatch
}

/** A wrong answer to the same question, by note. */
export type WrongAnswers = {
  readonly [note: string]: (args: readonly Json[]) => Json
}

interface Question {
  readonly trials: readonly Trial[]
  readonly tolerance: DataTolerance
  readonly mistakes: WrongAnswers
  readonly normalise: (got: Json) => Json
}

/** Calls a function with every list of arguments, and compares: what `call` and `gradient` share. */
export async function askTrials(context: CheckContext, question: Question): Promise<Outcome> {
  const results: TrialResult[] = []
  for (const trial of question.trials) {
    const { function: spec, session } = context
    const result = await session.call({ function: spec.name, arguments: trial.arguments })
    results.push(judged(trial, result, question))
    if (result.kind === 'fault' && result.cause !== 'crashed') break
  }
  const failed = results.filter(isWrong)
  const points = { tested: results.length, failed: failed.length }
  const [first] = failed
  if (first === undefined) {
    const says = say('data.right', { tested: points.tested })
    return { status: 'passed', says, points, evidence: [] }
  }
  const recognition = recogniseData(context, results, question)
  return { ...wrongAnswer(context, first), points, ...(recognition && { recognition }) }
}

function judged(trial: Trial, result: CallResult, question: Question): TrialResult {
  if (result.kind !== 'returned') return { trial, result }
  const value = question.normalise(result.value)
  const mismatch = compareData(value, trial.expected, question.tolerance)
  const normalised = { ...result, value }
  return mismatch === undefined
    ? { trial, result: normalised }
    : { trial, result: normalised, mismatch }
}

function isWrong({ result, mismatch }: TrialResult): boolean {
  return result.kind !== 'returned' || result.unstable !== undefined || mismatch !== undefined
}

type Verdict = Omit<Outcome, 'points'>

function wrongAnswer(context: CheckContext, { trial, result, mismatch }: TrialResult): Verdict {
  const inputs = inputsOf(context, trial.arguments)
  const failed = { status: 'failed' as const, evidence: [] as readonly Evidence[] }
  const name = context.function.name
  if (result.kind === 'fault') {
    const says = say('data.fault', {
      function: name,
      inputs: shortInputs(inputs),
      message: result.message,
    })
    const place = result.place ? [result.place] : []
    return { ...failed, cause: result.cause, says, evidence: [inputsRemark(inputs), ...place] }
  }
  if (result.kind === 'not-data') {
    const says = say('data.not-data', { function: name, where: result.where, found: result.found })
    return { ...failed, cause: 'wrong-answer', says, evidence: [inputsRemark(inputs)] }
  }
  if (result.unstable !== undefined) {
    const [got, again] = [result.value, result.unstable]
    const says = say('submission.unstable', {
      function: name,
      inputs: shortInputs(inputs),
      got,
      again,
    })
    return { ...failed, cause: 'not-deterministic', says }
  }
  const found = mismatch as DataMismatch
  return {
    ...failed,
    cause: 'wrong-answer',
    says: sentenceFor(name, inputs, found),
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
    got,
    expected: { kind: 'value', value: expected },
    ...(where !== '' && { where }),
    ...(difference !== undefined && { difference: difference as number }),
    ...(tolerance !== undefined && { tolerance }),
  }
}

function inputsRemark(inputs: Counterexample['inputs']): Evidence {
  return { kind: 'remark', text: `called with ${JSON.stringify(inputs)}` }
}

export function inputsOf(context: CheckContext, args: readonly Json[]): Counterexample['inputs'] {
  return Object.fromEntries(
    args.map((value, index) => [
      context.function.arguments[index] ?? `argument ${index + 1}`,
      value,
    ]),
  )
}

/** A sentence names the arguments only where they are short; the evidence always has them whole. */
function shortInputs(inputs: Counterexample['inputs']): Counterexample['inputs'] {
  const short = JSON.stringify(inputs).length <= 100
  return short ? inputs : Object.fromEntries(Object.keys(inputs).map((name) => [name, '…']))
}

function recogniseData(
  context: CheckContext,
  results: readonly TrialResult[],
  question: Question,
): Recognition | undefined {
  const note = Object.keys(question.mistakes).find((name) =>
    isMistake(question.mistakes[name], results, question.tolerance),
  )
  return note === undefined ? undefined : noteOf(context, note)
}

/** The same data wherever both have an answer, and at least once another one than the truth. */
function isMistake(
  mistake: WrongAnswers[string] | undefined,
  results: readonly TrialResult[],
  tolerance: DataTolerance,
): boolean {
  let telling = 0
  for (const { trial, result, mismatch } of results) {
    if (result.kind !== 'returned' || mistake === undefined) continue
    const wrong = attempt(mistake, trial.arguments)
    if (wrong === undefined) continue
    if (compareData(result.value, wrong, tolerance) === undefined) {
      if (mismatch !== undefined) telling++
    } else if (allFinite(wrong)) return false
  }
  return telling > 0
}

/** A mistake may be impossible for some shapes. */
function attempt(mistake: WrongAnswers[string], args: readonly Json[]): Json | undefined {
  try {
    return mistake(args)
  } catch {
    return undefined
  }
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
