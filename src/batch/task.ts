import type { SpecProblem } from '../errors.ts'
import type { Exercise } from '../exercise.ts'
import type { Row } from '../gradebook/row.ts'
import type { FunctionTable } from '../grading/services.ts'
import type { GradingOptions } from '../grading-options.ts'
import type { Locale } from '../messages/catalogue.ts'
import type { TextPair } from '../pack/translate.ts'
import type { ReferenceTable } from '../reference/table.ts'
import type { TrialRequest, TrialTable } from '../reference/trials/trial-table.ts'
import type { RunReport } from '../report/report.ts'
import type { ReporterName } from '../reporters/index.ts'
import type { FileFault } from '../source/decode-source.ts'
import type { FoundSubmission } from '../source/submission.ts'

/** One submission to judge. It names no student: equal work gets one verdict. */
export interface Task {
  readonly exercise: string
  readonly submission: FoundSubmission | FileFault
  /** The file as its author knows it. */
  readonly name: string
}

/** One student's reports, to be written for the student to read. */
export interface Feedback {
  /** Without its submissions and totals. */
  readonly run: RunHeader
  /** SubmissionReports as JSON. */
  readonly submissions: readonly string[]
  readonly locale: Locale
  /** What authors wrote, in that language. */
  readonly words: readonly TextPair[]
  /** Where to: one file for each reporter. */
  readonly files: readonly { readonly reporter: ReporterName; readonly file: string }[]
}

export type RunHeader = Omit<RunReport, 'submissions' | 'totals'>

export interface Judged {
  /** The SubmissionReport as JSON: most of them are only ever written to disk. */
  readonly report: string
  readonly row: Row
}

/** What every grader of a run knows. */
export interface GraderData {
  readonly exercises: readonly Exercise[]
  readonly options: GradingOptions
  /** What V8 made of their code in an earlier run, if that is known; absent where nobody would keep it. */
  readonly code?: { readonly known: Uint8Array | undefined } | undefined
}

/** What one of them knows besides. */
export interface OneGraderData extends GraderData {
  /** Where whoever started it sees whether what it runs comes to its end. */
  readonly heartbeat: Int32Array
}

/** A refusal that crosses threads: whose fault it is must survive. */
export interface Problem {
  readonly message: string
  /** Set where the exercise is at fault. */
  readonly problems?: readonly SpecProblem[]
}

/** What is right for a function of numbers at points, or for one of data on drawn arguments. */
export type WantedTable =
  | { readonly of: 'points'; readonly request: FunctionTable }
  | { readonly of: 'trials'; readonly request: TrialRequest }

export type AnyTable = ReferenceTable | TrialTable

export type ToGrader =
  | { readonly kind: 'write-feedback'; readonly id: number; readonly feedback: Feedback }
  /** `apart`: a grader was lost to it, or so it seems; none of it is run in the grader itself. */
  | { readonly kind: 'judge'; readonly id: number; readonly task: Task; readonly apart: boolean }
  | { readonly kind: 'take-fingerprints'; readonly id: number; readonly text: string }
  | { readonly kind: 'end-judging'; readonly id: number }
  | { readonly kind: 'table'; readonly id: number; readonly table: AnyTable }
  | { readonly kind: 'no-table'; readonly id: number; readonly problem: Problem }

export type FromGrader =
  | { readonly kind: 'judged'; readonly id: number; readonly judged: Judged }
  | { readonly kind: 'fingerprints'; readonly id: number; readonly fingerprints: readonly number[] }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'bug'; readonly id: number; readonly message: string }
  /** The machine could not do its part. */
  | {
      readonly kind: 'machine'
      readonly id: number
      readonly message: string
      readonly advice?: string
    }
  /** It runs. */
  | { readonly kind: 'begun' }
  /** What V8 made of its code, where nothing was known or accepted. */
  | { readonly kind: 'code'; readonly code: Uint8Array }
  | {
      readonly kind: 'table-wanted'
      readonly id: number
      readonly exercise: string
      readonly wanted: WantedTable
    }
