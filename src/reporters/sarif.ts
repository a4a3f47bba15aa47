import {
  type CheckReport,
  POINT_SCALE,
  type RunReport,
  type SourcePlace,
  type SubmissionReport,
} from '../report/report.ts'
import { cleanText } from '../text/clean-text.ts'
import { annotatedFile } from './annotated-file.ts'
import { checksOf, type ListedCheck, unique } from './checks-of.ts'
import { defineReporter, type RenderOptions } from './define-reporter.ts'
import { describeCheck } from './describe-check.ts'
import { knownLocale, type Say } from './in-language.ts'
import { jsonText } from './json-text.ts'
import { ruleOf, type SarifRule } from './sarif-rules.ts'
import { uriReference } from './uri-reference.ts'
import { NOT_THE_STUDENT } from './verdict.ts'
import { hiddenText, packText } from './words.ts'

const LONGEST_MESSAGE = 4000

/** SARIF 2.1.0 (OASIS, 2020): one run, whose results are what is wrong and what only warns. */
export const reporter = defineReporter({
  name: 'sarif',
  summary: 'SARIF 2.1.0 for code scanning: recognised mistakes are the rules.',
  audience: 'student',
  render: (report, options, say) =>
    `${jsonText({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [run(report, { ...options, say })],
    })}\n`,
})

type Options = RenderOptions & { readonly say: Say }

function run(report: RunReport, options: Options) {
  const checks = checksOf(report)
  const found = checks.flatMap((listed) => {
    const level = levelOf(listed.check)
    return level === undefined ? [] : [{ listed, level, rule: ruleOf(listed, options.say) }]
  })
  const rules = new Map(found.map(({ rule }) => [rule.id, rule]))
  const order = [...rules.keys()]
  const taken = new Map<string, number>()
  return {
    tool: { driver: driver(report, [...rules.values()]) },
    invocations: [invocation(report, checks, options)],
    columnKind: 'utf16CodeUnits',
    results: found.map(({ listed, level, rule }) => ({
      ruleId: rule.id,
      ruleIndex: order.indexOf(rule.id),
      level,
      message: { text: messageOf(listed, options.say) },
      locations: [location(listed, options)],
      partialFingerprints: { 'mlpCheck/v1': fingerprint(listed, taken) },
      properties: scores(listed.check),
    })),
    properties: {
      seed: report.seed,
      backend: `${report.backend.name} ${report.backend.version}`,
      node: report.node,
      ...scores(report.totals),
    },
  }
}

function driver({ tool }: RunReport, rules: readonly SarifRule[]) {
  return { name: tool.name, version: tool.version, semanticVersion: tool.version, rules }
}

/** Wrong answers are errors; what was spoilt by others than the student is no result. */
function levelOf({ status, warning }: CheckReport): 'error' | 'warning' | undefined {
  if (status === 'failed') return 'error'
  return warning ? 'warning' : undefined
}

function messageOf({ name, check }: ListedCheck, say: Say): string {
  return cleanText(`${name}: ${describeCheck(check, say)}`, LONGEST_MESSAGE)
}

function location({ submission, check }: ListedCheck, options: Options) {
  const place = placeOf(check)
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(place?.file ?? submission.file, options) },
      // Code scanning asks for a line of every result, also of one that is about the whole file.
      region: place === undefined ? { startLine: 1 } : region(place),
      ...(place && isPart(place) && { contextRegion: wholeLine(place) }),
    },
    logicalLocations: [logical(submission, check)],
  }
}

function placeOf(check: CheckReport): SourcePlace | undefined {
  return check.evidence.find((piece) => piece.kind === 'source')
}

/** Without an end a region of SARIF would reach to the end of the line. */
function region({ line, column, endColumn = column + 1 }: SourcePlace) {
  return { startLine: line, startColumn: column, endColumn }
}

/** What surrounds a region must be more than the region. */
function isPart({ column, endColumn = column + 1, text }: SourcePlace): boolean {
  return column > 1 || endColumn <= text.length
}

function wholeLine({ line, text }: SourcePlace) {
  return { startLine: line, snippet: { text: cleanText(text) } }
}

function logical({ exercise }: SubmissionReport, { function: name }: CheckReport) {
  return name === undefined ? { name: exercise, kind: 'module' } : { name, kind: 'function' }
}

function uriOf(file: string, options: Options): string {
  return uriReference(annotatedFile(file, options))
}

/** Which question of which submission: neither the line nor the text of the answer is part of it. */
function fingerprint({ submission, check }: ListedCheck, taken: Map<string, number>): string {
  const { student, exercise } = submission
  return unique([student, exercise, check.id].filter((part) => part !== null).join('/'), taken)
}

function scores({ score, maxScore }: { readonly score: number; readonly maxScore: number }) {
  return { score: score / POINT_SCALE, maxScore: maxScore / POINT_SCALE }
}

/** What there is to say besides what is wrong with the code: it is for people who read the run. */
function invocation(report: RunReport, checks: readonly ListedCheck[], options: Options) {
  const spoilt = checks.filter(({ check }) => check.status === 'errored')
  const pack = packText(report, knownLocale(options.locale))
  const notes = [
    ...(pack === undefined ? [] : [{ level: 'warning', message: { text: pack } }]),
    ...checks.filter(({ check }) => check.kind === 'adjustment').map(adjusted),
    ...report.submissions.flatMap((one) => hidden(one, options.say)),
    ...spoilt.map((listed) => ({
      level: 'error',
      message: { text: `${options.say(NOT_THE_STUDENT)}\n${messageOf(listed, options.say)}` },
      locations: [location(listed, options)],
    })),
  ]
  return {
    executionSuccessful: spoilt.length === 0,
    startTimeUtc: report.startedAt,
    ...(notes.length > 0 && { toolExecutionNotifications: notes }),
  }
}

function adjusted({ name, check }: ListedCheck) {
  return { level: 'note', message: { text: `${name}: ${check.message}` } }
}

function hidden(submission: SubmissionReport, say: Say) {
  const text = hiddenText(submission, say)
  return text === undefined
    ? []
    : [{ level: 'note', message: { text: `${submission.exercise}: ${text}` } }]
}
