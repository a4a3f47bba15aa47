import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Generator, Monomial, Power } from './letters.ts'

export type { Monomial, Power } from './letters.ts'

export const UNIT: Monomial = { key: '', powers: [] }

export function monomial(powers: readonly Power[]): Monomial {
  if (powers.length === 0) return UNIT
  let key = ''
  for (const [generator, exponent] of powers) {
    key +=
      exponent.d === 1n && exponent.n === 1n
        ? `.${generator.id}`
        : `.${generator.id}^${Q.print(exponent)}`
  }
  return { key, powers }
}

export function single(generator: Generator, exponent: Rational = Q.ONE): Monomial {
  return exponent.n === 0n ? UNIT : monomial([[generator, exponent]])
}

export function multiply(a: Monomial, b: Monomial): Monomial {
  if (a.powers.length === 0) return b
  if (b.powers.length === 0) return a
  return combine(a, b, Q.add)
}

export function divide(a: Monomial, b: Monomial): Monomial {
  if (b.powers.length === 0) return a
  return combine(a, b, Q.subtract)
}

/** For each generator the smaller of the two powers, a missing one counting as 0. */
export function commonPart(a: Monomial, b: Monomial): Monomial {
  return combine(a, b, (p, q) => (Q.compare(p, q) <= 0 ? p : q))
}

/** Whether a is a part of b. */
export function divides(a: Monomial, b: Monomial): boolean {
  return a.powers.every(([generator, exponent]) => {
    return Q.compare(exponentOf(b, generator), exponent) >= 0
  })
}

export function power(a: Monomial, exponent: Rational): Monomial {
  if (exponent.n === 0n) return UNIT
  return monomial(a.powers.map(([generator, own]) => [generator, Q.multiply(own, exponent)]))
}

export function exponentOf(a: Monomial, generator: Generator): Rational {
  return a.powers.find(([other]) => other === generator)?.[1] ?? Q.ZERO
}

function combine(a: Monomial, b: Monomial, join: (p: Rational, q: Rational) => Rational): Monomial {
  const powers: Power[] = []
  let i = 0
  let j = 0
  while (i < a.powers.length || j < b.powers.length) {
    const left = a.powers[i]
    const right = b.powers[j]
    const leftId = left?.[0].id ?? Infinity
    const rightId = right?.[0].id ?? Infinity
    const generator = leftId <= rightId ? left?.[0] : right?.[0]
    if (generator === undefined) break
    const exponent = join(
      leftId <= rightId ? (left?.[1] ?? Q.ZERO) : Q.ZERO,
      rightId <= leftId ? (right?.[1] ?? Q.ZERO) : Q.ZERO,
    )
    if (exponent.n !== 0n) powers.push([generator, exponent])
    if (leftId <= rightId) i++
    if (rightId <= leftId) j++
  }
  return monomial(powers)
}

/** Lexicographic: the power of the newest generator counts first. Compatible with products. */
export function compare(a: Monomial, b: Monomial): number {
  let i = a.powers.length - 1
  let j = b.powers.length - 1
  while (i >= 0 || j >= 0) {
    const left = a.powers[i]
    const right = b.powers[j]
    const leftId = left?.[0].id ?? -1
    const rightId = right?.[0].id ?? -1
    if (leftId > rightId) return Q.sign(left?.[1] ?? Q.ZERO)
    if (rightId > leftId) return -Q.sign(right?.[1] ?? Q.ZERO)
    const order = Q.compare(left?.[1] ?? Q.ZERO, right?.[1] ?? Q.ZERO)
    if (order !== 0) return order
    i--
    j--
  }
  return 0
}
