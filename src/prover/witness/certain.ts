import * as I from '../../exact/interval/interval.ts'
import { type Interval, NoEnclosure } from '../../exact/interval/interval.ts'
import type { Sign } from '../../exact/sign-set.ts'
import type { Spot } from './spot.ts'

type Enclose = (at: Spot) => Interval

/** The sign of what is enclosed, where the enclosure tells. */
export function certainSign(enclose: Enclose, at: Spot): Sign | undefined {
  const enclosure = tryToEnclose(enclose, at)
  return enclosure && I.signOf(enclosure)
}

/** Undefined where it may not exist. What is enclosed all over a box exists, and is continuous, all over it. */
export function tryToEnclose(enclose: Enclose, at: Spot): Interval | undefined {
  try {
    return enclose(at)
  } catch (error) {
    if (error instanceof NoEnclosure || error instanceof RangeError) return undefined
    throw error
  }
}
