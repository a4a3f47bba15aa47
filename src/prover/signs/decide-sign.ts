import { Undecided } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import type { Sign, SignSet } from '../../exact/sign-set.ts'
import * as S from '../../exact/sign-set.ts'
import { variablesOfSum } from '../normal-form/make.ts'
import * as M from '../normal-form/monomial.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import * as P from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import { vanishes } from '../normal-form/vanishes.ts'
import { type Cell, SplitNeeded } from './cell.ts'
import { possibleSigns, possibleSignsOfSum } from './signs.ts'
import { simplerSign } from './simpler-sign.ts'

/** What is known at the start of a cell; its signs are asked of the rules of this room. */
export function newCell(known: Pick<Cell, 'algebra' | 'facts' | 'bindings' | 'unsaid'>): Cell {
  const cell: Cell = {
    ...known,
    zeros: [...known.facts.values()].filter(({ signs }) => signs === S.ZERO).map(({ sum }) => sum),
    remembered: new Map(),
    possibleSigns: (a) => possibleSigns(cell, a),
    sign: (a) => signIn(cell, a),
    isZero: (a) => isZeroIn(cell, a),
    isPositive: (a) => isPositiveIn(cell, a),
    isAtLeastZero: (a) => isAtLeastZeroIn(cell, a),
  }
  return cell
}

const EACH = [S.POSITIVE, S.ZERO, S.NEGATIVE]

/** The sign in this cell. Throws SplitNeeded where it is not the same everywhere in it. */
export function signIn(cell: Cell, a: Product): Sign {
  return S.theSign(partOf(cell, a, EACH)) ?? 0
}

export function isPositiveIn(cell: Cell, a: Product): boolean {
  return partOf(cell, a, [S.POSITIVE, S.AT_MOST_ZERO]) === S.POSITIVE
}

export function isAtLeastZeroIn(cell: Cell, a: Product): boolean {
  return partOf(cell, a, [S.AT_LEAST_ZERO, S.NEGATIVE]) === S.AT_LEAST_ZERO
}

export function isZeroIn(cell: Cell, a: Product): boolean {
  return partOf(cell, a, [S.NONZERO, S.ZERO]) === S.ZERO
}

/** Which of the parts the sign is in, everywhere in this cell. */
function partOf(cell: Cell, a: Product, parts: readonly SignSet[]): SignSet {
  const possible = possibleSigns(cell, a)
  const certain = parts.find((part) => (possible & ~part) === 0)
  if (certain !== undefined) return certain
  const components = componentsOf(a)
  const [only] = components
  if (components.length === 1 && only?.odd === true) {
    const own = Q.sign(a.coefficient) < 0 ? parts.map(S.flip) : parts
    const part = partOfSum(cell, only.sum, own)
    return Q.sign(a.coefficient) < 0 ? S.flip(part) : part
  }
  const wanted = parts.includes(S.NONZERO) ? [S.NONZERO, S.ZERO] : EACH
  let signs = S.ofSign(Q.sign(a.coefficient))
  for (const { sum, odd } of components) {
    const own = partOfSum(cell, sum, wanted)
    signs = S.times(signs, odd ? own : S.squared(own))
  }
  const part = parts.find((candidate) => (signs & ~candidate) === 0)
  if (part === undefined) throw new Undecided('a sign could not be decided')
  return part
}

interface Component {
  readonly sum: Polynomial
  readonly odd: boolean
}

/** The sums and letters whose signs make up the sign of a product. */
export function componentsOf(a: Product): readonly Component[] {
  const letters = a.monomial.powers
    .filter(([generator]) => !generator.positive)
    .map(([generator, exponent]) => ({
      sum: P.fromTerm(Q.ONE, M.single(generator)),
      odd: exponent.n % 2n !== 0n && exponent.d === 1n,
    }))
  const sums = [...a.factors.values()].map(({ sum, exponent }) => ({
    sum,
    odd: exponent % 2 !== 0,
  }))
  return [...letters, ...sums]
}

function partOfSum(cell: Cell, sum: Polynomial, parts: readonly SignSet[]): SignSet {
  const possible = possibleSignsOfSum(cell, sum)
  const certain = parts.find((part) => (possible & ~part) === 0)
  if (certain !== undefined) return certain
  if (vanishes(cell, Pr.fromPolynomial(cell.algebra, sum))) {
    cell.remembered.set(P.keyOf(sum), S.ZERO)
    return parts.find((part) => (part & S.ZERO) !== 0) ?? S.ZERO
  }
  if (variablesOfSum(sum).size === 0) {
    throw new Undecided('a number could not be told from zero')
  }
  const simpler = simplerSign(cell, sum)
  if (simpler !== undefined) return partOf(cell, simpler, parts)
  throw new SplitNeeded(
    sum,
    parts.map((part) => part & possible).filter((part) => part !== 0),
  )
}
