/** What can be said of two formulas. Never wrong: what is not certain is `unknown`. */
export type Decision =
  /** The same function everywhere, under the assumptions. */
  | {
      readonly verdict: 'equal'
      /** Set where a long literal was read as the constant that it is the rounding of. */
      readonly upToRounding?: string
    }
  /** Equal except at isolated points, described in words such as `x = 0`. */
  | { readonly verdict: 'null-set'; readonly where: string }
  /** Equal wherever both are defined; `where` says where one is not. */
  | { readonly verdict: 'domain'; readonly where: string }
  | {
      readonly verdict: 'different'
      /** A rational point at which they differ, each coordinate as `p/q` or `p`. */
      readonly witness: { readonly [variable: string]: string }
      /** Certified enclosures of both values there, as decimal texts: [low, high]. */
      readonly left: readonly [low: string, high: string]
      readonly right: readonly [low: string, high: string]
      /** Set where they differ only by the precision of a constant: the constant and the gap. */
      readonly precision?: string
    }
  | { readonly verdict: 'unknown'; readonly why: string }

/** A rational such as `-3/2` as the nearest double, for testing programs at a witness. */
export function nearestDouble(rational: string): number {
  const [numerator = '0', denominator = '1'] = rational.split('/')
  return Number(numerator) / Number(denominator)
}
