import { type Budget, spend, stepsForBits } from './limits.ts'
import type { Rational } from './rational.ts'
import * as Q from './rational.ts'
import type { Sign } from './sign-set.ts'
import { bitsOf, commonDivisor, fromWhole, signAt, type Univariate, wholeOf } from './univariate.ts'
import type { WholePolynomial } from './whole-polynomial.ts'
import * as W from './whole-polynomial.ts'

/** Between two rationals exactly one root, and neither of them is one; or the root itself twice. */
export interface Isolated {
  readonly low: Rational
  readonly high: Rational
}

/**
 * Isolating intervals of all real roots of a square-free polynomial, in ascending order: halving by
 * Descartes' rule of signs (Vincent 1836; Collins and Akritas 1976).
 */
export function isolateRoots(p: Univariate, budget: Budget): readonly Isolated[] {
  if (p.length <= 1) return []
  if (p.length === 2) return [exactly(rootOfLine(p))]
  const whole = wholeOf(p)
  const hasZero = whole[0] === 0n
  const rest = hasZero ? whole.slice(1) : whole
  const positive = positiveRoots(rest, budget)
  const negative = positiveRoots(mirrored(rest), budget).map(({ low, high }) => ({
    low: Q.negate(high),
    high: Q.negate(low),
  }))
  const found = [...negative, ...(hasZero ? [exactly(Q.ZERO)] : []), ...positive]
  return found
    .map((cell) => (hasZero ? awayFromZero(p, cell, budget) : cell))
    .sort((a, b) => Q.compare(a.low, b.low))
}

/** Zero is a root of its own: no interval of another root ends there. */
function awayFromZero(p: Univariate, start: Isolated, budget: Budget): Isolated {
  let cell = start
  while (!isExact(cell) && (cell.low.n === 0n || cell.high.n === 0n)) {
    const middle = middleOf(cell)
    const rest = fromWhole(wholeOf(p).slice(1))
    spend(budget, p.length)
    const sign = signAt(rest, middle)
    if (sign === 0) return exactly(middle)
    cell =
      sign === signAt(rest, cell.high)
        ? { low: cell.low, high: middle }
        : { low: middle, high: cell.high }
  }
  return cell
}

function rootOfLine([constant = Q.ZERO, slope = Q.ONE]: Univariate): Rational {
  return Q.negate(Q.divide(constant, slope))
}

function exactly(root: Rational): Isolated {
  return { low: root, high: root }
}

function isExact({ low, high }: Isolated): boolean {
  return Q.equals(low, high)
}

function middleOf({ low, high }: Isolated): Rational {
  return Q.divide(Q.add(low, high), Q.rational(2))
}

/** p(−x). */
function mirrored(p: WholePolynomial): WholePolynomial {
  return p.map((coefficient, index) => (index % 2 === 1 ? -coefficient : coefficient))
}

/** The part c/2^depth … (c+1)/2^depth of the line's part (0, bound), and the polynomial on it as if it were (0, 1). */
interface Part {
  readonly c: bigint
  readonly depth: number
  readonly p: WholePolynomial
  readonly startsAtRoot: boolean
}

function positiveRoots(p: WholePolynomial, budget: Budget): readonly Isolated[] {
  if (p.length <= 1) return []
  const power = boundOf(p)
  const at = (c: bigint, depth: number) => scaled(c, power - depth)
  const found: Isolated[] = []
  const open: Part[] = [{ c: 0n, depth: 0, p: stretched(p, power), startsAtRoot: false }]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const count = variationsInside(part.p, budget)
    if (count === 0) continue
    if (count === 1 && !part.startsAtRoot && !isZeroAtOne(part.p)) {
      found.push({ low: at(part.c, part.depth), high: at(part.c + 1n, part.depth) })
      continue
    }
    const left = halved(part.p)
    const right = shiftedByOne(left, budget)
    const middleIsRoot = right[0] === 0n
    const [c, depth] = [2n * part.c, part.depth + 1]
    if (middleIsRoot) found.push(exactly(at(c + 1n, depth)))
    open.push({ c, depth, p: left, startsAtRoot: part.startsAtRoot })
    open.push({
      c: c + 1n,
      depth,
      p: middleIsRoot ? right.slice(1) : right,
      startsAtRoot: middleIsRoot,
    })
  }
  return found
}

function scaled(c: bigint, power: number): Rational {
  return power >= 0 ? Q.rational(c << BigInt(power)) : Q.rational(c, 1n << BigInt(-power))
}

/** All roots are smaller than 2 to this power (Fujiwara 1916). */
function boundOf(p: WholePolynomial): number {
  const degree = W.degreeOf(p)
  const leading = Q.bitLength(p[degree] ?? 1n)
  let most = -Infinity
  for (const [index, value] of p.slice(0, -1).entries()) {
    if (value === 0n) continue
    most = Math.max(most, (Q.bitLength(value) - leading + 1) / (degree - index))
  }
  return most === -Infinity ? 0 : 1 + Math.ceil(most)
}

