/** The signs that are possible, as bits. */
export type SignSet = number

export const NEGATIVE = 1
export const ZERO = 2
export const POSITIVE = 4
export const ANY = 7
export const NONZERO = 5
export const AT_LEAST_ZERO = 6
export const AT_MOST_ZERO = 3

export type Sign = -1 | 0 | 1

/** The sign, where only one is possible. */
export function theSign(signs: SignSet): Sign | undefined {
  if (signs === POSITIVE) return 1
  if (signs === NEGATIVE) return -1
  return signs === ZERO ? 0 : undefined
}

export function ofSign(sign: Sign): SignSet {
  return sign > 0 ? POSITIVE : sign < 0 ? NEGATIVE : ZERO
}

export function flip(signs: SignSet): SignSet {
  return (signs & ZERO) | (signs & POSITIVE ? NEGATIVE : 0) | (signs & NEGATIVE ? POSITIVE : 0)
}

export function times(a: SignSet, b: SignSet): SignSet {
  let result = (a | b) & ZERO
  if (a & POSITIVE) result |= b & NONZERO
  if (a & NEGATIVE) result |= flip(b) & NONZERO
  return result
}

export function squared(signs: SignSet): SignSet {
  return (signs & ZERO) | (signs & NONZERO ? POSITIVE : 0)
}

/** The signs that a sum of two such numbers can have. */
export function plus(a: SignSet, b: SignSet): SignSet {
  if (a === ZERO) return b
  if (b === ZERO) return a
  const both = a | b
  if ((both & POSITIVE) !== 0 && (both & NEGATIVE) !== 0) return ANY
  return (both & NONZERO) | (a & b & ZERO)
}
