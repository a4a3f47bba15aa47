import type { Roster } from '../people/roster.ts'
import type { TableRow } from '../table/table.ts'

/** What a column is worth in the sheet, where the sheet says so. */
export function columnMaximum(
  { platform, table, columns }: Roster,
  at: number,
  row: TableRow | undefined,
): number | undefined {
  const heading = table.rows[0]?.cells[at]?.text ?? ''
  if (platform === 'moodle') return numberOf(row?.cells[columns.get('maximum') ?? -1]?.text)
  if (platform === 'canvas') return numberOf(pointsRow(table.rows)?.cells[at]?.text)
  if (platform === 'blackboard') {
    return numberOf(/\[Total Pts: (?:up to )?([\d.,]+)/i.exec(heading)?.[1])
  }
  if (platform !== 'gradescope') return undefined
  const maximum = table.rows[0]?.cells.findIndex(
    ({ text }) => text.trim() === `${heading.trim()} - Max Points`,
  )
  return maximum === undefined ? undefined : numberOf(row?.cells[maximum]?.text)
}

function pointsRow(rows: readonly TableRow[]): TableRow | undefined {
  return rows.slice(1, 4).find(({ cells }) => cells[0]?.text.includes('Points Possible'))
}

function numberOf(text: string | undefined): number | undefined {
  const value = Number((text ?? '').trim().replace(',', '.'))
  return Number.isFinite(value) && value > 0 ? value : undefined
}

/** Writes points as the sheet writes its numbers: with a decimal comma where it has those. */
export function writtenNumbers({ table }: Roster): (points: number) => string {
  const comma = /^-?\d+,\d+$/
  const point = /^-?\d+\.\d+$/
  const cells = table.rows.slice(1).flatMap((row) => row.cells.map(({ text }) => text.trim()))
  const some = (pattern: RegExp) => cells.some((text) => pattern.test(text))
  const decimalComma = some(comma) && !some(point)
  return (points) => {
    // Five digits behind the point are what Moodle keeps.
    const text = String(Number(points.toFixed(5)))
    return decimalComma ? text.replace('.', ',') : text
  }
}
