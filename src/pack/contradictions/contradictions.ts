import type { SpecDefect } from '../defect.ts'
import { checkDefects } from './checks.ts'
import { domainDefects, kinkDefects, stepDefects } from './domain.ts'
import { functionDefects } from './functions.ts'
import { mistakeDefects } from './mistakes.ts'
import { nameDefects } from './names.ts'
import { orderDefects } from './order.ts'
import { parameterDefects } from './parameters.ts'
import type { Specified } from './specified.ts'
import { translationDefects } from './translations.ts'

/** What has the right form and cannot be meant: a part that contradicts another one, or that nothing reads. */
export function contradictionsIn(spec: Specified): SpecDefect[] {
  return [
    ...domainDefects(spec),
    ...parameterDefects(spec),
    ...functionDefects(spec),
    ...kinkDefects(spec),
    ...stepDefects(spec),
    ...checkDefects(spec),
    ...orderDefects(spec),
    ...mistakeDefects(spec),
    ...nameDefects(spec),
    ...translationDefects(spec),
  ]
}
