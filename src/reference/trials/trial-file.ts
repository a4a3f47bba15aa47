import { createHash } from 'node:crypto'
import type { Exercise } from '../../exercise.ts'
import type { Json } from '../../report/report.ts'
import type { ReferenceTable } from '../table.ts'
import { decodeData, encodeData } from './data.ts'
import type { TrialRequest, TrialTable } from './trial-table.ts'

/** Raised with every change of the file's layout or of what a table holds. */
const TRIALS_FORMAT = 'mlp-check/trials/1'

const DIGEST_LENGTH = 64

/** sha256 over everything that a table of trials depends on; the exercise's has its `reference.ts` in it. */
export function trialKey(
  tool: string,
  { exercise, request }: { readonly exercise: Exercise; readonly request: TrialRequest },
  backend: ReferenceTable['backend'],
): string {
  const content = [
    TRIALS_FORMAT,
    tool,
    // V8's own functions differ in the last digit between releases.
    process.versions.v8,
    backend.name,
    backend.version,
    exercise.id,
    exercise.sha256,
    request.check,
    request.reference,
    request.gradientIn,
    request.seed,
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** A table as one file: the sha256 of the rest, then JSON. */
export function encodeTrials(key: string, table: TrialTable): Uint8Array {
  const text = JSON.stringify({ format: TRIALS_FORMAT, key, table: trialsToJson(table) })
  return Buffer.from(digest(text) + text)
}

/** The table, or undefined where the file is not what was once written for this key. */
export function decodeTrials(key: string, file: Buffer): TrialTable | undefined {
  const whole = file.toString('utf8')
  const text = whole.slice(DIGEST_LENGTH)
  if (whole.slice(0, DIGEST_LENGTH) !== digest(text)) return undefined
  const content = JSON.parse(text)
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

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
