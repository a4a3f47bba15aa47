import type { Domain } from '../../../src/formula/domain.ts'
import type { Decision } from '../../../src/prover/decision.ts'
import type { Random } from '../pair-generator.ts'
import type { Ball } from './ball.ts'
import * as B from './ball.ts'
import type { Exact } from './exact.ts'
import * as X from './exact.ts'
import type { Fraction } from './fraction.ts'
import * as F from './fraction.ts'
import { type Asked, pick } from './judge.ts'
import { holdsAt, isMissing, type Point, type Value, valueAt } from './value.ts'

/** A question about a domain: how far apart two values may be there, as |a − b| ≤ tolerance · max(1, |b|). */
export interface AskedWithin extends Asked {
  readonly domain: Domain
  readonly tolerance: Fraction
}

type Seen = 'close' | 'beyond' | 'one exists' | 'neither exists' | 'unsure' | 'outside'

const FORBIDDEN: { readonly [verdict: string]: readonly Seen[] } = {
  equal: ['beyond', 'one exists'],
  'equal-on-domain': ['beyond', 'one exists'],
  'equal-up-to-rounding': ['beyond', 'one exists'],
  'null-set': ['beyond', 'one exists'],
  domain: ['beyond'],
}

const POINTS = 16

/** Why a decision is wrong, if evaluation shows it. */
export function objectionWithin(
  asked: AskedWithin,
  decision: Decision,
  random: Random,
): string | undefined {
  if (decision.verdict === 'different') return objectionToWitness(asked, decision.witness)
  const forbidden = FORBIDDEN[decision.verdict] ?? []
  for (let index = 0; index < POINTS; index++) {
    const point = drawn(asked, random)
    const found = seenAt(asked, point)
    if (forbidden.includes(found)) return `${found} at ${text(point)}`
  }
  return undefined
}

function objectionToWitness(
  asked: AskedWithin,
  witness: { readonly [name: string]: string },
): string | undefined {
  const point = new Map(
    Object.entries(witness).map(([name, value]) => [name, X.exact(F.fromText(value))]),
  )
  const found = seenAt(asked, point)
  return found === 'beyond' || found === 'unsure' ? undefined : `${found} at ${text(point)}`
}

function seenAt({ a, b, assumptions, domain, tolerance }: AskedWithin, point: Point): Seen {
  try {
    if (!isInside(domain, point)) return 'outside'
    if (!assumptions.every((assumption) => holdsAt(assumption, point))) return 'outside'
    return compared(valueAt(a, point), valueAt(b, point), tolerance)
  } catch (error) {
    if (error instanceof B.Unsure) return 'unsure'
    throw error
  }
}

function compared(left: Value, right: Value, tolerance: Fraction): Seen {
  if (isMissing(left) || isMissing(right)) {
    return isMissing(left) && isMissing(right) ? 'neither exists' : 'one exists'
  }
  const gap = B.subtract(left.ball, right.ball)
  const one = 1n << BigInt(B.BITS)
  const room = ends(right.ball).map((end) => tolerance.n * (end > one ? end : one))
  const [least, most] = ends(gap).map((end) => end * tolerance.d)
  const [narrow = 0n, wide = 0n] = room
  if ((least ?? 0n) > wide) return 'beyond'
  return (most ?? 0n) <= narrow ? 'close' : 'unsure'
}

/** Between which sizes a number lies. */
function ends({ mid, rad }: Ball): readonly [bigint, bigint] {
  const size = B.size(mid)
  return [size > rad ? size - rad : 0n, size + rad]
}

function isInside({ intervals, parameters }: Domain, point: Point): boolean {
  return Object.entries({ ...intervals, ...parameters }).every(([name, [low, high]]) => {
    const value = point.get(name)
    return value === undefined || (order(value, low) >= 0 && order(value, high) <= 0)
  })
}

/** The sign of a number less a bound. */
function order(value: Exact, bound: number): number {
  const gap = X.subtract(value, X.exact(F.fromText(String(bound))))
  return X.isFraction(gap) ? F.sign(gap.a) : (B.signOf(X.ballOf(gap)) ?? 0)
}

/** In the domain, mostly with many digits; near thresholds for the first variable now and then. */
function drawn({ variables, near, domain }: AskedWithin, random: Random): Point {
  const ranges = { ...domain.intervals, ...domain.parameters }
  return new Map(
    variables.map((name, place) => {
      const [low, high] = ranges[name] ?? [-5, 5]
      const share = F.fraction(BigInt(Math.floor(random() * 2 ** 40)), 2n ** 40n)
      const width = F.fromText(String(high - low))
      const anywhere = X.exact(F.add(F.fromText(String(low)), F.multiply(width, share)))
      return [name, place === 0 && random() < 0.4 ? beside(near, random) : anywhere]
    }),
  )
}

/** Off an isolated place by little. */
function beside(near: readonly Exact[], random: Random): Exact {
  const by = F.multiply(
    F.fromText(pick(random, ['1e-30', '1e-9', '1e-3', '-1e-12', '-0.01'])),
    F.fraction(BigInt(1 + Math.floor(random() * 1e6)), 1000003n),
  )
  return X.add(pick(random, near), X.exact(by))
}

function text(point: Point): string {
  return [...point].map(([name, value]) => `${name} = ${X.print(value)}`).join(', ')
}
