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
  /** The same for submissions whose code is the same up to renaming; null for what has no code. */
  readonly likeness: string | null
  /** Words and signs of the code: what a likeness is worth. */
  readonly length: number
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
export type Traits = Pick<Row, 'behaviour' | 'likeness' | 'length'>

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
