/** Longer names are never near misses: they are somebody's text in the wrong place. */
const LONGEST = 64

/** The known names that `wanted` is most likely a slip for, nearest first; ties keep their order. */
export function nearNames(wanted: string, known: Iterable<string>, limit = 3): string[] {
  const typed = fold(wanted)
  if (typed === '' || typed.length > LONGEST) return []
  return [...new Set(known)]
    .filter((name) => name.length <= LONGEST)
    .map((name) => ({ name, distance: slipDistance(typed, fold(name)) }))
    .filter(({ name, distance }) => distance <= allowedSlips(typed, fold(name)))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, limit)
    .map(({ name }) => name)
}

/** `Did you mean "a" or "b"?`, or undefined where nothing is near. */
export function didYouMean(wanted: string, known: Iterable<string>): string | undefined {
  const near = nearNames(wanted, known).map((name) => JSON.stringify(name))
  if (near.length === 0) return undefined
  const last = near.at(-1)
  const names = near.length === 1 ? last : `${near.slice(0, -1).join(', ')} or ${last}`
  return `Did you mean ${names}?`
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that turn one word into the other:
 * the optimal string alignment distance (Damerau, 1964, without edits inside a swap).
 */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const replaced = (last[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      const swapped =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1]
          ? (beforeLast[column - 2] ?? 0) + 1
          : Infinity
      const removed = (last[column] ?? 0) + 1
      const added = (current[column - 1] ?? 0) + 1
      current.push(Math.min(replaced, swapped, removed, added))
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}

/** Half a slip for a name that was only not typed to its end. */
function slipDistance(typed: string, name: string): number {
  if (typed === name) return 0
  if (typed.length >= 3 && name.startsWith(typed)) return 0.5
  return editDistance(typed, name)
}

/** One slip in a short word, two from six letters on, three from ten on; never the whole word. */
function allowedSlips(typed: string, name: string): number {
  const length = Math.min(typed.length, name.length)
  if (length < 2) return 0
  return length < 6 ? 1 : length < 10 ? 2 : 3
}

/** Case, separators and leading zeros of numbers are no difference: `EX_01` is `ex1`. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_\s]/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
}
