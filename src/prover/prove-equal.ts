import { Undecided } from '../exact/limits.ts'
import type { Condition, Expr } from '../formula/expr.ts'
import { formulaSize } from '../formula/size.ts'
import { conditionVariables, variablesIn } from '../formula/variables.ts'
import { regionsOf } from './cells/assume.ts'
import type { Question } from './cells/compare-in-cell.ts'
import type { Region } from './cells/region.ts'
import { provesWithoutCases } from './cells/without-cases.ts'
import type { Decision } from './decision.ts'
import { explore, MAX_EVALUATED } from './explore.ts'
import { newAlgebra } from './normal-form/algebra.ts'
import { FinerAngles } from './normal-form/angle.ts'
import { different } from './report-decision.ts'
import { visibleWitness } from './witness/witness.ts'

/** Enough for every pair tried; a hopeless one stops within half a second. */
const STEPS = 100_000

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
    return decide(a, b, assumptions.flatMap(conjuncts), steps)
  } catch (error) {
    // The engine's own limits: a stack too deep, a whole number too long.
    if (!(error instanceof RangeError) && !(error instanceof Undecided)) throw error
    return { verdict: 'unknown', why: 'the formulas are too large to decide' }
  }
}

function decide(a: Expr, b: Expr, assumptions: readonly Condition[], steps: number): Decision {
  const variables = allVariables(a, b, assumptions)
  const small = formulaSize(a) + formulaSize(b) <= MAX_EVALUATED
  const algebra = newAlgebra(steps)
  const sides = { a, b, assumptions }
  const witness = small ? visibleWitness(sides, variables, algebra.budget) : undefined
  if (witness !== undefined) return different(witness, [])
  for (;;) {
    try {
      return decideInCells({ algebra, a, b, assumptions, variables })
    } catch (error) {
      if (!(error instanceof FinerAngles)) throw error
    }
  }
}

function decideInCells(question: Question): Decision {
  const { algebra, a, b, assumptions } = question
  const start = regionsOf(algebra, assumptions)
  if (start.length === 1 && provesWithoutCases(algebra, start[0] as Region, a, b)) {
    return { verdict: 'equal', cells: [{ where: [], finding: 'equal' }] }
  }
  return explore(question, start)
}

function conjuncts(test: Condition): readonly Condition[] {
  return test.kind === 'and' ? [...conjuncts(test.left), ...conjuncts(test.right)] : [test]
}

function allVariables(a: Expr, b: Expr, assumptions: readonly Condition[]): readonly string[] {
  const found = [variablesIn(a), variablesIn(b), ...assumptions.map(conditionVariables)]
  return [...new Set(found.flatMap((names) => [...names]))].sort()
}
