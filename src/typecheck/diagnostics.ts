import { isAbsolute, join, normalize, sep } from 'node:path'
import { pathKey } from '../paths/path-key.ts'
import type { SourcePlace } from '../report/report.ts'
import { LINE_BREAK } from '../text/lines.ts'

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

/** The files that the compiler says it read, as far as they lie in none of the known folders. */
export function foreignFiles(output: string, known: readonly string[]): readonly string[] {
  const folders = known.map((folder) => pathKey(join(folder, sep)))
  const listed = output.split(/\r?\n/).filter((line) => isAbsolute(line) && !LINE.test(line))
  return listed.filter(
    (file) => !folders.some((folder) => pathKey(normalize(file)).startsWith(folder)),
  )
}

/** Such as `Cannot find module`: says something of files that are no part of the program. */
export function isAboutModules(code: string): boolean {
  return MODULE_CODES.has(code)
}

const MODULE_CODES: ReadonlySet<string> = new Set(
  [2306, 2307, 2664, 2665, 2732, 2792, 2834, 2835, 5097, 6053, 6142, 6263, 6504, 7016].map(
    (code) => `TS${code}`,
  ),
)

/** The error at its line of the submission. */
export function placeOf(
  { line, column, code, message }: Diagnostic,
  source: { readonly file: string; readonly text: string },
): SourcePlace {
  const text = source.text.split(LINE_BREAK)[line - 1] ?? ''
  const word = /^[\w$]+/.exec(text.slice(column - 1))?.[0].length ?? 1
  const remark = `${message} (${code})`
  return { kind: 'source', file: source.file, line, column, endColumn: column + word, text, remark }
}
