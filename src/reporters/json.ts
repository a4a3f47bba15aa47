import { defineReporter } from './define-reporter.ts'

export const reporter = defineReporter({
  name: 'json',
  summary: 'The whole record, mlp-check/report/v1; `mlp-check report` renders it again.',
  render: (report) => `${JSON.stringify(report, null, 2)}\n`,
})
