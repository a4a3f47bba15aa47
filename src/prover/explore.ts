import { spend, Undecided } from '../exact/limits.ts'
import { compareInCell, type Question } from './cells/compare-in-cell.ts'
import { pointsIn } from './cells/interior.ts'
import { cellOf, type Region } from './cells/region.ts'
import { splitRegion } from './cells/split.ts'
import type { Answer } from './decision.ts'
import { judge } from './judge-cell.ts'
import { conclude, different } from './report-decision.ts'
import { type Cell, SplitNeeded } from './signs/cell.ts'
import { newSurvey, note, noteUndecided, type Survey } from './survey.ts'
import type { Witness } from './witness/witness.ts'

/** Every cell costs at least this much, so that endless splitting ends. */
const CELL_COST = 100

/** Cuts space into cells until each has an answer, and draws the conclusion. */
export function explore(question: Question, start: readonly Region[]): Answer {
  const survey = newSurvey()
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
  const { algebra } = question
  let cell: Cell | undefined
  try {
    spend(algebra.budget, CELL_COST * (1 + region.facts.length + region.bindings.length))
    cell = cellOf(algebra, region)
    if (cell === undefined) return note(survey, region, 'empty')
    return judge(question, { region, cell }, compareInCell(cell, question), survey)
  } catch (error) {
    if (error instanceof SplitNeeded && cell !== undefined) {
      return split(cell, region, error, survey)
    }
    if (error instanceof SplitNeeded) return noteUndecided(survey, region, 'a sign is not known')
    if (error instanceof Undecided) return noteUndecided(survey, region, error.message)
    throw error
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
    return noteUndecided(survey, region, problem.message)
  }
}
