/** What can be said of two formulas. Never wrong: what is not certain is `unknown`. */
export type Decision = Explained &
  (
    | Equal
    | EqualOnDomain
    | EqualUpToRounding
    | NullSet
    | OnDifferentDomains
    | Different
    | Unknown
    | Refused
  )

export type Verdict = Decision['verdict']

/** What is found where nothing is said of a domain. */
export type Answer = Exclude<Decision, { readonly verdict: 'equal-on-domain' | 'refused' }>

/** The same function everywhere, under the assumptions. */
interface Equal {
  readonly verdict: 'equal'
}

/** The same function on the domain, such as `-20 <= x <= 20`. */
interface EqualOnDomain {
  readonly verdict: 'equal-on-domain'
  readonly within: string
  /** A point outside of it at which they differ, or only one exists, if one is known. */
  readonly outside?: ExactPoint
  /** What has to stay finite in float64, and does on the domain. */
  readonly finite?: readonly string[]
}

/** They differ by less than the tolerance, on the domain if there is one. */
interface EqualUpToRounding {
  readonly verdict: 'equal-up-to-rounding'
  readonly within?: string
  /** What explains it: constants written with fewer digits, or `float32`. */
  readonly because?: string
}

/** Equal except at isolated points, described in words such as `x = 0`. */
interface NullSet {
  readonly verdict: 'null-set'
  readonly where: string
  /** Set where it is known of a domain only. */
  readonly within?: string
}

/** Equal wherever both are defined; `where` says where one is not. */
interface OnDifferentDomains {
  readonly verdict: 'domain'
  readonly where: string
  readonly witness?: ExactPoint
  readonly within?: string
}

interface Different extends Apart {
  readonly verdict: 'different'
  /** Set where they differ only by the precision of a constant: the constant and the gap. */
  readonly precision?: string
}

export interface Apart {
  /** A rational point at which they differ, each coordinate as `p/q` or `p`. */
  readonly witness: ExactPoint
  /** Certified enclosures of both values there, as decimal texts: [low, high]. */
  readonly left: Enclosure
  readonly right: Enclosure
}

interface Unknown {
  readonly verdict: 'unknown'
  readonly why: string
}

/** There is no formula to decide about: a program was not followed, and why and where. */
interface Refused {
  readonly verdict: 'refused'
  readonly why: string
}

export type ExactPoint = { readonly [variable: string]: string }

export type Enclosure = readonly [low: string, high: string]

interface Explained {
  /** Literals that were read as the constants whose doubles they are. */
  readonly read?: readonly string[]
  /** The parts that space was cut into, and what was found on each. */
  readonly cells?: readonly CellStep[]
}

export interface CellStep {
  /** Conditions that describe the part, such as `x > 0`; none for the whole space. */
  readonly where: readonly string[]
  readonly finding:
    | 'equal'
    | 'within the tolerance'
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
