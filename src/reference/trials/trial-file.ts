import type { Json } from '../../report/report.ts'
import { decodeData, encodeData } from './data.ts'
import type { TrialTable } from './trial-table.ts'

/** Raised with every change of the file's layout or of what a table holds. */
export const TRIALS_FORMAT = 'mlp-check/trials/1'

/** A table as one file of JSON. `key` says what it was computed for. */
export function encodeTrials(key: string, table: TrialTable): Uint8Array {
  const content = { format: TRIALS_FORMAT, key, table: trialsToJson(table) }
  return new TextEncoder().encode(JSON.stringify(content))
}

/** The table, or undefined where the file was written for another key. */
export function decodeTrials(key: string, file: Uint8Array): TrialTable | undefined {
  const content = JSON.parse(new TextDecoder().decode(file))
  if (content.format !== TRIALS_FORMAT || content.key !== key) return undefined
  return trialsFromJson(content.table)
}

/** For wherever a table travels as JSON, which has no NaN. */
export function trialsToJson(table: TrialTable): Json {
  return encodeData(table as unknown as Json)
}

export function trialsFromJson(data: Json): TrialTable {
  return decodeData(data) as unknown as TrialTable
}
