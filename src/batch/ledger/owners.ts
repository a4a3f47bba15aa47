import { type Handed, type Ignored, type Student, whoIs } from '../inventory.ts'
import { decisionOf, type Matches } from '../people/match-file.ts'
import { type Enrolled, personText, type Roster } from '../people/roster.ts'
import { type Whose, whoseLookup } from '../people/whose.ts'
import type { Doubt } from './ledger.ts'

/** Whose something is: of people on the list, or of whoever the download names. */
export type Owner =
  | { readonly kind: 'enrolled'; readonly person: Enrolled }
  | { readonly kind: 'named'; readonly student: Student }

interface Owned<T> {
  readonly item: T
  readonly owners: readonly Owner[]
  /** Why it counts for nobody yet, or never. */
  readonly aside?: string
}

export interface Belongings {
  readonly handed: readonly Owned<Handed>[]
  readonly ignored: readonly Owned<Ignored>[]
  readonly doubts: readonly Doubt[]
  /** Who may be meant by a hand-in in doubt, and by which. */
  readonly perhaps: ReadonlyMap<Enrolled, readonly Omit<Told, 'student'>[]>
}

/** Puts every hand-in to the people that it belongs to. */
export function belongings(
  handed: readonly Handed[],
  ignored: readonly Ignored[],
  { roster, matches }: { roster: Roster | undefined; matches: Matches | undefined },
): Belongings {
  const whose = roster && memo(whoseLookup(roster.people))
  const doubts: Doubt[] = []
  const perhaps = new Map<Enrolled, Omit<Told, 'student'>[]>()
  const ownersOf = (student: Student, file: string): Omit<Owned<never>, 'item'> | Whose => {
    const decision = matches && decisionOf(matches, file)
    const named: Owner = { kind: 'named', student }
    if (decision === 'nobody')
      return { owners: [named], aside: 'it counts for nobody: so it was decided' }
    if (decision === 'own') return { owners: [named] }
    if (decision !== undefined) return { owners: decision.map(enrolled) }
    return whose?.(student) ?? { owners: [named] }
  }
  const doubt = (item: Told, found: Whose) => {
    const { why, candidates } = doubtOf(found, item.student)
    doubts.push({
      file: item.file,
      student: item.student,
      exercise: item.exercise,
      why,
      candidates,
    })
    return { why, candidates }
  }
  const own = handed.map((item): Owned<Handed> => {
    const found = ownersOf(item.student, item.file.shown)
    if ('owners' in found) return { item, ...found }
    const told = { ...item, file: item.file.shown }
    if (found.kind === 'known') {
      if (found.strangers !== undefined) doubt(told, found)
      return { item, owners: found.people.map(enrolled) }
    }
    const { why, candidates } = doubt(told, found)
    for (const one of candidates) put(perhaps, one, { file: told.file, exercise: item.exercise })
    return { item, owners: [{ kind: 'named', student: item.student }], aside: why }
  })
  const placeOf = places(handed, ignored)
  const seen = new Set<string>()
  const beside = new Map<string, Owned<Handed>[]>()
  for (const one of own) {
    const who = whoIs(one.item.student)
    beside.set(who, [...(beside.get(who) ?? []), one])
  }
  const lost = ignored.flatMap((item): Owned<Ignored>[] => {
    const { student, file, exercises = [''] } = item
    if (student === undefined) return []
    const found = ownersOf(student, file)
    if ('owners' in found) return [{ item, ...found }]
    // Whose the answers beside it are was decided: so is whose this is.
    const decided = ownersBeside(beside.get(whoIs(student)))
    if (found.kind !== 'known' && decided.length > 0) return [{ item, owners: decided }]
    if (found.kind === 'known') return [{ item, owners: found.people.map(enrolled) }]
    // Beside an answer in doubt, that one asks already whose it all is.
    if (!beside.has(whoIs(student))) {
      const asked = placeOf(item)
      const { candidates } = seen.has(asked)
        ? NOBODY
        : doubt({ file: asked, student, exercise: exercises.join(' ') }, found)
      seen.add(asked)
      for (const one of candidates) {
        for (const exercise of exercises) put(perhaps, one, { file: asked, exercise })
      }
    }
    return [{ item, owners: [{ kind: 'named', student }] }]
  })
  return { handed: own, ignored: lost, doubts, perhaps }
}

/** Of all answers by one student of a download, where they are the same people's. */
function ownersBeside(answers: readonly Owned<Handed>[] = []): readonly Owner[] {
  const [first, ...others] = answers.map(({ owners }) =>
    owners.flatMap((one) => (one.kind === 'enrolled' ? one.person : [])),
  )
  if (first === undefined || first.length === 0) return []
  const same = others.every(
    (other) => other.length === first.length && other.every((one) => first.includes(one)),
  )
  return same ? first.map(enrolled) : []
}

const NOBODY = { candidates: [] }

/** The folder that a file lies in, where all that lies there is one student's; else the file. */
function places(handed: readonly Handed[], ignored: readonly Ignored[]) {
  const owners = new Map<string, Set<string>>()
  const all = [...handed.map((one) => ({ ...one, file: one.file.shown })), ...ignored]
  for (const { file, student } of all) {
    const who = student === undefined ? '' : whoIs(student)
    for (const folder of foldersOf(file)) {
      owners.set(folder, (owners.get(folder) ?? new Set()).add(who))
    }
  }
  return ({ file }: Ignored) => foldersOf(file).find((one) => owners.get(one)?.size === 1) ?? file
}

/** The highest first. */
function foldersOf(file: string): string[] {
  return [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index)).filter(Boolean)
}

interface Told {
  readonly file: string
  readonly student: Student
  /** Empty where no exercise is told. */
  readonly exercise: string
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  map.set(key, [...(map.get(key) ?? []), value])
}

function enrolled(person: Enrolled): Owner {
  return { kind: 'enrolled', person }
}

function doubtOf(whose: Whose, { name }: Student) {
  if (whose.kind === 'doubtful') return whose
  if (whose.kind === 'known') {
    const why = `it counts for ${whose.people.map(personText).join(' and ')}, but nobody on the list is ${(whose.strangers ?? []).join(' or ')}`
    return { why, candidates: whose.people }
  }
  return { why: `nobody on the list is ${name}`, candidates: [] }
}

/** Everybody's files ask for the same. */
function memo(lookup: (readings: Student['readings']) => Whose): (student: Student) => Whose {
  const known = new Map<string, Whose>()
  return ({ readings }) => {
    const key = JSON.stringify(readings)
    const found = known.get(key) ?? lookup(readings)
    known.set(key, found)
    return found
  }
}
