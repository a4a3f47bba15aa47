import type { Budget } from './limits.ts'
import type { Rational } from './rational.ts'
import * as Q from './rational.ts'
import { type Isolated, isolateRoots, narrow, signAtRoot } from './real-roots.ts'
import { ofSign, type Sign, type SignSet } from './sign-set.ts'
import { commonDivisor, divide, signAt, squareFree, type Univariate } from './univariate.ts'

/** A root of a polynomial; no other cut's interval meets its own. */
export interface Cut extends Isolated {
  readonly of: Univariate
}

/** Square-free polynomials, no two of which share a root. */
export type Dividers = readonly Univariate[]

/** The same dividers where the polynomial has no root that none of them has. */
export function withRootsOf(polynomial: Univariate, dividers: Dividers, budget: Budget): Dividers {
  if (polynomial.length <= 1) return dividers
  let own = squareFree(polynomial, budget)
  for (const known of dividers) {
    if (own.length === 2 || known.length === 2) {
      // One exact root is looked up; a common divisor would cost far more for many straight pieces.
      const [line, other] = own.length === 2 ? [own, known] : [known, own]
      if (signAt(other, rootOf(line)) !== 0) continue
    }
    const shared = commonDivisor(own, known, budget)
    if (shared.length > 1) own = divide(own, shared, budget).quotient
    if (own.length <= 1) return dividers
  }
  return [...dividers, own]
}

function rootOf([constant = Q.ZERO, slope = Q.ONE]: Univariate): Rational {
  return Q.negate(Q.divide(constant, slope))
}

/** All real roots, ascending. */
export function cutsOf(dividers: Dividers, budget: Budget): readonly Cut[] {
  const cuts = dividers.flatMap((of) => isolateRoots(of, budget).map((cell) => ({ of, ...cell })))
  return apart(cuts, budget)
}

/** Ascending, and narrowed until no two intervals meet. */
export function apart(cuts: readonly Cut[], budget: Budget): readonly Cut[] {
  const sorted = [...cuts]
  for (;;) {
    sorted.sort((a, b) => Q.compare(a.high, b.high))
    const met = sorted.findIndex((cut, index) => {
      const next = sorted[index + 1]
      return next !== undefined && Q.compare(cut.high, next.low) >= 0
    })
    if (met < 0) return sorted
    for (const index of [met, met + 1]) {
      const cut = sorted[index] as Cut
      sorted[index] = { ...cut, ...narrow(cut.of, cut, budget) }
    }
  }
}

/** One number, or all numbers between two neighbouring cuts. */
export interface Place {
  readonly signOf: (polynomial: Univariate) => Sign
}

export function atCut(cut: Cut, budget: Budget): Place {
  return { signOf: (p) => signAtRoot(p, cut.of, cut, budget) }
}

export function between(left: Cut | undefined, right: Cut | undefined): Place {
  const inside = numberBetween(left, right)
  return { signOf: (p) => signAt(p, inside) }
}

export function numberBetween(left: Isolated | undefined, right: Isolated | undefined): Rational {
  if (left === undefined && right === undefined) return Q.ZERO
  if (right === undefined) return Q.add((left as Isolated).high, Q.ONE)
  if (left === undefined) return Q.subtract(right.low, Q.ONE)
  return Q.divide(Q.add(left.high, right.low), Q.rational(2))
}

/** Every cut and every gap that the cuts leave, from the left. */
function* placesOf(cuts: readonly Cut[], budget: Budget): Generator<Place> {
  yield between(undefined, cuts[0])
  for (const [index, cut] of cuts.entries()) {
    yield atCut(cut, budget)
    yield between(cut, cuts[index + 1])
  }
}

/** A polynomial in one unknown whose sign is restricted. */
export interface Restriction {
  readonly polynomial: Univariate
  readonly signs: SignSet
}

/** The signs that a polynomial takes on the part of the line where all restrictions hold; 0 where that part is empty. */
export function signsOnLine(
  p: Univariate,
  restrictions: readonly Restriction[],
  budget: Budget,
): SignSet {
  const polynomials = [p, ...restrictions.map(({ polynomial }) => polynomial)]
  const dividers = polynomials.reduce<Dividers>((all, one) => withRootsOf(one, all, budget), [])
  let found: SignSet = 0
  for (const place of placesOf(cutsOf(dividers, budget), budget)) {
    const sign = ofSign(place.signOf(p))
    if ((found & sign) !== 0) continue
    const allowed = restrictions.every(
      ({ polynomial, signs }) => (ofSign(place.signOf(polynomial)) & signs) !== 0,
    )
    if (allowed) found |= sign
  }
  return found
}
