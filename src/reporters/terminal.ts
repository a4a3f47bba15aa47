import { Chalk, type ChalkInstance } from 'chalk'
import type { CheckReport, RunReport, SubmissionReport } from '../report.ts'
import { defineReporter, type RenderOptions } from './define-reporter.ts'
import { formatPoints } from './format-points.ts'
import { evidenceBlocks } from './terminal-evidence.ts'
import { indent, wrap } from './terminal-text.ts'

/** For people: one line a check, and under each failure everything that helps to mend it. */
export const reporter = defineReporter({
  name: 'terminal',
  summary: 'for people, in colour where the terminal has it',
  render: (report, options) => {
    const paint = new Chalk({ level: options.color })
    const parts = report.submissions.map((submission) =>
      renderSubmission(submission, options, paint),
    )
    return `${parts.join('\n')}${renderTotals(report, paint)}`
  },
})

function renderSubmission(
  submission: SubmissionReport,
  options: RenderOptions,
  paint: ChalkInstance,
): string {
  const who = submission.student === null ? '' : `${submission.student}  `
  const heading = `${paint.bold(submission.exercise)}  ${submission.title}  ${paint.dim(`${who}${submission.file}`)}`
  const checks = submission.checks.map((check) => renderCheck(check, options, paint))
  return `${heading}\n\n${checks.join('')}\n${verdictLine(submission, paint)}\n`
}

const MARKS = {
  passed: (paint: ChalkInstance) => paint.green('✓'),
  failed: (paint: ChalkInstance) => paint.red('✗'),
  skipped: (paint: ChalkInstance) => paint.dim('-'),
  errored: (paint: ChalkInstance) => paint.magenta('!'),
}

function renderCheck(check: CheckReport, options: RenderOptions, paint: ChalkInstance): string {
  const mark = check.warning ? paint.yellow('!') : MARKS[check.status](paint)
  const worth =
    check.maxScore > 0 ? paint.dim(`  ${formatPoints(check.score, check.maxScore)}`) : ''
  const width = options.width - 6
  if (check.status === 'passed' && !check.warning) {
    return `  ${mark} ${check.title}${worth}  ${paint.dim(check.message)}\n`
  }
  if (check.status === 'skipped') {
    return `  ${mark} ${paint.dim(`${check.title}  ${check.message}`)}\n`
  }
  const message = indent(wrap(check.message, width), 4)
  const blocks = evidenceBlocks(check, { width, paint }).map((block) => `\n${indent(block, 4)}\n`)
  return `  ${mark} ${paint.bold(check.title)}${worth}\n${message}\n${blocks.join('')}\n`
}

function verdictLine(submission: SubmissionReport, paint: ChalkInstance): string {
  const points =
    submission.maxScore > 0 ? `  ${formatPoints(submission.score, submission.maxScore)}` : ''
  if (submission.status === 'passed') return `${paint.green.bold('passed')}${points}`
  if (submission.status === 'errored') return `${paint.magenta.bold('not judged')}${points}`
  return `${paint.red.bold('not yet')}${points}`
}

function renderTotals(
  { submissions, totals, seed, backend }: RunReport,
  paint: ChalkInstance,
): string {
  const source = paint.dim(`seed ${seed} · ${backend.name} ${backend.version}`)
  if (submissions.length < 2) return `${source}\n`
  const score = formatPoints(totals.score, totals.maxScore)
  return `\n${totals.passed} of ${totals.submissions} passed, ${score}  ${source}\n`
}
