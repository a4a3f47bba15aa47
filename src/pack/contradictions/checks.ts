import type { CheckDefinition } from '../../checks/define-check.ts'
import type { Ranges } from '../../checks/range.ts'
import type { WorkLimit } from '../../checks/work.ts'
import type { FunctionSpec } from '../../exercise.ts'
import type { SpecDefect } from '../defect.ts'
import type { ExerciseSource } from '../schema.ts'
import { isMissing, type Specified, unknownFunction } from './specified.ts'

export function checkDefects({ source, exercise, kinds, missing }: Specified): SpecDefect[] {
  const known = [...Object.keys(exercise.functions), ...missing.functions]
  return source.checks.flatMap((check, index): SpecDefect[] => {
    const path = ['checks', index]
    const { function: target } = check
    if (target === undefined || isMissing(target, missing)) return []
    const spec = exercise.functions[target]
    if (spec === undefined) return [unknownFunction(target, [...path, 'function'], known)]
    const written = source.functions[target]?.formula !== undefined
    const lack = lackOf(spec, written, kinds[check.kind])
    return [
      ...(lack === undefined ? [] : [{ path: [...path, 'kind'], ...lack }]),
      ...position(check, spec, [...path, 'in']),
      ...sizes(check, [...path, 'most']),
      ...ends(check, [...path, 'ranges']),
    ]
  })
}

/** Why this kind of check has nothing to hold the function against. */
function lackOf(
  spec: FunctionSpec,
  written: boolean,
  definition: CheckDefinition | undefined,
): Pick<SpecDefect, 'message' | 'advice'> | undefined {
  const { kind, needs } = definition ?? {}
  if (needs === undefined) return undefined
  if (spec.shape === 'structured') {
    return {
      message: `a ${kind} check asks about a function of numbers, and ${spec.name} takes or returns more`,
      advice: 'ask with call, gradient or program, and say in reference.ts what is right',
    }
  }
  if (needs === 'derivative' && spec.derivative === undefined) {
    return {
      message: `a ${kind} check asks about a derivative, and ${spec.name} is none`,
      advice: `add derivative: { of: …, in: … } to functions.${spec.name}, or ask with value`,
    }
  }
  if (needs === 'formula' && !written && spec.derivative === undefined) {
    return {
      message: `a ${kind} check needs to know what is right, and ${spec.name} has no formula`,
      advice: `add functions.${spec.name}.formula`,
    }
  }
  return undefined
}

/** The argument whose gradient is asked for. */
function position(
  check: ExerciseSource['checks'][number],
  { name, arguments: taken }: FunctionSpec,
  path: SpecDefect['path'],
): SpecDefect[] {
  const at: unknown = Reflect.get(check, 'in')
  if (check.kind !== 'gradient' || typeof at !== 'number' || taken.length === 0) return []
  if (at < taken.length) return []
  const message = `${name} takes ${taken.length} arguments; there is none at position ${at}`
  return [{ path, message, advice: `positions count from 0 to ${taken.length - 1}` }]
}

/** Sizes rise, so that what is counted at them tells how fast it grows. */
function sizes(check: ExerciseSource['checks'][number], path: SpecDefect['path']): SpecDefect[] {
  if (check.kind !== 'work') return []
  const limits = Reflect.get(check, 'most') as readonly WorkLimit[]
  const at = limits.findIndex(
    ({ size }, k) => k > 0 && size < 2 * (limits[k - 1] as WorkLimit).size,
  )
  if (at < 0) return []
  const [before, size] = [limits[at - 1]?.size, limits[at]?.size]
  const message = `size ${size} is less than twice the size ${before} before it`
  const advice = 'let sizes grow, so that what is counted tells how fast it grows'
  return [{ path: [...path, at, 'size'], message, advice }]
}

/** Whoever answers with a range the wrong way round, or is asked for none, would be judged all the same. */
function ends(check: ExerciseSource['checks'][number], path: SpecDefect['path']): SpecDefect[] {
  if (check.kind !== 'range') return []
  const ranges = Object.entries(Reflect.get(check, 'ranges') as Ranges)
  if (ranges.length === 0) {
    const message = 'names no function whose range is asked for'
    return [{ path, message, advice: 'name one, such as ranges: { tanh: [-1, 1] }' }]
  }
  return ranges
    .filter(([, [low, high]]) => Number(low) > Number(high))
    .map(([name, [low, high]]) => ({
      path: [...path, name],
      message: `[${low}, ${high}] is the wrong way round`,
      advice: `write [${high}, ${low}]`,
    }))
}
