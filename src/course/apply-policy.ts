import type { Adjustment, CheckReport, RunReport, SubmissionReport } from '../report/report.ts'
import { type Course, type Exceptions, type HandIn, type Rules, rulesFor } from './course.ts'
import { lateness } from './lateness.ts'

/**
 * The record under a course's rules. What they give or take is a line of its own, and the points
 * of the checks stay what they are. Applied again, it starts from those, so nothing counts twice.
 * @param handIns what is known of each submission, in the order of the report
 * @param exceptions what holds for whoever handed it in; the later ones win
 */
export function applyPolicy(
  report: RunReport,
  course: Course,
  handIns: readonly HandIn[],
  exceptions: readonly Exceptions[] = [],
): RunReport {
  const submissions = report.submissions.map((submission, index) => {
    const rules = rulesFor(course, submission.exercise, exceptions)
    return judge(submission, rules, handIns[index] ?? {})
  })
  const score = submissions.reduce((sum, one) => sum + one.score, 0)
  return { ...report, submissions, totals: { ...report.totals, score } }
}

function judge(submission: SubmissionReport, rules: Rules, handIn: HandIn): SubmissionReport {
  const earned = submission.checks.reduce((sum, { score }) => sum + score, 0)
  const adjustments = adjustmentsFor(earned, rules, handIn)
  return {
    ...submission,
    checks: submission.checks.map((check) => withVisibility(check, rules)),
    score: earned + adjustments.reduce((sum, { score }) => sum + score, 0),
    ...(adjustments.length > 0 || submission.adjustments !== undefined ? { adjustments } : {}),
  }
}

/**
 * What the rules give or take of the points earned. An attempt too many earns nothing, so that
 * lateness has nothing left to take.
 */
export function adjustmentsFor(earned: number, rules: Rules, handIn: HandIn): Adjustment[] {
  const attempts = tooManyAttempts(earned, rules, handIn)
  const late = lateness(attempts === undefined ? earned : 0, rules, handIn)
  return [attempts, late].filter((it) => it !== undefined)
}

function tooManyAttempts(
  earned: number,
  { attempts }: Rules,
  { attempt }: HandIn,
): Adjustment | undefined {
  if (attempts === undefined || attempt === undefined || attempt <= attempts) return undefined
  return {
    id: 'attempts',
    text: `This is attempt ${attempt}, and only ${allowed(attempts)}: it earns no points.`,
    score: earned === 0 ? 0 : -earned,
  }
}

/** Of somebody of whom more came than counts, beside the grade of what does count. */
export function laterAttempts(made: number, attempts: number): Adjustment {
  const text = `${made} attempts were handed in, and only ${allowed(attempts)}: what came later is left out.`
  return { id: 'attempts', text, score: 0 }
}

/** Why there is no grade where a download holds nothing but what came later. */
export function notInDownload(made: number, attempts: number): string {
  return `it is attempt ${made}, and only ${allowed(attempts)}: the download holds none of those`
}

function allowed(attempts: number): string {
  return attempts === 1 ? '1 attempt counts' : `${attempts} attempts count`
}

/** Who may see a check, as the course says. */
export function withVisibility(check: CheckReport, { visibility }: Rules): CheckReport {
  const ruled = visibility?.[check.id] ?? visibility?.[check.kind]
  return ruled === undefined ? check : { ...check, visibility: ruled }
}
