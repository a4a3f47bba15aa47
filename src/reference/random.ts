/** A stream of 32-bit integers. */
export type Random = () => number

/**
 * mulberry32 (Tommy Ettinger, 2017, public domain): 32-bit integer arithmetic only,
 * so that every engine and every version of it draws the same numbers.
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** One 32-bit seed out of a name and a run's seed: FNV-1a over the UTF-16 units of both. */
export function seedOf(name: string, seed: number): number {
  let hash = 0x811c9dc5
  for (const unit of `${name}\0${seed}`) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  }
  return hash >>> 0
}

/** A number in [0, 1), a multiple of 2^-32. */
export function unit(random: Random): number {
  return random() / 4294967296
}
