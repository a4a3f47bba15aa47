import { GUARANTEED, winnow } from '../../source/likeness/winnow.ts'

/** As many operations in a row that two programs share: from where in each. */
export interface CommonRun {
  readonly one: number
  readonly other: number
  readonly length: number
}

/** Stands between functions: no run goes over it. */
export const BREAK = ''

/** Of one operation so many places are tried: the first say as much as all. */
const MOST_TRIED = 50

/**
 * What two programs share, the longest first, nothing of either twice: greedy string tiling (Wise,
 * String similarity via greedy string tiling and running Karp-Rabin matching, 1993).
 * @param starters fingerprints of what is nobody's own: a run of only those is none
 */
export function commonRuns(
  one: readonly string[],
  other: readonly string[],
  starters: ReadonlySet<number>,
): CommonRun[] {
  const places = placesOf(other)
  // Where what stands at each place may stand in the other: looked up once, for every length.
  const known = one.map((_, at) => places.get(keyAt(one, at)) ?? [])
  const taken = { one: new Set<number>(), other: new Set<number>() }
  const found: CommonRun[] = []
  for (let longest = Infinity; longest >= GUARANTEED; ) {
    const runs = candidates(one, other, known, taken)
    longest = Math.max(0, ...runs.map(({ length }) => length))
    if (longest < GUARANTEED) break
    for (const run of runs) {
      if (run.length < longest || overlaps(run, taken)) continue
      take(run, taken)
      found.push(run)
    }
  }
  const isOwn = (run: CommonRun) =>
    winnow(one.slice(run.one, run.one + run.length)).some((it) => !starters.has(it))
  return found.filter(isOwn)
}

interface Taken {
  readonly one: Set<number>
  readonly other: Set<number>
}

function placesOf(words: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at + GUARANTEED <= words.length; at++) {
    const key = keyAt(words, at)
    const known = places.get(key)
    if (known === undefined) places.set(key, [at])
    else if (known.length < MOST_TRIED) known.push(at)
  }
  return places
}

function keyAt(words: readonly string[], at: number): string {
  return words.slice(at, at + GUARANTEED).join(' ')
}

function candidates(
  one: readonly string[],
  other: readonly string[],
  known: readonly (readonly number[])[],
  taken: Taken,
): CommonRun[] {
  const runs: CommonRun[] = []
  for (let at = 0; at + GUARANTEED <= one.length; at++) {
    if (taken.one.has(at)) continue
    for (const place of known[at] ?? []) {
      let length = 0
      while (
        one[at + length] === other[place + length] &&
        (one[at + length] ?? BREAK) !== BREAK &&
        !taken.one.has(at + length) &&
        !taken.other.has(place + length)
      ) {
        length++
      }
      if (length >= GUARANTEED) runs.push({ one: at, other: place, length })
    }
  }
  return runs
}

function overlaps({ one, other, length }: CommonRun, taken: Taken): boolean {
  for (let at = 0; at < length; at++) {
    if (taken.one.has(one + at) || taken.other.has(other + at)) return true
  }
  return false
}

function take({ one, other, length }: CommonRun, taken: Taken): void {
  for (let at = 0; at < length; at++) {
    taken.one.add(one + at)
    taken.other.add(other + at)
  }
}
