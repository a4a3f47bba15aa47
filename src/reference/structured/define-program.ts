import type { Json } from '../../report/report.ts'
import type { Random } from '../random.ts'
import { defineReference, type Reference } from './define-reference.ts'

/**
 * One line of a program over objects, which the function that is asked about makes:
 * `const a = leaf(2)`, `a.backward(1)`, or `a.grad`.
 */
export type Line =
  | { readonly make: string; readonly with: readonly Json[] }
  | { readonly on: string; readonly call: string; readonly with: readonly Json[] }
  | { readonly on: string; readonly read: string }

export type Program = readonly Line[]

/** Makes objects; called once for each program, so that what its objects share is the program's own. */
export type Model = () => (...args: readonly never[]) => object

/** What a `program` check plays: every answer is what the model's objects give for the same lines. */
export interface ProgramDefinition {
  /** What the objects are, in one sentence. */
  readonly summary: string
  readonly model: Model
  /** Wrong models that people build, by note. */
  readonly mistakes?: { readonly [note: string]: Model }
  /** Played at every seed, before any drawn one: from what every object must do to what people forget. */
  readonly corners: readonly Program[]
  /** How many programs are drawn. */
  readonly trials: number
  readonly draw: (random: Random, trial: number) => Program
  /** The program of one size, for a `work` check. */
  readonly workload?: (size: number) => Program
}

/** A reference whose argument is a program and whose answer is what its lines read, in order. */
export function defineProgram(definition: ProgramDefinition): Reference<[program: Program]> {
  const { summary, model, mistakes = {}, corners, trials, draw, workload } = definition
  return defineReference<[program: Program]>({
    summary,
    corners: corners.map((program) => [program]),
    trials,
    inputs: (random, trial) => [draw(random, trial)],
    ...(workload && { workload: (size: number): [Program] => [workload(size)] }),
    exact: (program) => play(program, model),
    mistakes: Object.fromEntries(
      Object.entries(mistakes).map(([note, wrong]) => [
        note,
        (program: Program) => play(program, wrong),
      ]),
    ),
  })
}

interface Made {
  readonly [name: string]: unknown
}

/** What the lines read. @throws where a line names an object that no line before it made */
function play(program: Program, model: Model): Json[] {
  const make = model() as (...args: readonly Json[]) => object
  const made = new Map<string, Made>()
  const read: Json[] = []
  const objectOf = (name: string): Made => {
    const found = made.get(name)
    if (found === undefined) throw new RangeError(`no line made ${name}`)
    return found
  }
  for (const line of program) {
    if ('make' in line) made.set(line.make, make(...line.with) as Made)
    else if ('read' in line) read.push((objectOf(line.on)[line.read] ?? null) as Json)
    else callMethod(objectOf(line.on), line.call, line.with)
  }
  return read
}

function callMethod(object: Made, name: string, args: readonly Json[]): void {
  const method = object[name]
  if (typeof method !== 'function') throw new TypeError(`the model has no method ${name}`)
  method.apply(object, args)
}
