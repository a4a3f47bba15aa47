import { breakCommands, cleanText } from '../text/clean-text.ts'

/** What a spreadsheet takes for the start of a formula, also in its full-width form. */
const FORMULA = /^[\s'"]*[=+\-@＝＋－＠|%]/

/** One row of RFC 4180, with its line end. Numbers are numbers; text can never become a formula. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(escapeCsv).join(',')}\r\n`
}

/** One cell. A text that starts like a formula gets an apostrophe, which spreadsheets do not show. */
function escapeCsv(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = breakCommands(cleanText(cell))
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[",\n\t;]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
