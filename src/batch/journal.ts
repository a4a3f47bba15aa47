import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Row } from '../gradebook/row.ts'
import type { Judged } from './task.ts'

const HEADER = `${JSON.stringify({ schema: 'mlp-check/journal/v1' })}\n`

/** A verdict on disk: what is kept in memory of it, and where its report lies. */
export interface Entry {
  readonly row: Row
  readonly offset: number
  readonly bytes: number
}

/** Verdicts by key, one a line, only ever added to: whatever happens, what is written stays. */
export interface Journal {
  readonly find: (key: string) => Entry | undefined
  readonly add: (key: string, judged: Judged) => Entry
  /** The SubmissionReport of an entry, as JSON. */
  readonly read: (entry: Entry) => string
  readonly size: number
  readonly close: () => void
}

/**
 * Opens or begins a journal. A last line that was not written to its end is cut off.
 * @throws UsageError where the file is something else
 */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true })
  const handle = openSync(file, 'a+', 0o600)
  const entries = new Map<string, Entry>()
  let end = readEntries(handle, file, entries)
  ftruncateSync(handle, end)
  const write = (text: string): number => {
    const bytes = Buffer.from(text)
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
    const start = end
    end += bytes.length
    return start
  }
  if (end === 0) write(HEADER)
  return {
    find: (key) => entries.get(key),
    add: (key, { row, report }) => {
      const before = `{"key":${JSON.stringify(key)},"row":${JSON.stringify(row)},"report":`
      const start = write(`${before}${report}}\n`)
      const offset = start + Buffer.byteLength(before)
      const entry = { row, offset, bytes: Buffer.byteLength(report) }
      entries.set(key, entry)
      return entry
    },
    read: ({ offset, bytes }) => readText(handle, offset, bytes),
    get size() {
      return entries.size
    },
    close: () => {
      fsyncSync(handle)
      closeSync(handle)
    },
  }
}

/** Fills the map; returns where the last whole line ends. */
function readEntries(handle: number, file: string, entries: Map<string, Entry>): number {
  let end = 0
  for (const { start, line } of wholeLines(handle)) {
    if (start === 0 && `${line.toString()}\n` !== HEADER) {
      throw new UsageError(
        `${file} is no journal of this version`,
        'name another --out, or remove it',
      )
    }
    if (start > 0) remember(line, start, entries)
    end = start + line.length + 1
  }
  return end
}

/** A line that does not read as one is passed over: its submission is judged again. */
function remember(line: Buffer, start: number, entries: Map<string, Entry>): void {
  try {
    const mark = line.indexOf(',"report":') + ',"report":'.length
    const { key, row } = JSON.parse(`${line.toString('utf8', 0, mark)}null}`) as {
      key: string
      row: Row
    }
    if (line.at(-1) !== 0x7d) return
    entries.set(key, { row, offset: start + mark, bytes: line.length - mark - 1 })
  } catch {}
}

const CHUNK = 1 << 20

function* wholeLines(handle: number): Iterable<{ start: number; line: Buffer }> {
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

function readText(handle: number, offset: number, bytes: number): string {
  const buffer = Buffer.alloc(bytes)
  for (let done = 0; done < bytes; ) {
    const count = readSync(handle, buffer, done, bytes - done, offset + done)
    if (count === 0) throw new Error('the journal was cut short while it was in use')
    done += count
  }
  return buffer.toString('utf8')
}
