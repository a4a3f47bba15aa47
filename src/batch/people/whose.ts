import { ANSWERS, canonical, type Identifier, KIND_WORDS, type Reading } from './identifier.ts'
import { type Enrolled, personText } from './roster.ts'
import {
  groupKey,
  leavings,
  mayBeOne,
  otherwiseDivided,
  spellings,
  withoutHyphens,
} from './same-name.ts'

/** Whose a hand-in is, and how that is known. */
export type Whose =
  | {
      readonly kind: 'known'
      readonly people: readonly Enrolled[]
      /** Of several, by what those are called whom the list does not have. */
      readonly strangers?: readonly string[]
    }
  /** It could be theirs: who counts must be said. */
  | {
      readonly kind: 'doubtful'
      readonly candidates: readonly Enrolled[]
      readonly why: string
      /** Whether nothing contradicts any of them: no other reading rules them out. */
      readonly open?: true
    }
  /** Nobody on the list. */
  | { readonly kind: 'unknown' }

/**
 * Finds the people that a download means. A match is made within a kind of identifier; where other
 * fields contradict it, it is doubtful, and so is a name that two people have. Of several readings
 * the one that holds counts; two that hold are a doubt.
 */
export function whoseLookup(people: readonly Enrolled[]) {
  const index = indexOf(people)
  return (readings: readonly Reading[]): Whose => {
    const answers = readings.map((reading) => read(reading, index))
    const known = answers.filter((one) => one.kind === 'known')
    const open = answers.flatMap((one) => (one.kind === 'doubtful' && one.open ? [one] : []))
    const [first, ...others] = known
    const agree = others.every((other) => first && sameSet(first.people, other.people))
    if (first && agree && open.length === 0) return first
    if (first) {
      const meant = [...known.map((one) => one.people), ...open.map((one) => one.candidates)]
      const candidates = unique(meant.flat())
      return {
        kind: 'doubtful',
        candidates,
        why: 'its name can be read as that of several people on the list',
      }
    }
    return answers.find((one) => one.kind === 'doubtful') ?? { kind: 'unknown' }
  }
}

interface Index {
  readonly identifiers: ReadonlyMap<string, readonly Enrolled[]>
  readonly names: ReadonlyMap<string, readonly Enrolled[]>
  /** By what a platform leaves of a name. */
  readonly leavings: ReadonlyMap<string, readonly Enrolled[]>
  /** By the key of a group, and there by each spelling of the list. */
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, readonly Enrolled[]>>
  /** By the key of what may be a group, or a part of its name. */
  readonly groupParts: ReadonlyMap<string, readonly PartOfCell[]>
}

interface PartOfCell {
  readonly cell: string
  readonly person: Enrolled
}

function indexOf(people: readonly Enrolled[]): Index {
  const by = (keysOf: (person: Enrolled) => Iterable<string>) => {
    const found = new Map<string, Enrolled[]>()
    for (const person of people) {
      for (const key of new Set(keysOf(person))) found.set(key, [...(found.get(key) ?? []), person])
    }
    return found
  }
  return {
    identifiers: by(({ identifiers }) => identifiers.map((one) => keyOf(one.kind, one))),
    names: by(({ name }) => spellings(name)),
    leavings: by(({ name }) => leavings(name)),
    groups: groupsOf(people),
    groupParts: groupPartsOf(people),
  }
}

function keyOf(kind: string, identifier: Identifier): string {
  return `${kind} ${canonical(identifier)}`
}

function read(reading: Reading, index: Index): Whose {
  if (reading.kind === 'group') return groupOf(reading, index)
  const members = reading.members.map((said) => ({ said, whose: memberOf(said, index) }))
  const doubtful = members.find(({ whose }) => whose.kind === 'doubtful')
  if (doubtful !== undefined) return doubtful.whose
  const people = members.flatMap(({ whose }) => (whose.kind === 'known' ? whose.people : []))
  if (people.length === 0) return { kind: 'unknown' }
  // Of a group, who is not on the list takes nobody's grade away.
  const strangers = members.flatMap(({ said, whose }) =>
    whose.kind === 'known' ? [] : called(said),
  )
  return { kind: 'known', people: unique(people), ...(strangers.length > 0 && { strangers }) }
}

type GroupReading = Extract<Reading, { kind: 'group' }>

/**
 * A group as the list spells it; where no group is spelt so, the only one that could be: `Team C++`
 * and `Team C#` are one key and two groups.
 */
function groupOf({ group, stripped }: GroupReading, { groups, groupParts }: Index): Whose {
  const wanted = groupKey(spelt(group))
  const all = [...new Set([...groups.keys(), ...groupParts.keys()])]
  const keys = stripped ? all.filter((key) => withoutHyphens(key) === wanted) : [wanted]
  const meant = keys.flatMap((key) => [...(groups.get(key) ?? [])])
  const parts = keys.flatMap((key) => groupParts.get(key) ?? [])
  if (parts.length > 0)
    return dividedOtherwise(
      parts,
      meant.flatMap(([, people]) => people),
    )
  const same = meant.filter(([spelling]) => spelling === spelt(group))
  const [only, ...others] = same.length > 0 ? same : meant
  if (only === undefined) return { kind: 'unknown' }
  if (others.length === 0) return { kind: 'known', people: only[1] }
  const why = `${meant.length} groups on the list may be meant by ${group}`
  return { kind: 'doubtful', candidates: unique(meant.flatMap(([, people]) => people)), why }
}

