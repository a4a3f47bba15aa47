import type { ChalkInstance } from 'chalk'
import type { Table } from 'mdast'
import { displayWidth, padded } from '../messages/display-width.ts'
import { inlineText } from './inline.ts'
import { plainText, type StyledText, styledLines } from './styled-text.ts'

const GAP = 2
/** A column of words that is narrower is hard to read. */
const NARROWEST = 16

/** A table in columns, of which the widest is wrapped; or a cell below the other, where that is too narrow. */
export function tableLines(table: Table, width: number, chalk: ChalkInstance): readonly string[] {
  const [heads = [], ...rows] = table.children.map((row, index) =>
    row.children.map((cell) =>
      inlineText(cell.children, chalk, index === 0 ? chalk.bold : undefined),
    ),
  )
  const widths = columnWidths([heads, ...rows], width)
  if (widths === undefined) return [heads, ...rows].flatMap((row) => stacked(row, width))
  const rule = widths.map((column) => '─'.repeat(column)).join(' '.repeat(GAP))
  return [
    ...rowLines(heads, widths),
    chalk.dim(rule),
    ...rows.flatMap((row) => rowLines(row, widths)),
  ]
}

type Row = readonly StyledText[]

/** As wide as what stands in them; the widest takes what is left. */
function columnWidths(rows: readonly Row[], width: number): readonly number[] | undefined {
  const count = Math.max(...rows.map((row) => row.length))
  const wanted = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => displayWidth(plainText(row[column] ?? [])))),
  )
  const widest = wanted.indexOf(Math.max(...wanted))
  const others = wanted.reduce((sum, one) => sum + one + GAP, -GAP) - (wanted[widest] ?? 0)
  const left = Math.min(wanted[widest] ?? 0, width - others)
  if (left < Math.min(NARROWEST, wanted[widest] ?? 0)) return undefined
  return wanted.map((one, column) => (column === widest ? left : one))
}

/**
 * One row. What stands left of the wrapped cell is in its first line and what stands right of it in
 * its last: the words stay in their order.
 */
function rowLines(row: Row, widths: readonly number[]): readonly string[] {
  const cells = widths.map((width, column) => styledLines(row[column] ?? [], width))
  const height = Math.max(...cells.map((lines) => lines.length))
  const tallest = cells.findIndex((lines) => lines.length === height)
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => {
        const at = column > tallest ? line - (height - lines.length) : line
        return padded(lines[at] ?? '', widths[column] ?? 0)
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

/** The cells of a row below each other. */
function stacked([first = [], ...more]: Row, width: number): readonly string[] {
  const rest = more.flatMap((cell) => styledLines(cell, width - GAP))
  return [...styledLines(first, width), ...rest.map((line) => ' '.repeat(GAP) + line)]
}
