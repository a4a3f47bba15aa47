import { UsageError } from '../errors.ts'
import { didYouMean } from '../text/near-names.ts'
import type { Course, Exceptions, Rules } from './course.ts'

/** What a course's rules may speak of. */
export interface CourseNames {
  /** The id of an exercise by any of its names; undefined where there is none. */
  readonly idOf: (name: string) => string | undefined
  readonly exercises: readonly NamedExercise[]
}

interface NamedExercise {
  readonly id: string
  readonly checks: readonly { readonly id: string; readonly kind: string }[]
}

/**
 * The same rules, exercises by their ids. A key that nothing answers to would be a rule that never
 * holds: a hidden check that everybody sees. @throws UsageError with the near name of each
 */
export function holdNames(course: Course, names: CourseNames, file: string): Course {
  const defects = [
    ...unknownChecks(course.rules, names.exercises, 'visibility'),
    ...Object.entries(course.exercises).flatMap(([name, rules]) => {
      const exercise = names.exercises.find(({ id }) => id === names.idOf(name))
      if (exercise === undefined) return [unknownExercise(name, names)]
      return unknownChecks(rules, [exercise], `exercises.${name}.visibility`)
    }),
    ...namedTwice(course, names),
    ...unknownInExceptions(course, names),
    ...latenessOfNothing(course),
  ]
  if (defects.length > 0) throw new UsageError(`${file} is no course config.`, defects.join('\n  '))
  const exercises = Object.entries(course.exercises).map(([name, rules]) => [
    names.idOf(name),
    rules,
  ])
  const byId = (all: Course['sections']) =>
    all && Object.fromEntries(Object.entries(all).map(([key, one]) => [key, renamed(one, names)]))
  return {
    ...course,
    exercises: Object.fromEntries(exercises),
    ...(course.sections && { sections: byId(course.sections) }),
    ...(course.people && { people: byId(course.people) }),
  } as Course
}

function renamed(exceptions: Exceptions, { idOf }: CourseNames): Exceptions {
  const { exercises } = exceptions
  if (exercises === undefined) return exceptions
  const all = Object.entries(exercises).map(([name, rules]) => [idOf(name), rules])
  return { ...exceptions, exercises: Object.fromEntries(all) }
}

function unknownInExceptions(course: Course, names: CourseNames): string[] {
  return (['sections', 'people'] as const).flatMap((kind) =>
    Object.entries(course[kind] ?? {}).flatMap(([key, { exercises = {} }]) =>
      Object.keys(exercises)
        .filter((name) => names.idOf(name) === undefined)
        .map((name) => `${kind}.${key}.${unknownExercise(name, names)}`),
    ),
  )
}

function unknownChecks(
  { visibility = {} }: Rules,
  exercises: readonly NamedExercise[],
  path: string,
): string[] {
  const known = new Set(
    exercises.flatMap(({ checks }) => checks.flatMap(({ id, kind }) => [id, kind])),
  )
  const where = exercises.length === 1 ? `of ${exercises[0]?.id} ` : ''
  return Object.keys(visibility)
    .filter((key) => !known.has(key))
    .map(
      (key) =>
        `${path}.${key}: no check ${where}and no kind of one is called so${near(key, known)}`,
    )
}

function unknownExercise(name: string, { exercises }: CourseNames): string {
  const known = exercises.map(({ id }) => id)
  return `exercises.${name}: there is no such exercise${near(name, known)}`
}

function near(name: string, known: Iterable<string>): string {
  const found = didYouMean(name, known)
  return found === undefined ? '' : `. ${found}`
}

function namedTwice({ exercises }: Course, { idOf }: CourseNames): string[] {
  const owners = new Map<string | undefined, string>()
  return Object.keys(exercises).flatMap((name) => {
    const id = idOf(name)
    const owner = owners.get(id)
    if (id !== undefined) owners.set(id, name)
    return owner === undefined ? [] : [`exercises.${name}: this is ${owner} again`]
  })
}

/** Lateness counts from a due time. */
function latenessOfNothing({ rules, exercises, sections = {}, people = {} }: Course): string[] {
  const all = Object.entries(exercises)
  const exceptions = [...Object.values(sections), ...Object.values(people)]
  const everywhere = [
    ...all.map(([, one]) => one),
    ...exceptions.flatMap((one) => [one, ...Object.values(one.exercises ?? {})]),
  ]
  const somewhere = rules.due !== undefined || everywhere.some(({ due }) => due !== undefined)
  const says = 'late: says nothing where no due time does'
  return [
    ...(rules.late !== undefined && !somewhere ? [says] : []),
    ...all
      .filter(([, { late, due }]) => late !== undefined && (due ?? rules.due) === undefined)
      .map(([name]) => `exercises.${name}.${says}`),
  ]
}
