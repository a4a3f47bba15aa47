import { ANSWERS, canonical, type Identifier, KIND_WORDS, type Reading } from './identifier.ts'
import { type Enrolled, personText } from './roster.ts'
import { mayBeOne, spellings } from './same-name.ts'

/** Whose a hand-in is, and how that is known. */
export type Whose =
  | { readonly kind: 'known'; readonly people: readonly Enrolled[] }
  /** It could be theirs: who counts must be said. */
  | { readonly kind: 'doubtful'; readonly candidates: readonly Enrolled[]; readonly why: string }
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
    const [first, ...others] = known
    if (first && others.every((other) => sameSet(first.people, other.people))) return first
    if (first) {
      const candidates = [...new Set(known.flatMap((one) => one.people))]
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
  readonly groups: ReadonlyMap<string, readonly Enrolled[]>
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
    groups: by(({ groups }) => groups.map(groupKey)),
  }
}

function keyOf(kind: string, identifier: Identifier): string {
  return `${kind} ${canonical(identifier)}`
}

function groupKey(name: string): string {
  return [...spellings(name)][0] ?? name
}

function read(reading: Reading, index: Index): Whose {
  if (reading.kind === 'group') {
    const people = index.groups.get(groupKey(reading.group)) ?? []
    return people.length > 0 ? { kind: 'known', people } : { kind: 'unknown' }
  }
  const members = reading.members.map((said) => memberOf(said, index))
  const doubtful = members.find((one) => one.kind === 'doubtful')
  if (doubtful !== undefined) return doubtful
  const people = members.flatMap((one) => (one.kind === 'known' ? one.people : []))
  // Of a group, who is not on the list takes nobody's grade away.
  return people.length > 0 ? { kind: 'known', people: [...new Set(people)] } : { kind: 'unknown' }
}

function memberOf(said: readonly Identifier[], index: Index): Whose {
  const named = said.filter(({ kind }) => kind === 'name' || kind === 'folder')
  const exact = unique(
    said.flatMap((one) =>
      ANSWERS[one.kind].flatMap((kind) => index.identifiers.get(keyOf(kind, one)) ?? []),
    ),
  )
  const byName = unique(
    named.flatMap(({ value }) => [...spellings(value)].flatMap((it) => index.names.get(it) ?? [])),
  )
  const found = exact.length > 0 ? exact : byName
  if (found.length === 0) return { kind: 'unknown' }
  const [only, ...others] = found
  if (only === undefined || others.length > 0) return several(found, said)
  const against = contradictions(said, only)
  if (against.length === 0) return { kind: 'known', people: [only] }
  const candidates = unique([only, ...byName])
  return { kind: 'doubtful', candidates, why: `${wordsOf(said, only)}, but ${against.join(', ')}` }
}

function several(candidates: readonly Enrolled[], said: readonly Identifier[]): Whose {
  const called = said.map(({ value }) => value).join(', ')
  return {
    kind: 'doubtful',
    candidates,
    why: `${candidates.length} people on the list may be meant by ${called}`,
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
