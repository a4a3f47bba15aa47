/** A submission's code by its fingerprints, without what is the starter's. */
export interface Code {
  /** The place of the submission. */
  readonly index: number
  readonly fingerprints: readonly number[]
}

export interface LikeGroup {
  readonly members: readonly number[]
  /** Of the pair that is most alike: words and signs in common, and the share of the smaller one. */
  readonly tokens: number
  readonly share: number
  /** Rarity times length: what the likeness is worth as evidence. */
  readonly score: number
  /** What joins all of them, the strongest first: one less than there are members. */
  readonly pairs: readonly PairOfCodes[]
}

interface PairOfCodes {
  readonly one: number
  readonly other: number
  readonly tokens: number
  readonly share: number
}

/** How many words and signs a fingerprint stands for: winnowing in windows of four keeps 2 in 5. */
const TOKENS_OF_ONE = 2.5
/** Less in common, each weighed by how rare it is, coincides by itself. */
const LEAST_SCORE = 40
const LEAST_SHARE = 0.5
/** In a smaller class nobody can tell what is rare. */
const LEAST_CLASS = 30
/** What more have in common is looked at for pairs only that something rarer brought together. */
const MOST_PAIRED = 200

/** Whether it is long enough to say anything. */
export function mayBeAlike({ fingerprints }: Pick<Code, 'fingerprints'>): boolean {
  return fingerprints.length * TOKENS_OF_ONE >= LEAST_SCORE
}

/**
 * Groups of codes that are alike beyond coincidence: what they have in common is long, and few
 * others have it. Short answers are too short, and obvious ones too common.
 */
export function likeGroups(codes: readonly Code[]): LikeGroup[] {
  const long = codes.filter(mayBeAlike)
  const kinds = kindsOf(long)
  const rarity = rarityIn(codes)
  const pairs = pairsOf(kinds).flatMap(([one, other]) => likePair(one, other, rarity) ?? [])
  const equals = kinds.flatMap((kind) =>
    kind.members.length > 1 ? (likePair(kind, kind, rarity) ?? []) : [],
  )
  return joined([...equals, ...pairs]).sort((one, other) => other.score - one.score)
}

/** Codes with the same fingerprints, looked at once. */
interface Kind {
  readonly members: readonly number[]
  readonly fingerprints: ReadonlySet<number>
}

function kindsOf(codes: readonly Code[]): Kind[] {
  const kinds = new Map<string, { members: number[]; fingerprints: Set<number> }>()
  for (const { index, fingerprints } of codes) {
    const key = fingerprints.join(' ')
    const kind = kinds.get(key) ?? { members: [], fingerprints: new Set(fingerprints) }
    kinds.set(key, kind)
    kind.members.push(index)
  }
  return [...kinds.values()]
}

/** 1 for what up to √n of n have, less for what more have, 0 for what all have. */
function rarityIn(codes: readonly Code[]): (fingerprint: number) => number {
  if (codes.length < LEAST_CLASS) return () => 1
  const counts = new Map<number, number>()
  for (const { fingerprints } of codes) {
    for (const one of fingerprints) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const all = Math.log(codes.length)
  return (one) => Math.min(1, (2 * (all - Math.log(counts.get(one) ?? 1))) / all)
}

function pairsOf(kinds: readonly Kind[]): [Kind, Kind][] {
  const holders = new Map<number, number[]>()
  for (const [at, { fingerprints }] of kinds.entries()) {
    for (const one of fingerprints) {
      const known = holders.get(one)
      if (known) known.push(at)
      else holders.set(one, [at])
    }
  }
  const pairs = new Set<number>()
  for (const places of holders.values()) {
    if (places.length > MOST_PAIRED) continue
    for (const [at, one] of places.entries()) {
      for (const other of places.slice(at + 1)) pairs.add(one * kinds.length + other)
    }
  }
  return [...pairs].map((pair) => [
    kinds[Math.floor(pair / kinds.length)] as Kind,
    kinds[pair % kinds.length] as Kind,
  ])
}

interface LikePair extends Omit<LikeGroup, 'members' | 'pairs'> {
  readonly kinds: readonly [Kind, Kind]
}

function likePair(one: Kind, other: Kind, rarity: (of: number) => number): LikePair | undefined {
  const shared = [...one.fingerprints].filter((it) => other.fingerprints.has(it))
  const share = shared.length / Math.min(one.fingerprints.size, other.fingerprints.size)
  const score = shared.reduce((sum, it) => sum + rarity(it), 0) * TOKENS_OF_ONE
  if (score < LEAST_SCORE || share < LEAST_SHARE) return undefined
  return { kinds: [one, other], tokens: shared.length * TOKENS_OF_ONE, share, score }
}

interface Joining {
  readonly kinds: ReadonlySet<Kind>
  readonly best: LikePair
  readonly edges: readonly LikePair[]
}

/** Who is like somebody who is like a third belongs to one group with both. */
function joined(pairs: readonly LikePair[]): LikeGroup[] {
  const groups = new Map<Kind, Joining>()
  for (const pair of [...pairs].sort((one, other) => other.score - one.score)) {
    const met = [...new Set(pair.kinds.flatMap((kind) => groups.get(kind) ?? []))]
    const [one, other] = pair.kinds
    const known = one !== other && met.some(({ kinds }) => kinds.has(one) && kinds.has(other))
    const group = {
      kinds: new Set([...pair.kinds, ...met.flatMap(({ kinds }) => [...kinds])]),
      best: met.map(({ best }) => best).reduce(stronger, pair),
      edges: [...met.flatMap(({ edges }) => edges), ...(known ? [] : [pair])],
    }
    for (const kind of group.kinds) groups.set(kind, group)
  }
  return [...new Set(groups.values())].map(({ kinds, best: { tokens, share, score }, edges }) => ({
    members: [...kinds].flatMap(({ members }) => members).sort((one, other) => one - other),
    tokens,
    share,
    score,
    pairs: [...edges].sort((one, other) => other.score - one.score).flatMap(pairsWithin),
  }))
}

function stronger(one: LikePair, other: LikePair): LikePair {
  return other.score > one.score ? other : one
}

/** Within a kind its first stands for each other. */
function pairsWithin({ kinds: [one, other], tokens, share }: LikePair): PairOfCodes[] {
  const first = one.members[0] as number
  const others = one === other ? one.members.slice(1) : other.members.slice(0, 1)
  return others.map((member) => ({ one: first, other: member, tokens, share }))
}
