import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Generator } from '../normal-form/generator.ts'
import type { Monomial } from '../normal-form/monomial.ts'

/** A little more than π/2. */
const QUARTER_TURN = Q.rational(11, 7)

/** What the size of a letter never exceeds, by its kind alone. */
export function boundOf(letter: Generator): Rational | undefined {
  switch (letter.kind) {
    case 'cos':
    case 'sin':
    case 'erf':
      return Q.ONE
    case 'atan':
    case 'asin':
      return QUARTER_TURN
    default:
      return undefined
  }
}

/** Larger powers have bounds of more digits than a bound is worth. */
const LARGEST_POWER = 64n

/** The same for a product of such letters, times a bound of those that are numbers. */
export function monomialBound(
  { powers }: Monomial,
  ofNumber: (letter: Generator) => Rational | undefined,
): Rational | undefined {
  let bound = Q.ONE
  for (const [letter, { n, d }] of powers) {
    const own = letter.variables.size === 0 ? ofNumber(letter) : boundOf(letter)
    if (own === undefined || d !== 1n || n < 0n || n > LARGEST_POWER) return undefined
    bound = Q.multiply(bound, Q.power(own, Number(n)))
  }
  return bound
}
