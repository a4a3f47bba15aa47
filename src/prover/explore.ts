import { spend, Undecided } from '../exact/limits.ts'
import { formulaSize } from '../formula/size.ts'
import { isEquation } from './cells/assume.ts'
import { isEmptyByBoxes } from './cells/boxes.ts'
import { compareInCell, type Finding, type Question } from './cells/compare-in-cell.ts'
import { pointsIn } from './cells/interior.ts'
import { hasPlace } from './cells/places.ts'
import { isProper } from './cells/proper.ts'
import { cellOf, type Region } from './cells/region.ts'
import { splitRegion } from './cells/split.ts'
import type { CellStep, Decision } from './decision.ts'
import type { Product } from './normal-form/product.ts'
import { conclude, describe, different, exactPoint, type Survey } from './report-decision.ts'
import { type Cell, SplitNeeded } from './signs/cell.ts'
import type { RationalPoint } from './witness/candidates.ts'
import { certify, certifyInCell, type Witness } from './witness/witness.ts'

/** Every cell costs at least this much, so that endless splitting ends. */
const CELL_COST = 100
/** Formulas longer than this, written out in full, are not evaluated at points. */
export const MAX_EVALUATED = 40_000
/** Points of one cell at which a difference is looked for. */
const MOST_POINTS = 12
/** Boxes of a cell that are looked at, before points are looked for and afterwards. */
const FEW_BOXES = 4
const MANY_BOXES = 80

/** Cuts space into cells until each has an answer, and draws the conclusion. */
export function explore(question: Question, start: readonly Region[]): Decision {
  const survey: Survey = { cells: [], thin: [], domain: [], undecided: [], thick: [] }
  const open: Region[] = [...start]
  for (let region = open.pop(); region !== undefined; region = open.pop()) {
    const result = visit(question, region, survey)
    if (result === undefined) continue
    if ('point' in result) return different(result, survey.cells)
    open.push(...result)
  }
  return conclude(survey, () => hasRoom(question, survey))
}

/** Whether some thick cell certainly has a point: what is thin is thin only beside something thick. */
function hasRoom({ algebra, assumptions, variables }: Question, { thick }: Survey): boolean {
  if (assumptions.length === 0) return true
  return thick.some((region) => {
    const cell = cellOf(algebra, region)
    const [point] = cell === undefined ? [] : pointsIn(region, cell, variables)
    return point !== undefined
  })
}

/** The parts to look at instead, a witness that ends the search, or nothing. */
function visit(
  question: Question,
  region: Region,
  survey: Survey,
): readonly Region[] | Witness | undefined {
  let cell: Cell | undefined
  try {
    spend(question.algebra.budget, CELL_COST * (1 + region.facts.length + region.bindings.length))
    cell = cellOf(question.algebra, region)
    if (cell === undefined) return note(survey, region, 'empty')
    const finding = compareInCell(cell, question)
    return judge(question, region, cell, finding, survey)
  } catch (error) {
    if (error instanceof SplitNeeded && cell !== undefined) {
      return split(cell, region, error, survey)
    }
    if (!(error instanceof Undecided) && !(error instanceof SplitNeeded)) throw error
    const why = error instanceof Undecided ? error.message : 'a sign is not known'
    survey.undecided.push(why)
    return note(survey, region, 'undecided', why)
  }
}

function split(
  cell: Cell,
  region: Region,
  error: SplitNeeded,
  survey: Survey,
): readonly Region[] | undefined {
  try {
    return splitRegion(cell, region, error)
  } catch (problem) {
    if (!(problem instanceof Undecided)) throw problem
    survey.undecided.push(problem.message)
    return note(survey, region, 'undecided', problem.message)
  }
}

