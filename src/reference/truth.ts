import { SpecError } from '../errors.ts'
import type { Exercise, FunctionSpec } from '../exercise.ts'
import { differentiate } from '../formula/differentiate.ts'
import type { Expr } from '../formula/expr.ts'

/** What a function of an exercise has to compute, as formulas. */
export interface Truth {
  /** The formula that float64 evaluates. */
  readonly formula: Expr
  /** Set for a derivative: what TensorFlow.js differentiates, and in which argument. */
  readonly gradient?: { readonly of: Expr; readonly in: string }
  /** A derivative's own formula, where the author wrote one: it must agree with `formula`. */
  readonly written?: Expr
}

/** Throws a SpecError where the exercise gives neither a formula nor what to differentiate. */
export function truthOf(exercise: Exercise, name: string): Truth {
  return resolve(exercise, name, [])
}

function resolve(exercise: Exercise, name: string, path: readonly string[]): Truth {
  const spec = functionOf(exercise, name)
  if (path.includes(name)) throw atFault(exercise, `${name} is declared as its own derivative`)
  if (spec.derivative !== undefined) {
    const of = resolve(exercise, spec.derivative.of, [...path, name]).formula
    const formula = differentiate(of, spec.derivative.in)
    const gradient = { of, in: spec.derivative.in }
    return spec.formula === undefined
      ? { formula, gradient }
      : { formula, gradient, written: spec.formula }
  }
  if (spec.formula === undefined) {
    throw atFault(exercise, `${name} has neither a formula nor a derivative to be compared with`)
  }
  return { formula: spec.formula }
}

export function functionOf(exercise: Exercise, name: string): FunctionSpec {
  const spec = exercise.functions[name]
  if (spec === undefined) throw atFault(exercise, `there is no function ${name}`)
  return spec
}

export function atFault(exercise: Exercise, message: string, advice?: string): SpecError {
  const file = `${exercise.folder}/exercise.yaml`
  return new SpecError([advice === undefined ? { file, message } : { file, message, advice }])
}
