import { type CheckReport, POINT_SCALE, type RunReport } from '../report/report.ts'
import { cleanLine, cleanText, cutToBytes } from '../text/clean-text.ts'
import { checksOf, type ListedCheck, unique } from './checks-of.ts'
import { defineReporter, type RenderOptions } from './define-reporter.ts'
import { describeCheck } from './describe-check.ts'
import { requireVariables } from './environment.ts'
import type { Say } from './in-language.ts'
import { jsonText } from './json-text.ts'
import { hasPassed } from './verdict.ts'

const VARIABLES = [
  'CLASSROOM',
  'ASSIGNMENT',
  'SUBMISSION_TAG',
  'COMMIT_URL',
  'RELEASE_URL',
  'REVIEW_URL',
] as const

/** Limits of the classroom50 runner: tests in a result, bytes of a test's name, characters shown. */
const MOST_TESTS = 100
const LONGEST_NAME = 100
const LONGEST_OUTPUT = 2000

export const reporter = defineReporter({
  name: 'classroom50',
  summary: 'The result.json of Classroom 50: whole points, or hundredths where not all are whole.',
  audience: 'gradebook',
  render: (report, options, say) => `${jsonText(result(report, options, say))}\n`,
})

function result(report: RunReport, options: RenderOptions, say: Say) {
  const variables = requireVariables(options, VARIABLES, 'classroom50')
  const { OWNER, ASSIGNMENT_TYPE } = options.environment
  return {
    schema: 'classroom50/result/v1',
    classroom: variables.CLASSROOM,
    assignment: variables.ASSIGNMENT,
    assignment_type: ASSIGNMENT_TYPE || 'individual',
    owner: OWNER || requireVariables(options, ['USERNAME'], 'classroom50').USERNAME,
    submission: variables.SUBMISSION_TAG,
    commit: variables.COMMIT_URL,
    release: variables.RELEASE_URL,
    review: variables.REVIEW_URL,
    datetime: submittedAt(variables.SUBMISSION_TAG, report.startedAt),
    ...inUnits(report.totals, unitOf(report)),
    tests: tests(report, unitOf(report), say),
  }
}

/** Only integers are taken: whole points where all of a record are whole, else hundredths of one. */
function unitOf({ totals, submissions }: RunReport): number {
  const checks = submissions.flatMap((submission) => submission.checks)
  const points = [totals, ...checks].flatMap(({ score, maxScore }) => [score, maxScore])
  return points.every((hundredths) => hundredths % POINT_SCALE === 0) ? POINT_SCALE : 1
}

function inUnits({ score, maxScore }: Pick<CheckReport, 'score' | 'maxScore'>, unit: number) {
  return { score: score / unit, 'max-score': maxScore / unit }
}

function tests(report: RunReport, unit: number, say: Say) {
  const taken = new Map<string, number>()
  const checks = checksOf(report)
  const shown = checks.length > MOST_TESTS ? checks.slice(0, MOST_TESTS - 1) : checks
  const rows = shown.map(({ check, name }) => ({
    'test-name': unique(cutToBytes(cleanLine(name) || check.id, LONGEST_NAME - 6), taken),
    passed: hasPassed(check),
    // What a course takes is in the message and the score of the whole: a test has no negative one.
    ...inUnits({ ...check, score: Math.max(0, check.score) }, unit),
    status: check.status,
    ...(check.note === undefined ? {} : { note: check.note }),
    output: cleanText(describeCheck(check, say), LONGEST_OUTPUT),
  }))
  return shown.length === checks.length
    ? rows
    : [...rows, remainder(checks.slice(shown.length), unit, say)]
}

/** The rest in one row, so that the rows still add up to the score. */
function remainder(checks: readonly ListedCheck[], unit: number, say: Say) {
  return {
    'test-name': say(`${checks.length} more checks`),
    passed: checks.every(({ check }) => hasPassed(check)),
    ...inUnits(
      {
        score: checks.reduce((sum, { check }) => sum + Math.max(0, check.score), 0),
        maxScore: checks.reduce((sum, { check }) => sum + check.maxScore, 0),
      },
      unit,
    ),
  }
}

/** The tag carries the instant of the submission, which a regrade must not change. */
function submittedAt(tag: string, startedAt: string): string {
  const found = /(\d{4}-\d\d-\d\dT\d\d)[-:](\d\d)[-:](\d\d)Z$/.exec(tag)
  if (found === null) return `${startedAt.slice(0, 19)}Z`
  return `${found[1]}:${found[2]}:${found[3]}Z`
}
