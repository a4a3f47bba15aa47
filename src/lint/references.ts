import type { SpecProblem } from '../errors.ts'
import type { Exercise, FunctionSpec } from '../exercise.ts'
import { differentiate } from '../formula/differentiate.ts'
import { domainOf } from '../formula/domain.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Expr } from '../formula/expr.ts'
import { variableOf } from '../reference/sampling.ts'
import type { ReferenceTable } from '../reference/table.ts'
import { leavesBudget } from '../reference/tolerance.ts'
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
    const disputed = disputedPoints(exercise, spec, table)
    if (disputed.length <= DISPUTED_SHARE * table.low.length) return []
    const message = `TensorFlow.js and float64 disagree about ${spec.name} at ${disputed.length} of ${table.low.length} points`
    return [{ ...place, message, advice: adviceAt(table, disputed[0] as number) }]
  } catch (error) {
    return problemsOf(error, place)
  }
}

/** Where they disagree, and not only because the function jumps beside: float32 may be on the other side. */
function disputedPoints(exercise: Exercise, spec: FunctionSpec, table: ReferenceTable): number[] {
  const run = compileFloat64(truthOf(exercise, spec), spec.arguments)
  const position = spec.arguments.indexOf(variableOf(exercise, spec))
  return [...table.disputed.keys()].filter((index) => {
    if (table.disputed[index] !== 1) return false
    const row = table.columns.map((column) => column[index] as number)
    const x = row[position] as number
    const off = BESIDE * Math.max(1, Math.abs(x))
    const around = [x - off, x, x + off].map((value) => run(...row.with(position, value)))
    return !isAmong(around, table.tensorflow[index] as number)
  })
}

function isAmong(values: readonly number[], value: number): boolean {
  const isBetween = Math.min(...values) < value && value < Math.max(...values)
  return isBetween || values.some((other) => !leavesBudget(value, other))
}

/** How far a few roundings to float32 move an argument. */
const BESIDE = 2 ** -20

function adviceAt({ names, columns, low, tensorflow }: ReferenceTable, index: number): string {
  const at = names.map((name, k) => `${name} = ${columns[k]?.[index]}`).join(', ')
  const [single, double] = [tensorflow[index], low[index]]
  return `at ${at} they are ${single} and ${double}; write the formula so that it loses fewer digits, or ask on a narrower domain`
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
