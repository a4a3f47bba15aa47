import { SpecError, UsageError } from '../errors.ts'
import type { Cause, CheckReport, RunReport } from '../report/report.ts'
import type { World } from './command.ts'

/** Exit codes, by blame. */
export const ExitCode = {
  passed: 0,
  wrongAnswer: 1,
  usage: 2,
  submission: 3,
  exercise: 4,
  machine: 5,
  /** `prove`: equal but for isolated points, or wherever both exist. */
  nearlyEqual: 6,
  /** `prove`: not decided. */
  undecided: 7,
} as const

export const codeOfCause: Record<Cause, number> = {
  'wrong-answer': ExitCode.wrongAnswer,
  'not-deterministic': ExitCode.wrongAnswer,
  forbidden: ExitCode.submission,
  'missing-file': ExitCode.submission,
  unreadable: ExitCode.submission,
  'does-not-parse': ExitCode.submission,
  'missing-export': ExitCode.submission,
  crashed: ExitCode.submission,
  'did-not-finish': ExitCode.submission,
  'out-of-memory': ExitCode.submission,
  // What it depends on has a cause of its own.
  dependency: ExitCode.passed,
  exercise: ExitCode.exercise,
  machine: ExitCode.machine,
}

/** The gravest blame of a run: ours before the exercise's, before the submission's. */
export function exitCodeOf(report: RunReport): number {
  const checks = report.submissions.flatMap((submission) => submission.checks)
  return Math.max(ExitCode.passed, ...checks.map(codeOfCheck))
}

function codeOfCheck(check: CheckReport): number {
  if (check.status === 'passed' || check.status === 'skipped') return ExitCode.passed
  return check.cause ? codeOfCause[check.cause] : ExitCode.wrongAnswer
}

/** Says what went wrong without a stack, except where the mistake is ours. */
export function reportProblem(error: Error, { stderr }: World): number {
  if (error instanceof UsageError) {
    stderr.write(`mlp-check: ${error.message}\n${error.advice ? `  ${error.advice}\n` : ''}`)
    return ExitCode.usage
  }
  if (error instanceof SpecError) {
    stderr.write(`The exercise is at fault:\n${error.message}\n`)
    return ExitCode.exercise
  }
  stderr.write(
    `mlp-check failed by its own fault: ${error.message}\n${error.stack ?? ''}\n` +
      'Please report this with the command you ran.\n',
  )
  return ExitCode.machine
}
