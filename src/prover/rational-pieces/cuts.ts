import { signAtRoot } from '../../exact/line.ts'
import * as Q from '../../exact/rational.ts'
import {
  commonDivisor,
  divide,
  type Isolated,
  isolateRoots,
  narrow,
  signAt,
  squareFree,
  type Univariate,
} from '../../exact/univariate.ts'
import { type Place, refuseLarge } from './rational-function.ts'

/** A root of a polynomial, known exactly or to 2⁻⁸⁰; no other cut's interval meets its own. */
export interface Cut extends Isolated {
  readonly of: Univariate
}

const NARROW = Q.rational(1n, 1n << 80n)

/** Square-free polynomials, no two of which share a root. */
export type Dividers = readonly Univariate[]

/** The same dividers where the polynomial has no root that none of them has. */
export function withRootsOf(polynomial: Univariate, dividers: Dividers): Dividers {
  if (polynomial.length <= 1) return dividers
  refuseLarge(polynomial)
  let own = squareFree(polynomial)
  for (const known of dividers) {
    if (own.length === 2 || known.length === 2) {
      // One exact root is looked up; a common divisor would cost far more for many straight pieces.
      const [line, other] = own.length === 2 ? [own, known] : [known, own]
      if (signAt(other, rootOf(line)) !== 0) continue
    }
    const shared = commonDivisor(own, known)
    if (shared.length > 1) own = divide(own, shared).quotient
    if (own.length <= 1) return dividers
  }
  return [...dividers, own]
}

/** All real roots, ascending. */
export function cutsOf(dividers: Dividers): readonly Cut[] {
  return apart(dividers.flatMap((of) => rootsOf(of).map((cell) => ({ of, ...cell }))))
}

function rootOf([constant = Q.ZERO, slope = Q.ONE]: Univariate): Q.Rational {
  return Q.negate(Q.divide(constant, slope))
}

const knownRoots = new WeakMap<Univariate, readonly Isolated[]>()

function rootsOf(p: Univariate): readonly Isolated[] {
  const known = knownRoots.get(p) ?? findRoots(p)
  knownRoots.set(p, known)
  return known
}

function findRoots(p: Univariate): readonly Isolated[] {
  if (p.length === 2) return [{ low: rootOf(p), high: rootOf(p) }]
  return isolateRoots(p).map((cell) => narrowed(p, cell, NARROW))
}

function narrowed(p: Univariate, start: Isolated, width: Q.Rational): Isolated {
  let cell = start
  while (Q.compare(Q.subtract(cell.high, cell.low), width) > 0) cell = narrow(p, cell)
  return cell
}

/** Ascending, and narrowed until no two intervals meet. */
function apart(cuts: readonly Cut[]): readonly Cut[] {
  const sorted = [...cuts].sort((a, b) => Q.compare(a.high, b.high))
  const meets = (cut: Cut | undefined, next: Cut | undefined) =>
    cut !== undefined && next !== undefined && Q.compare(cut.high, next.low) >= 0
  const index = sorted.findIndex((cut, k) => meets(cut, sorted[k + 1]))
  if (index < 0) return sorted
  const nearer = (cut: Cut) => ({ ...cut, ...narrow(cut.of, cut) })
  return apart(sorted.map((cut, k) => (k === index || k === index + 1 ? nearer(cut) : cut)))
}

/** The place that a cut is. */
export function atCut(cut: Cut): Place {
  if (Q.equals(cut.low, cut.high)) return { signOf: (p) => signAt(p, cut.high) }
  return { signOf: (p) => signAtRoot(p, cut.of, cut) }
}

/** The place between two neighbours, or beyond the last one. */
export function between(left: Cut | undefined, right: Cut | undefined): Place {
  const inside = numberBetween(left, right)
  return { signOf: (p) => signAt(p, inside) }
}

export function numberBetween(left: Cut | undefined, right: Cut | undefined): Q.Rational {
  if (left === undefined && right === undefined) return Q.ZERO
  if (right === undefined) return Q.add((left as Cut).high, Q.ONE)
  if (left === undefined) return Q.subtract(right.low, Q.ONE)
  return Q.divide(Q.add(left.high, right.low), Q.rational(2))
}
