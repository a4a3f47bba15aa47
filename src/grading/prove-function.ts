import type { Proof } from '../checks/define-check.ts'
import type { Exercise, FunctionSpec } from '../exercise.ts'
import { derivativeOf } from '../formula/differentiate.ts'
import type { Expr } from '../formula/expr.ts'
import { say } from '../messages/render.ts'
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
  if (!reference) return { kind: 'undecided', why: say('proof.no-reference') }
  if (found?.kind !== 'function') return { kind: 'undecided', why: say('not-followed.missing') }
  if (found.formula.kind === 'undecided') return found.formula
  const assumptions = Object.values(exercise.parameters).flatMap(({ assume }) => assume)
  const decision = source.services.prove(found.formula.expr, reference, assumptions)
  return { kind: 'decided', decision, formula: found.formula.expr, reference }
}

/** The truth as one formula: the exercise's own, or the derivative of the function it belongs to. */
export function referenceFormula(exercise: Exercise, spec: FunctionSpec): Expr | undefined {
  const { derivative } = spec
  const base = derivative && exercise.functions[derivative.of]?.formula
  return base && derivative ? derivativeOf(base, derivative.in) : spec.formula
}
