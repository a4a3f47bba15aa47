import type { BatchResult } from '../batch/run-batch.ts'
import { codeOfCause, ExitCode } from './exit-code.ts'

/** Whatever students did, grading ran to its end; only a fault of the exercise or of ours is told. */
export function batchExitCode(results: readonly BatchResult[], failOnWrong: boolean): number {
  const codes = results.flatMap(({ entry }) =>
    entry.row.checks.map(({ status, cause }) => {
      if (status === 'passed' || status === 'skipped') return ExitCode.passed
      return cause ? codeOfCause[cause] : ExitCode.wrongAnswer
    }),
  )
  const worst = codes.reduce((one, other) => Math.max(one, other), ExitCode.passed)
  return failOnWrong || worst >= ExitCode.exercise ? worst : ExitCode.passed
}
