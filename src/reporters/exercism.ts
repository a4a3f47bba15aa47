import type { RunReport } from '../report/report.ts'
import { allPassed } from '../report/totals.ts'
import { cleanLine, cleanText, cutText } from '../text/clean-text.ts'
import { checksOf, type ListedCheck } from './checks-of.ts'
import { defineReporter } from './define-reporter.ts'
import { commandFor, describeCheck } from './describe-check.ts'
import { withoutUndecided } from './hide-checks.ts'
import type { Say } from './in-language.ts'
import { jsonText } from './json-text.ts'
import { isPackRow } from './show-pack.ts'
import { hasPassed, type Verdict, verdictOf } from './verdict.ts'

const STATUS: Readonly<Record<Verdict, 'pass' | 'fail' | 'error'>> = {
  passed: 'pass',
  wrong: 'fail',
  broken: 'error',
  skipped: 'error',
  'not-judged': 'error',
}

export const reporter = defineReporter({
  name: 'exercism',
  summary: "An Exercism test runner's results.json, version 2.",
  audience: 'student',
  render: (report, _, say) => {
    const tests = checksOf(withoutUndecided(report)).map((listed) => test(listed, say))
    return `${jsonText({ version: 2, ...overall(report, say), tests })}\n`
  },
})

/** `error` with a message where nothing could be asked; otherwise the tests speak. */
function overall({ totals, submissions }: RunReport, say: Say) {
  if (allPassed(totals)) return { status: 'pass' }
  const asked = submissions
    .flatMap(({ checks }) => checks)
    .filter((it) => it.status !== 'skipped' && !isPackRow(it))
  const broken = asked.filter((check) => STATUS[verdictOf(check)] === 'error')
  if (broken.length < asked.length) return { status: 'fail' }
  const message = broken.map((check) => cleanText(describeCheck(check, say), 4000)).join('\n\n')
  return { status: 'error', message: message || say('No check was run.') }
}

/** The website cuts at 500 characters without saying so; here the cut is marked. */
function test({ check, name, submission }: ListedCheck, say: Say) {
  const { output } = submission
  return {
    name: cleanLine(name),
    status: hasPassed(check)
      ? 'pass'
      : check.kind === 'adjustment'
        ? 'fail'
        : STATUS[verdictOf(check)],
    test_code: commandFor(submission.exercise, check),
    ...(check.status === 'passed' && !check.warning
      ? {}
      : { message: cleanText(describeCheck(check, say), 4000) }),
    ...(output ? { output: cutText(cleanText(output), 450) } : {}),
  }
}
