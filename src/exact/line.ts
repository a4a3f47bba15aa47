import type { Rational } from './rational.ts'
import * as Q from './rational.ts'
import { ofSign, type Sign, type SignSet } from './sign-set.ts'
import {
  commonDivisor,
  divide,
  type Isolated,
  isolateRoots,
  multiply,
  narrow,
  rootsBetween,
  signAt,
  squareFree,
  sturmSequence,
  type Univariate,
} from './univariate.ts'

/** A polynomial in one unknown whose sign is restricted. */
export interface Restriction {
  readonly polynomial: Univariate
  readonly signs: SignSet
}

const MAX_DEGREE = 24

/**
 * The signs that a polynomial takes on the part of the line where all restrictions hold; 0 where
 * that part is empty, undefined where the degrees are too high to tell.
 */
export function signsOnLine(
  p: Univariate,
  restrictions: readonly Restriction[],
): SignSet | undefined {
  const all = [p, ...restrictions.map(({ polynomial }) => polynomial)]
  if (all.reduce((sum, one) => sum + one.length - 1, 0) > MAX_DEGREE) return undefined
  const product = squareFreeProduct(all)
  const roots = isolateRoots(product)
  let found: SignSet = 0
  const visit = (sign: (polynomial: Univariate) => Sign) => {
    const allowed = restrictions.every(
      ({ polynomial, signs }) => (ofSign(sign(polynomial)) & signs) !== 0,
    )
    if (allowed) found |= ofSign(sign(p))
  }
  for (const x of between(product, roots)) visit((polynomial) => signAt(polynomial, x))
  for (const root of roots) visit((polynomial) => signAtRoot(polynomial, product, root))
  return found
}

function squareFreeProduct(all: readonly Univariate[]): Univariate {
  let product: Univariate = [Q.ONE]
  for (const one of all) {
    if (one.length <= 1) continue
    const own = squareFree(one)
    const shared = commonDivisor(product, own)
    product = multiply(product, shared.length > 1 ? divide(own, shared).quotient : own)
  }
  return product
}

/** One number in each gap that the roots leave on the line. */
function between(product: Univariate, roots: readonly Isolated[]): readonly Rational[] {
  const separate = separated(product, roots)
  const first = separate[0]
  const last = separate.at(-1)
  if (first === undefined || last === undefined) return [Q.ZERO]
  const points = [Q.subtract(first.low, Q.ONE)]
  for (const [index, { high }] of separate.entries()) {
    const next = separate[index + 1]
    if (next !== undefined) points.push(Q.divide(Q.add(high, next.low), Q.rational(2)))
  }
  points.push(Q.add(last.high, Q.ONE))
  return points
}

/** Narrowed until no interval touches the next one or has a root at its lower end. */
function separated(product: Univariate, roots: readonly Isolated[]): readonly Isolated[] {
  const result = [...roots]
  for (let index = 0; index + 1 < result.length; index++) {
    for (;;) {
      const here = result[index]
      const next = result[index + 1]
      if (here === undefined || next === undefined) break
      if (Q.compare(here.high, next.low) < 0) break
      result[index] = narrow(product, here)
      result[index + 1] = narrow(product, next)
    }
  }
  return result
}

/** The sign at the one root of `of` in the interval. */
export function signAtRoot(p: Univariate, of: Univariate, root: Isolated): Sign {
  if (p.length === 0) return 0
  if (hasRootIn(commonDivisor(p, of), root)) return 0
  let cell = root
  const sequence = sturmSequence(squareFree(p))
  while (
    !Q.equals(cell.low, cell.high) &&
    (signAt(p, cell.low) === 0 || rootsBetween(sequence, cell.low, cell.high) > 0)
  ) {
    cell = narrow(of, cell)
  }
  return signAt(p, cell.high)
}

function hasRootIn(p: Univariate, { low, high }: Isolated): boolean {
  if (p.length <= 1) return false
  if (Q.equals(low, high)) return signAt(p, low) === 0
  return rootsBetween(sturmSequence(p), low, high) > 0
}
