import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { machineError, UsageError } from '../errors.ts'
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
 * Opens or begins a journal in a folder that is there. A last line that was not written to its end
 * is cut off, and so is one that cannot be written to its end now: after that nothing is added.
 * @throws UsageError where the file is something else, and MachineError where it cannot be written
 */
export function openJournal(file: string): Journal {
  const handle = attempt(file, () => openRegular(file))
  const entries = new Map<string, Entry>()
  const compact = compactly()
  let end = readEntries(handle, file, (key, entry) =>
    entries.set(key, { ...entry, row: compact(entry.row) }),
  )
  let broken: unknown
  const write = (text: string): number => {
    if (broken !== undefined) throw broken
    try {
      const bytes = Buffer.from(text)
      attempt(file, () => writeAll(handle, bytes))
      end += bytes.length
      return end - bytes.length
    } catch (error) {
      broken = error
      ftruncateSync(handle, end)
      throw error
    }
  }
  attempt(file, () => ftruncateSync(handle, end))
  if (end === 0) write(HEADER)
  return {
    find: (key) => entries.get(key),
    add: (key, { row, report }) => {
      const { line, before } = verdictLine(key, row, report)
      const entry = {
        row: compact(row),
        offset: write(line) + before,
        bytes: Buffer.byteLength(report),
      }
      entries.set(key, entry)
      return entry
    },
    read: ({ offset, bytes }) => readText(handle, offset, bytes),
    close: () => {
      // Whoever comes late must not write into what has this handle by then.
      broken ??= new Error('the journal is closed')
      try {
        attempt(file, () => fsyncSync(handle))
      } finally {
        closeSync(handle)
      }
    },
  }
}

/** A pipe or a device could be written to, and never read again. */
function openRegular(file: string): number {
  const handle = openSync(file, 'a+', 0o600)
  if (fstatSync(handle).isFile()) return handle
  closeSync(handle)
  throw new UsageError(`${file} is no regular file`, 'name another --out, or remove it')
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw machineError(error, `the verdicts cannot be kept in ${file}`)
  }
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
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

/**
 * A row as it is kept. Thousands of rows repeat a few dozen checks, and some hundred lists of them:
 * each is kept once. Numbers from another thread are an object each until they are listed anew.
 */
function compactly(): (row: Row) => Row {
  const check = interned<RowCheck>()
  const checks = interned<readonly RowCheck[]>()
  return (row) => ({
    ...row,
    checks: checks(row.checks.map(check)),
    fingerprints: row.fingerprints.map(Number),
  })
}

/** The first of all that read alike. */
function interned<T>(): (value: T) => T {
  const known = new Map<string, T>()
  return (value) => {
    const text = JSON.stringify(value)
    const one = known.get(text) ?? value
    known.set(text, one)
    return one
  }
}
