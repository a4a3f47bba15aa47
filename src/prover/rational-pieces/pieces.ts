import { type Budget, newBudget, tooMuch, Undecided } from '../../exact/limits.ts'
import { atCut, between, withRootsOf } from '../../exact/line.ts'
import * as Q from '../../exact/rational.ts'
import type { Univariate } from '../../exact/univariate.ts'
import { withConditionals } from '../../formula/branches.ts'
import type { Expr } from '../../formula/expr.ts'
import { type Cut, type Dividers, narrowCutsOf } from './cuts.ts'
import {
  NotRational,
  type Place,
  type RationalFunction,
  rationalAt,
  slopeSign,
} from './rational-function.ts'

/** All numbers between two neighbouring cuts; there the function is rational, has no pole, and keeps its direction. */
export interface Gap {
  readonly from: Cut | undefined
  readonly to: Cut | undefined
  readonly is: RationalFunction
  readonly direction: -1 | 0 | 1
}

/** A function of one variable as gaps and what it is at the cuts between them: one gap more than cuts. */
export interface Pieces {
  readonly gaps: readonly Gap[]
  readonly cuts: readonly { readonly at: Cut; readonly is: RationalFunction }[]
}

const MAX_CUTS = 40
const MOST_QUESTIONS = 10_000
/** Some tenths of a second. */
const STEPS = 400_000

/**
 * The exact pieces of a formula that is made of polynomials, quotients and comparisons of such;
 * undefined where it is not, or where the degrees are too high.
 */
export function piecesOf(formula: Expr, variable: string): Pieces | undefined {
  const written = withConditionals(formula)
  const budget = newBudget(STEPS)
  try {
    let dividers: Dividers = []
    for (;;) {
      const asked: Univariate[] = []
      const pieces = cutAt(narrowCutsOf(dividers, budget), { written, variable, asked, budget })
      const before = dividers.length
      for (const polynomial of distinct(asked)) {
        dividers = withRootsOf(polynomial, dividers, budget)
      }
      if (dividers.length === before) return pieces
      if (dividers.length > MAX_CUTS) return undefined
    }
  } catch (error) {
    if (error instanceof NotRational || error instanceof Undecided) return undefined
    throw error
  }
}

interface Search {
  readonly written: Expr
  readonly variable: string
  /** Every polynomial whose sign mattered: where it changes, the function may. */
  readonly asked: Univariate[]
  readonly budget: Budget
}

function cutAt(cuts: readonly Cut[], search: Search): Pieces {
  const ends = [undefined, ...cuts, undefined]
  const gaps = ends.slice(1).map((to, index) => gapBetween({ from: ends[index], to }, search))
  const values = cuts.map((at) => ({
    at,
    is: rationalAt(search.written, search.variable, overheard(atCut(at, search.budget), search)),
  }))
  return { gaps, cuts: values }
}

function gapBetween({ from, to }: Pick<Gap, 'from' | 'to'>, search: Search): Gap {
  const place = overheard(between(from, to), search)
  const is = rationalAt(search.written, search.variable, place)
  place.signOf(is.bottom)
  return { from, to, is, direction: place.signOf(slopeSign(is, search.budget)) }
}

/** The same comparison is asked in every gap. */
function distinct(asked: readonly Univariate[]): readonly Univariate[] {
  const byText = new Map(
    asked.map((p) => [p.map((coefficient) => Q.print(coefficient)).join(' '), p]),
  )
  return [...byText.values()]
}

function overheard(place: Pick<Place, 'signOf'>, { asked, budget }: Search): Place {
  return {
    budget,
    signOf: (polynomial) => {
      if (asked.length > MOST_QUESTIONS) throw tooMuch()
      asked.push(polynomial)
      return place.signOf(polynomial)
    },
  }
}
