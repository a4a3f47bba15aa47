import type { Ball } from './ball.ts'
import * as B from './ball.ts'
import type { Fraction } from './fraction.ts'
import * as F from './fraction.ts'

/** a + b·π, so that zeros of sines and cosines can be looked at. */
export interface Exact {
  readonly a: Fraction
  readonly b: Fraction
}

export function exact(a: Fraction, b: Fraction = F.ZERO): Exact {
  return { a, b }
}

export function isFraction({ b }: Exact): boolean {
  return b.n === 0n
}

export function isZero({ a, b }: Exact): boolean {
  return a.n === 0n && b.n === 0n
}

export function add(x: Exact, y: Exact): Exact {
  return exact(F.add(x.a, y.a), F.add(x.b, y.b))
}

export function subtract(x: Exact, y: Exact): Exact {
  return exact(F.subtract(x.a, y.a), F.subtract(x.b, y.b))
}

/** Undefined where π meets π. */
export function multiply(x: Exact, y: Exact): Exact | undefined {
  if (!isFraction(x) && !isFraction(y)) return undefined
  const [number, other] = isFraction(x) ? [x.a, y] : [y.a, x]
  return exact(F.multiply(other.a, number), F.multiply(other.b, number))
}

/** By a fraction that is not 0. */
export function divide(x: Exact, y: Exact): Exact | undefined {
  if (!isFraction(y)) return undefined
  return exact(F.divide(x.a, y.a), F.divide(x.b, y.a))
}

export function isShort({ a, b }: Exact): boolean {
  return F.isShort(a) && F.isShort(b)
}

export function ballOf({ a, b }: Exact): Ball {
  const fraction = B.fraction(a.n, a.d)
  return b.n === 0n ? fraction : B.add(fraction, B.multiply(B.fraction(b.n, b.d), B.PI))
}

/** The sine of a multiple of π/2 or of π/6 whose sine is a fraction. */
export function sineOf({ a, b }: Exact): Fraction | undefined {
  const sixths = F.multiply(b, F.fraction(6n))
  if (a.n !== 0n || sixths.d !== 1n) return undefined
  const step = Number(((sixths.n % 12n) + 12n) % 12n)
  const text = ['0', '1/2', undefined, '1', undefined, '1/2'][step % 6]
  if (text === undefined) return undefined
  const value = F.fromText(text)
  return step < 6 ? value : F.subtract(F.ZERO, value)
}

/** `3/4`, or `3/4 + 1/2*pi`. */
export function print({ a, b }: Exact): string {
  const fraction = (one: Fraction) => `${one.n}/${one.d}`
  return b.n === 0n ? fraction(a) : `${fraction(a)} + ${fraction(b)}*pi`
}
