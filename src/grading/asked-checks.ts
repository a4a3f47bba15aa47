import { checkKinds, isCheckKind } from '../checks/index.ts'
import { UsageError } from '../errors.ts'
import type { CheckSpec, Exercise, FunctionSpec } from '../exercise.ts'
import type { AtPoint, GradingOptions } from '../grading-options.ts'
import { isInDomain, variableOf } from '../reference/sampling.ts'
import { isExtreme } from '../reference/stability.ts'
import { didYouMean } from '../text/near-names.ts'

/** Which part of an exercise is asked for. */
export type Asked = Pick<GradingOptions, 'only' | 'at'>

/** At least one: a run that asks nothing could only pass. */
export type Checks = readonly [CheckSpec, ...CheckSpec[]]

/**
 * The checks that a run asks. Everybody who judges asks here, and whoever judges many submissions
 * asks here before the first. @throws UsageError where a name or a point is nobody's
 */
export function askedChecks(exercise: Exercise, { only, at }: Asked): Checks {
  refuseStrangers([exercise], only)
  const named = exercise.checks.filter((check) => isNamed(check, only))
  const checks = at.length === 0 ? named : judgedAt(exercise, named, at)
  return checks as readonly CheckSpec[] as Checks
}

/** Those of several exercises of which anything is asked. @throws UsageError as above */
export function askedExercises(exercises: readonly Exercise[], { only }: Asked): Exercise[] {
  refuseStrangers(exercises, only)
  return exercises.filter(({ checks }) => checks.some((check) => isNamed(check, only)))
}

/** Whether a function of it is asked at points, and not with data alone. */
export function asksAtPoints({ checks }: Exercise): boolean {
  return checks.some(({ kind }) => isCheckKind(kind) && checkKinds[kind].points !== undefined)
}

function isNamed(check: CheckSpec, only: readonly string[]): boolean {
  return only.length === 0 || namesOf(check).some((name) => only.includes(name))
}

function namesOf({ id, function: name }: CheckSpec): string[] {
  return name === undefined ? [id] : [name, id]
}

function refuseStrangers(exercises: readonly Exercise[], only: readonly string[]): void {
  const checks = exercises.flatMap((exercise) => exercise.checks)
  const known = new Set(checks.flatMap(namesOf))
  const stranger = only.find((name) => !known.has(name))
  if (stranger === undefined) return
  const [one, ...others] = exercises
  // Functions, and checks that belong to none.
  const words = new Set(checks.map(({ id, function: name }) => name ?? id))
  const told = one !== undefined && others.length === 0
  throw new UsageError(
    `${told ? `${one.id} has no` : 'none of the exercises has a'} function or check called "${stranger}"`,
    didYouMean(stranger, known) ??
      (told ? `it has ${list([...words])}` : 'mlp-check list shows the functions of each'),
  )
}

/** The checks that judge single points, and have one among those that are asked for. */
function judgedAt(
  exercise: Exercise,
  checks: readonly CheckSpec[],
  at: readonly AtPoint[],
): readonly CheckSpec[] {
  const pointwise = checks.filter((check) => pointsOf(check) !== undefined)
  if (pointwise.length === 0) {
    throw new UsageError(
      `nothing of ${exercise.id} that is asked for is judged at single points`,
      'leave the point out: only functions of numbers are judged at one',
    )
  }
  for (const point of at) refuseStrangePoint(exercise, pointwise, point)
  return pointwise.filter((check) =>
    at.some(({ variable }) => isJudgedAt(exercise, check, variable)),
  )
}

/** Whether a check looks at a value of its variable. */
export function isJudgedAt(exercise: Exercise, check: CheckSpec, x: number): boolean {
  const points = pointsOf(check)
  if (points === undefined) return false
  const inside = isInDomain(exercise, x)
  return points === 'domain' ? inside : !inside || isExtreme(x)
}

function pointsOf({ kind, judges }: CheckSpec) {
  return isCheckKind(kind) ? checkKinds[kind].points : judges
}

/** A point whose names are nobody's, or that no check looks at, would be ignored. */
function refuseStrangePoint(
  exercise: Exercise,
  checks: readonly CheckSpec[],
  point: AtPoint,
): void {
  const functions = checks.flatMap((check) => functionOf(exercise, check))
  const variables = new Set(functions.map((spec) => variableOf(exercise, spec)))
  const others = new Set(
    functions.flatMap((spec) =>
      spec.arguments.filter((name) => name !== variableOf(exercise, spec)),
    ),
  )
  if (point.named !== undefined && !variables.has(point.named)) {
    throw new UsageError(
      `the point begins with ${point.named}, but the variable is ${list([...variables])}`,
      others.has(point.named)
        ? `the variable comes first: 1,${point.named}=${point.variable}`
        : didYouMean(point.named, variables),
    )
  }
  const stranger = Object.keys(point.parameters).find((name) => !others.has(name))
  if (stranger !== undefined) {
    throw new UsageError(
      `no function of ${exercise.id} that is asked for takes "${stranger}" beside its variable`,
      didYouMean(stranger, others) ??
        (others.size === 0 ? 'it takes no parameter' : `it takes ${list([...others])}`),
    )
  }
  if (checks.some((check) => isJudgedAt(exercise, check, point.variable))) return
  const ids = list(checks.map(({ id }) => id))
  throw new UsageError(
    `nothing is judged at ${[...variables][0]} = ${point.variable} by ${ids}`,
    checks.some((check) => pointsOf(check) === 'domain')
      ? `the domain of ${exercise.id} is [${exercise.domain.join(', ')}]`
      : 'it looks at points far out, such as 25 or 1e4',
  )
}

function functionOf(exercise: Exercise, { function: name }: CheckSpec): FunctionSpec[] {
  const spec = name === undefined ? undefined : exercise.functions[name]
  return spec === undefined ? [] : [spec]
}

function list(names: readonly string[]): string {
  return names.join(', ')
}
