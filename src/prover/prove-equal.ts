import { Undecided } from '../exact/limits.ts'
import type { Condition, Expr } from '../formula/expr.ts'
import { formulaSize } from '../formula/size.ts'
import { conditionVariables, variablesIn } from '../formula/variables.ts'
import { regionsOf } from './cells/assume.ts'
import type { Question } from './cells/compare-in-cell.ts'
import type { Allowance } from './cells/excess.ts'
import type { Region } from './cells/region.ts'
import { provesWithoutCases } from './cells/without-cases.ts'
import type { Answer } from './decision.ts'
import { explore } from './explore.ts'
import { MAX_EVALUATED } from './judge-cell.ts'
import { newAlgebra } from './normal-form/algebra.ts'
import { FinerAngles } from './normal-form/angle.ts'
import { different } from './report-decision.ts'
import { anyRounds, type Unrounded, withLetters, withSteps } from './rounding.ts'
import { visibleWitness } from './witness/witness.ts'

/** Enough for every pair tried; a hopeless one stops within half a second. */
const STEPS = 100_000

export interface Terms {
  readonly assumptions?: readonly Condition[]
  readonly allowance?: Allowance | undefined
  readonly steps?: number
}

/** An answer, and what was taken to stay finite on the way. */
export interface Proved {
  readonly answer: Answer
  readonly finite: readonly Expr[]
}

/**
 * Decides whether two formulas are the same function wherever the assumptions hold. A verdict is
 * never a guess: "equal" is an identity of polynomials on every part of space, "different" a
 * certified gap at an exact point, and everything else is "unknown".
 */
export function proveEqual(a: Expr, b: Expr, assumptions: readonly Condition[] = []): Answer {
  return prove(a, b, { assumptions }).answer
}

export function prove(a: Expr, b: Expr, terms: Terms): Proved {
  const { assumptions = [] } = terms
  return anyRounds({ a, b, assumptions })
    ? proveRounded(a, b, terms)
    : proveWithoutRounding(a, b, terms)
}

/** So many steps more for each whole number that is looked at. */
const STEPS_EACH = 5000

/**
 * What rounds is looked at as it is for a difference, then with letters for what is rounded, then step
 * by step on a box.
 */
function proveRounded(a: Expr, b: Expr, terms: Terms): Proved {
  const { assumptions = [], steps = STEPS, allowance } = terms
  const own = assumptions.flatMap(conjuncts)
  const algebra = newAlgebra(steps)
  const variables = allVariables(a, b, own)
  const seen = seenAtOnce({ algebra, a, b, assumptions: own, variables, allowance })
  if (seen !== undefined) return { answer: seen, finite: [...algebra.finite] }
  if (formulaSize(a) + formulaSize(b) > MAX_EVALUATED)
    return undecided('the formulas are too large to decide')
  const ask = (asked: Unrounded) =>
    proveWithoutRounding(asked.a, asked.b, {
      ...terms,
      assumptions: asked.assumptions,
      steps: steps + STEPS_EACH * asked.pieces,
    })
  const rounded = { a, b, assumptions: own }
  const lettered = withLetters(rounded)
  const proved = lettered && ask(lettered)
  if (proved?.answer.verdict === 'equal') return proved
  const stepped = allowance && withSteps(rounded, allowance.box)
  if (stepped !== undefined) return ask(stepped)
  return undecided('rounding could not be split into steps')
}

function undecided(why: string): Proved {
  return { answer: { verdict: 'unknown', why }, finite: [] }
}

function seenAtOnce(question: Question): Answer | undefined {
  try {
    return visiblyDifferent(question)
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof Undecided)) throw error
    return undefined
  }
}

function proveWithoutRounding(a: Expr, b: Expr, terms: Terms): Proved {
  const { assumptions = [], allowance, steps = STEPS } = terms
  const algebra = newAlgebra(steps)
  const own = assumptions.flatMap(conjuncts)
  const variables = allVariables(a, b, own)
  const question = { algebra, a, b, assumptions: own, variables, allowance }
  return { answer: decide(question), finite: [...algebra.finite] }
}

function decide(question: Question): Answer {
  try {
    return visiblyDifferent(question) ?? decideInCells(question)
  } catch (error) {
    // The engine's own limits: a stack too deep, a whole number too long.
    if (!(error instanceof RangeError) && !(error instanceof Undecided)) throw error
    return { verdict: 'unknown', why: 'the formulas are too large to decide' }
  }
}

function visiblyDifferent(question: Question): Answer | undefined {
  const { algebra, a, b, variables, allowance } = question
  if (formulaSize(a) + formulaSize(b) > MAX_EVALUATED) return undefined
  const sides = { ...question, tolerance: allowance?.tolerance }
  const witness = visibleWitness(sides, variables, algebra.budget)
  return witness && different(witness, [])
}

/** From the start again, whenever angles had to be written in finer ones. */
function decideInCells(question: Question): Answer {
  for (;;) {
    try {
      return decideOnce(question)
    } catch (error) {
      if (!(error instanceof FinerAngles)) throw error
    }
  }
}

function decideOnce(question: Question): Answer {
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
