import { relative, resolve } from 'node:path'
import { translate } from '../messages/languages.ts'
import type { TextPair } from '../pack/translate.ts'
import type { RunReport } from '../report/report.ts'
import type { RenderOptions } from '../reporters/define-reporter.ts'
import { cleanText } from '../text/clean-text.ts'
import { linkBelow } from '../trust/links.ts'
import { colorLevel } from './color.ts'
import type { Invocation, Surroundings } from './command.ts'
import { ExitCode } from './exit-code.ts'
import { packNaming } from './packs.ts'
import { parseReporterOptions, type ReporterRequest } from './parse-reporter-option.ts'
import { repositoryRoot } from './repository-root.ts'
import { localeIn } from './workspaces.ts'
import { writeReports } from './write-reports.ts'

/** @throws UsageError for an unknown reporter */
export function reporterRequests(options: Invocation['options']): ReporterRequest[] {
  return parseReporterOptions((options.reporter as string[] | undefined) ?? ['terminal'])
}

/** Renders and writes every report that was asked for; returns 5 where one could not be written. */
export async function printReports(
  report: RunReport,
  requests: readonly ReporterRequest[],
  context: {
    options: Invocation['options']
    surroundings: Surroundings
    /** What authors wrote, in the reader's language. */
    words?: readonly TextPair[]
  },
): Promise<number> {
  const { stdout, stderr } = context.surroundings
  const refused = requests.map((request) => refusal(request, context.surroundings))
  const rest = requests.filter((_, index) => refused[index] === undefined)
  const written = await writeReports(report, rest, renderOptions(context), context.words)
  for (const { text, as } of written.printed) stdout.write(text, as)
  const problems = [
    ...refused.filter((problem) => problem !== undefined),
    ...written.problems.map(({ message }) => message),
  ]
  const locale = localeIn(context.options, context.surroundings)
  for (const problem of problems)
    stderr.write(`mlp-check: ${cleanText(translate(problem, locale))}\n`)
  return problems.length > 0 ? ExitCode.machine : ExitCode.passed
}

/** Where somebody grades, no report is written through a link that the working folder brings. */
function refusal(
  { name, file }: ReporterRequest,
  { cwd, trust }: Surroundings,
): string | undefined {
  const link = file === undefined || trust.ownTools ? undefined : linkBelow(cwd, resolve(cwd, file))
  if (link === undefined) return undefined
  return `The ${name} report is not written to ${file}: ${relative(cwd, link)} is a link`
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
    locale: localeIn(options, surroundings),
    all: options.all === true,
    junitDialect: options.junitDialect === 'github' ? 'github' : 'strict',
    cwd: surroundings.cwd,
    repositoryRoot: repositoryRoot(surroundings),
    naming: packNaming(surroundings),
    environment: surroundings.env,
  }
}
