import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dyadic } from '../../../src/exact/interval/dyadic.ts'
import { toDecimal } from '../../../src/exact/interval/dyadic.ts'
import * as E from '../../../src/exact/interval/elementary.ts'
import { erf } from '../../../src/exact/interval/error-function.ts'
import type { Interval } from '../../../src/exact/interval/interval.ts'
import * as I from '../../../src/exact/interval/interval.ts'
import * as T from '../../../src/exact/interval/trigonometric.ts'
import type { Rational } from '../../../src/exact/rational.ts'
import * as Q from '../../../src/exact/rational.ts'

function exact({ mantissa, exponent }: Dyadic): Rational {
  return exponent >= 0
    ? Q.rational(mantissa << BigInt(exponent))
    : Q.rational(mantissa, 1n << BigInt(-exponent))
}

function encloses(interval: Interval, value: Rational): boolean {
  return Q.compare(exact(interval.low), value) <= 0 && Q.compare(value, exact(interval.high)) <= 0
}

const anyRational = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
  .map(([n, d]) => Q.rational(n, d))
const bitCount = fc.integer({ min: 4, max: 90 })

/** An interval and a number somewhere in it. */
const anyInterval = fc
  .tuple(anyRational, anyRational, fc.integer({ min: 0, max: 8 }), bitCount)
  .map(([a, b, eighths, bits]) => {
    const [low, high] = Q.compare(a, b) <= 0 ? [a, b] : [b, a]
    const share = Q.multiply(Q.subtract(high, low), Q.rational(eighths, 8))
    const hull = I.hull(I.fromRational(low, bits), I.fromRational(high, bits))
    return { interval: hull, member: Q.add(low, share) }
  })

describe('arithmetic encloses the exact result', () => {
  it.each([
    ['add', I.add, Q.add],
    ['subtract', I.subtract, Q.subtract],
    ['multiply', I.multiply, Q.multiply],
  ])('%s', (_, onIntervals, onRationals) => {
    fc.assert(
      fc.property(anyInterval, anyInterval, bitCount, (a, b, bits) => {
        const result = onIntervals(a.interval, b.interval, bits)
        return encloses(result, onRationals(a.member, b.member))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  it('divide', () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, bitCount, (a, b, bits) => {
        fc.pre(Math.abs(I.signOf(b.interval) ?? 0) === 1)
        return encloses(I.divide(a.interval, b.interval, bits), Q.divide(a.member, b.member))
      }),
      { seed: 2, numRuns: 2000 },
    )
  })

  it('power', () => {
    fc.assert(
      fc.property(anyInterval, fc.integer({ min: 0, max: 7 }), bitCount, (a, exponent, bits) => {
        return encloses(I.power(a.interval, exponent, bits), Q.power(a.member, exponent))
      }),
      { seed: 3, numRuns: 2000 },
    )
  })

  it('a sum of numbers far apart in size', () => {
    const tiny = { low: { mantissa: 1n, exponent: -9000 }, high: { mantissa: 1n, exponent: -9000 } }
    const { low, high } = I.add(I.exactly(1), tiny, 64)
    expect(Q.compare(exact(low), Q.ONE)).toBeLessThanOrEqual(0)
    expect(Q.compare(exact(high), Q.ONE)).toBe(1)
  })

  it('the square of the root', () => {
    fc.assert(
      fc.property(anyRational, bitCount, (value, bits) => {
        const x = Q.sign(value) < 0 ? Q.negate(value) : value
        const { low, high } = E.sqrt(I.fromRational(x, bits), bits)
        const [p, q] = [exact(low), exact(high)]
        return Q.compare(Q.multiply(p, p), x) <= 0 && Q.compare(x, Q.multiply(q, q)) <= 0
      }),
      { seed: 4, numRuns: 2000 },
    )
  })
})

/** By mpmath at 60 digits, rounded to 50. */
const truth: {
  readonly pi: string
  readonly rows: readonly { readonly [name: string]: string | undefined }[]
} = JSON.parse(
  readFileSync(new URL('../../fixtures/formula/elementary-truth.json', import.meta.url), 'utf8'),
)

const ROUNDING = Q.rational(1, 10n ** 48n)

/** The true value, give or take the rounding of its 50 digits. */
function enclosesTruth(interval: Interval, text: string): boolean {
  const value = decimal(text)
  const slack = Q.multiply(Q.sign(value) < 0 ? Q.negate(value) : value, ROUNDING)
  return (
    Q.compare(exact(interval.low), Q.add(value, slack)) <= 0 &&
    Q.compare(Q.subtract(value, slack), exact(interval.high)) <= 0
  )
}

function decimal(text: string): Rational {
  const size = Q.fromDecimal(text.replace('-', (_, at) => (at === 0 ? '' : '-'))) ?? Q.ZERO
  return text.startsWith('-') ? Q.negate(size) : size
}

describe.each([
  ['exp', E.exp],
  ['log', E.log],
  ['sqrt', E.sqrt],
  ['sin', T.sin],
  ['cos', T.cos],
  ['atan', T.atan],
  ['erf', erf],
])('%s encloses the true value', (name, apply) => {
  it.each([24, 64, 110, 150])('with %d bits, and closely', (bits) => {
    for (const row of truth.rows) {
      const [n = '0', d = '1'] = (row.x ?? '0').split('/')
      const expected = row[name]
      if (expected === undefined) continue
      const result = apply(I.fromRational(Q.rational(BigInt(n), BigInt(d)), bits + 16), bits)
      expect(enclosesTruth(result, expected), `${name}(${row.x})`).toBe(true)
      const width = Q.subtract(exact(result.high), exact(result.low))
      const unit = Q.multiply(Q.rational(1024), Q.rational(1, 1n << BigInt(bits)))
      const value = decimal(expected)
      const size = Q.compare(value, Q.ZERO) < 0 ? Q.negate(value) : value
      const scale = Q.compare(size, Q.ONE) > 0 ? size : Q.ONE
      expect(Q.compare(width, Q.multiply(unit, scale)), `width of ${name}(${row.x})`).toBe(-1)
    }
  })

  it('grows with its argument: wider intervals enclose narrower ones', () => {
    for (const row of truth.rows) {
      const expected = row[name]
      if (expected === undefined) continue
      const [n = '0', d = '1'] = (row.x ?? '0').split('/')
      const x = Q.rational(BigInt(n), BigInt(d))
      const away = Q.multiply(x, Q.rational(1, 3))
      const [low, high] = Q.sign(x) > 0 ? [Q.subtract(x, away), x] : [x, Q.subtract(x, away)]
      const wide = I.hull(I.fromRational(low, 64), I.fromRational(high, 64))
      expect(enclosesTruth(apply(wide, 64), expected), `${name} around ${row.x}`).toBe(true)
    }
  })
})

it('encloses pi', () => {
  for (const bits of [16, 64, 150]) expect(enclosesTruth(E.pi(bits), truth.pi)).toBe(true)
})

it('writes decimals that are not larger, or not smaller', () => {
  fc.assert(
    fc.property(fc.bigInt(-(2n ** 70n), 2n ** 70n), fc.integer({ min: -90, max: 40 }), (m, e) => {
      const value = { mantissa: m, exponent: e }
      const low = decimal(toDecimal(value, 12, 'down'))
      const high = decimal(toDecimal(value, 12, 'up'))
      return Q.compare(low, exact(value)) <= 0 && Q.compare(exact(value), high) <= 0
    }),
    { seed: 5, numRuns: 2000 },
  )
})
