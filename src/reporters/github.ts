import type { Locale } from '../messages/catalogue.ts'
import type { CheckReport, RunReport } from '../report/report.ts'
import { cleanText } from '../text/clean-text.ts'
import { annotatedFile } from './annotated-file.ts'
import { checksOf, type ListedCheck } from './checks-of.ts'
import { defineReporter, type RenderOptions } from './define-reporter.ts'
import { describeCheck } from './describe-check.ts'
import { escapeWorkflowData, escapeWorkflowProperty } from './escape-workflow.ts'
import { knownLocale, type Say } from './in-language.ts'
import { renderMarkdown } from './markdown.ts'
import { verdictOf } from './verdict.ts'
import { hiddenText, packText, pointsText, statusText } from './words.ts'

/** GitHub shows ten annotations of each level for a step, and takes a summary of a mebibyte. */
const MOST_OF_A_LEVEL = 10
const LARGEST_SUMMARY = 2 ** 20
const LONGEST_ANNOTATION = 4000

export const reporter = defineReporter({
  name: 'github',
  printedAs: 'commands',
  summary: 'Annotations for GitHub Actions on stdout, and the job summary where there is one.',
  audience: 'student',
  render: (report, options, say) => {
    const lines = [
      ...annotations(report, { ...options, say }, 'error'),
      ...annotations(report, { ...options, say }, 'warning'),
      ...notices(report, knownLocale(options.locale), say),
    ]
    return `${lines.join('\n')}\n`
  },
  additions: (report, { environment }, say) => {
    const file = environment.GITHUB_STEP_SUMMARY
    return file ? [{ file, text: renderMarkdown(report, LARGEST_SUMMARY, say) }] : []
  },
})

type Level = 'error' | 'warning' | 'notice'

/** Wrong answers are errors; what only warns, or what we spoilt, is a warning. */
type Options = RenderOptions & { readonly say: Say }

function annotations(report: RunReport, options: Options, level: 'error' | 'warning') {
  const { say } = options
  const ranked = checksOf(report)
    .filter(({ check }) => levelOf(check) === level)
    .sort((one, other) => urgency(other.check) - urgency(one.check))
  const room = ranked.length > MOST_OF_A_LEVEL ? MOST_OF_A_LEVEL - 1 : MOST_OF_A_LEVEL
  const lines = ranked.slice(0, room).map((listed) => annotation(level, listed, options))
  const more = ranked.length - lines.length
  if (more === 0) return lines
  const title = say(`${more} more ${level === 'error' ? 'failed checks' : 'warnings'}`)
  return [...lines, command(level, { title }, say('All are in the job summary.'))]
}

function levelOf({ status, warning }: CheckReport): Level | undefined {
  if (status === 'failed') return 'error'
  return status === 'errored' || warning ? 'warning' : undefined
}

/** A file that stops everything comes first, then a function that does not run, then what costs most. */
function urgency(check: CheckReport): number {
  const broken = verdictOf(check) === 'broken' ? 1_000_000_000 : 0
  const whole = check.function === undefined ? 2_000_000_000 : 0
  return broken + whole + check.maxScore - check.score
}

function annotation(level: Level, { submission, check, name }: ListedCheck, options: Options) {
  const place = check.evidence.find((piece) => piece.kind === 'source')
  const properties = {
    file: annotatedFile(place?.file ?? submission.file, options),
    ...(place === undefined ? {} : { line: String(place.line), col: String(place.column) }),
    ...(place?.endColumn === undefined ? {} : { endColumn: String(place.endColumn) }),
    title: name,
  }
  return command(
    level,
    properties,
    cleanText(describeCheck(check, options.say), LONGEST_ANNOTATION),
  )
}

function notices(report: RunReport, locale: Locale, say: Say): string[] {
  const pack = packText(report, locale)
  const all = report.submissions.map((submission) => {
    const { student, exercise } = submission
    const title = student === null ? exercise : `${exercise}: ${student}`
    const said = say(statusText(submission))
    return command(
      'notice',
      { title },
      [
        `${said}${say(', ')}${pointsText(submission, say)}${say('.')}`,
        hiddenText(submission, say),
        pack,
      ]
        .filter(Boolean)
        .join(' '),
    )
  })
  if (all.length <= MOST_OF_A_LEVEL) return all
  const { totals } = report
  const title = say(`${totals.passed} of ${totals.submissions} passed`)
  const text = [`${pointsText(totals, say)}${say('.')}`, say('All are in the job summary.'), pack]
    .filter(Boolean)
    .join(' ')
  return [command('notice', { title }, text)]
}

function command(level: Level, properties: Readonly<Record<string, string>>, data: string): string {
  const list = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeWorkflowProperty(value)}`)
    .join(',')
  return `::${level} ${list}::${escapeWorkflowData(data)}`
}
