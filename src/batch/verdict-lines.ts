import { fstatSync, readSync } from 'node:fs'
import type { Row } from '../gradebook/row.ts'

/** A verdict on disk: what is kept in memory of it, and where its report lies. */
export interface Entry {
  readonly row: Row
  readonly offset: number
  readonly bytes: number
}

const REPORT = ',"report":'

/** One verdict as a line, and how many bytes of it stand before the report. */
export function verdictLine(key: string, row: Row, report: string) {
  const start = `{"key":${JSON.stringify(key)},"row":${JSON.stringify(row)}${REPORT}`
  return { line: `${start}${report}}\n`, before: Buffer.byteLength(start) }
}

/** A line that does not read as one is passed over: its submission is judged again. */
export function readVerdict(
  line: Buffer,
  start: number,
  found: (key: string, entry: Entry) => void,
): void {
  try {
    const mark = line.indexOf(REPORT) + REPORT.length
    const { key, row } = JSON.parse(`${line.toString('utf8', 0, mark)}null}`)
    const whole = line.at(-1) === 0x7d && line.at(-2) === 0x7d
    if (whole) found(key, { row, offset: start + mark, bytes: line.length - mark - 1 })
  } catch {}
}

const CHUNK = 1 << 20

/** Every line that was written to its end, and where it begins. */
export function* wholeLines(handle: number): Iterable<{ start: number; line: Buffer }> {
  const size = fstatSync(handle).size
  let kept: Buffer = Buffer.alloc(0)
  let start = 0
  for (let position = 0; position < size; ) {
    const chunk = Buffer.alloc(Math.min(CHUNK, size - position))
    position += readSync(handle, chunk, 0, chunk.length, position)
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk])
    let from = 0
    for (let next = kept.indexOf(0x0a); next >= 0; next = kept.indexOf(0x0a, from)) {
      yield { start: start + from, line: kept.subarray(from, next) }
      from = next + 1
    }
    kept = kept.subarray(from)
    start += from
  }
}

export function readText(handle: number, offset: number, bytes: number): string {
  const buffer = Buffer.alloc(bytes)
  for (let done = 0; done < bytes; ) {
    const count = readSync(handle, buffer, done, bytes - done, offset + done)
    if (count === 0) throw new Error('the file was cut short while it was in use')
    done += count
  }
  return buffer.toString('utf8')
}
