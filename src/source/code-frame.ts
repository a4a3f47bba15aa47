import type { SourcePlace } from '../report/report.ts'
import { LINE_BREAK, lineAt, onItsLine } from '../text/lines.ts'

/** The place of a UTF-16 offset in a file, with its whole line. */
export function placeAt(file: string, text: string, offset: number, remark: string): SourcePlace {
  const at = onItsLine(text, Math.max(0, Math.min(offset, text.length)))
  const start = lineStart(text, at)
  return {
    kind: 'source',
    file,
    line: lineAt(text, at),
    column: at - start + 1,
    text: text.slice(start).split(LINE_BREAK, 1)[0] ?? '',
    remark,
  }
}

function lineStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !/[\n\r\u2028\u2029]/.test(text[start - 1] ?? '')) start--
  return start
}
