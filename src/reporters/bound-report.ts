import type { CheckReport, Evidence, Json, RunReport } from '../report.ts'
import { cutText } from './clean-text.ts'

/** UTF-16 units: of a name, of a message or a value, and of what a submission printed. */
const NAME = 300
const MESSAGE = 4000
const OUTPUT = 10_000

/** The record with every text cut to what a person may want to read, and marked where it is cut. */
export function boundReport(report: RunReport): RunReport {
  const submissions = report.submissions.map((submission) => ({
    ...submission,
    student: submission.student === null ? null : cutText(submission.student, NAME),
    file: cutText(submission.file, NAME),
    checks: submission.checks.map(boundCheck),
    ...(submission.output === undefined ? {} : { output: cutText(submission.output, OUTPUT) }),
  }))
  return { ...report, submissions }
}

function boundCheck(check: CheckReport): CheckReport {
  return {
    ...check,
    title: cutText(check.title, NAME),
    message: cutText(check.message, MESSAGE),
    evidence: check.evidence.map(
      (piece) => boundJson(piece as unknown as Json) as unknown as Evidence,
    ),
  }
}

function boundJson(value: Json): Json {
  if (typeof value === 'string') return cutText(value, MESSAGE)
  if (Array.isArray(value)) return value.map(boundJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, boundJson(item)]))
}
