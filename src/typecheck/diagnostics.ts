import type { SourcePlace } from '../report/report.ts'

/** One error as `tsc --pretty false` prints it; positions count from 1. */
export interface Diagnostic {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Such as `TS2322`. */
  readonly code: string
  readonly message: string
}

const LINE = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/

/** Further lines of a message are indented; they belong to the error before them. */
export function parseDiagnostics(output: string): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const line of output.split(/\r?\n/)) {
    const match = LINE.exec(line)
    const last = found.at(-1)
    if (match !== null) {
      const [, file = '', row, column, code = '', message = ''] = match
      found.push({ file, line: Number(row), column: Number(column), code, message })
    } else if (/^\s+\S/.test(line) && last !== undefined) {
      found[found.length - 1] = { ...last, message: `${last.message} ${line.trim()}` }
    }
  }
  return found
}

/** The error at its line of the submission. */
export function placeOf(
  { line, column, code, message }: Diagnostic,
  source: { readonly file: string; readonly text: string },
): SourcePlace {
  const text = source.text.split(/\r?\n/)[line - 1] ?? ''
  const word = /^[\w$]+/.exec(text.slice(column - 1))?.[0].length ?? 1
  const remark = `${message} (${code})`
  return { kind: 'source', file: source.file, line, column, endColumn: column + word, text, remark }
}
