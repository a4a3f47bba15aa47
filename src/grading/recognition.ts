import type { CheckContext, Outcome } from '../checks/define-check.ts'
import { recogniseMistake } from '../mistakes/recognise.ts'
import type { Recognition } from '../report/report.ts'

/** The known mistake that explains a wrong answer, where there is one. */
export async function recognition(
  context: CheckContext,
  outcome: Outcome,
): Promise<Recognition | undefined> {
  if (outcome.recognition) return outcome.recognition
  const { exercise, spec } = context
  const name = spec.function
  if (outcome.cause !== 'wrong-answer' || name === undefined) return undefined
  // Any number of mistakes are alike at a single point.
  if (context.options.at.length > 0) return undefined
  // A function that is right wherever it was compared matches no wrong formula.
  if (spec.kind === 'stability') return undefined
  const asked = exercise.functions[name]
  // Without a formula there are no reference points: such a check knows its mistakes itself.
  if (asked?.shape !== 'scalar' || !(asked.formula ?? asked.derivative)) return undefined
  // Where the exercise itself is at fault, there is nothing to recognise by; the checks say so.
  const table = await context.reference(name).catch(() => undefined)
  if (table === undefined) return undefined
  const { values } = await context.values(name)
  return recogniseMistake(exercise, name, table, values)
}
