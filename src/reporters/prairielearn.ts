import type { RunReport } from '../report/report.ts'
import { allPassed } from '../report/totals.ts'
import { cleanLine, cleanText } from '../text/clean-text.ts'
import { checksOf, type ListedCheck } from './checks-of.ts'
import { defineReporter } from './define-reporter.ts'
import { describeCheck } from './describe-check.ts'
import { pointsAsNumber } from './format-value.ts'
import type { Say } from './in-language.ts'
import { jsonText } from './json-text.ts'
import { NOT_THE_STUDENT } from './verdict.ts'

/** PrairieLearn refuses results of more than a megabyte; half of it is left to JSON's escapes. */
const MOST_OUTPUT = 500_000

export const reporter = defineReporter({
  name: 'prairielearn',
  summary: "PrairieLearn's results.json; what could not be judged costs no attempt.",
  audience: 'gradebook',
  render: (report, _, say) => `${jsonText(results(report, say))}\n`,
})

function results(report: RunReport, say: Say) {
  const checks = checksOf(report)
  const limit = Math.min(10_000, Math.floor(MOST_OUTPUT / Math.max(1, checks.length) / 2))
  const errors = formatErrors(report, say)
  const { passed, failed, submissions } = report.totals
  const judged = submissions > 0 && passed + failed === submissions
  return {
    gradable: judged && errors.length === 0,
    score: share(report),
    message: judged ? '' : say(NOT_THE_STUDENT),
    output: cleanText(
      report.submissions.map(({ output }) => output ?? '').join(''),
      Math.min(10_000, MOST_OUTPUT),
    ),
    tests: checks.map((listed) => test(listed, limit, say)),
    ...(errors.length === 0 ? {} : { format_errors: errors }),
  }
}

/** From 0 to 1. Where there is nothing to earn, a run that went well is worth all of it. */
function share({ totals }: RunReport): number {
  if (totals.maxScore > 0) return Math.min(1, Math.max(0, totals.score / totals.maxScore))
  return allPassed(totals) ? 1 : 0
}

/** A file that is not there or does not parse is an input that PrairieLearn does not grade. */
function formatErrors(report: RunReport, say: Say): string[] {
  return report.submissions.flatMap(({ checks }) =>
    checks
      .filter(
        ({ cause }) =>
          cause === 'missing-file' || cause === 'unreadable' || cause === 'does-not-parse',
      )
      .slice(0, 1)
      .map((check) => cleanText(describeCheck(check, say), 4000)),
  )
}

function test({ check, name }: ListedCheck, limit: number, say: Say) {
  return {
    name: cleanLine(name, 200),
    points: pointsAsNumber(check.score),
    max_points: pointsAsNumber(check.maxScore),
    message: cleanText(check.message, Math.min(limit, 1000)),
    output: cleanText(describeCheck(check, say), limit),
  }
}
