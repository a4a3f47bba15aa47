import { totalsOf } from '../../report/totals.ts'
import { reportOf } from '../student-report.ts'
import type { FinishedRun } from './finished-run.ts'

/** The run's record, mlp-check/report/v1, a submission a line: never all of it in memory. */
export function* runJson({ header, results, read }: FinishedRun): Iterable<string> {
  const start = JSON.stringify(header)
  yield `${start.slice(0, -1)},"submissions":[`
  for (const [index, result] of results.entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(reportOf(result, { read }))}`
  }
  const totals = totalsOf(results.map(({ entry }) => entry.row))
  yield `\n],"totals":${JSON.stringify(totals)}}\n`
}
