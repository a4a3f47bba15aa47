/**
 * What an expression may give besides numbers, booleans and nothing, as a set of bits. `PLAIN` is the
 * empty one.
 */
export type Kind = number

export const PLAIN: Kind = 0
/** A string, of whatever letters. */
export const TEXT: Kind = 1
/** A string that is no name of anything built in. */
export const WORD: Kind = 2
/** An object that was made during this call, as all its parts were; no function. */
export const OWN: Kind = 4
/** An object that was made during this call; its parts may be anything. */
export const SHELL: Kind = 8
/** Numbers in a list that nobody may change, and lists of them. */
export const LIST: Kind = 16
export const TABLE: Kind = 32
/** An argument, a part of one, or a constant: data, with no function in it and no name of anything built in. */
export const DATA: Kind = 64
/** A map or a set, beside what it holds. */
export const MAP: Kind = 128
/** A function, or an object that is there before a call and after it. */
export const OTHER: Kind = 256
export const ANYTHING: Kind = 511

/** What can be changed without anybody else's noticing. */
const CHANGEABLE: Kind = TEXT | WORD | OWN | SHELL | MAP
/** As the name of a member it leads to nothing built in. */
const KEY: Kind = WORD | LIST | TABLE | DATA

export function either(...kinds: readonly Kind[]): Kind {
  return kinds.reduce((all, kind) => all | kind, PLAIN)
}

/** Whether nothing is possible but these. */
export function isOnly(kind: Kind, allowed: Kind): boolean {
  return (kind & ~allowed) === 0
}

export function isChangeable(kind: Kind): boolean {
  return isOnly(kind, CHANGEABLE)
}

export function isKey(kind: Kind): boolean {
  return isOnly(kind, KEY)
}

/** An array with such parts that is there for good. */
export function constantOf(parts: readonly Kind[]): Kind {
  const all = either(...parts)
  if (all === PLAIN) return LIST
  if (all === LIST && !parts.includes(PLAIN)) return TABLE
  return isKey(all) ? DATA : OTHER
}

/** Letters come together only where two texts do: a number adds none. */
export function sum(left: Kind, right: Kind): Kind {
  const both = either(left, right)
  const isPlain = (left === PLAIN || right === PLAIN) && isOnly(both, WORD | DATA)
  return isPlain ? both : TEXT
}
