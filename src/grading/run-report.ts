import { now } from '../clock.ts'
import {
  type BackendReport,
  type PackReport,
  POINT_SCALE,
  REPORT_SCHEMA,
  type RunReport,
  type SubmissionReport,
} from '../report/report.ts'
import { totalsOf } from '../report/totals.ts'
import { version } from '../version.ts'

/** What one run of the command was, besides its verdicts. */
export interface RunFacts {
  readonly pack: PackReport
  readonly backend: BackendReport
  readonly seed: number
  /** What judged: Node by its version, or a browser by its own. */
  readonly node: string
  readonly startedAt: Date
  /** Of `now()` when the run began. */
  readonly started: number
}

/** Verdicts → the run's record, totals included. Every reporter starts from it. */
export function runReport(submissions: readonly SubmissionReport[], facts: RunFacts): RunReport {
  return { ...runHeader(facts), submissions, totals: totalsOf(submissions) }
}

/** The record without its verdicts: for a run whose reports do not fit into memory. */
export function runHeader(facts: RunFacts): Omit<RunReport, 'submissions' | 'totals'> {
  return {
    schema: REPORT_SCHEMA,
    tool: { name: 'mlp-check', version },
    pack: facts.pack,
    node: facts.node,
    backend: facts.backend,
    seed: facts.seed,
    pointScale: POINT_SCALE,
    startedAt: facts.startedAt.toISOString(),
    durationMs: Math.round(now() - facts.started),
  }
}
