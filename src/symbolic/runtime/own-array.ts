/**
 * A list of the program's as an array of the runtime's own: whatever the program made of its arrays'
 * methods, this one has those that it began with.
 */
export function ownArray(list: ArrayLike<unknown>): unknown[] {
  return Array.from({ length: list.length }, (_, index) => list[index])
}
