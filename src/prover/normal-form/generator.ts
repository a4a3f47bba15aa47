import type { Generator, GeneratorKind, Named } from './letters.ts'

export type { AlgebraicRoot, Generator, GeneratorKind } from './letters.ts'

/** The generators of one proof, by key. */
export interface Registry {
  readonly byKey: Map<string, Generator>
}

export function newRegistry(): Registry {
  return { byKey: new Map() }
}

/** The key of the sine that belongs to a cosine. */
export function sineKey(cosineKey: string): string {
  return cosineKey.replace(/^cos/, 'sin')
}

export function intern(
  registry: Registry,
  key: string,
  make: () => GeneratorKind & Omit<Named, 'id' | 'key'>,
): Generator {
  const known = registry.byKey.get(key)
  if (known !== undefined) return known
  const made: Generator = { ...make(), id: registry.byKey.size, key }
  registry.byKey.set(key, made)
  return made
}
