import { SpecError } from '../../errors.ts'
import type { Exercise } from '../../exercise.ts'
import type { Reference } from '../structured/define-reference.ts'

/** A reference whose types only its author knows. */
export type AnyReference = Reference<readonly never[]>

/** Runs an exercise's `reference.ts`, and gives what it exports. How, depends on the machine. */
export type RunReference = (exercise: Exercise) => Promise<{ readonly [name: string]: unknown }>

/**
 * The reference of a name. @throws SpecError where the exercise's `reference.ts` throws, or exports
 * something else under that name
 */
export async function referenceOf(
  exercise: Exercise,
  name: string,
  run: RunReference,
): Promise<AnyReference> {
  const exported = await run(exercise)
  const found = exported[name]
  if (found === undefined) throw fault(exercise, `there is no reference "${name}"`)
  const defect = defectOf(found)
  if (defect !== undefined) throw fault(exercise, `${name} ${defect}`)
  return found as AnyReference
}

/** Runs code of an exercise to its end, or ends it. @throws what it throws, and where it takes too long */
export type Bounded = <T>(run: () => T) => T

const MOST_TRIALS = 1000

function defectOf(found: unknown): string | undefined {
  const { inputs, trials, corners = [], compute, exact } = Object(found) as Partial<AnyReference>
  if (typeof found !== 'object') return 'is no reference: write defineReference({ … })'
  if (typeof inputs !== 'function') return 'has no inputs: (random, trial) => its arguments'
  if (!Array.isArray(corners) || !corners.every(Array.isArray)) {
    return 'should have corners that are lists of arguments'
  }
  if (!Number.isInteger(trials) || (trials as number) < 0 || (trials as number) > MOST_TRIALS) {
    return `should have from 0 to ${MOST_TRIALS} trials, not ${trials}`
  }
  if (trials === 0 && corners.length === 0) return 'has neither corners nor trials'
  if (typeof (compute ?? exact) !== 'function') return 'has neither compute nor exact'
  return undefined
}

/** Whatever goes wrong in code of the exercise is its fault, at the line of its file. */
export function blaming<T>(exercise: Exercise, action: () => T): T {
  const { stackTraceLimit } = Error
  // TensorFlow.js puts more calls than usual between an error and the line that asked for it.
  Error.stackTraceLimit = 60
  try {
    return action()
  } catch (error) {
    throw error instanceof SpecError ? error : faultFrom(exercise, error)
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function faultFrom(exercise: Exercise, error: unknown): SpecError {
  if (!(error instanceof Error)) return fault(exercise, `throws ${String(error)}`)
  const stack = error.stack ?? ''
  const at = stack.indexOf(`${fileOf(exercise)}:`)
  const place = /^:(\d+)(?::(\d+))?/.exec(at < 0 ? '' : stack.slice(at + fileOf(exercise).length))
  const message = `${error.name}: ${error.message}`
  return fault(exercise, message, place ?? undefined)
}

function fault(exercise: Exercise, message: string, place?: RegExpExecArray): SpecError {
  const [, line, column] = place ?? []
  return new SpecError([
    {
      file: fileOf(exercise),
      ...(line !== undefined && { line: Number(line) }),
      ...(column !== undefined && { column: Number(column) }),
      message,
    },
  ])
}

/** The same on every machine, because reports name it. */
export function fileOf({ folder }: Exercise): string {
  return `${folder}/reference.ts`
}
