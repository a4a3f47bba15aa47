import { createHash } from 'node:crypto'
import { encodeScalar } from '../report/report.ts'
import type { ReferenceTable, TableRequest } from './table.ts'
import { TABLE_FORMAT } from './table-file.ts'

/** sha256 over everything that a table depends on. */
export function tableKey(
  tool: string,
  request: TableRequest,
  backend: ReferenceTable['backend'],
): string {
  const content = [
    TABLE_FORMAT,
    tool,
    // V8's own functions differ in the last digit between releases.
    process.versions.v8,
    backend.name,
    backend.version,
    request.exercise,
    request.specSha256,
    request.function,
    request.seed,
    request.points,
    request.exhaustive,
    request.extra.map((row) => row.map(encodeScalar)),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
