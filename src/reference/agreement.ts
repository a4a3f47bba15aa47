import type { Exercise } from '../exercise.ts'
import { mentions } from '../formula/differentiate.ts'
import type { Expr } from '../formula/expr.ts'
import { kinksOf } from '../formula/kinks.ts'
import type { Backend } from '../tensorflow/backend.ts'
import * as tensorflow from '../tensorflow/tensorflow.ts'
import { computeTable } from './reference.ts'
import type { ReferenceTable } from './table.ts'
import { leavesBudget } from './tolerance.ts'

/** The tables of every scalar function of a pack, by one backend, without any cache. */
export async function tablesOf(
  exercises: readonly Exercise[],
  backend: Backend,
  size: { readonly seed: number; readonly points: number; readonly exhaustive: boolean },
): Promise<ReferenceTable[]> {
  const engine = await backend.load()
  const machine = { engine, tensorflow, report: backend.report() }
  return exercises.flatMap((exercise) =>
    Object.values(exercise.functions)
      .filter((spec) => spec.shape === 'scalar' && (spec.formula ?? spec.derivative) !== undefined)
      .map((spec) =>
        computeTable(
          exercise,
          {
            ...{ ...size, exercise: exercise.id, specSha256: exercise.sha256 },
            ...{ function: spec.name, extra: [] },
          },
          machine,
        ),
      ),
  )
}

/** How two backends agree about one function; errors are shares of max(1, |truth|). */
export interface Agreement {
  readonly function: string
  readonly points: number
  readonly kinks: number
  /** Points off the kinks at which a backend leaves its float32 budget, and float64 decides. */
  readonly disputed: readonly [first: number, second: number]
  /** The largest error against float64 elsewhere. */
  readonly error: readonly [first: number, second: number]
  /** The largest difference between the two where neither is disputed. */
  readonly apart: number
  /** Points at which the two are further apart than the float32 budget although neither is disputed. */
  readonly broken: number
}

export function agreementOf(first: ReferenceTable, second: ReferenceTable): Agreement {
  let apart = 0
  let broken = 0
  for (const [i, truth] of first.low.entries()) {
    if (first.kink[i] === 1 || first.disputed[i] === 1 || second.disputed[i] === 1) continue
    const [a = Number.NaN, b = Number.NaN] = [first.tensorflow[i], second.tensorflow[i]]
    if (leavesBudget(a, b)) broken += 1
    else if (a !== b) apart = Math.max(apart, Math.abs(a - b) / Math.max(1, Math.abs(truth)))
  }
  return {
    function: first.function,
    points: first.low.length,
    kinks: first.kink.reduce((total, kink) => total + kink, 0),
    disputed: [first.agreement.disputed, second.agreement.disputed],
    error: [first.agreement.largest, second.agreement.largest],
    apart,
    broken,
  }
}

/** What a backend says of the derivative at a kink, beside the derivatives from both sides. */
export interface KinkConvention {
  readonly formula: string
  readonly at: number
  readonly left: number
  readonly right: number
  readonly tensorflow: number
}

/** The conventions of one backend for formulas in x and a parameter p. */
export async function kinkConventions(
  formulas: readonly { readonly text: string; readonly formula: Expr; readonly slope: Expr }[],
  parameter: number,
  backend: Backend,
): Promise<KinkConvention[]> {
  const engine = await backend.load()
  return formulas.flatMap(({ text, formula, slope }) => {
    const parameters: { [name: string]: number } = mentions(formula, 'p') ? { p: parameter } : {}
    return kinksOf(slope, 'x', parameters, [-20, 20]).map(({ at, left, right }) => {
      const columns = [at, parameter].map((value) => Float64Array.of(value))
      const inputs = { names: ['x', 'p'], columns }
      const [gradient = Number.NaN] = tensorflow.tensorflowGradient(engine, formula, inputs, 'x')
      return { formula: text, at, left, right, tensorflow: gradient }
    })
  })
}