/** p(2^power · x), times a power of 2. */
function stretched(p: WholePolynomial, power: number): WholePolynomial {
  const degree = W.degreeOf(p)
  return p.map((coefficient, index) =>
    power >= 0
      ? coefficient << BigInt(power * index)
      : coefficient << BigInt(-power * (degree - index)),
  )
}

/** 2^degree · p(x/2). */
function halved(p: WholePolynomial): WholePolynomial {
  const degree = W.degreeOf(p)
  return p.map((coefficient, index) => coefficient << BigInt(degree - index))
}

/** p(x + 1). */
function shiftedByOne(p: WholePolynomial, budget: Budget): WholePolynomial {
  spend(budget, (p.length * p.length * (1 + W.bitsOf(p) / 512)) / 8)
  const result = [...p]
  for (let pass = 0; pass < result.length - 1; pass++) {
    for (let index = result.length - 2; index >= pass; index--) {
      result[index] = (result[index] ?? 0n) + (result[index + 1] ?? 0n)
    }
  }
  return result
}

/** An upper bound of the number of roots in (0, 1), exact where it is 0 or 1. */
function variationsInside(p: WholePolynomial, budget: Budget): number {
  let count = 0
  let previous = 0n
  for (const value of shiftedByOne([...p].reverse(), budget)) {
    if (value === 0n) continue
    if (previous !== 0n && previous > 0n !== value > 0n) count++
    previous = value
  }
  return count
}

function isZeroAtOne(p: WholePolynomial): boolean {
  return p.reduce((sum, coefficient) => sum + coefficient, 0n) === 0n
}

/** Half of the interval, the one with the root. */
export function narrow(p: Univariate, cell: Isolated, budget: Budget): Isolated {
  if (isExact(cell)) return cell
  const middle = middleOf(cell)
  spend(budget, p.length * stepsForBits(bitsOf(p) + p.length * Q.bitLength(middle.d)))
  const sign = signAt(p, middle)
  if (sign === 0) return exactly(middle)
  return sign === signAt(p, cell.high)
    ? { low: cell.low, high: middle }
    : { low: middle, high: cell.high }
}

/** Narrowed until the interval is no wider than asked. */
export function narrowTo(
  width: Rational,
  p: Univariate,
  start: Isolated,
  budget: Budget,
): Isolated {
  let cell = start
  while (Q.compare(Q.subtract(cell.high, cell.low), width) > 0) cell = narrow(p, cell, budget)
  return cell
}

/** The sign of a polynomial at the one root of a square-free one in the interval. */
export function signAtRoot(p: Univariate, of: Univariate, root: Isolated, budget: Budget): Sign {
  if (p.length === 0) return 0
  if (isExact(root)) return signAt(p, root.high)
  const shared = commonDivisor(p, of, budget)
  // A divisor of a square-free polynomial changes its sign at each of its roots.
  if (shared.length > 1 && signAt(shared, root.low) !== signAt(shared, root.high)) return 0
  for (let cell = root; ; cell = narrow(of, cell, budget)) {
    const sign = isExact(cell) ? signAt(p, cell.high) : signOver(p, cell, budget)
    if (sign !== undefined) return sign
  }
}

/** The sign on a whole interval, where Horner's scheme in intervals can tell. */
function signOver(p: Univariate, { low, high }: Isolated, budget: Budget): Sign | undefined {
  const bits = bitsOf(p) + p.length * (Q.bitLength(low.d) + Q.bitLength(low.n))
  spend(budget, 4 * p.length * stepsForBits(bits))
  const d = low.d * high.d
  const [from, to] = [low.n * high.d, high.n * low.d]
  let [least, most] = [0n, 0n]
  let scale = 1n
  const whole = wholeOf(p)
  for (let index = whole.length - 1; index >= 0; index--) {
    const products = [least * from, least * to, most * from, most * to]
    const own = (whole[index] ?? 0n) * scale
    least = products.reduce(smaller) + own
    most = products.reduce(larger) + own
    scale *= d
  }
  return least > 0n ? 1 : most < 0n ? -1 : undefined
}

function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a
  return b
}

function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a
  return b
}

/** Rational roots with small numerators and denominators, found by trying the divisors. */
export function rationalRoots(p: Univariate, budget: Budget): readonly Rational[] {
  const coefficients = wholeOf(p)
  const leading = divisors(coefficients.at(-1) ?? 1n)
  const roots = new Map<string, Rational>()
  for (const n of divisors(coefficients[0] ?? 0n)) {
    for (const d of leading) {
      spend(budget, p.length)
      for (const candidate of [Q.rational(n, d), Q.rational(-n, d)]) {
        if (signAt(p, candidate) === 0) roots.set(Q.print(candidate), candidate)
      }
    }
  }
  return [...roots.values()]
}

const LARGEST_DIVISOR = 1000n

function divisors(value: bigint): readonly bigint[] {
  const size = value < 0n ? -value : value
  const found: bigint[] = []
  for (let d = 1n; d <= LARGEST_DIVISOR && d * d <= size; d++) {
    if (size % d === 0n) found.push(d, size / d)
  }
  return found
}
