import { editDistance } from './edit-distance.ts'

/** Longer names are never near misses: they are somebody's text in the wrong place. */
const LONGEST = 64

/**
 * The known names that `wanted` is most likely a slip for, nearest first. Of two as near, first the
 * one that begins alike: hardly anybody misses the first letter. Further ties keep their order.
 */
export function nearNames(wanted: string, known: Iterable<string>, limit = 3): string[] {
  const typed = fold(wanted)
  if (typed === '' || typed.length > LONGEST) return []
  return [...new Set(known)]
    .filter((name) => name.length <= LONGEST)
    .map((name) => ({
      name,
      distance: slipDistance(typed, fold(name)),
      otherStart: Number(fold(name)[0] !== typed[0]),
    }))
    .filter(({ name, distance }) => distance <= allowedSlips(typed, fold(name)))
    .sort((one, other) => one.distance - other.distance || one.otherStart - other.otherStart)
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
