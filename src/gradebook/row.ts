import type { Cause, CheckReport, Status, SubmissionReport } from '../report/report.ts'

/** What a gradebook keeps in memory of one judged submission; the whole report stays on disk. */
export interface Row {
  readonly status: SubmissionReport['status']
  /** Hundredths of a point. */
  readonly score: number
  readonly maxScore: number
  readonly checks: readonly RowCheck[]
  /** By function: what tells wrong answers apart that compute the same values. */
  readonly behaviour: { readonly [functionName: string]: string }
  /** What its code is recognised by, whatever it was dressed up as: sorted, each once. */
  readonly fingerprints: readonly number[]
}

export interface RowCheck {
  readonly id: string
  readonly status: Status
  readonly function?: string
  readonly cause?: Cause
  readonly note?: string
  /** What the note means, in a few words. */
  readonly noteTitle?: string
}

/** What is known of a submission besides its report. */
export type Traits = Pick<Row, 'behaviour' | 'fingerprints'>

export function rowOf(report: SubmissionReport, traits: Traits): Row {
  return {
    status: report.status,
    score: report.score,
    maxScore: report.maxScore,
    checks: report.checks.map(rowCheck),
    ...traits,
  }
}

function rowCheck(check: CheckReport): RowCheck {
  const recognised = check.evidence.find((item) => item.kind === 'note')
  return {
    id: check.id,
    status: check.status,
    ...(check.function !== undefined && { function: check.function }),
    ...(check.cause !== undefined && { cause: check.cause }),
    ...(check.note !== undefined && { note: check.note }),
    ...(check.note !== undefined && recognised && { noteTitle: recognised.title }),
  }
}
