import type { Rational } from '../../exact/rational.ts'
import type { Polynomial } from './polynomial.ts'
import type { Product } from './product.ts'

/**
 * A quantity that the algebra treats as a letter. Nothing relies on generators being independent:
 * a numerator that vanishes as a polynomial in them vanishes as a number.
 */
export type Generator = Named & GeneratorKind

interface Named {
  readonly id: number
  /** Says what it is; equal keys are the same generator. */
  readonly key: string
  /** Real and larger than zero wherever it is used. */
  readonly positive: boolean
  /** Made with the imaginary unit: without a sign. */
  readonly complex: boolean
  /** The variables that it depends on. */
  readonly variables: ReadonlySet<string>
}

export type GeneratorKind =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'constant'; readonly name: 'pi' | 'seluAlpha' | 'seluScale' }
  /** exp of a product whose coefficient is 1. */
  | { readonly kind: 'exp'; readonly of: Product }
  /** log of the absolute value. */
  | { readonly kind: 'log'; readonly of: Product }
  /**
   * Something whose fractional powers are wanted: a prime, a positive sum, or −1, whose power 1/2
   * is the imaginary unit. Its first power is `of` itself.
   */
  | { readonly kind: 'root'; readonly of: Polynomial }
  /** An odd function whose inverse tangents, sines or integrals stay as they are. */
  | { readonly kind: 'erf' | 'atan' | 'asin'; readonly of: Product }
  /** The largest of several values, when it does not matter which. */
  | { readonly kind: 'max'; readonly of: readonly Product[] }
  /** A real root of a polynomial with rational coefficients, named like a variable. */
  | { readonly kind: 'algebraic'; readonly root: AlgebraicRoot }

export interface AlgebraicRoot {
  readonly name: string
  /** Coefficients from the constant upwards, square-free, in whole numbers. */
  readonly coefficients: readonly bigint[]
  /** It is the only root in (low, high]. */
  readonly low: Rational
  readonly high: Rational
}

/** The generators of one proof, by key. */
export interface Registry {
  readonly byKey: Map<string, Generator>
}

export function newRegistry(): Registry {
  return { byKey: new Map() }
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
