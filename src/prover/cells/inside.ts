import { spend } from '../../exact/limits.ts'
import * as S from '../../exact/sign-set.ts'
import type { Product } from '../normal-form/product.ts'
import type { Cell, Fact } from '../signs/cell.ts'
import { certainSign } from '../witness/certain.ts'
import { encloseProduct, encloseSum, type Point } from '../witness/enclose-product.ts'

/** What trying one point costs, in the prover's steps. */
const COST = 60

/** Whether all facts, but those left out, certainly hold at a point or all over a box. */
export function certainlyInside(
  cell: Cell,
  at: Point,
  bits: number,
  except: readonly Fact[] = [],
): boolean {
  const facts = [...cell.facts.values()].filter((fact) => !except.includes(fact))
  spend(cell.algebra.budget, COST + 10 * facts.length)
  return facts.every(({ sum, signs }) => {
    const sign = certainSign(() => encloseSum(sum, at, bits))
    return sign !== undefined && (S.ofSign(sign) & signs) !== 0
  })
}

export function certainlyNonzero(value: Product, at: Point, bits: number): boolean {
  const sign = certainSign(() => encloseProduct(value, at, bits))
  return sign !== undefined && sign !== 0
}
