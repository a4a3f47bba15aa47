import type { CheckContext, Outcome, Proof } from '../checks/define-check.ts'
import { GENERIC_NOTES } from '../mistakes/generic-notes.ts'
import { recogniseMistake } from '../mistakes/recognise.ts'
import type { Recognition } from '../report/report.ts'
import { recogniseInSource } from './recognise-in-source.ts'

/** The known mistake that explains a wrong answer, where there is one. */
export async function recognition(
  context: CheckContext,
  outcome: Outcome,
): Promise<Recognition | undefined> {
  if (outcome.recognition) return outcome.recognition
  const { exercise, spec } = context
  const name = spec.function
  if (name === undefined || spec.kind === 'stability') return undefined
  const slip = outcome.status === 'failed' ? await recogniseInSource(context, outcome) : undefined
  if (slip) return slip
  if (outcome.cause !== 'wrong-answer') return undefined
  // Any number of mistakes are alike at a single point.
  if (context.options.at.length > 0) return undefined
  const asked = exercise.functions[name]
  // Without a formula there are no reference points: such a check knows its mistakes itself.
  if (asked?.shape !== 'scalar' || !(asked.formula ?? asked.derivative)) return undefined
  // Where the exercise itself is at fault, there is nothing to recognise by; the checks say so.
  const table = await context.reference(name).catch(() => undefined)
  if (table === undefined) return undefined
  const short = shortConstants(context.proof(name))
  if (short) return short
  const { values, faultCount } = await context.values(name)
  const found = context.found(name)
  const formula = found?.kind === 'function' ? found.formula : undefined
  const written = formula?.kind === 'formula' ? formula.expr : 'not followed'
  const known = recogniseMistake(exercise, name, table, values, { written })
  // What returns no number gives no NaN either.
  return known?.note === 'nan-everywhere' && faultCount > 0 ? undefined : known
}

/** A proof that the formula is right, but for constants that are rounded. */
function shortConstants(proof: Proof): Recognition | undefined {
  if (proof.kind !== 'decided' || proof.decision.verdict !== 'different') return undefined
  const { precision } = proof.decision
  if (precision === undefined) return undefined
  const title = `${GENERIC_NOTES['short-constants'].title}: ${precision}`
  return {
    kind: 'note',
    note: 'short-constants',
    title,
    hint: GENERIC_NOTES['short-constants'].hint,
    by: 'proof',
  }
}
