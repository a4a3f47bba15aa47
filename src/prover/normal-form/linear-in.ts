import * as Q from '../../exact/rational.ts'
import * as M from './monomial.ts'
import type { Polynomial } from './polynomial.ts'
import * as P from './polynomial.ts'

/** slope · x + rest. */
export interface LinearIn {
  readonly slope: Polynomial
  readonly rest: Polynomial
}

/** A sum as c·x + r, with x in neither c nor r; undefined where that is not its form. */
export function coefficientsOf(sum: Polynomial, name: string): LinearIn | undefined {
  const slope: Polynomial[] = []
  const rest: Polynomial[] = []
  for (const { coefficient, monomial } of sum.terms.values()) {
    const own = monomial.powers.find(([letter]) => letter.key === `variable ${name}`)
    const other = own === undefined ? monomial : M.divide(monomial, M.single(own[0]))
    if (own !== undefined && !Q.equals(own[1], Q.ONE)) return undefined
    if (other.powers.some(([letter]) => letter.variables.has(name))) return undefined
    ;(own === undefined ? rest : slope).push(P.fromTerm(coefficient, other))
  }
  return slope.length === 0 ? undefined : { slope: P.sum(slope), rest: P.sum(rest) }
}
