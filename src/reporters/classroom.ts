import type { RunReport } from '../report/report.ts'
import { allPassed } from '../report/totals.ts'
import { cleanLine, cleanText } from '../text/clean-text.ts'
import { checksOf, type ListedCheck } from './checks-of.ts'
import { defineReporter } from './define-reporter.ts'
import { commandFor, describeCheck } from './describe-check.ts'
import { pointsAsNumber } from './format-value.ts'
import type { Say } from './in-language.ts'
import { hasPassed, type Verdict, verdictOf } from './verdict.ts'

const STATUS: Readonly<Record<Verdict, 'pass' | 'fail' | 'error'>> = {
  passed: 'pass',
  wrong: 'fail',
  broken: 'error',
  skipped: 'fail',
  'not-judged': 'error',
}

export const reporter = defineReporter({
  name: 'classroom',
  summary: "The retired GitHub Classroom's base64 `result`, also set as the step's output.",
  audience: 'gradebook',
  render: (report, _, say) => `${encoded(report, say)}\n`,
  additions: (report, { environment }, say) => {
    const file = environment.GITHUB_OUTPUT
    return file ? [{ file, text: `result=${encoded(report, say)}\n` }] : []
  },
})

function encoded(report: RunReport, say: Say): string {
  const tests = checksOf(report).map((listed) => test(listed, say))
  const result = {
    version: 1,
    status: overall(report),
    max_score: pointsAsNumber(report.totals.maxScore),
    tests,
  }
  const bytes = new TextEncoder().encode(JSON.stringify(result))
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** The reporter action adds `score` up and would print NaN for a test without one. */
function test({ submission, check, name }: ListedCheck, say: Say) {
  const place = check.evidence.find((piece) => piece.kind === 'source')
  return {
    name: cleanLine(name),
    status: hasPassed(check) ? 'pass' : STATUS[verdictOf(check)],
    score: pointsAsNumber(check.score),
    message:
      check.status === 'passed' && !check.warning ? '' : cleanText(describeCheck(check, say), 4000),
    test_code: commandFor(submission.exercise, check),
    filename: cleanLine(place?.file ?? submission.file),
    line_no: place?.line ?? 0,
  }
}

function overall({ totals }: RunReport): 'pass' | 'fail' | 'error' {
  if (allPassed(totals)) return 'pass'
  return totals.failed > 0 && totals.errored === 0 ? 'fail' : 'error'
}
