import * as S from '../../exact/sign-set.ts'
import { remainderBy } from './division.ts'
import type { Polynomial } from './polynomial.ts'
import * as P from './polynomial.ts'
import type { Product } from './product.ts'
import * as Pr from './product.ts'
import type { Setting } from './setting.ts'
import { splitAtRoot } from './square-root-sum.ts'
import { groupsByAngle, sumOfAnglesVanishes } from './sum-of-angles.ts'
import { groupsByLogarithm, sumOfLogsVanishes } from './sum-of-logs.ts'

/** Whether a value is certainly zero in the setting. False says nothing. */
export function vanishes(setting: Setting, a: Product): boolean {
  if (Pr.isZero(a)) return true
  const { algebra, zeros } = setting
  const { numerator } = Pr.asFraction(algebra, a)
  const rest = remainderBy(algebra, numerator, zeros)
  if (P.isZero(rest)) return true
  const { factors } = Pr.fromPolynomial(algebra, rest)
  if ([...factors.values()].some(({ sum }) => cancelsAtRoot(setting, sum))) return true
  if (sumsVanish(setting, rest)) return true
  // Only where an equation holds do signs know more than the algebra.
  return zeros.length > 0 && setting.possibleSigns(a) === S.ZERO
}

/** u + v·√w is zero where u² = v²·w and the signs of u and v are opposite. */
function cancelsAtRoot(setting: Setting, numerator: Polynomial): boolean {
  const parts = splitAtRoot(setting.algebra, numerator)
  if (parts === undefined || !vanishes(setting, parts.gap)) return false
  const [u, v] = [setting.possibleSigns(parts.rest), setting.possibleSigns(parts.beside)]
  return S.theSign(u) !== undefined && u === S.flip(v)
}

function sumsVanish(setting: Setting, numerator: Polynomial): boolean {
  const byLogarithm = groupsByLogarithm(numerator)
  if (byLogarithm !== undefined) {
    return byLogarithm.every((group) => sumOfLogsVanishes(setting, group))
  }
  const byAngle = groupsByAngle(numerator)
  if (byAngle === undefined) return false
  return byAngle.every((group) =>
    sumOfAnglesVanishes(setting, group, ({ cos, sin }) => {
      return vanishes(setting, sin) && vanishes(setting, Pr.subtract(setting.algebra, cos, Pr.ONE))
    }),
  )
}
