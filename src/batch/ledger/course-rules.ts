import { isDeepStrictEqual } from 'node:util'
import { type Course, type Exceptions, rulesFor } from '../../course/course.ts'
import { UsageError } from '../../errors.ts'
import type { Exercise } from '../../exercise.ts'
import { didYouMean } from '../../text/near-names.ts'
import { found, notOne } from '../people/match-file.ts'
import { type Enrolled, personText, type Roster } from '../people/roster.ts'
import { maySpeakOf } from '../people/sections.ts'
import type { CellRules } from './count-uploads.ts'
import { type GradeCell, pointsOf, type Total } from './ledger.ts'

/** A course's rules, held to the people of the class list. */
export interface CourseRules {
  readonly course: Course
  readonly rulesFor: (exercise: string, person: Enrolled | undefined) => CellRules
}

/**
 * @param file as the user named it
 * @throws UsageError where nobody answers to a section or a person, or where lateness has no taker
 */
export function courseRules(course: Course, roster: Roster | undefined, file: string): CourseRules {
  const defects = [...latenessWithoutTaker(course), ...strangers(course, roster)]
  if (defects.length > 0) throw new UsageError(`${file} cannot be used.`, defects.join('\n  '))
  const people = new Map<Enrolled, Exceptions>()
  for (const [who, exceptions] of Object.entries(course.people ?? {})) {
    const [person] = found(who, roster?.people ?? [])
    if (person !== undefined) people.set(person, exceptions)
  }
  const torn = (roster?.people ?? []).flatMap((one) => tornBetween(one, course, people))
  if (torn.length > 0) throw new UsageError(`${file} cannot be used.`, torn.join('\n  '))
  return {
    course,
    rulesFor: (exercise, person) => {
      const exceptions = person === undefined ? [] : exceptionsOf(person, course, people)
      const rules = rulesFor(course, exercise, exceptions)
      return {
        rules,
        counts: rules.counts ?? course.counts ?? 'last',
        clock: course.clock,
        takesLateness: course.latenessBy === 'mlp-check',
        isCoursesDue: rules.due === rulesFor(course, exercise).due,
      }
    },
  }
}

function exceptionsOf(
  person: Enrolled,
  { sections = {} }: Course,
  people: ReadonlyMap<Enrolled, Exceptions>,
): Exceptions[] {
  const ofSections = sectionsOf(person, sections).flatMap((section) => sections[section] ?? [])
  const own = people.get(person)
  return own === undefined ? ofSections : [...ofSections, own]
}

/** Where a human writes all that a cell says, that is one section, whatever signs it holds. */
function sectionsOf({ sections, sectionTexts }: Enrolled, ruled: Course['sections'] = {}) {
  const whole = sectionTexts.filter((text) => ruled[text] !== undefined)
  return whole.length > 0 ? whole : sections
}

/** Sections with rules that a cell may speak of as well: nothing says whether it is one or several. */
function maybeOf(person: Enrolled, { sections = {} }: Course): string[] {
  const told = sectionsOf(person, sections).filter((section) => sections[section] !== undefined)
  return Object.keys(sections).filter(
    (section) =>
      !told.some((one) => maySpeakOf(one, section)) &&
      person.sectionTexts.some((text) => maySpeakOf(text, section)),
  )
}

/** Who is in two sections is under the rules of both, and nothing says which of them are to hold. */
function tornBetween(
  person: Enrolled,
  course: Course,
  people: ReadonlyMap<Enrolled, Exceptions>,
): string[] {
  const own = people.get(person) ?? {}
  const { sections = {} } = course
  const told = sectionsOf(person, sections).filter((section) => sections[section] !== undefined)
  const maybe = maybeOf(person, course)
  const exceptions = [own, ...[...told, ...maybe].map((one) => sections[one] as Exceptions)]
  const exercises = ['', ...exceptions.flatMap((one) => Object.keys(one.exercises ?? {}))]
  const under = told.length === 0 ? [{}, ...exceptions.slice(1)] : exceptions.slice(1)
  const rules = under.map((ofSection) =>
    exercises.map((name) => rulesFor(course, name, [ofSection, own])),
  )
  if (rules.every((one) => isDeepStrictEqual(one, rules[0]))) return []
  if (maybe.length > 0) {
    return [
      `sections: ${personText(person)} is in ${person.sectionTexts.join(' and ')}, which may be one section or several.` +
        ' Put a semicolon between several in the list, or say under people which rules are theirs',
    ]
  }
  return [
    `sections: ${personText(person)} is in ${told.join(' and ')}, which have different rules.` +
      ' Say under people which due time, late rule and attempts are theirs',
  ]
}

/** A platform may take points for lateness itself: taken by both, they would be taken twice. */
function latenessWithoutTaker(course: Course): string[] {
  if (course.latenessBy !== undefined) return []
  const all = [
    course.rules,
    ...Object.values(course.exercises),
    ...Object.values(course.sections ?? {}),
    ...Object.values(course.people ?? {}),
  ]
  if (!all.some(({ late }) => late !== undefined)) return []
  return [
    'late: who takes the points, this tool or the platform that the grades go to?' +
      ' Add latenessBy: mlp-check, or latenessBy: platform',
  ]
}

function strangers({ sections = {}, people = {} }: Course, roster: Roster | undefined): string[] {
  const list = roster?.people ?? []
  const known = new Set(list.flatMap((one) => [...one.sections, ...one.sectionTexts]))
  const names = list.flatMap(({ name, identifiers }) => [
    name,
    ...identifiers.map((it) => it.value),
  ])
  return [
    ...Object.keys(sections)
      .filter((section) => !known.has(section))
      .map((section) => `sections.${section}: ${nobody('no section', section, known, roster)}`),
    ...Object.keys(people).flatMap((who) => {
      const called = found(who, list)
      if (called.length === 1) return []
      if (called.length > 1) return [`people.${who}: ${notOne(who, called)}`]
      return [`people.${who}: ${nobody('nobody', who, names, roster)}`]
    }),
  ]
}

function nobody(what: string, name: string, known: Iterable<string>, roster: Roster | undefined) {
  if (roster === undefined) return 'there is no class list: add --roster FILE or --sheet FILE'
  const near = didYouMean(name, known)
  return `${what} on the list is called so${near === undefined ? '' : `. ${near}`}`
}

/** Weighted, without the lowest and without what is excused. */
export function totalOf(
  cells: ReadonlyMap<string, GradeCell>,
  exercises: readonly Exercise[],
  rules: CourseRules | undefined,
): Total {
  const course = rules?.course
  const counted = exercises.flatMap((exercise) => {
    const cell = cells.get(exercise.id)
    if (cell === undefined || cell.state === 'excused') return []
    const weight = course?.exercises[exercise.id]?.weight ?? 1
    const most = pointsOf(exercise)
    return [{ id: exercise.id, share: most === 0 ? 1 : cell.score / most, weight, most, cell }]
  })
  const lowestFirst = [...counted].sort((one, other) => one.share - other.share)
  const most = Math.max(0, counted.length - 1)
  const dropped = lowestFirst.slice(0, Math.min(course?.dropLowest ?? 0, most)).map(({ id }) => id)
  const kept = counted.filter(({ id }) => !dropped.includes(id))
  return {
    score: Math.round(kept.reduce((sum, { cell, weight }) => sum + cell.score * weight, 0)),
    maxScore: Math.round(kept.reduce((sum, { most, weight }) => sum + most * weight, 0)),
    dropped,
  }
}
