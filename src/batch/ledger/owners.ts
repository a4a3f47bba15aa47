import type { Handed, Ignored, Student } from '../inventory.ts'
import { decisionOf, type Matches } from '../people/match-file.ts'
import type { Enrolled, Roster } from '../people/roster.ts'
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
  readonly perhaps: ReadonlyMap<Enrolled, readonly Handed[]>
}

/** Puts every hand-in to the people that it belongs to. */
export function belongings(
  handed: readonly Handed[],
  ignored: readonly Ignored[],
  { roster, matches }: { roster: Roster | undefined; matches: Matches | undefined },
): Belongings {
  const whose = roster && memo(whoseLookup(roster.people))
  const doubts: Doubt[] = []
  const perhaps = new Map<Enrolled, Handed[]>()
  const ownersOf = (student: Student, file: string): Omit<Owned<never>, 'item'> | Whose => {
    const decision = matches && decisionOf(matches, file)
    const named: Owner = { kind: 'named', student }
    if (decision === 'nobody')
      return { owners: [named], aside: 'it counts for nobody: so it was decided' }
    if (decision === 'own') return { owners: [named] }
    if (decision !== undefined) return { owners: decision.map(enrolled) }
    if (whose === undefined) return { owners: [named] }
    const found = whose(student)
    return found.kind === 'known' ? { owners: found.people.map(enrolled) } : found
  }
  const own = handed.map((item): Owned<Handed> => {
    const found = ownersOf(item.student, item.file.shown)
    if ('owners' in found) return { item, ...found }
    const { why, candidates } = doubtOf(found, item.student)
    doubts.push({ ...item, file: item.file.shown, why, candidates })
    for (const one of candidates) perhaps.set(one, [...(perhaps.get(one) ?? []), item])
    return { item, owners: [{ kind: 'named', student: item.student }], aside: why }
  })
  const lost = ignored.flatMap((item): Owned<Ignored>[] => {
    if (item.student === undefined) return []
    const found = ownersOf(item.student, item.file)
    if ('owners' in found) return [{ item, ...found }]
    return [{ item, owners: [{ kind: 'named', student: item.student }] }]
  })
  return { handed: own, ignored: lost, doubts, perhaps }
}

function enrolled(person: Enrolled): Owner {
  return { kind: 'enrolled', person }
}

function doubtOf(whose: Whose, { name }: Student) {
  if (whose.kind === 'doubtful') return whose
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
