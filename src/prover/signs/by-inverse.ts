import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import { pointAt } from '../normal-form/circle.ts'
import { exponential } from '../normal-form/exponential.ts'
import type { Power } from '../normal-form/letters.ts'
import { logOfAbsolute } from '../normal-form/logarithm.ts'
import * as Make from '../normal-form/make.ts'
import type { Monomial } from '../normal-form/monomial.ts'
import * as M from '../normal-form/monomial.ts'
import type { Polynomial, Term } from '../normal-form/polynomial.ts'
import * as P from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import type { Cell } from './cell.ts'

/**
 * A growing function of something, compared with a number: exp u > c where u > log c, log u > c
 * where u > exp(c), atan u > c where u > tan(c), asin u > c where u > sin(c).
 */
export function byInverse(cell: Cell, p: Polynomial): Product | undefined {
  const moving = [...p.terms.values()].filter(({ monomial }) => isMoving(monomial))
  const logs = moving.filter(({ monomial }) => isLogarithm(monomial))
  if (logs.length > 0 && areApart(logs, moving)) return ofLogarithms(cell, p)
  const parts = new Map(moving.map((term) => [movingPart(term).key, movingPart(term)]))
  const [part, ...others] = parts.values()
  const [power, ...more] = part?.powers ?? []
  if (part === undefined || power === undefined || others.length + more.length > 0) return undefined
  const { algebra } = cell
  const own = P.sum(moving.map(({ coefficient, monomial }) => P.fromTerm(coefficient, monomial)))
  const factor = Pr.fromPolynomial(algebra, P.scale(own, Q.ONE, M.power(part, Q.MINUS_ONE)))
  const rest = Pr.fromPolynomial(algebra, P.subtract(own, p))
  const above = over(cell, power, Pr.divide(algebra, rest, factor))
  return above && Pr.multiply(algebra, above, Pr.integer(cell.sign(factor)))
}

/** What of a term is no number. */
function movingPart({ monomial }: Term): Monomial {
  return M.monomial(monomial.powers.filter(([{ variables }]) => variables.size > 0))
}

function isMoving({ powers }: Monomial): boolean {
  return powers.some(([letter]) => letter.variables.size > 0)
}

function isLogarithm({ powers: [power, ...others] }: Monomial): boolean {
  return power?.[0].kind === 'log' && others.length === 0 && Q.equals(power[1], Q.ONE)
}

/** Whether no letter would come to stand both beside and within an exponential. */
function areApart(logs: readonly Term[], all: readonly Term[]): boolean {
  const inside = new Set(
    logs.flatMap(({ monomial }) =>
      monomial.powers.flatMap(([letter]) =>
        letter.kind === 'log' ? Make.generatorsOf(letter.of) : [],
      ),
    ),
  )
  const others = all.filter((term) => !logs.includes(term))
  return others.every(({ monomial }) => monomial.powers.every(([letter]) => !inside.has(letter)))
}

/** Something with the sign of a power of a letter − c. */
function over(cell: Cell, [letter, exponent]: Power, c: Product): Product | undefined {
  if (letter.kind === 'exp') {
    if (!cell.isPositive(c)) return Pr.ONE
    return Pr.subtract(cell.algebra, Pr.scale(letter.of, exponent), logOfAbsolute(cell, c))
  }
  const isAngle = letter.kind === 'atan' || letter.kind === 'asin'
  return isAngle && Q.equals(exponent, Q.ONE) ? ofAngle(cell, letter.kind, letter.of, c) : undefined
}

/** Powers up to 64 are worked out. */
const LARGEST_BITS = 6

/** What is above 0 has an exponential above 1. */
function ofLogarithms(cell: Cell, p: Polynomial): Product | undefined {
  const logs = [...p.terms.values()].filter(
    ({ monomial }) => isMoving(monomial) && isLogarithm(monomial),
  )
  // Whole multiples of logarithms keep the exponential free of roots.
  const whole = P.scale(p, Q.invert(Pr.contentOf(logs)))
  if ([...whole.terms.values()].some(({ coefficient }) => isLarge(coefficient))) return undefined
  const value = exponential(cell, Pr.fromPolynomial(cell.algebra, whole))
  return Pr.subtract(cell.algebra, value, Pr.ONE)
}

function isLarge({ n }: Rational): boolean {
  return Q.bitLength(n) > LARGEST_BITS
}

/** The sign of atan(u) − c or asin(u) − c. */
function ofAngle(cell: Cell, kind: 'atan' | 'asin', u: Product, c: Product): Product {
  const { algebra } = cell
  const quarter = Pr.scale(Make.constant(algebra, 'pi'), Q.rational(1, 2))
  const isBeyond = (size: Product) => {
    const sign = cell.sign(Pr.subtract(algebra, size, quarter))
    return sign > 0 || (sign === 0 && kind === 'atan')
  }
  if (isBeyond(c)) return Pr.integer(-1)
  if (isBeyond(Pr.negate(c))) return Pr.ONE
  const { sin, cos } = pointAt(cell, c)
  return Pr.subtract(algebra, u, kind === 'asin' ? sin : Pr.divide(algebra, sin, cos))
}
