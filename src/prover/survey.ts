import { describe } from './cells/describe.ts'
import type { Region } from './cells/region.ts'
import type { CellStep } from './decision.ts'
import type { RationalPoint } from './witness/candidates.ts'

/** What was found while space was cut into cells. */
export interface Survey {
  readonly cells: CellStep[]
  /** Thin places where the formulas differ, in value or in whether they exist. */
  readonly thin: { readonly region: Region; readonly value: boolean }[]
  readonly domain: { readonly region: Region; readonly point: RationalPoint }[]
  readonly undecided: string[]
  /** Regions of full dimension on which the assumptions hold. */
  readonly thick: Region[]
  /** Regions on which they differ by no more than the tolerance. */
  readonly rounded: Region[]
}

export function newSurvey(): Survey {
  return { cells: [], thin: [], domain: [], undecided: [], thick: [], rounded: [] }
}

export function note(
  survey: Survey,
  region: Region,
  finding: CellStep['finding'],
  more: Pick<CellStep, 'detail' | 'point'> = {},
): undefined {
  survey.cells.push({ where: describe(region), finding, ...more })
}

export function noteUndecided(
  survey: Survey,
  region: Region,
  why: string,
  detail: string = why,
): undefined {
  survey.undecided.push(why)
  note(survey, region, 'undecided', { detail })
}
