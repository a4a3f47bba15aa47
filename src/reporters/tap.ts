import { checksOf, type ListedCheck } from './checks-of.ts'
import { defineReporter } from './define-reporter.ts'
import { describeCheck } from './describe-check.ts'
import { escapeTap } from './escape-tap.ts'
import { formatPoints } from './format-value.ts'
import type { Say } from './in-language.ts'

export const reporter = defineReporter({
  name: 'tap',
  summary: 'Test Anything Protocol, version 13, which every reader of it knows.',
  audience: 'student',
  render: (report, _, say) => {
    const checks = checksOf(report)
    const points = checks.map((listed, index) => testPoint(listed, index + 1, say))
    return ['TAP version 13', `1..${checks.length}`, ...points, ''].join('\n')
  },
})

function testPoint({ check, name, submission }: ListedCheck, number: number, say: Say): string {
  const line = `${number} - ${escapeTap(name)}`
  if (check.status === 'passed') return `ok ${line}`
  if (check.status === 'skipped') return `ok ${line} # SKIP ${escapeTap(check.message)}`
  const diagnostics = {
    message: describeCheck(check, say),
    severity: check.status === 'errored' ? 'not-judged' : 'fail',
    file: submission.file,
    cause: check.cause ?? check.status,
    ...(check.note === undefined ? {} : { note: check.note }),
    points: `${formatPoints(check.score)}/${formatPoints(check.maxScore)}`,
  }
  const rows = Object.entries(diagnostics).map(([key, value]) => `  ${key}: ${yamlString(value)}`)
  return [`not ok ${line}`, '  ---', ...rows, '  ...'].join('\n')
}

/** JSON's strings are YAML's double-quoted ones; beyond ASCII all is escaped, as YAML bans some. */
function yamlString(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
