import { formulaSize } from '../formula/size.ts'
import { isEquation } from './cells/assume.ts'
import { isEmptyByBoxes } from './cells/boxes.ts'
import type { Finding, Question } from './cells/compare-in-cell.ts'
import { excessIn } from './cells/excess.ts'
import { isInside } from './cells/inside.ts'
import { pointsIn } from './cells/interior.ts'
import { hasPlace } from './cells/places.ts'
import { isProper } from './cells/proper.ts'
import type { Region } from './cells/region.ts'
import type { Product } from './normal-form/product.ts'
import { exactPoint } from './report-decision.ts'
import type { Cell } from './signs/cell.ts'
import { note, noteUndecided, type Survey } from './survey.ts'
import type { RationalPoint } from './witness/candidates.ts'
import { certify, certifyInCell, type Witness } from './witness/witness.ts'

/** Formulas longer than this, written out in full, are not evaluated at points. */
export const MAX_EVALUATED = 40_000
/** Points of one cell at which a difference is looked for. */
const MOST_POINTS = 12
/** Boxes of a cell that are looked at, before points are looked for and afterwards. */
const FEW_BOXES = 4
const MANY_BOXES = 80

/** A cell, and the region that it is of. */
export interface Part {
  readonly region: Region
  readonly cell: Cell
}

/** Notes what a finding on one cell says; a witness ends the search. */
export function judge(
  question: Question,
  part: Part,
  finding: Finding,
  survey: Survey,
): Witness | undefined {
  const isThick = part.region.thickness === 'thick'
  if (isThick && finding.kind !== 'outside') survey.thick.push(part.region)
  switch (finding.kind) {
    case 'outside':
      return undefined
    case 'equal':
    case 'both-undefined':
      return note(survey, part.region, finding.kind === 'equal' ? 'equal' : 'both undefined')
    case 'differ':
      return isThick
        ? differOnThick(question, part, finding, survey)
        : apartOnThin(question, part, finding.gap, survey)
    case 'one-exists':
      return isThick
        ? oneExists(question, part, survey)
        : apartOnThin(question, part, undefined, survey)
  }
}

type Differing = Finding & { readonly kind: 'differ' }

function differOnThick(
  question: Question,
  part: Part,
  finding: Differing,
  survey: Survey,
): Witness | undefined {
  const { region, cell } = part
  if (isEmptyByBoxes(cell, FEW_BOXES)) return note(survey, region, 'empty')
  const witness = witnessIn(question, part, finding)
  if (witness !== undefined) return witness
  if (isEmptyByBoxes(cell, MANY_BOXES)) return note(survey, region, 'empty')
  const excess = question.allowance && excessIn(cell, finding, question.allowance)
  if (excess === 'nowhere') {
    survey.rounded.push(region)
    return note(survey, region, 'within the tolerance')
  }
  const found = excess && certifyAt(question, part, finding, excess)
  if (found !== undefined) return found
  const why = 'the formulas could neither be proved equal nor told apart'
  return noteUndecided(survey, region, why, 'no identity and no certified difference')
}

/** A point at which the formulas as they are written differ, or else what they come to in the cell. */
function witnessIn(question: Question, part: Part, finding: Differing): Witness | undefined {
  const { region, cell } = part
  const points: RationalPoint[] = []
  for (const point of pointsIn(region, cell, question.variables)) {
    const witness = certifyAsWritten(question, point)
    if (witness !== undefined) return witness
    points.push(point)
    if (points.length >= MOST_POINTS) break
  }
  for (const point of points) {
    const witness = certifyAsFound(question, part, finding, point)
    if (witness !== undefined) return witness
  }
  return undefined
}

function certifyAt(
  question: Question,
  part: Part,
  finding: Differing,
  point: RationalPoint,
): Witness | undefined {
  return certifyAsWritten(question, point) ?? certifyAsFound(question, part, finding, point)
}

function certifyAsWritten(question: Question, point: RationalPoint): Witness | undefined {
  const { a, b, algebra, allowance } = question
  if (formulaSize(a) + formulaSize(b) > MAX_EVALUATED) return undefined
  // The points of a region solve the equations that are assumed.
  const assumptions = question.assumptions.filter((one) => !isEquation(one))
  const sides = { a, b, assumptions, tolerance: allowance?.tolerance }
  return certify(sides, point, algebra.budget)
}

/** What they come to in a cell says nothing of a point outside of it. */
function certifyAsFound(
  { algebra, allowance }: Question,
  { cell }: Part,
  finding: Differing,
  point: RationalPoint,
): Witness | undefined {
  if (!isInside(cell, point)) return undefined
  return certifyInCell(finding, point, {
    budget: algebra.budget,
    tolerance: allowance?.tolerance,
  })
}

/** They differ by a given gap, or only one exists. */
function apartOnThin(
  question: Question,
  { region, cell }: Part,
  gap: Product | undefined,
  survey: Survey,
): undefined {
  if (!hasPlace(cell, question.variables, gap)) {
    if (isEmptyByBoxes(cell, MANY_BOXES)) return note(survey, region, 'empty')
    return noteUndecided(survey, region, 'a difference at a single place could not be certified')
  }
  if (region.thickness === 'unsolved' && !cell.zeros.some((zero) => isProper(cell, zero))) {
    return noteUndecided(survey, region, 'it is not certain that a place is only a single one')
  }
  survey.thin.push({ region, value: gap !== undefined })
  const [point] = pointsIn(region, cell, question.variables)
  const finding = gap === undefined ? 'only one exists' : 'differ'
  return note(survey, region, finding, point && { point: exactPoint(point) })
}

function oneExists({ variables }: Question, { region, cell }: Part, survey: Survey): undefined {
  if (isEmptyByBoxes(cell, FEW_BOXES)) return note(survey, region, 'empty')
  const [point] = pointsIn(region, cell, variables)
  if (point === undefined) {
    if (isEmptyByBoxes(cell, MANY_BOXES)) return note(survey, region, 'empty')
    const why = 'it is not certain that a place exists where only one is defined'
    return noteUndecided(survey, region, why)
  }
  survey.domain.push({ region, point })
  return note(survey, region, 'only one exists')
}