/** Nothing tells whether who has `Lee, Kim` in the list is in a group called Kim. */
function dividedOtherwise(
  parts: readonly PartOfCell[],
  known: readonly Enrolled[],
): Extract<Whose, { kind: 'doubtful' }> {
  const cells = [...new Set(parts.map(({ cell }) => cell))].slice(0, 3).join(' or ')
  const why = `the list says ${cells}, which may be one group or several: put a semicolon between several`
  return { kind: 'doubtful', candidates: unique([...known, ...parts.map((it) => it.person)]), why }
}

function spelt(group: string): string {
  return group.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

function groupsOf(people: readonly Enrolled[]): Index['groups'] {
  const groups = new Map<string, Map<string, Enrolled[]>>()
  for (const person of people) {
    for (const group of new Set(person.groups.map(spelt))) {
      const spellings = groups.get(groupKey(group)) ?? new Map<string, Enrolled[]>()
      groups.set(groupKey(group), spellings.set(group, [...(spellings.get(group) ?? []), person]))
    }
  }
  return groups
}

function groupPartsOf(people: readonly Enrolled[]): Index['groupParts'] {
  const parts = new Map<string, PartOfCell[]>()
  for (const person of people) {
    for (const { group, cell } of person.groupParts) {
      const key = groupKey(spelt(group))
      parts.set(key, [...(parts.get(key) ?? []), { cell, person }])
    }
  }
  return parts
}

/** By the name, where there is one. */
function called(said: readonly Identifier[]): string {
  const [first] = [...said.filter(({ kind }) => kind === 'name'), ...said]
  return first?.value ?? 'somebody without a name'
}

function memberOf(said: readonly Identifier[], index: Index): Whose {
  const exact = unique(
    said.flatMap((one) =>
      ANSWERS[one.kind].flatMap((kind) => index.identifiers.get(keyOf(kind, one)) ?? []),
    ),
  )
  const byName = unique(said.flatMap((one) => namedBy(one, index)))
  // A folder may be called by a login or by a name: where these are two people's, nothing tells.
  const folder = said.every(({ kind }) => kind === 'folder')
  const found = folder ? unique([...exact, ...byName]) : exact.length > 0 ? exact : byName
  if (found.length === 0) return { kind: 'unknown' }
  const [only, ...others] = found
  if (only === undefined || others.length > 0) return several(found, said)
  const against = contradictions(said, only)
  const spelt = exact.length > 0 ? undefined : said.find((one) => isNear(one, only))
  if (spelt !== undefined) {
    const why = `${spelt.value} is nearly the name of ${personText(only)}, and may be another`
    return { kind: 'doubtful', candidates: [only], why, open: true }
  }
  if (against.length === 0) return { kind: 'known', people: [only] }
  const candidates = unique([only, ...byName])
  return { kind: 'doubtful', candidates, why: `${wordsOf(said, only)}, but ${against.join(', ')}` }
}

/** What a human called a folder is a whole name; what a platform did may be what is left of one. */
function namedBy({ kind, value }: Identifier, index: Index): Enrolled[] {
  if (kind === 'folder') return [...spellings(value)].flatMap((it) => index.names.get(it) ?? [])
  if (kind === 'name') return [...leavings(value)].flatMap((it) => index.leavings.get(it) ?? [])
  return []
}

/** Matched by all its letters, and yet of other words. */
function isNear({ kind, value }: Identifier, { name }: Enrolled): boolean {
  return (kind === 'folder' || kind === 'name') && otherwiseDivided(value, name)
}

function several(candidates: readonly Enrolled[], said: readonly Identifier[]): Whose {
  const words = said.map(({ value }) => value).join(', ')
  return {
    kind: 'doubtful',
    open: true,
    candidates,
    why: `${candidates.length} people on the list may be meant by ${words}`,
  }
}

/** What a hand-in says that the list says otherwise. */
function contradictions(said: readonly Identifier[], person: Enrolled): string[] {
  return said.flatMap((one) => {
    if (one.kind === 'folder') return []
    if (one.kind === 'name') {
      return mayBeOne(one.value, person.name) ? [] : [`the name given is ${one.value}`]
    }
    const known = person.identifiers.filter(({ kind }) => kind === one.kind)
    const fits = known.some((other) => canonical(other) === canonical(one))
    return known.length === 0 || fits ? [] : [`the ${KIND_WORDS[one.kind]} given is ${one.value}`]
  })
}

/** What made the match, in words: `participant 12 is Ann Lee (12) on the list`. */
function wordsOf(said: readonly Identifier[], person: Enrolled): string {
  const match = said.find((one) =>
    person.identifiers.some(
      (other) => ANSWERS[one.kind].includes(other.kind) && canonical(other) === canonical(one),
    ),
  )
  const what = match === undefined ? 'by name it' : `${KIND_WORDS[match.kind]} ${match.value}`
  return `${what} is ${personText(person)} on the list`
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}

function sameSet(one: readonly Enrolled[], other: readonly Enrolled[]): boolean {
  return one.length === other.length && one.every((person) => other.includes(person))
}
