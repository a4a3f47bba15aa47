import { withinBudget } from '../../exact/limits.ts'
import * as S from '../../exact/sign-set.ts'
import type { Generator } from '../normal-form/generator.ts'
import * as Make from '../normal-form/make.ts'
import { asUnivariate } from '../normal-form/one-unknown.ts'
import type { Polynomial } from '../normal-form/polynomial.ts'
import type { Product } from '../normal-form/product.ts'
import * as Pr from '../normal-form/product.ts'
import type { Cell } from '../signs/cell.ts'
import { newCell } from '../signs/decide-sign.ts'
import { asOneAngle } from '../signs/one-angle.ts'
import { possibleSigns, possibleSignsOfSum } from '../signs/signs.ts'
import { candidatePoints } from '../witness/candidates.ts'
import { certainSign } from '../witness/certain.ts'
import { encloseSum } from '../witness/enclose-product.ts'
import { enclosed, spot } from '../witness/spot.ts'
import { derivativeOfProduct } from './derivative-of-product.ts'

/**
 * Whether an equation certainly fills no room: the points of the cell that solve it have measure
 * zero. Nothing else may be called an isolated place. False says nothing.
 */
export function isProper(cell: Cell, equation: Polynomial): boolean {
  const shown = withinBudget(
    () => hasSlope(cell, equation) || isOfOneLetter(cell, equation) || isAnalytic(cell, equation),
  )
  return shown ?? false
}

/** Where a partial derivative is never zero, the solutions are a graph (implicit functions). */
function hasSlope(cell: Cell, equation: Polynomial): boolean {
  const value = Pr.fromPolynomial(cell.algebra, equation)
  return [...Make.variablesOfSum(equation)].some((name) => {
    const slope = withinBudget(() => derivativeOfProduct(cell, value, name))
    return slope !== undefined && (possibleSigns(cell, slope) & S.ZERO) === 0
  })
}

/** A letter that solves an equation of its own takes countably many values. */
function isOfOneLetter(cell: Cell, equation: Polynomial): boolean {
  const letter =
    asUnivariate(equation)?.generator ?? asOneAngle(equation, cell.algebra.budget)?.cosine
  return letter !== undefined && hasThinLevels(cell, letter)
}

/** Whether a letter takes each of its values on a set of measure zero only. */
function hasThinLevels(cell: Cell, letter: Generator): boolean {
  if (letter.kind === 'variable') return true
  if (letter.kind === 'root')
    return hasThinLevelsOf(cell, Pr.fromPolynomial(cell.algebra, letter.of))
  if (!('of' in letter) || letter.kind === 'max') return false
  return hasThinLevelsOf(cell, letter.of)
}

/** A rational function of variables, or of one letter, that is no constant. */
function hasThinLevelsOf(cell: Cell, value: Product): boolean {
  const letters = [...new Set(Make.generatorsOf(value))]
  const [only] = letters
  const ofVariables = letters.every(({ kind }) => kind === 'variable')
  const ofOneLetter = letters.length === 1 && only !== undefined && hasThinLevels(cell, only)
  if (!ofVariables && !ofOneLetter) return false
  return [...Make.variablesOf(value)].some((name) => {
    return !Pr.isZero(derivativeOfProduct(cell, value, name))
  })
}

/** An analytic function on all of space that is not zero somewhere is zero on no room. */
function isAnalytic(cell: Cell, equation: Polynomial): boolean {
  const anywhere = newCell({
    algebra: cell.algebra,
    facts: new Map(),
    bindings: new Map(),
    unsaid: [],
  })
  if (!isAnalyticSum(anywhere, equation)) return false
  const points = candidatePoints([...Make.variablesOfSum(equation)])
  for (const point of points) {
    const at = spot(enclosed(point, BITS), BITS, cell.algebra.budget)
    const sign = certainSign((one) => encloseSum(equation, one), at)
    if (sign === 1 || sign === -1) return true
  }
  return false
}

const BITS = 112

function isAnalyticSum(anywhere: Cell, sum: Polynomial): boolean {
  return Make.generatorsOfSum(sum).every((letter) => isAnalyticLetter(anywhere, letter))
}

function isAnalyticProduct(anywhere: Cell, a: Product): boolean {
  const letters = a.monomial.powers.every(([letter, { n }]) => {
    return (n > 0n || letter.positive) && isAnalyticLetter(anywhere, letter)
  })
  const sums = [...a.factors.values()].every(({ sum, exponent }) => {
    const exists = exponent > 0 || (possibleSignsOfSum(anywhere, sum) & S.ZERO) === 0
    return exists && isAnalyticSum(anywhere, sum)
  })
  return letters && sums
}

function isAnalyticLetter(anywhere: Cell, letter: Generator): boolean {
  switch (letter.kind) {
    case 'variable':
    case 'constant':
    case 'algebraic':
      return true
    case 'root':
      return (
        possibleSignsOfSum(anywhere, letter.of) === S.POSITIVE && isAnalyticSum(anywhere, letter.of)
      )
    case 'log':
      return (
        (possibleSigns(anywhere, letter.of) & S.ZERO) === 0 &&
        isAnalyticProduct(anywhere, letter.of)
      )
    case 'exp':
    case 'sin':
    case 'cos':
    case 'erf':
    case 'atan':
      return isAnalyticProduct(anywhere, letter.of)
    default:
      return false
  }
}
