import { isCommittedLater } from '../../course/lateness.ts'
import type { Exercise } from '../../exercise.ts'
import { say } from '../../messages/render.ts'
import type { Message } from '../../report/report.ts'
import { type Handed, type Ignored, type Inventory, type Student, whoIs } from '../inventory.ts'
import type { Matches } from '../people/match-file.ts'
import { type Enrolled, emailOf, idOf, personText, type Roster } from '../people/roster.ts'
import type { BatchResult } from '../run-batch.ts'
import { byCodeUnits } from '../walk.ts'
import { cellOf } from './cell.ts'
import type { CellRules } from './count-uploads.ts'
import { type CourseRules, totalOf } from './course-rules.ts'
import type { HandIn } from './hand-in.ts'
import { type Doubt, type GradeCell, type GradeLine, type Ledger, pointsOf } from './ledger.ts'
import type { Override, Overrides } from './overrides.ts'
import { belongings, type Owner } from './owners.ts'
import { lettersTo } from './readers.ts'

/** All that grades are made of, besides the verdicts. */
export interface Books {
  readonly roster?: Roster | undefined
  readonly matches?: Matches | undefined
  readonly course?: CourseRules | undefined
  readonly overrides?: Overrides | undefined
}

export interface JudgedRun {
  readonly exercises: readonly Exercise[]
  readonly inventory: Pick<Inventory, 'handed' | 'ignored'>
  /** In the order of the inventory; what was not judged is missing. */
  readonly results: readonly BatchResult[]
  readonly books: Books
}

/** What is on one person's desk for each exercise. */
interface Desk {
  readonly student: Student
  readonly enrolled: Enrolled | undefined
  readonly handIns: Map<string, HandIn[]>
  /** Reasons for what was set aside, by exercise; under '' for whatever exercise it was. */
  readonly aside: Map<string, string[]>
  /** Those of them that are of this person's own files. */
  readonly own: Map<string, string[]>
}

/** Everybody's grades, from what was handed in, whose it is, and the course's rules. */
export function buildLedger(run: JudgedRun): Ledger {
  const { exercises, inventory, results, books } = run
  const owned = belongings(inventory.handed, inventory.ignored, {
    roster: books.roster,
    matches: books.matches,
  })
  const done = new Map(results.map((result) => [result.handed, result]))
  const desks = openDesks(books.roster)
  const doubts: Doubt[] = [...owned.doubts]
  for (const { item, owners, aside } of owned.handed) {
    for (const owner of owners) {
      const { handIns } = desks.of(owner)
      const handed = receivedBy(item, owner)
      const handIn = { handed, result: done.get(item), ...(aside && { aside }) }
      handIns.set(item.exercise, [...(handIns.get(item.exercise) ?? []), handIn])
    }
  }
  for (const { item, owners } of owned.ignored) {
    for (const owner of owners) {
      const { aside, own } = desks.of(owner)
      for (const exercise of item.exercises ?? ['']) {
        put(aside, exercise, `${item.file}: ${item.reason}`)
        put(own, exercise, `${nameOf(item)}: ${item.reason}`)
      }
    }
  }
  for (const [person, handed] of owned.perhaps) {
    const { aside } = desks.of({ kind: 'enrolled', person })
    for (const { exercise, file } of handed) put(aside, exercise, `${file} may be theirs`)
  }
  const all = desks.all()
  const { overrideFor, remarks } = overridesOf(
    books.overrides,
    all.map(({ desk }) => desk),
  )
  const later = new Set<string>()
  const lines = all.map(({ key, desk }): GradeLine => {
    const cells = new Map(
      exercises.map((exercise): [string, GradeCell] => {
        const override = overrideFor(desk, exercise.id)
        const rules = books.course?.rulesFor(exercise.id, desk.enrolled)
        const handIns = desk.handIns.get(exercise.id) ?? []
        if (handIns.some(({ handed }) => isAfterDue(handed, rules))) later.add(desk.student.name)
        const made = cellOf({
          exercise: exercise.id,
          worth: pointsOf(exercise),
          handIns,
          aside: reasonsFor(exercise.id, desk.aside),
          own: reasonsFor(exercise.id, desk.own),
          rules,
          override,
        })
        doubts.push(...made.doubts.map((one) => ({ ...one, candidates: enrolledOf(desk) })))
        if (made.changed) {
          const person = desk.student.name
          remarks.push(say('ledger.other-answer', { person, exercise: exercise.id }))
        }
        return [exercise.id, made.cell]
      }),
    )
    const total = totalOf(cells, exercises, books.course)
    return { key, student: desk.student, enrolled: desk.enrolled, cells, total }
  })
  if (later.size > 0) {
    const names = [...later].slice(0, 5).join(', ')
    remarks.push(say('ledger.later-commits', { names, more: later.size - 5 }))
  }
  for (const [address, people] of lettersTo(lines).shared) {
    const names = people
      .flatMap(({ enrolled }) => (enrolled ? personText(enrolled) : []))
      .join(', ')
    remarks.push(say('ledger.shared-address', { address, names }))
  }
  remarks.push(...unusedDecisions(books, inventory))
  return { lines, doubts: once(doubts), remarks }
}

