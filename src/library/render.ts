import { UsageError } from '../errors.ts'
import { localeOf } from '../messages/catalogue.ts'
import { learn } from '../messages/languages.ts'
import type { RunReport } from '../report/report.ts'
import { plainOptions, type RenderOptions, type Reporter } from '../reporters/define-reporter.ts'
import { isReporterName, loadReporter, reporterNames } from '../reporters/index.ts'
import { didYouMean } from '../text/near-names.ts'

/**
 * A record as a reporter shows it: by its name, one of `own` or one that comes along. The record is
 * read as strictly as a saved one. @throws UsageError for an unknown name, and for what is no record
 */
export async function renderReport(
  report: RunReport,
  name: string,
  { own, options }: { readonly own: readonly Reporter[]; readonly options: Partial<RenderOptions> },
): Promise<string> {
  const reporter = await reporterNamed(name, own)
  const { parseReport } = await import('../report/schema.ts')
  const read = parseReport(JSON.stringify(report) ?? '', 'what was given')
  const all = { ...plainOptions, ...options }
  await learn(localeOf(all.locale))
  return reporter.render(read, all)
}

async function reporterNamed(name: string, own: readonly Reporter[]): Promise<Reporter> {
  const found = own.find((reporter) => reporter.name === name)
  if (found !== undefined) return found
  if (isReporterName(name)) return loadReporter(name)
  const known = [...own.map((reporter) => reporter.name), ...reporterNames]
  throw new UsageError(
    `there is no reporter "${name}"`,
    didYouMean(name, known) ?? `there are ${known.join(', ')}`,
  )
}

/** @throws UsageError where a reporter of one's own has the name of another one */
export function refuseSharedReporters(own: readonly Reporter[]): void {
  const names = own.map(({ name }) => name)
  const taken = names.find((name, index) => isReporterName(name) || names.indexOf(name) !== index)
  if (taken !== undefined) throw new UsageError(`there is a reporter "${taken}" already`)
}
