import type { Rational } from '../../exact/rational.ts'
import * as Q from '../../exact/rational.ts'
import type { Univariate } from '../../exact/univariate.ts'
import type { Generator } from './generator.ts'
import type { Polynomial } from './polynomial.ts'

export interface OneUnknown {
  readonly generator: Generator
  readonly polynomial: Univariate
}

const MAX_DEGREE = 40

/** A sum in whole powers of one generator and nothing else, as coefficients. */
export function asUnivariate(p: Polynomial): OneUnknown | undefined {
  let generator: Generator | undefined
  const coefficients: Rational[] = []
  for (const { coefficient, monomial } of p.terms.values()) {
    const [power, ...others] = monomial.powers
    if (others.length > 0) return undefined
    const exponent = power?.[1] ?? Q.ZERO
    if (exponent.d !== 1n || exponent.n < 0n || exponent.n > MAX_DEGREE) return undefined
    if (power !== undefined) {
      if (generator !== undefined && generator !== power[0]) return undefined
      generator = power[0]
    }
    coefficients[Number(exponent.n)] = coefficient
  }
  if (generator === undefined) return undefined
  return {
    generator,
    polynomial: Array.from(coefficients, (coefficient) => coefficient ?? Q.ZERO),
  }
}
