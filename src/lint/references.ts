import type { SpecProblem } from '../errors.ts'
import type { Exercise, FunctionSpec } from '../exercise.ts'
import { differentiate } from '../formula/differentiate.ts'
import { domainOf } from '../formula/domain.ts'
import type { Expr } from '../formula/expr.ts'
import type { Place } from './bench.ts'
import { type ExerciseBench, problemsOf } from './bench.ts'
import { pathOfTruth } from './places.ts'

/** More disputed points than this, and float32 is no explanation any more. */
const DISPUTED_SHARE = 0.02

export function isPointwise(spec: FunctionSpec): boolean {
  return spec.shape === 'scalar' && (spec.formula ?? spec.derivative) !== undefined
}

/** The three oracles must agree on every reference: TensorFlow.js, float64, and the prover. */
export async function lintReferences(
  exercise: Exercise,
  bench: ExerciseBench,
): Promise<SpecProblem[]> {
  const problems: SpecProblem[] = []
  for (const spec of Object.values(exercise.functions).filter(isPointwise)) {
    const place = bench.placeOf(pathOfTruth(exercise, spec.name))
    problems.push(...(await numbersDisagree(exercise, spec, { bench, place })))
    problems.push(...proofDisagrees(exercise, spec, { bench, place }))
  }
  return problems
}

interface Placed {
  readonly bench: ExerciseBench
  readonly place: Place
}

async function numbersDisagree(
  exercise: Exercise,
  spec: FunctionSpec,
  { bench, place }: Placed,
): Promise<readonly SpecProblem[]> {
  try {
    const request = { ...bench.options, function: spec.name, rows: [] }
    const table = await bench.services.referenceTable(exercise, request)
    const { disputed } = table.agreement
    if (disputed <= DISPUTED_SHARE * table.low.length) return []
    const message = `TensorFlow.js and float64 disagree about ${spec.name} at ${disputed} of ${table.low.length} points`
    return [{ ...place, message }]
  } catch (error) {
    return problemsOf(error, place)
  }
}

/** A closed form of a derivative is refuted exactly, not only at points. */
function proofDisagrees(
  exercise: Exercise,
  spec: FunctionSpec,
  { bench, place }: Placed,
): SpecProblem[] {
  const of = spec.derivative && exercise.functions[spec.derivative.of]?.formula
  if (of === undefined || spec.formula === undefined || spec.derivative === undefined) return []
  const derived = differentiate(of, spec.derivative.in)
  const question = { domain: domainOf(spec.arguments, exercise), tolerance: 0 }
  const decision = bench.services.prove(spec.formula, derived, question)
  if (decision.verdict !== 'different') return []
  const at = Object.entries(decision.witness).map(([name, value]) => `${name} = ${value}`)
  return [
    {
      ...place,
      message: `the formula of ${spec.name} is not the derivative of ${spec.derivative.of}: they differ at ${at.join(', ')}`,
    },
  ]
}

const SAME: ReadonlySet<string> = new Set(['equal', 'equal-on-domain', 'equal-up-to-rounding'])

/** A mistake that is the right answer in another form would be held against those who are right. */
export function lintMistakes(exercise: Exercise, bench: ExerciseBench): SpecProblem[] {
  const specs = Object.values(exercise.functions).filter(isPointwise)
  return specs.flatMap((spec) => rightMistakes(exercise, spec, bench))
}

function rightMistakes(
  exercise: Exercise,
  spec: FunctionSpec,
  { services, placeOf }: ExerciseBench,
): SpecProblem[] {
  const truth = truthOf(exercise, spec)
  const question = { domain: domainOf(spec.arguments, exercise), tolerance: 0 }
  return exercise.mistakes.flatMap(({ function: name, note, formula }, index) => {
    if (name !== spec.name || formula === undefined) return []
    if (!SAME.has(services.prove(formula, truth, question).verdict)) return []
    const place = placeOf(['mistakes', index, 'formula'])
    const message = `the mistake ${note} is the right answer of ${name} in another form`
    return [{ ...place, message, advice: 'write what the mistake computes' }]
  })
}

/** What a function is compared with, as a formula. */
export function truthOf(exercise: Exercise, spec: FunctionSpec): Expr {
  if (spec.formula) return spec.formula
  const { of, in: variable } = spec.derivative as NonNullable<FunctionSpec['derivative']>
  return differentiate(exercise.functions[of]?.formula as Expr, variable)
}
