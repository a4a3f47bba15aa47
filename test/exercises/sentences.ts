import type { SubmissionReport } from '../../src/report/report.ts'
import { plainOptions } from '../../src/reporters/define-reporter.ts'
import { loadReporter } from '../../src/reporters/index.ts'
import { exampleReport } from '../reporters/example-report.ts'
import { blundersIn, untruthsIn } from './untruths.ts'

const terminal = await loadReporter('terminal')

/**
 * Every sentence of a report that the numbers beside it contradict, as a record and as printed.
 * Whatever test judges a whole corpus asks this of what it judged.
 */
export function falseSentencesIn(report: SubmissionReport): string[] {
  // Some are called as their exercise is, whose title is a word.
  const words = report.title.toLowerCase().split(/\W+/)
  const names = report.checks.flatMap((check) => check.function ?? [])
  const renamed = names.filter((name) => !words.includes(name.toLowerCase()))
  const text = String(terminal.render(exampleReport({ submissions: [report] }), plainOptions))
  return [...untruthsIn(report), ...blundersIn(text, renamed)]
}
