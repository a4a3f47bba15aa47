import type { Reporter } from './define-reporter.ts'

/** The registry: a reporter is a file and a line here. Its keys are what `--reporter` takes. */
const reporters = {
  terminal: async () => (await import('./terminal.ts')).reporter,
  json: async () => (await import('./json.ts')).reporter,
  github: async () => (await import('./github.ts')).reporter,
  classroom50: async () => (await import('./classroom50.ts')).reporter,
  gradescope: async () => (await import('./gradescope.ts')).reporter,
  junit: async () => (await import('./junit.ts')).reporter,
  sarif: async () => (await import('./sarif.ts')).reporter,
  gcc: async () => (await import('./gcc.ts')).reporter,
  markdown: async () => (await import('./markdown.ts')).reporter,
  html: async () => (await import('./html.ts')).reporter,
  csv: async () => (await import('./csv.ts')).reporter,
  tap: async () => (await import('./tap.ts')).reporter,
  prairielearn: async () => (await import('./prairielearn.ts')).reporter,
  autolab: async () => (await import('./autolab.ts')).reporter,
  classroom: async () => (await import('./classroom.ts')).reporter,
  check50: async () => (await import('./check50.ts')).reporter,
  exercism: async () => (await import('./exercism.ts')).reporter,
} satisfies Record<string, () => Promise<Reporter>>

export type ReporterName = keyof typeof reporters

export const reporterNames = Object.keys(reporters) as ReporterName[]

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name)
}

export function loadReporter(name: ReporterName): Promise<Reporter> {
  return reporters[name]()
}
