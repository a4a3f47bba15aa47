import { consistency } from './consistency.ts'
import type { CheckDefinition } from './define-check.ts'
import { derivative } from './derivative.ts'
import { kink } from './kink.ts'
import { proof } from './proof.ts'
import { stability } from './stability.ts'
import { value } from './value.ts'

/** The registry: a check kind is a file and a line here. Its keys are what `kind` may be in a spec. */
export const checkKinds = {
  value,
  derivative,
  kink,
  stability,
  consistency,
  proof,
} satisfies Record<string, CheckDefinition>

export function isCheckKind(kind: string): kind is keyof typeof checkKinds {
  return Object.hasOwn(checkKinds, kind)
}
