import { spend } from '../../exact/limits.ts'
import type { Sign } from '../../exact/sign-set.ts'
import * as S from '../../exact/sign-set.ts'
import { signAt as polynomialSignAt } from '../../exact/univariate.ts'
import { asUnivariate } from '../normal-form/one-unknown.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import type { Cell, Fact } from '../signs/cell.ts'
import type { RationalPoint } from '../witness/candidates.ts'
import { certainSign } from '../witness/certain.ts'
import { encloseExpr } from '../witness/enclose-expr.ts'
import { encloseProduct, encloseSum } from '../witness/enclose-product.ts'
import { type Spot, spot, spotsAt } from '../witness/spot.ts'

/** What trying one point costs beside its enclosures, in the prover's steps. */
const COST = 10

/** Whether all that is known certainly holds at a point, and a given value is certainly not zero. */
export function isInside(cell: Cell, point: RationalPoint, nonzero?: Product): boolean {
  spend(cell.algebra.budget, COST)
  const spots = [...spotsAt(point, cell.algebra.budget)]
  const facts = [...cell.facts.values()]
  return (
    facts.every(({ sum, signs }) =>
      allows(signs, exactSign(sum, point) ?? signAt(spots, (at) => encloseSum(sum, at))),
    ) &&
    (nonzero === undefined ||
      allows(
        S.NONZERO,
        signAt(spots, (at) => encloseProduct(nonzero, at)),
      )) &&
    holdsAsWritten(cell, spots)
  )
}

/** The sign of a polynomial in one variable, which no number of bits may tell from zero. */
export function exactSign(sum: Polynomial, point: RationalPoint): Sign | undefined {
  const own = asUnivariate(sum)
  if (own?.generator.kind !== 'variable') return undefined
  const number = point.get(own.generator.name)
  return number && polynomialSignAt(own.polynomial, number)
}

/** With few bits where they do. */
function signAt(
  spots: readonly Spot[],
  enclose: Parameters<typeof certainSign>[0],
): Sign | undefined {
  for (const at of spots) {
    const sign = certainSign(enclose, at)
    if (sign !== undefined) return sign
  }
  return undefined
}

function allows(signs: S.SignSet, sign: Sign | undefined): boolean {
  return sign !== undefined && (S.ofSign(sign) & signs) !== 0
}

/** The same all over a box, but for the facts that are left out. */
export function isAllInside(
  cell: Cell,
  box: Spot,
  nonzero: Product | undefined,
  except: Fact,
): boolean {
  const facts = [...cell.facts.values()].filter((fact) => fact !== except)
  return (
    facts.every(({ sum, signs }) =>
      allows(
        signs,
        certainSign((at) => encloseSum(sum, at), box),
      ),
    ) &&
    (nonzero === undefined ||
      allows(
        S.NONZERO,
        certainSign((at) => encloseProduct(nonzero, at), box),
      )) &&
    holdsAsWritten(cell, [box])
  )
}

/** Whether what the facts leave unsaid certainly holds. */
function holdsAsWritten(cell: Cell, spots: readonly Spot[]): boolean {
  return cell.unsaid.every(({ expr, signs }) =>
    allows(
      signs,
      signAt(spots, (at) => encloseExpr(expr, withBound(cell, at))),
    ),
  )
}

/** With the bound variables worked out. Throws NoEnclosure. */
function withBound({ bindings }: Cell, at: Spot): Spot {
  if (bindings.size === 0) return at
  const bound = [...bindings].map(([name, value]) => [name, encloseProduct(value, at)] as const)
  return spot(new Map([...at.values, ...bound]), at.bits, at.budget)
}