/** Only where no platform says when it came: then a commit's own word is all there is. */
function isAfterDue(handed: Handed, rules: CellRules | undefined): boolean {
  return handed.at === undefined && isCommittedLater(rules?.rules.due, handed)
}

/** A list may know when the work came where the download does not. */
function receivedBy(handed: Handed, owner: Owner): Handed {
  const at = owner.kind === 'enrolled' ? owner.person.receivedAt : undefined
  const known = handed.at !== undefined || handed.localTime !== undefined
  return at === undefined || known ? handed : { ...handed, at }
}

function put(map: Map<string, string[]>, key: string, text: string): void {
  map.set(key, [...(map.get(key) ?? []), text])
}

function reasonsFor(exercise: string, reasons: ReadonlyMap<string, string[]>): string[] {
  return [...(reasons.get(exercise) ?? []), ...(reasons.get('') ?? [])]
}

/** Its author knows no folder of whoever grades. */
function nameOf({ file, name }: Ignored): string {
  return name ?? file.slice(file.lastIndexOf('/') + 1)
}

function enrolledOf({ enrolled }: Desk): Enrolled[] {
  return enrolled === undefined ? [] : [enrolled]
}

function once(doubts: readonly Doubt[]): Doubt[] {
  const seen = new Map(doubts.map((doubt) => [doubt.file, doubt]))
  return [...seen.values()].sort((one, other) => byCodeUnits(one.file, other.file))
}

/** A desk for everybody on the list, and for whoever else the downloads name. */
function openDesks(roster: Roster | undefined) {
  const enrolled = new Map<Enrolled, Desk>()
  const named = new Map<string, Desk>()
  const open = (student: Student, person?: Enrolled): Desk => ({
    student,
    enrolled: person,
    handIns: new Map(),
    aside: new Map(),
    own: new Map(),
  })
  for (const person of roster?.people ?? []) enrolled.set(person, open(studentOf(person), person))
  return {
    of: (owner: Owner): Desk => {
      if (owner.kind === 'enrolled') return enrolled.get(owner.person) as Desk
      const key = whoIs(owner.student)
      const desk = named.get(key) ?? open(owner.student)
      named.set(key, desk)
      return desk
    },
    all: () => {
      const others = [...named].sort(([one], [other]) => byCodeUnits(one, other))
      return withKeys([...enrolled.values(), ...others.map(([, desk]) => desk)])
    },
  }
}

/** Two who are called alike by different kinds of name are told apart by their order. */
function withKeys(desks: readonly Desk[]): { key: string; desk: Desk }[] {
  const seen = new Map<string, number>()
  return desks.map((desk) => {
    const { key } = desk.student
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return { key: times === 1 ? key : `${key} [${times}]`, desk }
  })
}

function studentOf(person: Enrolled): Student {
  const id = idOf(person)
  const email = emailOf(person)
  return { key: id ?? email ?? person.name, name: person.name, id, email, readings: [] }
}

/** Without a list, an override is for whoever alone is called so, by an id before a name. */
function overridesOf(overrides: Overrides | undefined, desks: readonly Desk[]) {
  const remarks: Message[] = []
  const byPerson = new Map<Enrolled | Student, Map<string, Override>>()
  for (const { enrolled, ...override } of overrides?.list ?? []) {
    const { person, exercise } = override
    const called = enrolled === undefined ? calledSo(person, desks) : []
    const who = enrolled ?? (called.length === 1 ? called[0] : undefined)
    if (who) byPerson.set(who, (byPerson.get(who) ?? new Map()).set(exercise, override))
    else {
      const facts = { overrides: overrides?.file ?? '', person, exercise, count: called.length }
      remarks.push(say('ledger.override-of-several', facts))
    }
  }
  const overrideFor = ({ enrolled, student }: Desk, exercise: string) =>
    byPerson.get(enrolled ?? student)?.get(exercise)
  return { overrideFor, remarks }
}

function calledSo(person: string, desks: readonly Desk[]): Student[] {
  const wanted = person.normalize('NFC')
  const students = desks.map(({ student }) => student)
  const byId = students.filter(({ id, key }) => id === wanted || key === wanted)
  return byId.length > 0 ? byId : students.filter(({ name }) => name.normalize('NFC') === wanted)
}

/** What a human decided of a file that is no more. */
function unusedDecisions(
  { matches }: Books,
  { handed, ignored }: JudgedRun['inventory'],
): Message[] {
  if (matches === undefined) return []
  const files = [...handed.map(({ file }) => file.shown), ...ignored.map(({ file }) => file)]
  return [...matches.decisions.keys()]
    .filter((name) => !files.some((file) => file === name || file.startsWith(`${name}/`)))
    .map((name) => say('ledger.no-such-file', { matches: matches.file, file: name }))
}
