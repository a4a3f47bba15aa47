import { say } from '../messages/render.ts'
import type { Counterexample, Evidence, Json } from '../report/report.ts'
import type { CallResult } from '../session.ts'
import type { CheckContext, Outcome } from './define-check.ts'

/** A call of the submission with data. */
export interface Call {
  readonly args: readonly Json[]
  readonly result: CallResult
}

export type Answer = { readonly value: Json } | { readonly broken: Omit<Outcome, 'points'> }

/** The data that a call gave; a verdict where it ended abnormally or gave no data. */
export function answerOf(context: CheckContext, { args, result }: Call): Answer {
  const inputs = inputsOf(context, args)
  const about = { function: context.function.name, inputs: shortInputs(inputs) }
  const evidence = [calledWith(inputs)]
  const failedAt = { inputs, run: { arguments: args } }
  if (result.kind === 'fault') {
    const { cause, message, place } = result
    const says = say('data.fault', { ...about, message })
    const places = place ? [place] : []
    const told = [...evidence, ...places]
    return { broken: { status: 'failed', cause, says, evidence: told, failedAt } }
  }
  if (result.kind === 'not-data') {
    const { where, found } = result
    const says = say('data.not-data', { function: about.function, where, found })
    return { broken: { status: 'failed', cause: 'wrong-answer', says, evidence, failedAt } }
  }
  return { value: result.value }
}

/** Every answer is right, but what one was made of is not what it was before. */
export function rewrittenArguments(
  context: CheckContext,
  calls: readonly Call[],
): Outcome | undefined {
  const rewriting = calls.filter(({ result }) => positionRewritten(result) !== undefined)
  const [first] = rewriting
  if (first === undefined) return undefined
  const name = context.function.name
  const argument = nameOfArgument(context, positionRewritten(first.result) ?? 0)
  const text = `${name} should leave its argument ${argument} unchanged, but ${argument} is another one after the call: write into a copy of it`
  return {
    status: 'failed',
    cause: 'wrong-answer',
    says: say('property.wrong', { text }),
    points: { tested: calls.length, failed: rewriting.length },
    evidence: [calledWith(inputsOf(context, first.args))],
    explained: true,
  }
}

function positionRewritten(result: CallResult): number | undefined {
  return result.kind === 'returned' ? result.rewrote : undefined
}

export function calledWith(inputs: Counterexample['inputs']): Evidence {
  return { kind: 'remark', text: `called with ${JSON.stringify(inputs)}` }
}

export function inputsOf(context: CheckContext, args: readonly Json[]): Counterexample['inputs'] {
  return Object.fromEntries(args.map((value, index) => [nameOfArgument(context, index), value]))
}

export function nameOfArgument(
  { function: { arguments: names } }: CheckContext,
  index: number,
): string {
  return names[index] ?? `argument ${index + 1}`
}

/** A sentence names the arguments only where they are short; the evidence always has them whole. */
export function shortInputs(inputs: Counterexample['inputs']): Counterexample['inputs'] {
  const short = JSON.stringify(inputs).length <= 100
  return short ? inputs : Object.fromEntries(Object.keys(inputs).map((name) => [name, '…']))
}
