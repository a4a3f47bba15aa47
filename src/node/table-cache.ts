import { join } from 'node:path'
import { keepFile, readKept } from '../keep-file.ts'
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
      keepFile(fileOf(key), encodeTable(key, table))
    },
    readTrials: async (trials, backend) => {
      const key = trialKey(tool, trials, backend)
      return readEntry(fileOf(key), (content) => decodeTrials(key, content))
    },
    writeTrials: async (trials, backend, table) => {
      const key = trialKey(tool, trials, backend)
      keepFile(fileOf(key), encodeTrials(key, table))
    },
  }
}

/**
 * The content of an entry; undefined where it is not what was once written. Synchronously: a table
 * is one small file, and a promise would cost more than the reading.
 */
function readEntry<T>(file: string, decode: (content: Uint8Array) => T): T | undefined {
  const content = readKept(file)
  try {
    return content && decode(content)
  } catch {
    return undefined
  }
}
