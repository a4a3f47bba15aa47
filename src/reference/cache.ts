import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Exercise } from '../exercise.ts'
import type { ReferenceTable, TableRequest } from './table.ts'
import { decodeTable, encodeTable } from './table-file.ts'
import { tableKey } from './table-key.ts'
import { decodeTrials, encodeTrials, trialKey } from './trials/trial-file.ts'
import type { TrialRequest, TrialTable } from './trials/trial-table.ts'

/** Reference tables that outlive the process. Reading and writing never fail: a cache may be absent. */
export interface TableCache {
  /** Where the files are, or undefined where there is no cache. */
  readonly folder: string | undefined
  readonly read: (
    request: TableRequest,
    backend: ReferenceTable['backend'],
  ) => Promise<ReferenceTable | undefined>
  readonly write: (
    request: TableRequest,
    backend: ReferenceTable['backend'],
    table: ReferenceTable,
  ) => Promise<void>
  readonly readTrials: (
    trials: AskedTrials,
    backend: ReferenceTable['backend'],
  ) => Promise<TrialTable | undefined>
  readonly writeTrials: (
    trials: AskedTrials,
    backend: ReferenceTable['backend'],
    table: TrialTable,
  ) => Promise<void>
}

interface AskedTrials {
  readonly exercise: Exercise
  readonly request: TrialRequest
}

export const NO_CACHE: TableCache = {
  folder: undefined,
  read: async () => undefined,
  write: async () => {},
  readTrials: async () => undefined,
  writeTrials: async () => {},
}

/** A cache in a folder, which is created when first written to. `tool` names the build that computes. */
export function tableCache(folder: string | undefined, tool: string): TableCache {
  if (folder === undefined) return NO_CACHE
  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key}.table`)
  return {
    folder,
    read: async (request, backend) => {
      const key = tableKey(tool, request, backend)
      return readEntry(fileOf(key), (file) => decodeTable(key, file))
    },
    write: async (request, backend, table) => {
      const key = tableKey(tool, request, backend)
      writeWhole(fileOf(key), encodeTable(key, table))
    },
    readTrials: async (trials, backend) => {
      const key = trialKey(tool, trials, backend)
      return readEntry(fileOf(key), (file) => decodeTrials(key, file))
    },
    writeTrials: async (trials, backend, table) => {
      const key = trialKey(tool, trials, backend)
      writeWhole(fileOf(key), encodeTrials(key, table))
    },
  }
}

/** Synchronously: a table is one small file, and a promise would cost more than the reading. */
function readEntry<T>(file: string, decode: (file: Buffer) => T): T | undefined {
  try {
    return decode(readFileSync(file))
  } catch {
    return undefined
  }
}

/** Under a temporary name first; whoever renames last wins, with the same content. */
function writeWhole(file: string, content: Uint8Array): void {
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  // A full or read-only disk costs time and nothing else.
  const written = attempt(() => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 })
    renameSync(temporary, file)
  })
  if (!written) attempt(() => rmSync(temporary, { force: true }))
}

function attempt(action: () => void): boolean {
  try {
    action()
    return true
  } catch {
    return false
  }
}
