import { spend, Undecided } from '../exact/limits.ts'
import { formulaSize } from '../formula/size.ts'
import { pointIn, pointsIn } from './cells/cell-point.ts'
import { compareInCell, type Finding, type Question } from './cells/compare-in-cell.ts'
import { cellOf, type Region } from './cells/region.ts'
import { splitRegion } from './cells/split.ts'
import type { CellStep, Decision } from './decision.ts'
import { conclude, describe, different, type Survey } from './report-decision.ts'
import { type Cell, SplitNeeded } from './signs/cell.ts'
import { certify, type Witness } from './witness/witness.ts'

/** Every cell costs at least this much, so that endless splitting ends. */
const CELL_COST = 50

/** Cuts space into cells until each has an answer, and draws the conclusion. */
export function explore(question: Question, start: Region): Decision {
  const survey: Survey = { cells: [], thin: [], domain: [], undecided: [], thick: 0 }
  const open: Region[] = [start]
  for (let region = open.pop(); region !== undefined; region = open.pop()) {
    const result = visit(question, region, survey)
    if (result === undefined) continue
    if ('point' in result) return different(result, survey.cells)
    open.push(...result)
  }
  return conclude(survey)
}

/** The parts to look at instead, a witness that ends the search, or nothing. */
function visit(
  question: Question,
  region: Region,
  survey: Survey,
): readonly Region[] | Witness | undefined {
  let cell: Cell | undefined
  try {
    spend(question.algebra.budget, CELL_COST)
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
  switch (finding.kind) {
    case 'outside':
      return undefined
    case 'equal':
    case 'both-undefined':
      if (!region.thin) survey.thick++
      return note(survey, region, finding.kind === 'equal' ? 'equal' : 'both undefined')
    case 'differ':
      return region.thin
        ? differOnThin(question, region, cell, finding, survey)
        : differOnThick(question, region, cell, survey)
    case 'one-exists':
      return oneExists(question, region, cell, survey)
  }
}

function differOnThick(
  question: Question,
  region: Region,
  cell: Cell,
  survey: Survey,
): Witness | undefined {
  survey.thick++
  const { a, b, assumptions, variables } = question
  let tried = formulaSize(a) + formulaSize(b) > 40_000 ? Infinity : 0
  for (const point of pointsIn(cell, variables)) {
    const witness = certify(a, b, assumptions, point)
    if (witness !== undefined) return witness
    if (++tried >= 12) break
  }
  survey.undecided.push('the formulas could neither be proved equal nor told apart')
  return note(survey, region, 'undecided', 'no identity and no certified difference')
}

function differOnThin(
  question: Question,
  region: Region,
  cell: Cell,
  finding: Finding & { kind: 'differ' },
  survey: Survey,
): undefined {
  const point = pointIn(cell, question.variables, finding.gap)
  if (point === undefined) {
    survey.undecided.push('a difference at a single place could not be certified')
    return note(survey, region, 'undecided')
  }
  survey.thin.push({ region, value: true })
  return note(survey, region, 'differ')
}

function oneExists(question: Question, region: Region, cell: Cell, survey: Survey): undefined {
  if (!region.thin) survey.thick++
  const point = pointIn(cell, question.variables)
  if (point === undefined) {
    survey.undecided.push('it is not certain that a place exists where only one is defined')
    return note(survey, region, 'undecided')
  }
  if (region.thin) survey.thin.push({ region, value: false })
  else survey.domain.push({ region, point })
  return note(survey, region, 'only one exists')
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
