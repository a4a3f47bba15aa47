import { defineReporter } from './define-reporter.ts'
import { jsonText } from './json-text.ts'

export const reporter = defineReporter({
  name: 'json',
  summary: 'The whole record, mlp-check/report/v1; `mlp-check report` renders it again.',
  audience: 'machine',
  render: (report) => `${jsonText(report)}\n`,
})
