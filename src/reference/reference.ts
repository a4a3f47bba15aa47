import type { Exercise } from '../exercise.ts'
import { compileFloat64 } from '../formula/evaluate.ts'
import type { Backend } from '../tensorflow/backend.ts'
import type { Engine } from '../tensorflow/engine.ts'
import { type Bounds, boundsOf, type Subject } from './bounds.ts'
import type { TableCache } from './cache.ts'
import { concatTables } from './concat-tables.ts'
import { columnsOf, cornerFinder } from './sampling.ts'
import type { ReferenceTable, TableRequest } from './table.ts'
import { leavesBudget } from './tolerance.ts'
import type { Bounded, RunReference } from './trials/evaluate-module.ts'
import { atFault, functionOf, truthOf } from './truth.ts'

export interface ReferenceServices {
  readonly backend: Backend
  readonly cache: TableCache
  readonly runReference: RunReference
  /** Absent where whoever asked can end all of it: a page ends its worker. */
  readonly bounded?: Bounded
}

/**
 * The truth about one function. Tables come from the cache where it has them; TensorFlow.js is
 * loaded only where it has not. Extra rows are a small table of their own, so that a new
 * counterexample does not compute the large one again. Throws a SpecError where the exercise
 * contradicts itself.
 */
export async function referenceTable(
  exercise: Exercise,
  request: TableRequest,
  services: ReferenceServices,
): Promise<ReferenceTable> {
  const main = await cached(exercise, { ...request, extra: [] }, services)
  if (request.extra.length === 0) return main
  const extra = { ...request, points: 0, exhaustive: false }
  return concatTables(await cached(exercise, extra, services), main)
}

async function cached(exercise: Exercise, request: TableRequest, services: ReferenceServices) {
  const { backend, cache } = services
  const known = await cache.read(request, backend.report())
  if (known !== undefined) return known
  const tensorflow = await import('../tensorflow/tensorflow.ts')
  const engine = await backend.load()
  const table = computeTable(exercise, request, { engine, tensorflow, report: backend.report() })
  await cache.write(request, backend.report(), table)
  return table
}

interface Machine {
  readonly engine: Engine
  readonly tensorflow: typeof import('../tensorflow/tensorflow.ts')
  readonly report: ReferenceTable['backend']
}

/** Computes a table anew; exported for the command that compares backends. */
export function computeTable(
  exercise: Exercise,
  request: TableRequest,
  machine: Machine,
): ReferenceTable {
  const spec = functionOf(exercise, request.function)
  const truth = truthOf(exercise, request.function)
  const cornersAt = cornerFinder(exercise, spec, truth)
  const columns = columnsOf(exercise, request, cornersAt)
  const subject = { exercise, spec, truth, cornersAt, columns }
  const bounds = boundsOf(subject)
  holdsValues(subject, request)
  holdAgainstWritten(subject, bounds)
  const tensorflow = byTensorflow(subject, machine)
  return {
    function: request.function,
    names: spec.arguments,
    columns,
    ...bounds,
    tensorflow,
    ...compare(bounds, tensorflow),
    backend: { name: machine.report.name, version: machine.report.version },
  }
}

function byTensorflow(subject: Subject, { engine, tensorflow }: Machine): Float64Array {
  const { spec, truth, columns } = subject
  const inputs = { names: spec.arguments, columns }
  if (truth.gradient === undefined) {
    return tensorflow.tensorflowValues(engine, truth.formula, inputs)
  }
  return tensorflow.tensorflowGradient(engine, truth.gradient.of, inputs, truth.gradient.in)
}

function compare(bounds: Bounds, tensorflow: Float64Array) {
  const disputed = new Uint8Array(tensorflow.length)
  let count = 0
  let largest = 0
  for (const [i, value] of tensorflow.entries()) {
    const truth = bounds.low[i] ?? Number.NaN
    if (bounds.kink[i] === 1 || Number.isNaN(truth)) continue
    disputed[i] = leavesBudget(value, truth) ? 1 : 0
    count += disputed[i]
    if (disputed[i] === 1 || value === truth) continue
    largest = Math.max(largest, Math.abs(value - truth) / Math.max(1, Math.abs(truth)))
  }
  return { disputed, agreement: { disputed: count, largest } }
}

const ENOUGH_POINTS = 4096

/** A formula without a value anywhere is the exercise's fault: every answer would be right. */
function holdsValues(subject: Subject, request: TableRequest): void {
  const { exercise, spec, truth, cornersAt, columns } = subject
  const needed = [truth.gradient?.of, truth.formula]
  for (const formula of needed.filter((one) => one !== undefined)) {
    const run = compileFloat64(formula, spec.arguments)
    // Most have one at the first of the points that were asked for.
    if (hasValue(run, columns)) continue
    const more = columnsOf(exercise, { ...request, points: ENOUGH_POINTS }, cornersAt)
    if (hasValue(run, more)) continue
    const of = formula === truth.gradient?.of ? spec.derivative?.of : spec.name
    throw atFault(
      exercise,
      `the formula of ${of} has no value at any of ${more[0]?.length} points on [${exercise.domain.join(', ')}]`,
      'correct the formula, or the domain',
    )
  }
}

function hasValue(run: (...row: number[]) => number, columns: readonly Float64Array[]): boolean {
  const isValue = (_: number, i: number) =>
    !Number.isNaN(run(...columns.map((column) => column[i] as number)))
  return columns[0]?.some(isValue) === true
}

const WRITTEN_TOLERANCE = 1e-9

/** A derivative that the author wrote must be the derivative, or the exercise is at fault. */
function holdAgainstWritten({ exercise, spec, truth, columns }: Subject, bounds: Bounds): void {
  if (truth.written === undefined || truth.gradient === undefined) return
  const run = compileFloat64(truth.written, spec.arguments)
  for (const [i, expected] of bounds.low.entries()) {
    if (bounds.kink[i] === 1) continue
    const row = columns.map((column) => column[i] ?? Number.NaN)
    const written = run(...row)
    if (Number.isNaN(expected)) bounds.low[i] = bounds.high[i] = written
    const off = Math.abs(written - expected)
    if (!(off > WRITTEN_TOLERANCE * Math.max(1, Math.abs(expected)))) continue
    const place = spec.arguments.map((name, k) => `${name} = ${row[k]}`).join(', ')
    throw atFault(
      exercise,
      `the formula of ${spec.name} gives ${written} at ${place}, but the derivative of ` +
        `${spec.derivative?.of} in ${truth.gradient.in} is ${expected} there`,
      `correct one of the two formulas, or remove the formula of ${spec.name}`,
    )
  }
}
