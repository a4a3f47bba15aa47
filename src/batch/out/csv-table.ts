import { csvRow } from '../../reporters/escape-csv.ts'

export type Cells = readonly (string | number | null)[]

/** Excel takes a file without this mark for one in its own code page. */
const MARK = '\ufeff'

/** A whole file of rows, with the mark where anything in it is more than ASCII. */
export function csvTable(rows: readonly Cells[]): string {
  const text = rows.map((row) => csvRow(row)).join('')
  return /[^\0-\x7f]/.test(text) ? MARK + text : text
}
