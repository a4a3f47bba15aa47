import { Undecided } from '../exact/limits.ts'
import type { SignSet } from '../exact/sign-set.ts'
import * as S from '../exact/sign-set.ts'
import type { Comparison, Condition, Expr } from '../formula/expr.ts'
import { subtract } from '../formula/simplify.ts'
import { formulaSize } from '../formula/size.ts'
import { conditionVariables, variablesIn } from '../formula/variables.ts'
import type { SignedFormula } from './cells/region.ts'
import { provesWithoutCases } from './cells/without-cases.ts'
import type { Decision } from './decision.ts'
import { explore } from './explore.ts'
import { newAlgebra } from './normal-form/algebra.ts'
import { different } from './report-decision.ts'
import { visibleWitness } from './witness/witness.ts'

/** Enough for every pair tried; a hopeless one stops within half a second. */
const STEPS = 100_000

/** Formulas longer than this, written out in full, are not evaluated at points. */
const MAX_EVALUATED = 40_000

/**
 * Decides whether two formulas are the same function wherever the assumptions hold. A verdict is
 * never a guess: "equal" is an identity of polynomials on every part of space, "different" a
 * certified gap at an exact point, and everything else is "unknown".
 */
export function proveEqual(
  a: Expr,
  b: Expr,
  assumptions: readonly Condition[] = [],
  steps: number = STEPS,
): Decision {
  try {
    return decide(a, b, assumptions, steps)
  } catch (error) {
    // The engine's own limits: a stack too deep, a whole number too long.
    if (!(error instanceof RangeError) && !(error instanceof Undecided)) throw error
    return { verdict: 'unknown', why: 'the formulas are too large to decide' }
  }
}

function decide(a: Expr, b: Expr, assumptions: readonly Condition[], steps: number): Decision {
  const variables = allVariables(a, b, assumptions)
  const small = formulaSize(a) + formulaSize(b) <= MAX_EVALUATED
  const witness = small ? visibleWitness(a, b, assumptions, variables) : undefined
  if (witness !== undefined) return different(witness, [])
  const algebra = newAlgebra(steps)
  const start = { facts: assumptions.flatMap(factsOf), bindings: [], thin: false }
  if (provesWithoutCases(algebra, start, a, b)) {
    return { verdict: 'equal', cells: [{ where: [], finding: 'equal' }] }
  }
  return explore({ algebra, a, b, assumptions, variables }, start)
}

function allVariables(a: Expr, b: Expr, assumptions: readonly Condition[]): readonly string[] {
  const found = [variablesIn(a), variablesIn(b), ...assumptions.map(conditionVariables)]
  return [...new Set(found.flatMap((names) => [...names]))].sort()
}

const SIGNS: { readonly [comparison in Comparison]: SignSet } = {
  '<': S.NEGATIVE,
  '<=': S.AT_MOST_ZERO,
  '>': S.POSITIVE,
  '>=': S.AT_LEAST_ZERO,
  '===': S.ZERO,
  '!==': S.NONZERO,
}

/** What an assumption says of signs; the rest of it is looked at in every cell. */
function factsOf(assumption: Condition): readonly SignedFormula[] {
  if (assumption.kind === 'and') return [...factsOf(assumption.left), ...factsOf(assumption.right)]
  if (assumption.kind !== 'compare') return []
  const { left, right, comparison } = assumption
  return [{ expr: subtract(left, right), signs: SIGNS[comparison] }]
}
