import { sigmoidChain, sigmoidChainBound } from './chain.ts'
import { preluIsIdempotent } from './idempotent.ts'
import { collapseLayers, matrixRank } from './linear-network.ts'
import { mlp } from './mlp.ts'
import { crossGradient, standardize } from './standardize.ts'
import type { StructuredReference } from './structured-reference.ts'
import { reluTraining } from './training.ts'

/** The registry: functions of data that `exercise.yaml` may name as a `reference`. */
export const structuredReferences = {
  mlp,
  standardize,
  'cross-gradient': crossGradient,
  'collapse-layers': collapseLayers,
  'matrix-rank': matrixRank,
  'sigmoid-chain': sigmoidChain,
  'sigmoid-chain-bound': sigmoidChainBound,
  'relu-training': reluTraining,
  'prelu-is-idempotent': preluIsIdempotent,
} satisfies { readonly [name: string]: StructuredReference }

export type StructuredReferenceName = keyof typeof structuredReferences

export const structuredReferenceNames = Object.keys(
  structuredReferences,
) as StructuredReferenceName[]

export function structuredReference(name: string): StructuredReference {
  const found = structuredReferences[name as StructuredReferenceName]
  if (found === undefined) throw new Error(`there is no reference "${name}"`)
  return found
}
