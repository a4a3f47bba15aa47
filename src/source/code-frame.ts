import type { SourcePlace } from '../report/report.ts'

/** The place of a UTF-16 offset in a file, with its whole line. */
export function placeAt(file: string, text: string, offset: number, remark: string): SourcePlace {
  const at = Math.max(0, Math.min(offset, text.length))
  const before = text.slice(0, at)
  const line = before.split(LINE_BREAK).length
  const start = lineStart(text, at)
  return {
    kind: 'source',
    file,
    line,
    column: at - start + 1,
    text: text.slice(start).split(LINE_BREAK, 1)[0] ?? '',
    remark,
  }
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/

function lineStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !/[\n\r\u2028\u2029]/.test(text[start - 1] ?? '')) start--
  return start
}
