import type { Proof } from '../checks/define-check.ts'
import type { Exercise } from '../exercise.ts'
import { domainOf, EVERYWHERE } from '../formula/domain.ts'
import { say } from '../messages/render.ts'
import type { Decision } from '../prover/decision.ts'
import { referenceFormula } from '../reference/reference-formula.ts'
import { defaultTolerance } from '../reference/tolerance.ts'
import type { Message } from '../report/report.ts'
import type { LoadResult } from '../session.ts'
import type { GradingServices } from './services.ts'

interface Source {
  readonly load: Extract<LoadResult, { kind: 'loaded' }>
  readonly services: GradingServices
}

/** Holds the formula that a submission's source computes against the reference's. */
export function proveFunction(exercise: Exercise, name: string, source: Source): Proof {
  const spec = exercise.functions[name]
  const reference = spec && referenceFormula(exercise, spec)
  const found = source.load.functions[name]
  if (!reference) return unknown(say('proof.no-reference'))
  if (found?.kind !== 'function') return unknown(say('not-followed.missing'))
  if (found.formula.kind === 'undecided') return { ...found.formula, verdict: 'refused' }
  const { expr: formula, assumes } = found.formula
  // Yes or no is asked of every number.
  const domain = spec.holds === undefined ? domainOf(spec.arguments, exercise) : EVERYWHERE
  const question = { domain, tolerance: defaultTolerance.float64 }
  const proved = source.services.prove(formula, reference, question)
  const decision = assumes.includes('float32-rounding') ? upToRounding(proved) : proved
  return { kind: 'decided', decision, domain, formula, reference }
}

function unknown(why: Message): Proof {
  return { kind: 'undecided', verdict: 'unknown', why }
}

/** What is rounded to float32 on the way is no more equal than that. */
function upToRounding(decision: Decision): Decision {
  if (decision.verdict !== 'equal' && decision.verdict !== 'equal-on-domain') return decision
  const { verdict, ...more } = decision
  const within = 'within' in more && { within: more.within }
  return { verdict: 'equal-up-to-rounding', ...within, ...more, because: 'float32' }
}
