import type { CheckReport, RunReport, SubmissionReport } from '../report/report.ts'
import { cleanLine } from '../text/clean-text.ts'
import { escapeXml, escapeXmlAttribute } from '../text/escape-xml.ts'
import { annotatedFile } from './annotated-file.ts'
import { type ListedCheck, unique } from './checks-of.ts'
import { defineReporter, type RenderOptions } from './define-reporter.ts'
import { describeCheck } from './describe-check.ts'
import { formatPoints } from './format-value.ts'
import type { Say } from './in-language.ts'
import { type Verdict, verdictOf } from './verdict.ts'

export const reporter = defineReporter({
  name: 'junit',
  summary: 'JUnit XML for Jenkins, GitLab and test-report actions (see --junit-dialect).',
  audience: 'student',
  render: (report, options, say) => {
    const suites = report.submissions.map((submission) =>
      suite(report, submission, { ...options, say }),
    )
    const attributes = [
      ['name', 'mlp-check'],
      ...counts(report.submissions.flatMap(({ checks }) => checks)),
      ['time', seconds(report.durationMs)],
    ]
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attributeText(attributes)}>`,
      ...suites,
      '</testsuites>\n',
    ].join('\n')
  },
})

type Attributes = readonly (readonly string[])[]

type Options = RenderOptions & { readonly say: Say }

function suite(report: RunReport, submission: SubmissionReport, options: Options): string {
  const { checks, exercise, student, output } = submission
  const attributes = [
    ['name', student === null ? exercise : `${exercise}: ${student}`],
    ...counts(checks),
    ['skipped', String(checks.filter((check) => verdictOf(check) === 'skipped').length)],
    ['time', seconds(submission.durationMs)],
    ['timestamp', report.startedAt.slice(0, 19)],
  ]
  const taken = new Map<string, number>()
  return [
    `  <testsuite${attributeText(attributes)}>`,
    properties(report, submission, options),
    ...checks.map((check) => testCase({ submission, check }, options, taken)),
    ...(output === undefined ? [] : [`    <system-out>${escapeXml(output)}</system-out>`]),
    '  </testsuite>',
  ].join('\n')
}

/** The Jenkins schema has properties for a suite and none for a test case. */
function properties(
  report: RunReport,
  submission: SubmissionReport,
  options: RenderOptions,
): string {
  const rows = [
    ['score', formatPoints(submission.score)],
    ['maxScore', formatPoints(submission.maxScore)],
    ['file', annotatedFile(submission.file, options)],
    ['seed', String(report.seed)],
    ['backend', `${report.backend.name} ${report.backend.version}`],
    ['version', report.tool.version],
  ].map(([name = '', value = '']) => {
    const both = attributeText([
      ['name', name],
      ['value', value],
    ])
    return `      <property${both}/>\n`
  })
  return `    <properties>\n${rows.join('')}    </properties>`
}

/** GitLab drops a case whose class and name were seen before, so names are unique in a class. */
function testCase(
  { submission, check }: Pick<ListedCheck, 'submission' | 'check'>,
  options: Options,
  taken: Map<string, number>,
): string {
  const owner = submission.student === null ? '' : `${dotless(submission.student)}.`
  const className = `${owner}${dotless(submission.exercise)}.${check.function ?? 'file'}`
  const name = unique(`${className}\n${cleanLine(check.title)}`, taken).slice(className.length + 1)
  const attributes = [
    ['classname', className],
    ['name', name],
    ...(options.junitDialect === 'github' ? placeAttributes(submission, check, options) : []),
  ]
  const content = result(check, options.say)
  const tag = `    <testcase${attributeText(attributes)}`
  return content === '' ? `${tag}/>` : `${tag}>\n      ${content}\n    </testcase>`
}

/** Some actions fail on a case without a time; checks share one run, so each has none of its own. */
function placeAttributes(
  submission: SubmissionReport,
  check: CheckReport,
  options: RenderOptions,
): string[][] {
  const place = check.evidence.find((piece) => piece.kind === 'source')
  return [
    ['file', annotatedFile(place?.file ?? submission.file, options)],
    ['line', String(place?.line ?? 1)],
    ['time', '0.000'],
  ]
}

const ELEMENTS: Readonly<Record<Exclude<Verdict, 'passed'>, 'failure' | 'error' | 'skipped'>> = {
  wrong: 'failure',
  broken: 'error',
  'not-judged': 'error',
  skipped: 'skipped',
}

/** Jenkins shows the attribute first, GitLab only the text: both are filled. */
function result(check: CheckReport, say: Say): string {
  const verdict = verdictOf(check)
  if (verdict === 'passed') return ''
  const element = ELEMENTS[verdict]
  const message = cleanLine(check.message, 1000)
  if (element === 'skipped') return `<skipped${attributeText([['message', message]])}/>`
  const attributes = attributeText([
    ['message', message],
    ['type', check.note ?? check.cause ?? check.status],
  ])
  return `<${element}${attributes}>${escapeXml(describeCheck(check, say))}</${element}>`
}

function counts(checks: readonly CheckReport[]): string[][] {
  const elements = checks.map(verdictOf).map((it) => (it === 'passed' ? it : ELEMENTS[it]))
  const count = (element: string) => String(elements.filter((it) => it === element).length)
  return [
    ['tests', String(checks.length)],
    ['failures', count('failure')],
    ['errors', count('error')],
  ]
}

function attributeText(attributes: Attributes): string {
  return attributes.map(([name, value = '']) => ` ${name}="${escapeXmlAttribute(value)}"`).join('')
}

/** Jenkins takes dots for packages. */
function dotless(name: string): string {
  return name.replaceAll('.', '_')
}

/** The Jenkins schema allows three decimals. */
function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
