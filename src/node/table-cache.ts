import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepFile } from '../keep-file.ts'
import { NO_CACHE, type TableCache } from '../reference/cache.ts'
import { decodeTable, encodeTable } from '../reference/table-file.ts'
import { decodeTrials, encodeTrials } from '../reference/trials/trial-file.ts'
import { tableKey, trialKey } from './table-key.ts'

/** A cache in a folder, which is created when first written to. `tool` names the build that computes. */
export function tableCache(folder: string | undefined, tool: string): TableCache {
  if (folder === undefined) return NO_CACHE
  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key}.table`)
  return {
    folder,
    read: async (request, backend) => {
      const key = tableKey(tool, request, backend)
      return readEntry(fileOf(key), (content) => decodeTable(key, content))
    },
    write: async (request, backend, table) => {
      const key = tableKey(tool, request, backend)
      writeEntry(fileOf(key), encodeTable(key, table))
    },
    readTrials: async (trials, backend) => {
      const key = trialKey(tool, trials, backend)
      return readEntry(fileOf(key), (content) => decodeTrials(key, content))
    },
    writeTrials: async (trials, backend, table) => {
      const key = trialKey(tool, trials, backend)
      writeEntry(fileOf(key), encodeTrials(key, table))
    },
  }
}

const DIGEST_BYTES = 32

/**
 * The content of an entry, which is the sha256 of the rest and the rest; undefined where it is not
 * what was once written. Synchronously: a table is one small file, and a promise would cost more
 * than the reading.
 */
function readEntry<T>(file: string, decode: (content: Uint8Array) => T): T | undefined {
  try {
    const whole = readFileSync(file)
    const content = whole.subarray(DIGEST_BYTES)
    return digest(content).equals(whole.subarray(0, DIGEST_BYTES)) ? decode(content) : undefined
  } catch {
    return undefined
  }
}

function writeEntry(file: string, content: Uint8Array): void {
  keepFile(file, Buffer.concat([digest(content), content]))
}

function digest(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}
