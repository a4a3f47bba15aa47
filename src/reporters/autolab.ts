import type { CheckReport, SubmissionReport } from '../report/report.ts'
import { cleanLine } from '../text/clean-text.ts'
import { unique } from './checks-of.ts'
import { defineReporter } from './define-reporter.ts'
import { pointsAsNumber } from './format-value.ts'
import type { Say } from './in-language.ts'
import { jsonText } from './json-text.ts'
import { hasPassed, NOT_THE_STUDENT } from './verdict.ts'

export const reporter = defineReporter({
  name: 'autolab',
  summary: "Autolab's two closing lines: what each check said, and the points of each exercise.",
  audience: 'gradebook',
  render: ({ submissions }, _, say) => {
    const stages = submissions.map(({ exercise }) => exercise)
    const presentation = {
      _presentation: 'semantic',
      stages,
      ...Object.fromEntries(submissions.map((one) => [one.exercise, steps(one, say)])),
    }
    const scores = submissions.map(({ exercise, score }) => [exercise, pointsAsNumber(score)])
    return `${jsonText(presentation, 0)}\n${jsonText({ scores: Object.fromEntries(scores) }, 0)}\n`
  },
})

function steps({ checks }: SubmissionReport, say: Say) {
  const taken = new Map<string, number>()
  const rows = checks.map((check) => [
    unique(cleanLine(check.title, 200), taken),
    {
      passed: hasPassed(check),
      ...(check.status === 'passed' && !check.warning ? {} : { hint: hint(check, say) }),
    },
  ])
  return Object.fromEntries(rows)
}

/** Autolab records the points all the same: whose fault it is must be said where they are read. */
function hint({ status, message }: CheckReport, say: Say): string {
  return cleanLine(status === 'errored' ? `${say(NOT_THE_STUDENT)} ${message}` : message, 2000)
}
