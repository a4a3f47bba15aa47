import { culpritOf } from '../checks/arithmetic.ts'
import { isNumber } from '../checks/compare-data.ts'
import type { CheckContext, Outcome, Proof } from '../checks/define-check.ts'
import { GENERIC_NOTES } from '../mistakes/generic-notes.ts'
import { recogniseMistake } from '../mistakes/recognise.ts'
import { decodeScalar, type Recognition } from '../report/report.ts'
import { observations, type Recognised } from './observed.ts'
import { swapped } from './swapped.ts'

/** The known mistake that explains a wrong answer, where there is one. */
export async function recognition(
  context: CheckContext,
  outcome: Outcome,
): Promise<Recognised | undefined> {
  if (outcome.recognition) return { note: outcome.recognition }
  if (outcome.explained) return undefined
  const { function: name, kind } = context.spec
  if (name === undefined || outcome.status !== 'failed' || ASK_OTHERWISE.has(kind)) return undefined
  if (!EXPLAINED.has(outcome.cause ?? '')) return undefined
  const { cause, suspicion } = await observations(context, outcome)
  if (cause) return cause
  // What is wrong far out alone is right by its numbers.
  if (kind === 'stability') return undefined
  const exchanged = isAskedAtPoints(context, outcome) ? await swapped(context, name) : undefined
  if (exchanged) return exchanged
  const note = await byNumbers(context, outcome, name)
  // What only warns is right but for its rounding: it holds no slip of the pen.
  const slip = outcome.fragile ? undefined : suspicion
  if (slip?.tried && note && VAGUE.has(note.note)) return slip
  return note ? { note } : (brokenPart(context, outcome, name) ?? slip ?? likeness(outcome))
}

/** What says less than a place in the source at which a repair was tried. */
const VAGUE: ReadonlySet<string> = new Set(['other-function', 'one-branch', 'approximation'])

/** What is forbidden is no slip of the pen. */
const ASK_OTHERWISE: ReadonlySet<string> = new Set(['policy', 'cost'])
const EXPLAINED: ReadonlySet<string> = new Set(['wrong-answer', 'crashed', 'missing-export'])

/** The part of the source's formula that is a NaN where one came out. */
function brokenPart(
  context: CheckContext,
  { evidence }: Outcome,
  name: string,
): Recognised | undefined {
  const example = evidence.find((item) => item.kind === 'counterexample')
  const found = context.found(name)
  if (example?.got !== 'NaN' || found?.kind !== 'function') return undefined
  if (found.formula.kind !== 'formula') return undefined
  const inputs = Object.entries(example.inputs).map(([argument, value]) => {
    return [argument, isNumber(value) ? decodeScalar(value) : Number.NaN] as const
  })
  if (inputs.length === 0 || inputs.some(([, value]) => Number.isNaN(value))) return undefined
  const culprit = culpritOf(found.formula.expr, Object.fromEntries(inputs), Number.NaN)
  if (culprit?.problem !== 'not-a-number') return undefined
  const at = inputs
    .filter(([argument]) => new RegExp(`\\b${argument}\\b`).test(culprit.expression))
    .map(([argument, value]) => `${argument} = ${value}`)
  if (at.length === 0) return undefined
  const title = `${culprit.expression} is NaN at ${at.join(', ')}`
  const { hint } = GENERIC_NOTES['not-a-number']
  return { note: { kind: 'note', note: 'not-a-number', title, hint, by: 'values' } }
}

function likeness({ resembles }: Outcome): Recognised | undefined {
  return resembles && { note: resembles }
}

/** Whether there are numbers to recognise a mistake by. */
function isAskedAtPoints({ options, function: asked }: CheckContext, { cause }: Outcome): boolean {
  // Any number of mistakes are alike at a single point.
  if (cause !== 'wrong-answer' || options.at.length > 0) return false
  // Without a formula there are no reference points: such a check knows its mistakes itself.
  return asked.shape === 'scalar' && (asked.formula ?? asked.derivative) !== undefined
}

/** A mistake that gives the same numbers, or that a proof shows. */
async function byNumbers(
  context: CheckContext,
  outcome: Outcome,
  name: string,
): Promise<Recognition | undefined> {
  const { exercise } = context
  if (!isAskedAtPoints(context, outcome)) return undefined
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
