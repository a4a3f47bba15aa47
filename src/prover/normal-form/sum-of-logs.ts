import * as Q from '../../exact/rational.ts'
import { exponential } from './exponential.ts'
import type { Generator } from './generator.ts'
import * as M from './monomial.ts'
import type { Polynomial, Term } from './polynomial.ts'
import * as P from './polynomial.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'

/** Powers up to 4096 are worked out exactly. */
const LARGEST_BITS = 12

/**
 * The parts of a sum of logarithms, each of which has to vanish: terms are grouped by what stands in
 * front of the logarithm. Undefined where there are none.
 */
export function groupsByLogarithm(numerator: Polynomial): readonly Polynomial[] | undefined {
  const groups = new Map<string, Group>()
  const others: Term[] = []
  for (const term of numerator.terms.values()) {
    const log = onlyLogarithm(term.monomial)
    if (log === undefined) {
      others.push(term)
      continue
    }
    const cofactor = M.divide(term.monomial, M.single(log))
    const group = groups.get(cofactor.key) ?? { cofactor, terms: P.ZERO }
    const reduced = P.fromTerm(term.coefficient, M.single(log))
    groups.set(cofactor.key, { cofactor, terms: P.add(group.terms, reduced) })
  }
  return groups.size === 0 ? undefined : withOthers([...groups.values()], others)
}

interface Group {
  readonly cofactor: M.Monomial
  terms: Polynomial
}

function onlyLogarithm(monomial: M.Monomial): Generator | undefined {
  const logs = monomial.powers.filter(([{ kind }]) => kind === 'log')
  const [log] = logs
  return log !== undefined && logs.length === 1 && Q.equals(log[1], Q.ONE) ? log[0] : undefined
}

/** A term without a logarithm joins the group whose cofactor divides it, the largest first. */
function withOthers(groups: readonly Group[], others: readonly Term[]): readonly Polynomial[] {
  const sorted = [...groups].sort((a, b) => M.compare(b.cofactor, a.cofactor))
  const left: Polynomial[] = []
  for (const { coefficient, monomial } of others) {
    const group = sorted.find(({ cofactor }) => M.divides(cofactor, monomial))
    if (group === undefined) left.push(P.fromTerm(coefficient, monomial))
    else {
      const reduced = P.fromTerm(coefficient, M.divide(monomial, group.cofactor))
      group.terms = P.add(group.terms, reduced)
    }
  }
  const parts = sorted.map(({ terms }) => terms)
  return left.length === 0 ? parts : [...parts, P.sum(left)]
}

/** Σ cⱼ·log pⱼ + rest is zero if its exponential is 1: all of it is real. */
export function sumOfLogsVanishes(setting: Setting, terms: Polynomial): boolean {
  const { algebra } = setting
  // Whole coefficients keep the exponential free of roots.
  const scaled = P.scale(terms, Q.invert(Pr.contentOf([...terms.terms.values()])))
  if ([...scaled.terms.values()].some(isLarge)) return false
  const value = exponential(setting, Pr.fromPolynomial(algebra, scaled))
  return Pr.isZero(Pr.subtract(algebra, value, Pr.ONE))
}

/** A power that large is not worked out; the sum's sign is then found by enclosing it. */
function isLarge({ coefficient }: Term): boolean {
  return Q.bitLength(coefficient.n) > LARGEST_BITS
}
