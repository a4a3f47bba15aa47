import type { Roster } from '../people/roster.ts'
import type { TableRow } from '../table/table.ts'

/** What the numbers of a column mean, and how they are written. */
export interface Unit {
  /** What it gives for all, where the sheet says so. */
  readonly most: (row: TableRow) => number | undefined
  readonly write: (points: number) => string
}

const PERCENT = /^-?\d+(?:[.,]\d+)?\s*%$/

/**
 * A row without a maximum has that of all others, if they have one. Per cent where the grades so
 * far are per cent, and nothing else tells what the column is worth.
 */
export function unitOf(roster: Roster, at: number): Unit {
  const comma = hasDecimalComma(roster)
  const write = (points: number) => {
    // Five digits behind the point are what Moodle keeps.
    const text = String(Number(points.toFixed(5)))
    return comma ? text.replace('.', ',') : text
  }
  const grades = gradesIn(roster, at)
  const mosts = new Set(rowsOf(roster).flatMap((row) => columnMaximum(roster, at, row) ?? []))
  const only = mosts.size === 1 ? [...mosts][0] : undefined
  const isPercent = grades.length > 0 && grades.every((text) => PERCENT.test(text))
  if (isPercent && mosts.size === 0) {
    return { most: () => 100, write: (points) => `${write(points)}%` }
  }
  return { most: (row) => columnMaximum(roster, at, row) ?? only, write }
}

/** What a column says of people so far. */
export function gradesIn(roster: Roster, at: number): string[] {
  return rowsOf(roster)
    .map(({ cells }) => cells[at]?.text.trim() ?? '')
    .filter((text) => text !== '')
}

function rowsOf({ people }: Roster): TableRow[] {
  return people.flatMap(({ rows }) => rows)
}

/**
 * As the sheet's other numbers are written; a login is none. Where there are none, or both, as where
 * a column holds dates: spreadsheets write `;` between cells where the comma is in numbers.
 */
function hasDecimalComma({ table, columns }: Roster): boolean {
  const ofPeople = new Set(
    [...columns].flatMap(([kind, place]) => (kind === 'grade' || kind === 'maximum' ? [] : place)),
  )
  const texts = table.rows
    .slice(1)
    .flatMap(({ cells }) =>
      cells.map(({ text }, place) => (ofPeople.has(place) ? '' : text.trim())),
    )
  const some = (pattern: RegExp) => texts.some((text) => pattern.test(text))
  const [comma, point] = [some(/^-?\d+,\d+\s*%?$/), some(/^-?\d+\.\d+\s*%?$/)]
  return comma === point ? table.delimiter === ';' : comma
}

/** What a column is worth in the sheet, where the sheet says so. */
function columnMaximum(
  { platform, table, columns }: Roster,
  at: number,
  row: TableRow,
): number | undefined {
  const heading = table.rows[0]?.cells[at]?.text ?? ''
  if (platform === 'moodle') return numberOf(row.cells[columns.get('maximum') ?? -1]?.text)
  if (platform === 'canvas') return numberOf(pointsRow(table.rows)?.cells[at]?.text)
  if (platform === 'blackboard') {
    return numberOf(/\[Total Pts: (?:up to )?([\d.,]+)/i.exec(heading)?.[1])
  }
  if (platform !== 'gradescope') return undefined
  const maximum = table.rows[0]?.cells.findIndex(
    ({ text }) => text.trim() === `${heading.trim()} - Max Points`,
  )
  return maximum === undefined ? undefined : numberOf(row.cells[maximum]?.text)
}

function pointsRow(rows: readonly TableRow[]): TableRow | undefined {
  return rows.slice(1, 4).find(({ cells }) => cells[0]?.text.includes('Points Possible'))
}

function numberOf(text: string | undefined): number | undefined {
  const value = Number((text ?? '').trim().replace(',', '.'))
  return Number.isFinite(value) && value > 0 ? value : undefined
}
