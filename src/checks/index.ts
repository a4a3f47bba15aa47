import { autograd } from './autograd.ts'
import { bound } from './bound.ts'
import { call } from './call.ts'
import { consistency } from './consistency.ts'
import { cost } from './cost.ts'
import type { CheckDefinition } from './define-check.ts'
import { derivative } from './derivative.ts'
import { gradient } from './gradient.ts'
import { identity } from './identity.ts'
import { kink } from './kink.ts'
import { piecewiseLinear } from './piecewise-linear.ts'
import { policy } from './policy.ts'
import { program } from './program.ts'
import { proof } from './proof.ts'
import { range } from './range.ts'
import { sameNetwork } from './same-network.ts'
import { stability } from './stability.ts'
import { value } from './value.ts'
import { witness } from './witness.ts'
import { work } from './work.ts'

/** The registry: a check kind is a file and a line here. Its keys are what `kind` may be in a spec. */
export const checkKinds = {
  value,
  derivative,
  kink,
  stability,
  consistency,
  proof,
  identity,
  policy,
  call,
  gradient,
  'same-network': sameNetwork,
  witness,
  range,
  bound,
  cost,
  program,
  autograd,
  'piecewise-linear': piecewiseLinear,
  work,
} satisfies Record<string, CheckDefinition>

export function isCheckKind(kind: string): kind is keyof typeof checkKinds {
  return Object.hasOwn(checkKinds, kind)
}
