import * as I from '../../exact/interval/interval.ts'
import { type Interval, NoEnclosure } from '../../exact/interval/interval.ts'
import type { Sign } from '../../exact/sign-set.ts'

/** Whether something is enclosed at all: then it exists, and is continuous, all over the box. */
export function exists(enclose: () => Interval): boolean {
  try {
    enclose()
    return true
  } catch (error) {
    if (error instanceof NoEnclosure || error instanceof RangeError) return false
    throw error
  }
}

/** The sign of what is enclosed, where the enclosure tells. */
export function certainSign(enclose: () => Interval): Sign | undefined {
  try {
    return I.signOf(enclose())
  } catch (error) {
    if (error instanceof NoEnclosure || error instanceof RangeError) return undefined
    throw error
  }
}
