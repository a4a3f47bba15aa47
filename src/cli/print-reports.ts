import type { RunReport } from '../report/report.ts'
import type { RenderOptions } from '../reporters/define-reporter.ts'
import { parseReporterOptions, type ReporterRequest } from '../reporters/parse-reporter-option.ts'
import { writeReports } from '../reporters/write-reports.ts'
import { cleanText } from '../text/clean-text.ts'
import { colorLevel } from './color.ts'
import type { Invocation, Surroundings } from './command.ts'
import { ExitCode } from './exit-code.ts'
import { chosenLocale } from './locale.ts'

/** @throws UsageError for an unknown reporter */
export function reporterRequests(options: Invocation['options']): ReporterRequest[] {
  return parseReporterOptions((options.reporter as string[] | undefined) ?? ['terminal'])
}

/** Renders and writes every report that was asked for; returns 5 where one could not be written. */
export async function printReports(
  report: RunReport,
  requests: readonly ReporterRequest[],
  context: { options: Invocation['options']; surroundings: Surroundings },
): Promise<number> {
  const { stdout, stderr } = context.surroundings
  const written = await writeReports(report, requests, renderOptions(context))
  for (const { text, as } of written.printed) stdout.write(text, as)
  for (const problem of written.problems) stderr.write(`mlp-check: ${cleanText(problem.message)}\n`)
  return written.problems.length > 0 ? ExitCode.machine : ExitCode.passed
}

export function renderOptions({
  options,
  surroundings,
}: {
  options: Invocation['options']
  surroundings: Surroundings
}): RenderOptions {
  return {
    width: surroundings.stdout.columns,
    color: colorLevel(options.color, surroundings, surroundings.stdout),
    locale: chosenLocale(options, surroundings),
    junitDialect: options.junitDialect === 'github' ? 'github' : 'strict',
    cwd: surroundings.cwd,
    environment: surroundings.env,
  }
}
