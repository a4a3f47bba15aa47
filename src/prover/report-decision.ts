import * as D from '../exact/interval/dyadic.ts'
import type { Interval } from '../exact/interval/interval.ts'
import * as Q from '../exact/rational.ts'
import { describe, describePlace } from './cells/describe.ts'
import type { Answer, Apart, CellStep, Enclosure, ExactPoint } from './decision.ts'
import type { Survey } from './survey.ts'
import type { RationalPoint } from './witness/candidates.ts'
import type { Witness } from './witness/witness.ts'

export function conclude(survey: Survey, hasRoom: () => boolean): Answer {
  const { cells, thin, domain, undecided, rounded } = survey
  const [why] = undecided
  if (why !== undefined) return { verdict: 'unknown', why, cells }
  if (survey.thick.length === 0) {
    return { verdict: 'unknown', why: 'the assumptions leave no room for the variables', cells }
  }
  const [first] = domain
  if (first !== undefined) {
    if (thin.some(({ value }) => value)) {
      const mixed = 'they exist on different domains and also differ at a single place'
      return { verdict: 'unknown', why: mixed, cells }
    }
    const where = describe(first.region).join(' and ')
    return { verdict: 'domain', where, witness: exactPoint(first.point), cells }
  }
  if (thin.length === 0)
    return { verdict: rounded.length > 0 ? 'equal-up-to-rounding' : 'equal', cells }
  if (!hasRoom()) {
    return { verdict: 'unknown', why: 'it is not certain that the assumptions leave room', cells }
  }
  const points = [...new Set(thin.map(({ region }) => describePlace(region)))]
  return { verdict: 'null-set', where: points.join(', and where '), cells }
}

export function different(witness: Witness, cells: readonly CellStep[]): Answer {
  return {
    verdict: 'different',
    witness: exactPoint(witness.point),
    left: enclosure(witness.left),
    right: enclosure(witness.right),
    cells,
  }
}

export function exactPoint(point: RationalPoint): ExactPoint {
  return Object.fromEntries([...point].map(([name, value]) => [name, Q.print(value)]))
}

/** Whether two values are certainly apart by more than the tolerance, by the enclosures shown. */
export function exceedsTolerance({ left, right }: Apart, tolerance: number): boolean {
  const [a, b] = [endsOf(left), endsOf(right)]
  const limit = [...b, Q.ONE, Q.MINUS_ONE].reduce<Q.Rational>((most, end) => {
    const size = Q.sign(end) < 0 ? Q.negate(end) : end
    return Q.compare(size, most) > 0 ? size : most
  }, Q.ZERO)
  const gap = [Q.subtract(a[0], b[1]), Q.subtract(b[0], a[1])]
  const allowed = Q.multiply(Q.fromNumber(tolerance), limit)
  return gap.some((one) => Q.compare(one, allowed) > 0)
}

function endsOf([low, high]: Enclosure): readonly [Q.Rational, Q.Rational] {
  return [rationalOf(low), rationalOf(high)]
}

/** Texts with an exponent beyond all use stand for doubles' own ends. */
function rationalOf(text: string): Q.Rational {
  const size = Q.fromDecimal(text.replace(/^-/, ''))
  const value = size ?? Q.fromNumber(text.includes('e-') ? 0 : Number.MAX_VALUE)
  return text.startsWith('-') ? Q.negate(value) : value
}

const DIGITS = 30

function enclosure({ low, high }: Interval): Enclosure {
  return [D.toDecimal(low, DIGITS, 'down'), D.toDecimal(high, DIGITS, 'up')]
}
