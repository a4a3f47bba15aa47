import { UsageError } from '../../errors.ts'
import { type Codec, type CodePage, codecOf } from './codec.ts'

/** A table as a file holds it: each cell as it is written, and as it is read. */
export interface Table {
  /** As the user named it. */
  readonly file: string
  readonly codec: Codec
  readonly delimiter: string
  /** Excel's `sep=;` before the headings, with its line end; mostly nothing. */
  readonly preamble: string
  /** The first is the line of headings. Every row has the line that it starts on, from 1. */
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly cells: readonly TableCell[]
  /** The line end, as it is written; empty at the end of a file without one. */
  readonly end: string
  readonly line: number
}

interface TableCell {
  /** With its quotation marks. */
  readonly raw: string
  readonly text: string
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** By this line, which is no part of the table, Excel is told what stands between the cells. */
const PREAMBLE = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r)/i

/**
 * Reads RFC 4180 with any of four delimiters, in Unicode or a code page, and keeps every byte. The
 * delimiter is the one under which the rows are as wide as the headings, the widest of several.
 * @throws UsageError where a row has more cells than there are headings, or a quotation has no end
 */
export function parseTable(bytes: Buffer, file: string, page?: CodePage): Table {
  const codec = codecOf(bytes, page)
  const whole = codec.decode(bytes.subarray(codec.mark.length))
  const [preamble = '', told] = PREAMBLE.exec(whole) ?? []
  const text = whole.slice(preamble.length)
  const delimiters = DELIMITERS.filter((one) => told === undefined || one === told)
  const [best] = delimiters
    .map((delimiter) => {
      const rows = rowsOf(text, delimiter, preamble === '' ? 1 : 2)
      const width = rows[0]?.cells.length ?? 0
      const uneven = rows.filter((row) => !isEmpty(row) && row.cells.length !== width).length
      return { delimiter, rows, width, cost: width < 2 ? Number.POSITIVE_INFINITY : uneven }
    })
    .sort((one, other) => one.cost - other.cost || other.width - one.width)
  const { delimiter, rows } = best as { delimiter: string; rows: TableRow[] }
  const table = { file, codec, delimiter, preamble, rows: rows.map((row) => shownRow(row, codec)) }
  refuseFaults(table)
  return table
}

/** One cell and what ends it; a quotation that nothing closes is taken up to the next delimiter. */
function cellPattern(delimiter: string): RegExp {
  const sign = delimiter === '|' ? '\\|' : delimiter
  return new RegExp(
    `("(?:[^"]|"")*"[^${sign}\\r\\n]*|[^${sign}\\r\\n]*)(${sign}|\\r\\n|\\n|\\r|$)`,
    'y',
  )
}

function rowsOf(text: string, delimiter: string, first: number): TableRow[] {
  const pattern = cellPattern(delimiter)
  const rows: TableRow[] = []
  let cells: TableCell[] = []
  let line = first
  let start = first
  while (pattern.lastIndex < text.length || cells.length > 0) {
    const [, raw = '', end = ''] = pattern.exec(text) as RegExpExecArray
    cells.push({ raw, text: unquoted(raw) })
    line += raw.match(/\r\n|\n|\r/g)?.length ?? 0
    if (end === delimiter) continue
    rows.push({ cells, end, line: start })
    cells = []
    start = ++line
  }
  return rows
}

function unquoted(raw: string): string {
  const [, quoted, rest] = /^"((?:[^"]|"")*)"([\s\S]*)$/.exec(raw) ?? []
  return quoted === undefined ? raw : `${quoted.replaceAll('""', '"')}${rest}`
}

function shownRow(row: TableRow, { shown }: Codec): TableRow {
  return { ...row, cells: row.cells.map(({ raw, text }) => ({ raw, text: shown(text) })) }
}

export function isEmpty({ cells }: TableRow): boolean {
  return cells.every(({ text }) => text.trim() === '')
}

function refuseFaults({ file, rows }: Table): void {
  const [headings] = rows
  if (headings === undefined || isEmpty(headings)) {
    throw new UsageError(`${file} is empty`, 'its first line must name columns')
  }
  const width = headings.cells.length
  for (const { cells, line } of rows) {
    const open = cells.find(({ raw }) => raw.startsWith('"') && !/^"(?:[^"]|"")*"/.test(raw))
    if (open) {
      throw new UsageError(`${file}, line ${line}: a quotation mark is opened and never closed`)
    }
    if (cells.slice(width).every(({ text }) => text.trim() === '')) continue
    throw new UsageError(
      `${file}, line ${line}: ${cells.length} cells under ${width} headings`,
      'put cells that hold the delimiter into quotation marks, or save the table again',
    )
  }
}

/** New texts for single cells, by row and column. */
export type Filled = ReadonlyMap<TableRow, ReadonlyMap<number, string>>

/** The bytes of the table, in which nothing but the filled cells is new. */
export function tableBytes({ codec, delimiter, preamble, rows }: Table, filled: Filled): Buffer {
  const text = rows.map((row) => {
    const own = filled.get(row)
    const width = Math.max(row.cells.length, ...[...(own?.keys() ?? [])].map((at) => at + 1))
    const cells = Array.from({ length: width }, (_, at) => {
      const { raw = '' } = row.cells[at] ?? {}
      const wanted = own?.get(at)
      const quoted = raw === '' ? isQuoted(row) : raw.startsWith('"')
      return wanted === undefined ? raw : writtenLike(wanted, quoted, delimiter)
    })
    return `${cells.join(delimiter)}${row.end}`
  })
  return Buffer.concat([codec.mark, codec.encode(preamble + text.join(''))])
}

/** An empty cell is filled in as the others of its row are written. */
function isQuoted({ cells }: TableRow): boolean {
  const written = cells.filter(({ raw }) => raw !== '')
  return written.length > 0 && written.every(({ raw }) => raw.startsWith('"'))
}

/** In quotation marks where the cell had some before, or where it cannot be without. */
function writtenLike(text: string, quoted: boolean, delimiter: string): string {
  const needs = quoted || text.includes(delimiter) || /["\r\n]/.test(text)
  return needs ? `"${text.replaceAll('"', '""')}"` : text
}
