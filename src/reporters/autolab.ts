import type { SubmissionReport } from '../report/report.ts'
import { cleanLine } from '../text/clean-text.ts'
import { unique } from './checks-of.ts'
import { defineReporter } from './define-reporter.ts'
import { pointsAsNumber } from './format-value.ts'
import { jsonText } from './json-text.ts'

export const reporter = defineReporter({
  name: 'autolab',
  summary: "Autolab's two closing lines: what each check said, and the points of each exercise.",
  audience: 'gradebook',
  render: ({ submissions }) => {
    const stages = submissions.map(({ exercise }) => exercise)
    const presentation = {
      _presentation: 'semantic',
      stages,
      ...Object.fromEntries(submissions.map((one) => [one.exercise, steps(one)])),
    }
    const scores = submissions.map(({ exercise, score }) => [exercise, pointsAsNumber(score)])
    return `${jsonText(presentation, 0)}\n${jsonText({ scores: Object.fromEntries(scores) }, 0)}\n`
  },
})

function steps({ checks }: SubmissionReport) {
  const taken = new Map<string, number>()
  const rows = checks.map((check) => [
    unique(cleanLine(check.title, 200), taken),
    {
      passed: check.status === 'passed',
      ...(check.status === 'passed' && !check.warning
        ? {}
        : { hint: cleanLine(check.message, 2000) }),
    },
  ])
  return Object.fromEntries(rows)
}
