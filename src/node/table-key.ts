import type { AskedTrials } from '../reference/cache.ts'
import type { ReferenceTable, TableRequest } from '../reference/table.ts'
import { TABLE_FORMAT } from '../reference/table-file.ts'
import { TRIALS_FORMAT } from '../reference/trials/trial-file.ts'
import { encodeScalar } from '../report/report.ts'
import { sha256 } from './hash.ts'

/** sha256 over everything that a table depends on. */
export function tableKey(
  tool: string,
  request: TableRequest,
  backend: ReferenceTable['backend'],
): string {
  return keyOf(tool, backend, [
    TABLE_FORMAT,
    request.exercise,
    request.specSha256,
    request.function,
    request.seed,
    request.points,
    request.exhaustive,
    request.extra.map((row) => row.map(encodeScalar)),
  ])
}

/** The same of a table of trials; the exercise's own sha256 has its `reference.ts` in it. */
export function trialKey(
  tool: string,
  { exercise, request }: AskedTrials,
  backend: ReferenceTable['backend'],
): string {
  return keyOf(tool, backend, [
    TRIALS_FORMAT,
    exercise.id,
    exercise.sha256,
    request.check,
    request.reference,
    request.gradientIn,
    request.seed,
    ...(request.sizes ? [request.sizes] : []),
  ])
}

function keyOf(tool: string, backend: ReferenceTable['backend'], content: unknown[]): string {
  // V8's own functions differ in the last digit between releases.
  const computedBy = [tool, process.versions.v8, backend.name, backend.version]
  return sha256(JSON.stringify([...computedBy, ...content]))
}
