import type { Reporter } from './define-reporter.ts'

/** The registry: a reporter is a file and a line here. Its keys are what `--reporter` takes. */
export const reporters = {
  terminal: async () => (await import('./terminal.ts')).reporter,
  json: async () => (await import('./json.ts')).reporter,
} satisfies Record<string, () => Promise<Reporter>>

export type ReporterName = keyof typeof reporters

export const reporterNames = Object.keys(reporters) as ReporterName[]

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name)
}

export function loadReporter(name: ReporterName): Promise<Reporter> {
  return reporters[name]()
}
