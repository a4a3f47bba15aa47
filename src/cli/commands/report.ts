import { resolve } from 'node:path'
import { text as readStream } from 'node:stream/consumers'
import { applyPolicy } from '../../course/apply-policy.ts'
import { isLocalTime } from '../../course/clock.ts'
import { UsageError } from '../../errors.ts'
import type { Pack } from '../../pack/pack.ts'
import { readText } from '../../read-text.ts'
import type { RunReport } from '../../report/report.ts'
import { parseReport } from '../../report/schema.ts'
import type { CommandModule, Invocation, Surroundings } from '../command.ts'
import { courseNames } from '../course-names.ts'
import { authorsOf, chosenPack } from '../packs.ts'
import { printReports, reporterRequests } from '../print-reports.ts'
import { localeIn } from '../workspaces.ts'

/** Renders a saved record again, under a course's rules where a config is given. */
export const run: CommandModule['run'] = async ({ words, options }, surroundings) => {
  const requests = reporterRequests(options)
  const file = words[0] ?? '-'
  const saved = parseReport(await read(file, surroundings), file)
  const locale = localeIn(options, surroundings)
  // Whoever reads English, and under no rules, needs no exercises.
  const isPlain = locale === 'en' && options.course === undefined
  const pack = isPlain ? undefined : await chosenPack(surroundings)
  const report = await underRules(saved, pack, options, surroundings)
  const authors = pack && (await authorsOf(report, pack, locale))
  return printReports(report, requests, {
    options,
    surroundings,
    ...(authors && { words: authors }),
  })
}

async function read(file: string, { cwd }: Surroundings): Promise<string> {
  if (file === '-' && process.stdin.isTTY) {
    throw new UsageError('Which report?', 'Try: mlp-check report saved.json --reporter markdown')
  }
  if (file === '-') return readStream(process.stdin)
  return readText(resolve(cwd, file)).catch((error: Error) => {
    throw new UsageError(`The saved report cannot be read: ${error.message}`)
  })
}

async function underRules(
  report: RunReport,
  pack: Pack | undefined,
  options: Invocation['options'],
  surroundings: Surroundings,
): Promise<RunReport> {
  const { course, submittedAt, attempt, due } = options
  if (course === undefined || pack === undefined) return report
  const { loadCourse } = await import('../../course/load-course.ts')
  const handIn = {
    ...(submittedAt === undefined
      ? {}
      : { submittedAt: timeOf(String(submittedAt), '--submitted-at') }),
    ...(attempt === undefined ? {} : { attempt: attemptOf(String(attempt)) }),
  }
  const rules = await loadCourse(
    resolve(surroundings.cwd, String(course)),
    courseNames(pack, report),
  )
  const extended = due === undefined ? [] : [{ due: timeOf(String(due), '--due') }]
  return applyPolicy(
    report,
    rules,
    report.submissions.map(() => handIn),
    extended,
  )
}

/** A time without an offset would mean another instant on every machine. */
function timeOf(text: string, option: string): string {
  const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text)
  if (complete && isLocalTime(text.slice(0, 16)) && !Number.isNaN(Date.parse(text))) return text
  throw new UsageError(
    `${option} takes a time with its offset, not ${JSON.stringify(text)}.`,
    'Such as 2026-09-20T10:00:00Z or 2026-09-20T12:00:00+02:00.',
  )
}

function attemptOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new UsageError(`--attempt takes a number from 1 on, not ${JSON.stringify(text)}.`)
}
