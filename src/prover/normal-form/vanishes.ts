import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import * as S from '../../exact/sign-set.ts'
import { exponential } from './exponential.ts'
import type { Generator } from './generator.ts'
import * as Make from './make.ts'
import * as M from './monomial.ts'
import type { Polynomial, Term } from './polynomial.ts'
import * as P from './polynomial.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'
import { splitAtRoot } from './square-root-sum.ts'

/** Whether a value is certainly zero in the setting. False says nothing. */
export function vanishes(setting: Setting, a: Product): boolean {
  if (Pr.isZero(a)) return true
  const { numerator } = Pr.asFraction(setting.algebra, a)
  if (P.isZero(numerator)) return true
  if (cancelsAtRoot(setting, numerator)) return true
  const groups = groupsByLogarithm(numerator)
  if (groups !== undefined) return groups.every((group) => sumOfLogsVanishes(setting, group))
  return fullTurns(setting, numerator)
}

/** u + v·√w is zero where u² = v²·w and the signs of u and v are opposite. */
function cancelsAtRoot(setting: Setting, numerator: Polynomial): boolean {
  const parts = splitAtRoot(setting.algebra, numerator)
  if (parts === undefined || !vanishes(setting, parts.gap)) return false
  const [u, v] = [setting.possibleSigns(parts.rest), setting.possibleSigns(parts.beside)]
  return S.theSign(u) !== undefined && u === S.flip(v)
}

/** A group of terms with the same cofactor in front of a logarithm. */
interface Group {
  readonly terms: Polynomial
}

/**
 * Σ cⱼ·log pⱼ + rest is zero if its exponential is 1. Terms are grouped by what stands in front of
 * the logarithm; each group must vanish. Undefined where there are no logarithms.
 */
function groupsByLogarithm(numerator: Polynomial): readonly Group[] | undefined {
  const groups = new Map<string, { cofactor: M.Monomial; terms: Polynomial }>()
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
  if (groups.size === 0) return undefined
  return withOthers([...groups.values()], others)
}

function onlyLogarithm(monomial: M.Monomial): Generator | undefined {
  const logs = monomial.powers.filter(([{ kind }]) => kind === 'log')
  const [log] = logs
  return log !== undefined && logs.length === 1 && Q.equals(log[1], Q.ONE) ? log[0] : undefined
}

/** A term without a logarithm joins the group whose cofactor divides it, the largest first. */
function withOthers(
  groups: readonly { cofactor: M.Monomial; terms: Polynomial }[],
  others: readonly Term[],
): readonly Group[] {
  const sums = [...groups].sort((a, b) => M.compare(b.cofactor, a.cofactor))
  const result = sums.map(({ cofactor, terms }) => ({ cofactor, terms }))
  const left: Term[] = []
  for (const term of others) {
    const group = result.find(({ cofactor }) => divides(cofactor, term.monomial))
    if (group === undefined) {
      left.push(term)
      continue
    }
    const reduced = M.divide(term.monomial, group.cofactor)
    group.terms = P.add(group.terms, P.fromTerm(term.coefficient, reduced))
  }
  const rest = left.reduce((sum, term) => P.add(sum, termPolynomial(term)), P.ZERO)
  return P.isZero(rest) ? result : [...result, { terms: rest }]
}

function termPolynomial(term: Term): Polynomial {
  return P.fromTerm(term.coefficient, term.monomial)
}

function divides(a: M.Monomial, b: M.Monomial): boolean {
  return a.powers.every(([generator, exponent]) => {
    return Q.compare(M.exponentOf(b, generator), exponent) >= 0
  })
}

function sumOfLogsVanishes(setting: Setting, { terms }: Group): boolean {
  const scale = Q.rational(commonDenominator(terms))
  const value = exponential(setting, Pr.fromPolynomial(setting.algebra, P.scale(terms, scale)))
  return Pr.isZero(Pr.subtract(setting.algebra, value, Pr.ONE))
}

/** Whole coefficients keep the exponential free of roots. */
function commonDenominator(p: Polynomial): bigint {
  let common = 1n
  for (const { coefficient } of p.terms.values()) {
    common = (common / Q.gcd(common, coefficient.d)) * coefficient.d
  }
  return common
}

/**
 * Σ cⱼ·atan uⱼ + c·π with whole cⱼ is zero if exp(i·…) is 1 and its size stays below a full turn.
 * The same for asin. Each of them is smaller than π/2.
 */
function fullTurns(setting: Setting, numerator: Polynomial): boolean {
  const scale = angleDenominator(numerator)
  if (scale === undefined) return false
  const scaled = P.scale(numerator, Q.rational(scale))
  if (!staysBelowTurn(scaled)) return false
  const imaginary = Make.rootOfUnity(setting.algebra, Q.rational(1, 2))
  const angle = Pr.multiply(setting.algebra, imaginary, Pr.fromPolynomial(setting.algebra, scaled))
  return Pr.isZero(Pr.subtract(setting.algebra, exponential(setting, angle), Pr.ONE))
}

/** The common denominator of the angles' coefficients, if every term is an angle or a multiple of π. */
function angleDenominator(p: Polynomial): bigint | undefined {
  let common = 1n
  let angles = 0
  for (const { coefficient, monomial } of p.terms.values()) {
    const generator = alone(monomial)
    if (generator === undefined) return undefined
    if (generator.kind === 'constant' && generator.name === 'pi') continue
    if (generator.kind !== 'atan' && generator.kind !== 'asin') return undefined
    common = (common / Q.gcd(common, coefficient.d)) * coefficient.d
    angles++
  }
  return angles === 0 ? undefined : common
}

function alone(monomial: M.Monomial): Generator | undefined {
  const [power, ...others] = monomial.powers
  if (power === undefined || others.length > 0 || !Q.equals(power[1], Q.ONE)) return undefined
  return power[0]
}

/** In units of π: half for each angle, one for π itself; a full turn is 2. */
function staysBelowTurn(p: Polynomial): boolean {
  let size: Rational = Q.ZERO
  for (const { coefficient, monomial } of p.terms.values()) {
    const positive = Q.sign(coefficient) < 0 ? Q.negate(coefficient) : coefficient
    const isPi = alone(monomial)?.kind === 'constant'
    size = Q.add(size, isPi ? positive : Q.divide(positive, Q.rational(2)))
  }
  return Q.compare(size, Q.rational(2)) < 0
}
