import type { CheckReport, Evidence, Json, RunReport } from '../report/report.ts'
import { cleanLine, cleanText } from '../text/clean-text.ts'

/** UTF-16 units: of a name, of a message or a value, and of what a submission printed. */
const NAME = 300
const MESSAGE = 4000
const OUTPUT = 10_000

/**
 * The record as a person can read it: every text cut to size, and marked where it is cut; names on
 * one line; nothing in it invisible, so that no sink can be moved by it.
 */
export function boundReport(report: RunReport): RunReport {
  const submissions = report.submissions.map((submission) => ({
    ...submission,
    student: submission.student === null ? null : cleanLine(submission.student, NAME),
    file: cleanLine(submission.file, NAME),
    checks: submission.checks.map(boundCheck),
    ...(submission.output === undefined ? {} : { output: cleanText(submission.output, OUTPUT) }),
  }))
  const { pack } = report
  return {
    ...report,
    ...(pack && {
      pack: { source: cleanLine(pack.source, NAME), sha256: cleanLine(pack.sha256, NAME) },
    }),
    submissions,
  }
}

function boundCheck(check: CheckReport): CheckReport {
  return {
    ...check,
    title: cleanLine(check.title, NAME),
    message: cleanText(check.message, MESSAGE),
    evidence: check.evidence.map(
      (piece) => boundJson(piece as unknown as Json) as unknown as Evidence,
    ),
  }
}

function boundJson(value: Json): Json {
  if (typeof value === 'string') return cleanText(value, MESSAGE)
  if (Array.isArray(value)) return value.map(boundJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, boundJson(item)]))
}
