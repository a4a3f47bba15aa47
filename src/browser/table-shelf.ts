import type { Exercise } from '../exercise.ts'
import type { TableCache } from '../reference/cache.ts'
import type { ReferenceTable, TableRequest } from '../reference/table.ts'
import { decodeTable, encodeTable } from '../reference/table-file.ts'
import { decodeTrials, encodeTrials } from '../reference/trials/trial-file.ts'
import type { TrialRequest, TrialTable } from '../reference/trials/trial-table.ts'

/** Tables of one exercise, by what they were computed for. */
export type Shelf = ReadonlyMap<string, Uint8Array>

export interface Shelved {
  readonly tables: readonly { readonly request: TableRequest; readonly table: ReferenceTable }[]
  readonly trials: readonly { readonly request: TrialRequest; readonly table: TrialTable }[]
}

/** All tables of an exercise as one file: the length of a list, the list of keys and sizes, the tables. */
export function encodeShelf({ id, sha256 }: Exercise, { tables, trials }: Shelved): Uint8Array {
  const entries = [
    ...tables.map(({ request, table }) => {
      const key = tableKey(request)
      return { key, bytes: encodeTable(key, table) }
    }),
    ...trials.map(({ request, table }) => {
      const key = trialKey({ id, sha256 }, request)
      return { key, bytes: encodeTrials(key, table) }
    }),
  ]
  const list = entries.map(({ key, bytes }) => [key, bytes.length])
  const head = new TextEncoder().encode(JSON.stringify(list))
  const parts = [head, ...entries.map(({ bytes }) => bytes)]
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 4))
  new DataView(whole.buffer).setUint32(0, head.length, true)
  let at = 4
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function decodeShelf(file: Uint8Array): Shelf {
  let at = 4 + new DataView(file.buffer, file.byteOffset).getUint32(0, true)
  const list = JSON.parse(new TextDecoder().decode(file.subarray(4, at))) as [string, number][]
  return new Map(
    list.map(([key, length]) => {
      at += length
      return [key, file.subarray(at - length, at)]
    }),
  )
}

/** What a page brings along stands where the command line has what it computed before. */
export function shelfCache(shelfOf: (exercise: string) => Promise<Shelf>): TableCache {
  return {
    read: async (request) => {
      const key = tableKey(request)
      const found = (await shelfOf(request.exercise)).get(key)
      return found && decodeTable(key, found)
    },
    write: async () => undefined,
    readTrials: async ({ exercise, request }) => {
      const key = trialKey(exercise, request)
      const found = (await shelfOf(exercise.id)).get(key)
      return found && decodeTrials(key, found)
    },
    writeTrials: async () => undefined,
  }
}

function tableKey({
  exercise,
  specSha256,
  function: name,
  seed,
  points,
  exhaustive,
  extra,
}: TableRequest): string {
  return JSON.stringify([exercise, specSha256, name, seed, points, exhaustive, extra])
}

function trialKey(
  { id, sha256 }: Pick<Exercise, 'id' | 'sha256'>,
  { check, reference, gradientIn, seed, cornersOnly }: TrialRequest,
): string {
  return JSON.stringify([id, sha256, check, reference, gradientIn, seed, cornersOnly === true])
}
