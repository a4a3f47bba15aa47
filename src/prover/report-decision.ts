import * as D from '../exact/interval/dyadic.ts'
import type { Interval } from '../exact/interval/interval.ts'
import * as Q from '../exact/rational.ts'
import * as S from '../exact/sign-set.ts'
import { printFormula } from '../formula/print.ts'
import type { Region } from './cells/region.ts'
import type { CellStep, Decision, Enclosure, ExactPoint } from './decision.ts'
import type { RationalPoint } from './witness/candidates.ts'
import type { Witness } from './witness/witness.ts'

/** What was found while space was cut into cells. */
export interface Survey {
  readonly cells: CellStep[]
  /** Thin places where the formulas differ, in value or in whether they exist. */
  readonly thin: { readonly region: Region; readonly value: boolean }[]
  readonly domain: { readonly region: Region; readonly point: RationalPoint }[]
  readonly undecided: string[]
  /** Regions of full dimension on which the assumptions hold. */
  readonly thick: Region[]
}

export function conclude(survey: Survey, hasRoom: () => boolean): Decision {
  const { cells, thin, domain, undecided } = survey
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
  if (thin.length === 0) return { verdict: 'equal', cells }
  if (!hasRoom()) {
    return { verdict: 'unknown', why: 'it is not certain that the assumptions leave room', cells }
  }
  const points = [...new Set(thin.map(({ region }) => describePlace(region)))]
  return { verdict: 'null-set', where: points.join(', and where '), cells }
}

export function different(witness: Witness, cells: readonly CellStep[]): Decision {
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

const DIGITS = 30

function enclosure({ low, high }: Interval): Enclosure {
  return [D.toDecimal(low, DIGITS, 'down'), D.toDecimal(high, DIGITS, 'up')]
}

/** Conditions that describe a region, such as `x = 0` and `alpha > 0`. */
export function describe(region: Region): readonly string[] {
  return [
    ...equations(region),
    ...region.facts.map(({ expr, signs }) => `${printFormula(expr)} ${relation(signs)} 0`),
  ]
}

function describePlace(region: Region): string {
  const found = equations(region)
  const zeros = region.facts.filter(({ signs }) => signs === S.ZERO)
  const all = [...found, ...zeros.map(({ expr }) => `${printFormula(expr)} = 0`)]
  return all.join(' and ')
}

function equations(region: Region): readonly string[] {
  return region.bindings.map((binding) => {
    return 'root' in binding
      ? `${binding.variable} is ${binding.root.name}`
      : `${binding.variable} = ${printFormula(binding.value)}`
  })
}

function relation(signs: S.SignSet): string {
  switch (signs) {
    case S.POSITIVE:
      return '>'
    case S.NEGATIVE:
      return '<'
    case S.ZERO:
      return '='
    case S.AT_LEAST_ZERO:
      return '>='
    case S.AT_MOST_ZERO:
      return '<='
    default:
      return '!='
  }
}
