import { Undecided } from '../../exact/limits.ts'
import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Algebra } from './algebra.ts'
import { type Angle, type AnglePart, coordinatesOf, partsOf, sumOf } from './angle.ts'
import * as Make from './make.ts'
import * as P from './polynomial.ts'
import { absolutePower } from './power.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'

/** A point of the unit circle. */
export interface OnCircle {
  readonly cos: Product
  readonly sin: Product
}

const START: OnCircle = { cos: Pr.ONE, sin: Pr.ZERO }
const HALF = Q.rational(1, 2)
const MOST_TURNS = 64
/** Angles of inverse functions are halved so often at most. */
const MOST_HALVINGS = 4

/** The cosine and the sine of an angle, by the theorems of addition over its terms. */
export function pointAt(setting: Setting, angle: Product): OnCircle {
  const { algebra } = setting
  let point = START
  const rest = new Map<string, AnglePart>()
  for (const part of partsOf(algebra, angle)) {
    const known = knownPoint(setting, part)
    if (known === undefined) rest.set(Pr.keyOf(part.unit), part)
    else point = added(algebra, point, known)
  }
  return added(algebra, point, pointAtLetters(algebra, rest))
}

/** Where the point is algebraic: for π/12 and its multiples, and for inverse tangents and sines. */
function knownPoint(setting: Setting, { unit, coefficient }: AnglePart): OnCircle | undefined {
  const [power, ...others] = unit.monomial.powers
  const alone = others.length === 0 && unit.factors.size === 0 && power !== undefined
  if (!alone || !Q.equals(power[1], Q.ONE)) return undefined
  const [letter] = power
  if (letter.kind === 'constant' && letter.name === 'pi') return ofTurns(setting, coefficient)
  if (letter.kind !== 'atan' && letter.kind !== 'asin') return undefined
  const halvings = halvingsIn(coefficient)
  if (halvings === undefined) return undefined
  let point = ofInverse(setting, letter.kind, letter.of)
  for (let count = 0; count < halvings; count++) point = halved(setting, point)
  return repeated(setting.algebra, point, Number(coefficient.n))
}

/** k where the denominator is 2ᵏ. */
function halvingsIn({ d }: Rational): number | undefined {
  const count = Q.bitLength(d) - 1
  return count <= MOST_HALVINGS && 1n << BigInt(count) === d ? count : undefined
}

function ofInverse(setting: Setting, kind: 'atan' | 'asin', u: Product): OnCircle {
  const { algebra } = setting
  const square = Pr.power(algebra, u, 2)
  if (kind === 'asin') {
    return { cos: absolutePower(setting, Pr.subtract(algebra, Pr.ONE, square), HALF), sin: u }
  }
  const cos = absolutePower(setting, Pr.add(algebra, Pr.ONE, square), Q.negate(HALF))
  return { cos, sin: Pr.multiply(algebra, u, cos) }
}

/** Half of an angle between −π/2 and π/2: its cosine is √((1 + cos)/2), and positive. */
function halved(setting: Setting, { cos, sin }: OnCircle): OnCircle {
  const { algebra } = setting
  const half = absolutePower(setting, Pr.scale(Pr.add(algebra, Pr.ONE, cos), HALF), HALF)
  return { cos: half, sin: Pr.scale(Pr.divide(algebra, sin, half), HALF) }
}

/** π times a multiple of 1/60; undefined for other parts of a turn. */
function ofTurns(setting: Setting, turns: Rational): OnCircle | undefined {
  const { algebra } = setting
  const sixtieths = Q.multiply(turns, Q.rational(60))
  if (!Q.isInteger(sixtieths)) return undefined
  const steps = Number(((sixtieths.n % 120n) + 120n) % 120n)
  // n/60 = a/12 + b/5 for b = 3n, since 36 is 1 modulo 5.
  const fifths = (3 * steps) % 5
  const twelfths = (steps - 12 * fifths) / 5
  const point = ofTwelfths(algebra, ((twelfths % 24) + 24) % 24)
  return added(algebra, point, repeated(algebra, ofFifth(setting), fifths))
}

/** π/5: its cosine is (1 + √5)/4. */
function ofFifth(setting: Setting): OnCircle {
  const { algebra } = setting
  const five = Make.root(algebra, P.constant(Q.rational(5)), HALF)
  const cos = Pr.scale(Pr.add(algebra, Pr.ONE, five), Q.rational(1, 4))
  const square = Pr.scale(Pr.subtract(algebra, Pr.integer(5), five), Q.rational(1, 8))
  return { cos, sin: absolutePower(setting, square, HALF) }
}

function ofTwelfths(algebra: Algebra, steps: number): OnCircle {
  const [quarters, rest] = [Math.floor(steps / 6), steps % 6]
  const root = (prime: bigint) => Make.root(algebra, P.constant(Q.rational(prime)), HALF)
  const [two, three] = [root(2n), root(3n)]
  const six = Pr.multiply(algebra, two, three)
  const quarter = (a: Product) => Pr.scale(a, Q.rational(1, 4))
  const cosines = [
    Pr.ONE,
    quarter(Pr.add(algebra, six, two)),
    Pr.scale(three, HALF),
    Pr.scale(two, HALF),
    Pr.number(HALF),
    quarter(Pr.subtract(algebra, six, two)),
    Pr.ZERO,
  ]
  let point: OnCircle = { cos: cosines[rest] ?? Pr.ONE, sin: cosines[6 - rest] ?? Pr.ZERO }
  for (let turn = 0; turn < quarters; turn++) {
    point = { cos: Pr.negate(point.sin), sin: point.cos }
  }
  return point
}

function pointAtLetters(algebra: Algebra, angle: Angle): OnCircle {
  if (angle.size === 0) return START
  return coordinatesOf(algebra, angle).reduce((point, { angle: letter, times }) => {
    const own = Make.onCircle(algebra, sumOf(algebra, letter))
    return added(algebra, point, repeated(algebra, own, times))
  }, START)
}

/** The point of a sum of two angles. */
function added(algebra: Algebra, a: OnCircle, b: OnCircle): OnCircle {
  if (a === START) return b
  if (b === START) return a
  const times = (x: Product, y: Product) => Pr.multiply(algebra, x, y)
  return {
    cos: Pr.subtract(algebra, times(a.cos, b.cos), times(a.sin, b.sin)),
    sin: Pr.add(algebra, times(a.sin, b.cos), times(a.cos, b.sin)),
  }
}

/** The point of a whole multiple of an angle, by doubling. */
function repeated(algebra: Algebra, point: OnCircle, times: number): OnCircle {
  if (Math.abs(times) > MOST_TURNS) throw new Undecided('a large multiple of an angle')
  if (times < 0) {
    return repeated(algebra, { cos: point.cos, sin: Pr.negate(point.sin) }, -times)
  }
  let result = START
  let doubled = point
  for (let rest = times; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = added(algebra, result, doubled)
    if (rest > 1) doubled = added(algebra, doubled, doubled)
  }
  return result
}
