import { describeProblem, MachineError, machineError, SpecError, UsageError } from '../errors.ts'
import type { Cause, CheckReport, RunReport } from '../report/report.ts'
import { allPassed } from '../report/totals.ts'
import { cleanText } from '../text/clean-text.ts'
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

/**
 * The gravest blame of a run: ours before the exercise's, before the submission's. Where nobody is
 * to blame and yet not all has passed, nothing was judged: that is no pass.
 */
export function exitCodeOf({ submissions, totals }: RunReport): number {
  const codes = submissions.flatMap(({ checks }) => checks.map(codeOfCheck))
  const worst = codes.reduce((one, other) => Math.max(one, other), ExitCode.passed as number)
  return worst > ExitCode.passed || allPassed(totals) ? worst : ExitCode.machine
}

function codeOfCheck(check: CheckReport): number {
  if (check.status === 'passed' || check.status === 'skipped') return ExitCode.passed
  return check.cause ? codeOfCause[check.cause] : ExitCode.wrongAnswer
}

/** What is said in English, in the reader's language. */
export type Say = (text: string) => string

/** Says what went wrong in a sentence, and whose fault it is by the exit code. */
export function reportProblem(error: unknown, { stderr, env }: World, say: Say): number {
  const { text, code } = problemOf(error, env, say)
  stderr.write(text)
  return code
}

export interface Problem {
  /** Whole lines; a stack only where somebody asked for the details. */
  readonly text: string
  readonly code: number
}

export function problemOf(
  error: unknown,
  { MLP_CHECK_DEBUG }: World['env'],
  say: Say = (text) => text,
): Problem {
  const { lines, code } = blame(machineError(error, 'this machine could not go on'), say)
  const details = MLP_CHECK_DEBUG && error instanceof Error ? [error.stack ?? ''] : []
  return { text: `${cleanText([...lines, ...details].join('\n'))}\n`, code }
}

function blame(
  error: unknown,
  say: Say,
): { readonly lines: readonly string[]; readonly code: number } {
  if (error instanceof SpecError) {
    const problems = error.problems.map((problem) => describeProblem(problem, say))
    return { lines: [say('The exercise is at fault:'), ...problems], code: ExitCode.exercise }
  }
  if (error instanceof UsageError || error instanceof MachineError) {
    const code = error instanceof UsageError ? ExitCode.usage : ExitCode.machine
    // Of several lines, each is a sentence of its own.
    const advice = error.advice?.split(/\n */).map((line) => `  ${say(line)}`) ?? []
    // What is shown below a sentence is the reader's own text.
    const [sentence = '', ...shown] = error.message.split('\n')
    return { lines: [`mlp-check: ${say(sentence)}`, ...shown, ...advice], code }
  }
  const [what] = (error instanceof Error ? error.message : String(error)).split('\n')
  const lines = [
    say(`mlp-check failed by its own fault: ${what}`),
    `  ${say('MLP_CHECK_DEBUG=1 shows the details: please report them with the command you ran.')}`,
  ]
  return { lines, code: ExitCode.machine }
}
