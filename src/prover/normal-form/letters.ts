import type { Rational } from '../../exact/rational.ts'

/** Letters, monomials, sums and products: each is made of the others, so they are told together. */

/**
 * A real quantity that the algebra treats as a letter. Nothing relies on generators being
 * independent: a numerator that vanishes as a polynomial in them vanishes as a number.
 */
export type Generator = Named & GeneratorKind

export interface Named {
  readonly id: number
  /** Says what it is; equal keys are the same generator. */
  readonly key: string
  /** Real and larger than zero wherever it is used. */
  readonly positive: boolean
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
  /** Something positive whose fractional powers are wanted; its first power is `of` itself. */
  | { readonly kind: 'root'; readonly of: Polynomial }
  | { readonly kind: 'cos'; readonly of: Product }
  /** The square of a sine is 1 less the square of its cosine. */
  | { readonly kind: 'sin'; readonly of: Product; readonly cosine: Generator }
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
  /** It is the only root between the two. */
  readonly low: Rational
  readonly high: Rational
}

/** Generators raised to rational powers, in ascending order of their ids, none with power 0. */
export interface Monomial {
  readonly key: string
  readonly powers: readonly Power[]
}

export type Power = readonly [generator: Generator, exponent: Rational]

/** A sum of terms, by the key of the monomial; no coefficient is 0. Never changed once built. */
export interface Polynomial {
  readonly terms: ReadonlyMap<string, Term>
  /** Says which polynomial it is, once somebody asked. */
  key?: string
}

export interface Term {
  readonly coefficient: Rational
  readonly monomial: Monomial
}

/**
 * A value: coefficient · monomial · ∏ factorᵏ. The factors are sums that stay unexpanded, and
 * denominators are merged where they are identical, so that no common divisor of polynomials is
 * ever needed. A factor is primitive, free of monomials, with a positive leading coefficient.
 */
export interface Product {
  readonly coefficient: Rational
  readonly monomial: Monomial
  readonly factors: ReadonlyMap<string, Factor>
}

export interface Factor {
  readonly sum: Polynomial
  /** Whole and not 0. */
  readonly exponent: number
}

/** Σ coefficient · unit, with units that have the coefficient 1, by their keys. */
export type Angle = ReadonlyMap<string, AnglePart>

export interface AnglePart {
  readonly unit: Product
  readonly coefficient: Rational
}

/**
 * The angles whose sines and cosines are letters. Every angle met is a sum of whole multiples of
 * them: so cos 2x and cos x are made of one pair of letters, and so are cos x and cos(x + 1).
 */
export interface Angles {
  basis: readonly Angle[]
}
