import { say } from '../messages/render.ts'
import type { Evidence, Json, Message } from '../report/report.ts'
import { type CallResult, type Memory, usedUp } from '../session.ts'
import { calledWith, inputsOf, nameOfArgument, shortInputs } from './called.ts'
import type { CheckContext, Outcome } from './define-check.ts'

type Verdict = Omit<Outcome, 'points'>

/** One call, of so many, that has two answers: what the submission keeps from call to call is named. */
export function remembers(context: CheckContext, memory: Memory, tested: number): Outcome {
  const { arguments: args, alone, later, changed, sameObjects } = memory
  const { name } = context.function
  const inputs = inputsOf(context, args)
  const says =
    changed === undefined
      ? say('submission.unstable', {
          function: name,
          inputs: shortInputs(inputs),
          got: alone,
          again: later,
        })
      : say(sameObjects ? 'submission.remembers-object' : 'submission.remembers', {
          function: name,
          changed: nameOfArgument(context, changed),
        })
  const expected = {
    kind: 'property' as const,
    text: `what it is when nothing was called before: ${brief(alone)}`,
  }
  const evidence = [{ kind: 'counterexample' as const, inputs, got: later, expected }]
  return { ...notDeterministic(says, evidence), points: { tested, failed: 1 } }
}

interface WrongCall {
  readonly args: readonly Json[]
  /** What it gave, where that is not a number. */
  readonly result?: CallResult
  /** Whether other calls were made before it. */
  readonly later: boolean
  readonly isRight: (result: CallResult) => boolean
}

/**
 * Why a wrong answer is right elsewhere: where nothing was called before, or right after another
 * function of the file. Each function is judged by itself, and this is what people run into then.
 */
export async function dependsOnMore(
  context: CheckContext,
  { args, result, later, isRight }: WrongCall,
): Promise<Verdict | undefined> {
  // What used up all that it may use was stopped, and gave no answer that depends on anything.
  if (usedUp(result)) return undefined
  const { session, function: spec } = context
  const inputs = inputsOf(context, args)
  const isRightAlone = async () => {
    const { results } = await session.call({ function: spec.name, calls: [args], alone: true })
    return results[0] !== undefined && isRight(results[0])
  }
  if (later && (await isRightAlone())) return rightAlone(context, inputs)
  for (const other of neighbours(context)) {
    const first = other.arguments.map((name) => args[spec.arguments.indexOf(name)] as Json)
    const after = await afterCalling(context, { name: other.name, args: first }, args)
    if (!isRight(after)) continue
    // What is right there and alone as well does not need the other.
    if (!later && (await isRightAlone())) return rightAlone(context, inputs)
    return {
      status: 'failed',
      cause: 'wrong-answer',
      says: say('submission.needs-other', { function: spec.name, other: other.name }),
      evidence: [calledWith(inputs)],
      explained: true,
    }
  }
  return undefined
}

/** Right where nothing was called before, and wrong after other calls. */
export function rightAlone(
  { function: { name } }: CheckContext,
  inputs: { readonly [name: string]: Json },
): Verdict {
  const says = say('submission.right-alone', { function: name, inputs: shortInputs(inputs) })
  return notDeterministic(says, [calledWith(inputs)])
}

/** Functions of the file that can be called with what this one is called with. */
function neighbours({ exercise, function: own, found }: CheckContext) {
  return Object.values(exercise.functions).filter(
    ({ name, arguments: names }) =>
      name !== own.name &&
      names.length > 0 &&
      names.every((argument) => own.arguments.includes(argument)) &&
      found(name)?.kind === 'function',
  )
}

async function afterCalling(
  { session, function: { name } }: CheckContext,
  other: { readonly name: string; readonly args: readonly Json[] },
  args: readonly Json[],
): Promise<CallResult> {
  const call = (called: string, given: readonly Json[], as?: string) => ({
    do: 'call' as const,
    function: called,
    arguments: given.map((data) => ({ data })),
    ...(as !== undefined && { as }),
  })
  const steps = [call(other.name, other.args, 'nothing'), call(name, args)]
  const result = await session.program({ function: name, steps, alone: true })
  if (result.kind !== 'returned') return result
  return { kind: 'returned', value: result.values.at(-1) ?? null }
}

function notDeterministic(says: Message, evidence: readonly Evidence[]): Verdict {
  return { status: 'failed', cause: 'not-deterministic', says, evidence }
}

function brief(data: Json): string {
  const text = JSON.stringify(data)
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`
}
