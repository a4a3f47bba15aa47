import { learn } from '../messages/languages.ts'
import { withWords } from '../pack/translate.ts'
import type { SubmissionReport } from '../report/report.ts'
import { totalsOf } from '../report/totals.ts'
import { plainOptions } from '../reporters/define-reporter.ts'
import { hideChecks } from '../reporters/hide-checks.ts'
import { loadReporter } from '../reporters/index.ts'
import { writeFileWhole } from '../whole-file.ts'
import type { Feedback } from './task.ts'

/** Writes what one student may read, in each form that is asked for. */
export async function writeFeedback(feedback: Feedback): Promise<void> {
  const { run, submissions, locale, words, files } = feedback
  const reports = submissions.map((text) => JSON.parse(text) as SubmissionReport)
  const whole = { ...run, submissions: reports, totals: totalsOf(reports) }
  const visible = hideChecks(whole)
  await learn(locale)
  const spoken = withWords(visible, words)
  for (const { reporter, file } of files) {
    const { audience, render } = await loadReporter(reporter)
    const shown = audience === 'machine' ? visible : spoken
    await writeFileWhole(file, render(shown, { ...plainOptions, locale }))
  }
}
