import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Row, RowCheck } from '../gradebook/row.ts'
import type { Judged } from './task.ts'
import { type Entry, readText, readVerdict, verdictLine, wholeLines } from './verdict-lines.ts'

const HEADER = `${JSON.stringify({ schema: 'mlp-check/journal/v1' })}\n`

/** Verdicts by key, one a line, only ever added to: whatever happens, what is written stays. */
export interface Journal {
  readonly find: (key: string) => Entry | undefined
  readonly add: (key: string, judged: Judged) => Entry
  /** The SubmissionReport of an entry, as JSON. */
  readonly read: (entry: Entry) => string
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
  const shared = sharedChecks()
  let end = readEntries(handle, file, (key, entry) =>
    entries.set(key, { ...entry, row: shared(entry.row) }),
  )
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
      const { line, before } = verdictLine(key, row, report)
      const entry = {
        row: shared(row),
        offset: write(line) + before,
        bytes: Buffer.byteLength(report),
      }
      entries.set(key, entry)
      return entry
    },
    read: ({ offset, bytes }) => readText(handle, offset, bytes),
    close: () => {
      fsyncSync(handle)
      closeSync(handle)
    },
  }
}

/** Hands on each verdict; returns where the last whole line ends. */
function readEntries(
  handle: number,
  file: string,
  found: (key: string, entry: Entry) => void,
): number {
  let end = 0
  for (const { start, line } of wholeLines(handle)) {
    if (start === 0 && `${line.toString()}\n` !== HEADER) {
      throw new UsageError(
        `${file} is no journal of this version`,
        'name another --out, or remove it',
      )
    }
    if (start > 0) readVerdict(line, start, found)
    end = start + line.length + 1
  }
  return end
}

/** Thousands of rows repeat a few dozen checks: each is kept once. */
function sharedChecks(): (row: Row) => Row {
  const known = new Map<string, RowCheck>()
  const shared = (check: RowCheck): RowCheck => {
    const text = JSON.stringify(check)
    const one = known.get(text) ?? check
    known.set(text, one)
    return one
  }
  return (row) => ({ ...row, checks: row.checks.map(shared) })
}
