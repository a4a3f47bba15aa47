import { isNumber } from '../checks/compare-data.ts'
import type { CheckContext, Outcome } from '../checks/define-check.ts'
import type { FunctionSpec } from '../exercise.ts'
import { render } from '../messages/render.ts'
import { needlessArguments } from '../reference/needless-arguments.ts'
import {
  decodeScalar,
  type Evidence,
  type Recognition,
  type SourcePlace,
} from '../report/report.ts'
import type { Observation, ObservationRequest } from '../session.ts'

/** A known mistake, and where the source shows it. */
export interface Recognised {
  readonly note: Recognition
  readonly place?: SourcePlace
  /** Whether another answer was seen to come of writing it otherwise. */
  readonly tried?: boolean
}

/** What the source says of a failure: first what stands wrong there, then what is only suspicious. */
export async function observations(
  { session, function: spec, exercise, spec: asked }: CheckContext,
  outcome: Outcome,
): Promise<{ readonly cause?: Recognised; readonly suspicion?: Recognised }> {
  const seen = await session.observe({
    function: spec.name,
    arguments: spec.arguments,
    needless: needlessArguments(exercise, spec),
    tensors: tensorsOf(spec.signature),
    judged: Object.keys(exercise.functions),
    gave: asked.kind === 'stability' ? 'far-out' : whatCame(outcome),
    ...callShown(outcome, spec),
  })
  const cause = seen.find(({ suspicion }) => !suspicion)
  const suspicion = seen.find((one) => one.suspicion && isReason(one, outcome))
  return {
    ...(cause && { cause: recognised(cause) }),
    ...(suspicion && {
      suspicion: { ...recognised(suspicion), tried: suspicion.repaired !== undefined },
    }),
  }
}

/** A repair that changes a wrong answer into another wrong one is no advice. */
function isReason({ repaired }: Observation, { accepts }: Outcome): boolean {
  return repaired === undefined || accepts === undefined || accepts(repaired)
}

/** The call at which the failure is shown, where it can be made again with data alone. */
function callShown(outcome: Outcome, spec: FunctionSpec): Pick<ObservationRequest, 'call'> {
  const { evidence, failedAt } = outcome
  const example = evidence.find((item) => item.kind === 'counterexample')
  const run = failedAt?.run
  if (example === undefined && run && 'arguments' in run) return { call: run.arguments }
  const inputs = Object.entries(example?.inputs ?? {})
  const isWhole = inputs.map(([name]) => name).join() === spec.arguments.join()
  if (example === undefined || !isWhole || tensorsOf(spec.signature).length > 0) return {}
  const call = inputs.map(([, value]) => (isNumber(value) ? decodeScalar(value) : value))
  return call.some((value) => typeof value === 'number' && !Number.isFinite(value)) ? {} : { call }
}

/** `x` in `(tf: Tf, x: Tensor, alpha: number) => Tensor`. */
function tensorsOf(signature: string): string[] {
  return [...signature.matchAll(/(\w+)\??:\s*Tensor\b/g)].map(([, name = '']) => name)
}

function whatCame({ cause, evidence, says }: Outcome): ObservationRequest['gave'] {
  if (cause === 'missing-export') return 'missing'
  if (cause === 'crashed') return 'error'
  const example = evidence.find((item) => item.kind === 'counterexample')
  const got = example?.got ?? says.values.found
  if (got === 'undefined') return 'undefined'
  return typeof got === 'string' ? 'no-number' : 'wrong'
}

/** As a note among the others: its id is stable, its sentence and its remedy are of the catalogue. */
export function recognised({ id, says, place }: Observation): Recognised {
  const hint = render({ id: `${says.id}.do`, values: says.values })
  return { note: { kind: 'note', note: id, title: render(says), hint, by: 'source', says }, place }
}

/** What explains it stands first; its place is said once. */
export function withRecognised(
  evidence: readonly Evidence[],
  known: Recognised | undefined,
): readonly Evidence[] {
  if (known === undefined) return evidence
  const { note, place } = known
  if (place === undefined) return note.by === 'source' ? [note, ...evidence] : [...evidence, note]
  const isSame = (item: Evidence) => item.kind === 'source' && item.line === place.line
  return [note, place, ...evidence.filter((item) => !isSame(item))]
}
