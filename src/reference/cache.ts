import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ReferenceTable, TableRequest } from './table.ts'
import { decodeTable, encodeTable } from './table-file.ts'
import { tableKey } from './table-key.ts'

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
}

export const NO_CACHE: TableCache = {
  folder: undefined,
  read: async () => undefined,
  write: async () => {},
}

/** A cache in a folder, which is created when first written to. `tool` names the build that computes. */
export function tableCache(folder: string | undefined, tool: string): TableCache {
  if (folder === undefined) return NO_CACHE
  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key}.table`)
  return {
    folder,
    read: async (request, backend) => {
      const key = tableKey(tool, request, backend)
      return readTable(fileOf(key), key)
    },
    write: async (request, backend, table) => {
      const key = tableKey(tool, request, backend)
      writeWhole(fileOf(key), encodeTable(key, table))
    },
  }
}

/** Synchronously: a table is one small file, and a promise would cost more than the reading. */
function readTable(file: string, key: string): ReferenceTable | undefined {
  try {
    return decodeTable(key, readFileSync(file))
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