function judge(
  question: Question,
  region: Region,
  cell: Cell,
  finding: Finding,
  survey: Survey,
): Witness | undefined {
  const isThick = region.thickness === 'thick'
  if (isThick && finding.kind !== 'outside') survey.thick.push(region)
  switch (finding.kind) {
    case 'outside':
      return undefined
    case 'equal':
    case 'both-undefined':
      return note(survey, region, finding.kind === 'equal' ? 'equal' : 'both undefined')
    case 'differ':
      return isThick
        ? differOnThick(question, region, cell, finding, survey)
        : apartOnThin(question, region, cell, finding.gap, survey)
    case 'one-exists':
      return isThick
        ? oneExists(question, region, cell, survey)
        : apartOnThin(question, region, cell, undefined, survey)
  }
}

type Differing = Finding & { readonly kind: 'differ' }

function differOnThick(
  question: Question,
  region: Region,
  cell: Cell,
  finding: Differing,
  survey: Survey,
): Witness | undefined {
  if (isEmptyByBoxes(cell, FEW_BOXES)) return note(survey, region, 'empty')
  const witness = witnessIn(question, region, cell, finding)
  if (witness !== undefined) return witness
  if (isEmptyByBoxes(cell, MANY_BOXES)) return note(survey, region, 'empty')
  const why = 'the formulas could neither be proved equal nor told apart'
  return undecided(survey, region, why, 'no identity and no certified difference')
}

/** A point at which the formulas as they are written differ, or else what they come to in the cell. */
function witnessIn(
  question: Question,
  region: Region,
  cell: Cell,
  finding: Differing,
): Witness | undefined {
  const { algebra, a, b, variables } = question
  // The points of a region solve the equations that are assumed.
  const assumptions = question.assumptions.filter((one) => !isEquation(one))
  const isLong = formulaSize(a) + formulaSize(b) > MAX_EVALUATED
  const points: RationalPoint[] = []
  for (const point of pointsIn(region, cell, variables)) {
    const witness = isLong ? undefined : certify({ a, b, assumptions }, point, algebra.budget)
    if (witness !== undefined) return witness
    points.push(point)
    if (points.length >= MOST_POINTS) break
  }
  for (const point of points) {
    const witness = certifyInCell(finding, point, algebra.budget)
    if (witness !== undefined) return witness
  }
  return undefined
}

/** They differ by a given gap, or only one exists. */
function apartOnThin(
  question: Question,
  region: Region,
  cell: Cell,
  gap: Product | undefined,
  survey: Survey,
): undefined {
  if (!hasPlace(cell, question.variables, gap)) {
    if (isEmptyByBoxes(cell, MANY_BOXES)) return note(survey, region, 'empty')
    return undecided(survey, region, 'a difference at a single place could not be certified')
  }
  if (region.thickness === 'unsolved' && !cell.zeros.some((zero) => isProper(cell, zero))) {
    return undecided(survey, region, 'it is not certain that a place is only a single one')
  }
  survey.thin.push({ region, value: gap !== undefined })
  const [point] = pointsIn(region, cell, question.variables)
  survey.cells.push({
    where: describe(region),
    finding: gap === undefined ? 'only one exists' : 'differ',
    ...(point !== undefined && { point: exactPoint(point) }),
  })
}

function oneExists({ variables }: Question, region: Region, cell: Cell, survey: Survey): undefined {
  if (isEmptyByBoxes(cell, FEW_BOXES)) return note(survey, region, 'empty')
  const [point] = pointsIn(region, cell, variables)
  if (point === undefined) {
    if (isEmptyByBoxes(cell, MANY_BOXES)) return note(survey, region, 'empty')
    const why = 'it is not certain that a place exists where only one is defined'
    return undecided(survey, region, why)
  }
  survey.domain.push({ region, point })
  return note(survey, region, 'only one exists')
}

function undecided(survey: Survey, region: Region, why: string, detail?: string): undefined {
  survey.undecided.push(why)
  return note(survey, region, 'undecided', detail)
}

function note(
  survey: Survey,
  region: Region,
  finding: CellStep['finding'],
  detail?: string,
): undefined {
  const step = { where: describe(region), finding }
  survey.cells.push(detail === undefined ? step : { ...step, detail })
  return undefined
}
