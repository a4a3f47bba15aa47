/** What can be said of two formulas. Never wrong: what is not certain is `unknown`. */
export type Decision = Explained &
  /** The same function everywhere, under the assumptions. */
  (
    | {
        readonly verdict: 'equal'
        /** Set where a long literal was read as the constant that it is the rounding of. */
        readonly upToRounding?: string
      }
    /** Equal except at isolated points, described in words such as `x = 0`. */
    | { readonly verdict: 'null-set'; readonly where: string }
    /** Equal wherever both are defined; `where` says where one is not. */
    | { readonly verdict: 'domain'; readonly where: string; readonly witness?: ExactPoint }
    | {
        readonly verdict: 'different'
        /** A rational point at which they differ, each coordinate as `p/q` or `p`. */
        readonly witness: ExactPoint
        /** Certified enclosures of both values there, as decimal texts: [low, high]. */
        readonly left: Enclosure
        readonly right: Enclosure
        /** Set where they differ only by the precision of a constant: the constant and the gap. */
        readonly precision?: string
      }
    | { readonly verdict: 'unknown'; readonly why: string }
  )

export type ExactPoint = { readonly [variable: string]: string }

export type Enclosure = readonly [low: string, high: string]

interface Explained {
  /** The parts that space was cut into, and what was found on each. */
  readonly cells?: readonly CellStep[]
}

export interface CellStep {
  /** Conditions that describe the part, such as `x > 0`; none for the whole space. */
  readonly where: readonly string[]
  readonly finding:
    | 'equal'
    | 'both undefined'
    | 'differ'
    | 'only one exists'
    | 'empty'
    | 'undecided'
  readonly detail?: string
  /** An exact point of the part, where the formulas are apart on it and one was found. */
  readonly point?: ExactPoint
}

/** A rational such as `-3/2` as the nearest double, for testing programs at a witness. */
export function nearestDouble(rational: string): number {
  const [numerator = '0', denominator = '1'] = rational.split('/')
  return Number(numerator) / Number(denominator)
}
