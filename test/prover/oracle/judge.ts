import type { Condition, Expr } from '../../../src/formula/expr.ts'
import type { Random } from '../pair-generator.ts'
import * as B from './ball.ts'
import { Unsure } from './ball.ts'
import type { Exact } from './exact.ts'
import * as X from './exact.ts'
import type { Fraction } from './fraction.ts'
import * as F from './fraction.ts'
import { holdsAt, isMissing, type Point, type Value, valueAt } from './value.ts'

/** What a prover answered, as far as it can be held against evaluation. */
export interface Answer {
  readonly verdict: string
  readonly witness?: { readonly [variable: string]: string }
}

export interface Asked {
  readonly a: Expr
  readonly b: Expr
  readonly assumptions: readonly Condition[]
  readonly variables: readonly string[]
  /** Where something may happen: thresholds, and numbers inside what is narrow. */
  readonly near: readonly Exact[]
}

type Seen = 'same' | 'apart' | 'one exists' | 'neither exists' | 'unsure' | 'outside'

const VAGUE = 1n << BigInt(B.BITS - 200)

/** What evaluation says of both sides at a point. */
function seenAt({ a, b, assumptions }: Asked, point: Point): Seen {
  try {
    if (!assumptions.every((assumption) => holdsAt(assumption, point))) return 'outside'
    return seen(valueAt(a, point), valueAt(b, point))
  } catch (error) {
    if (error instanceof Unsure) return 'unsure'
    throw error
  }
}

function seen(left: Value, right: Value): Seen {
  if (isMissing(left) || isMissing(right)) {
    return isMissing(left) && isMissing(right) ? 'neither exists' : 'one exists'
  }
  if (left.exact !== undefined && right.exact !== undefined) {
    return X.isZero(X.subtract(left.exact, right.exact)) ? 'same' : 'apart'
  }
  if (B.areApart(left.ball, right.ball)) return 'apart'
  // Numbers so large that their difference is lost are no evidence.
  return left.ball.rad + right.ball.rad > VAGUE ? 'unsure' : 'same'
}

/** Why an answer is wrong, if evaluation shows it. */
export function objectionTo(asked: Asked, answer: Answer, random: Random): string | undefined {
  const { verdict, witness } = answer
  if (verdict === 'unknown') return undefined
  if (verdict === 'different') return objectionToWitness(asked, witness, 'apart')
  if (verdict === 'domain' && witness !== undefined) {
    const objection = objectionToWitness(asked, witness, 'one exists')
    if (objection !== undefined) return objection
  }
  const forbidden = FORBIDDEN[verdict] ?? []
  // Isolated places may differ where the answer says so: only numbers off them are looked at.
  const points = pointsFor(asked, random, verdict !== 'equal')
  for (const point of points) {
    const found = seenAt(asked, point)
    if (forbidden.includes(found)) return `${found} at ${text(point)}`
  }
  return undefined
}

const FORBIDDEN: { readonly [verdict: string]: readonly Seen[] } = {
  equal: ['apart', 'one exists'],
  'null-set': ['apart', 'one exists'],
  domain: ['apart'],
}

function objectionToWitness(
  asked: Asked,
  witness: Answer['witness'],
  wanted: Seen,
): string | undefined {
  const point = new Map(
    Object.entries(witness ?? {}).map(([name, value]) => [name, X.exact(F.fromText(value))]),
  )
  const found = seenAt(asked, point)
  return found === wanted || found === 'unsure' ? undefined : `${found} at ${text(point)}`
}

function text(point: Point): string {
  return [...point].map(([name, value]) => `${name} = ${X.print(value)}`).join(', ')
}

const SCALES = ['1e-9', '0.01', '0.4', '1', '3', '20', '300', '1e5']

const MOST_POINTS = 32

function* pointsFor(
  { variables, near }: Asked,
  random: Random,
  generic: boolean,
): Generator<Point> {
  const numbers = near.flatMap((number) => around(number, random, generic))
  const rounds = Math.min(Math.max(12, numbers.length), MOST_POINTS)
  for (let index = 0; index < rounds; index++) {
    yield new Map(
      variables.map((name, place) => {
        const listed = numbers.length > rounds ? pick(random, numbers) : numbers[index]
        return [name, (place === 0 && listed) || drawn(random, numbers, generic)]
      }),
    )
  }
}

function drawn(random: Random, numbers: readonly Exact[], generic: boolean): Exact {
  const kind = random()
  if (kind < 0.2 && numbers.length > 0) return apart(pick(random, numbers), random, generic)
  if (kind < 0.4 && !generic) {
    const half = F.fraction(BigInt(Math.floor(random() * 17) - 8), 2n)
    return random() < 0.5 ? X.exact(half) : X.exact(F.ZERO, half)
  }
  return X.exact(F.multiply(signed(random), F.fromText(pick(random, SCALES))))
}

/** Two variables that meet by chance would be an isolated place. */
function apart(number: Exact, random: Random, generic: boolean): Exact {
  const by = F.multiply(signed(random), F.fromText('1e-20'))
  return generic ? X.add(number, X.exact(by)) : number
}

/** A number between −1 and 1 with many digits. */
function signed(random: Random): Fraction {
  const digits =
    BigInt(Math.floor(random() * 2 ** 32)) * 4294967311n + BigInt(Math.floor(random() * 2 ** 32))
  return F.subtract(F.fraction(2n * digits, 4294967311n << 32n), F.ONE)
}

/** The number itself and close ones; itself only where isolated places count. */
function around(number: Exact, random: Random, generic: boolean): readonly Exact[] {
  const beside = ['1e-35', '1e-12', '1e-3'].flatMap((width) => {
    const share = F.add(F.ONE, F.multiply(signed(random), F.fromText('0.5')))
    const by = X.exact(F.multiply(F.fromText(width), share))
    return [X.add(number, by), X.subtract(number, by)]
  })
  return generic ? beside : [number, ...beside]
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T
}
