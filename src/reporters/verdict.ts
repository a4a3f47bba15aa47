import type { Cause, CheckReport } from '../report/report.ts'

/** What most formats tell apart: a wrong answer, no answer, and a question that was not asked. */
export type Verdict = 'passed' | 'wrong' | 'broken' | 'skipped' | 'not-judged'

const BROKEN: ReadonlySet<Cause> = new Set<Cause>([
  'missing-file',
  'unreadable',
  'does-not-parse',
  'missing-export',
  'forbidden',
  'crashed',
  'did-not-finish',
  'out-of-memory',
])

export function verdictOf({ status, cause }: CheckReport): Verdict {
  if (status === 'passed' || status === 'skipped') return status
  if (status === 'errored') return 'not-judged'
  return cause !== undefined && BROKEN.has(cause) ? 'broken' : 'wrong'
}

/** For formats that know only yes and no: a rule of the course that takes nothing is no failed test. */
export function hasPassed({ status, kind, score }: CheckReport): boolean {
  return status === 'passed' || (kind === 'adjustment' && score >= 0)
}

/** For formats whose readers would blame the student for anything that is not a pass. */
export const NOT_THE_STUDENT =
  'This could not be judged. The fault is not in the submission: tell the teaching staff.'
