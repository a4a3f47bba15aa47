import { isDeepStrictEqual } from 'node:util'
import type { Exercise } from '../exercise.ts'
import { POINT_SCALE } from '../report/report.ts'

/** What became of an exercise from one version of a pack to the next. */
export interface PackChange {
  readonly exercise: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** In words, of a changed one: whose answers may be judged otherwise now. */
  readonly what: readonly string[]
}

/** Exercises are the same by their ids; what did not change at all is left out. */
export function changesBetween(
  before: readonly Exercise[],
  after: readonly Exercise[],
): readonly PackChange[] {
  const old = new Map(before.map((exercise) => [exercise.id, exercise]))
  const ids = new Set(after.map(({ id }) => id))
  const news = after.flatMap((exercise): PackChange[] => {
    const known = old.get(exercise.id)
    if (known === undefined) return [{ exercise: exercise.id, kind: 'added', what: [] }]
    if (known.sha256 === exercise.sha256) return []
    return [{ exercise: exercise.id, kind: 'changed', what: differences(known, exercise) }]
  })
  const gone = before.filter(({ id }) => !ids.has(id))
  return [
    ...news,
    ...gone.map(({ id }): PackChange => ({ exercise: id, kind: 'removed', what: [] })),
  ]
}

function differences(before: Exercise, after: Exercise): readonly string[] {
  const differs = (of: (exercise: Exercise) => unknown) => !isDeepStrictEqual(of(before), of(after))
  const told = [
    ...(pointsOf(before) === pointsOf(after)
      ? []
      : [`points ${pointsOf(before)} → ${pointsOf(after)}`]),
    ...(differs(({ domain }) => domain)
      ? [`domain [${before.domain.join(', ')}] → [${after.domain.join(', ')}]`]
      : []),
    ...named('parameter', before.parameters, after.parameters),
    ...named('function', before.functions, after.functions),
    ...named('check', checksById(before), checksById(after)),
    ...(differs(({ mistakes }) => mistakes) ? ['the known mistakes'] : []),
    ...(differs(({ references }) => references) ? ['reference.ts'] : []),
  ]
  return told.length > 0 ? told : ['words alone']
}

function pointsOf({ checks }: Exercise): number {
  return checks.reduce((sum, { points }) => sum + points, 0) / POINT_SCALE
}

function checksById({ checks }: Exercise) {
  return Object.fromEntries(checks.map((check) => [check.id, check]))
}

type Parts = { readonly [name: string]: unknown }

function named(what: string, before: Parts, after: Parts): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    if (!Object.hasOwn(before, name)) return [`${what} ${name} added`]
    if (!Object.hasOwn(after, name)) return [`${what} ${name} removed`]
    return isDeepStrictEqual(before[name], after[name]) ? [] : [`${what} ${name} changed`]
  })
}
