import { Undecided } from '../../exact/limits.ts'
import * as Q from '../../exact/rational.ts'
import type { SignSet } from '../../exact/sign-set.ts'
import * as S from '../../exact/sign-set.ts'
import type { Expr } from '../../formula/expr.ts'
import type { Algebra } from '../normal-form/algebra.ts'
import type { AlgebraicRoot } from '../normal-form/generator.ts'
import * as Make from '../normal-form/make.ts'
import * as M from '../normal-form/monomial.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import * as P from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import { type Cell, type Fact, type SignedFormula, SplitNeeded } from '../signs/cell.ts'
import { newCell } from '../signs/decide-sign.ts'
import { isEmpty } from '../signs/inequalities.ts'
import { monomialSigns, possibleSigns } from '../signs/signs.ts'
import { evaluate } from './evaluate-in-cell.ts'
import { evaluation } from './evaluation.ts'

/** A cell as formulas, from which it is built for each new set of bindings. */
export interface Region {
  readonly facts: readonly SignedFormula[]
  /** The newest last; none mentions a variable that was bound before it. */
  readonly bindings: readonly Binding[]
  readonly thickness: Thickness
}

/**
 * Thin regions are cut down by an equation that the assumptions do not make: one that was solved for
 * a variable, or one that was not.
 */
type Thickness = 'thick' | 'solved' | 'unsolved'

export type Binding =
  | { readonly variable: string; readonly value: Expr }
  | { readonly variable: string; readonly root: AlgebraicRoot }

/** The region's cell, or undefined where its facts contradict each other. */
export function cellOf(algebra: Algebra, region: Region): Cell | undefined {
  let cell = withFacts(algebra, new Map(), region.facts)
  for (const binding of [...region.bindings].reverse()) {
    if (cell === undefined) return undefined
    const value = boundValue(cell, binding)
    if (value === undefined) return undefined
    const bindings = new Map(cell.bindings).set(binding.variable, value)
    cell = withFacts(algebra, bindings, region.facts)
  }
  return cell === undefined || isEmpty(cell, monomialSigns) ? undefined : cell
}

function boundValue(cell: Cell, binding: Binding): Product | undefined {
  if ('root' in binding) return Make.algebraic(cell.algebra, binding.root)
  return evaluate(evaluation(cell), binding.value)
}

function withFacts(
  algebra: Algebra,
  bindings: ReadonlyMap<string, Product>,
  formulas: readonly SignedFormula[],
): Cell | undefined {
  let cell = newCell({ algebra, facts: new Map(), bindings, unsaid: [] })
  for (const formula of formulas) {
    const value = tryToEvaluate(cell, formula.expr)
    if (value !== undefined && (possibleSigns(cell, value) & formula.signs) === 0) return undefined
    const { facts: added, isExact } =
      value === undefined ? NOTHING : factsFrom(cell, value, formula.signs)
    const facts = new Map(cell.facts)
    for (const fact of added) merge(facts, fact)
    if ([...facts.values()].some((fact) => fact.signs === 0)) return undefined
    const unsaid = isExact ? cell.unsaid : [...cell.unsaid, formula]
    cell = newCell({ algebra, facts, bindings, unsaid })
  }
  return cell
}

/** What cannot be worked out adds no fact: less is known, nothing wrong is. */
function tryToEvaluate(cell: Cell, expr: Expr): Product | undefined {
  try {
    return evaluate(evaluation(cell), expr)
  } catch (error) {
    if (error instanceof SplitNeeded || error instanceof Undecided) return undefined
    throw error
  }
}

interface Said {
  readonly facts: readonly Fact[]
  /** Whether they say all of it. */
  readonly isExact: boolean
}

const NOTHING: Said = { facts: [], isExact: false }

/** What a product's sign says of its one undecided part. */
function factsFrom(cell: Cell, value: Product, signs: SignSet): Said {
  const parts = [
    ...value.monomial.powers
      .filter(([generator]) => !generator.positive)
      .map(([generator, exponent]) => ({
        sum: P.fromTerm(Q.ONE, M.single(generator)),
        odd: exponent.n % 2n !== 0n,
        below: exponent.n < 0n,
      })),
    ...[...value.factors.values()].map(({ sum, exponent }) => ({
      sum,
      odd: exponent % 2 !== 0,
      below: exponent < 0,
    })),
  ]
  const open = parts.filter(({ sum }) => S.theSign(signOfPart(cell, sum)) === undefined)
  const [only] = open
  if (only === undefined) return { facts: [], isExact: true }
  const noneVanishes = open.map(({ sum }) => ({ sum, signs: S.NONZERO }))
  const isNonzero = (signs & S.ZERO) === 0
  if (open.length > 1) {
    return { facts: isNonzero ? noneVanishes : [], isExact: signs === S.NONZERO }
  }
  let rest = S.ofSign(Q.sign(value.coefficient))
  for (const part of parts) {
    if (part !== only && part.odd) rest = S.times(rest, signOfPart(cell, part.sum))
  }
  if (S.theSign(rest) === undefined || rest === S.ZERO) return NOTHING
  if (only.odd) {
    const own = rest === S.POSITIVE ? signs : S.flip(signs)
    // What stands below a fraction line is not zero where the value exists.
    const fact = { sum: only.sum, signs: only.below ? own & S.NONZERO : own }
    return { facts: [fact], isExact: true }
  }
  return isNonzero ? { facts: noneVanishes, isExact: true } : NOTHING
}

function signOfPart(cell: Cell, sum: Polynomial): SignSet {
  return possibleSigns(cell, {
    coefficient: Q.ONE,
    monomial: M.UNIT,
    factors: new Map([[P.keyOf(sum), { sum, exponent: 1 }]]),
  })
}

function merge(facts: Map<string, Fact>, fact: Fact): void {
  const key = P.keyOf(fact.sum)
  const known = facts.get(key)?.signs ?? S.ANY
  facts.set(key, { sum: fact.sum, signs: known & fact.signs })
}
