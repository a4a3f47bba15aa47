import { appendFile } from 'node:fs/promises'
import { isMachineFault } from '../errors.ts'
import type { TextPair } from '../pack/translate.ts'
import type { RunReport } from '../report/report.ts'
import type { Addition, RenderOptions, Reporter } from '../reporters/define-reporter.ts'
import { loadReporter } from '../reporters/index.ts'
import { writeFileWhole } from '../whole-file.ts'
import type { ReporterRequest } from './parse-reporter-option.ts'

export interface WrittenReports {
  /** What is to be printed, in the order asked for. */
  readonly printed: readonly PrintedReport[]
  /** What could not be made or written; exit code 5 once everything else is out. */
  readonly problems: readonly WriteProblem[]
}

interface PrintedReport {
  readonly text: string
  readonly as: Reporter['printedAs']
}

interface WriteProblem {
  readonly reporter: string
  readonly file?: string
  readonly message: string
}

/** Renders the record once for each request. A failure of one never costs another. @throws what the machine is to blame for */
export async function writeReports(
  report: RunReport,
  requests: readonly ReporterRequest[],
  options: RenderOptions,
  words: readonly TextPair[] = [],
): Promise<WrittenReports> {
  const spoken =
    words.length === 0 ? report : (await import('../pack/translate.ts')).withWords(report, words)
  const printed: PrintedReport[] = []
  const problems: WriteProblem[] = []
  for (const request of requests) {
    try {
      const { text, as, additions } = await renderOne({ report, spoken }, request, options)
      if (request.file === undefined) printed.push({ text, as })
      problems.push(...(await writeOne(request, text, additions)))
    } catch (error) {
      // Such as that no further file can be opened: then nothing else goes on either.
      if (isMachineFault(error)) throw error
      const message = `The ${request.name} report could not be made: ${reason(error)}`
      problems.push({ reporter: request.name, message })
    }
  }
  return { printed, problems }
}

interface Records {
  readonly report: RunReport
  /** With its authors' texts in the reader's language. */
  readonly spoken: RunReport
}

async function renderOne(records: Records, request: ReporterRequest, options: RenderOptions) {
  const reporter = await loadReporter(request.name)
  const report = reporter.audience === 'machine' ? records.report : records.spoken
  // A file has no colours.
  const own = request.file === undefined ? options : { ...options, color: 0 as const }
  const text = reporter.render(report, own)
  const additions = reporter.additions?.(report, own) ?? []
  return { text, as: reporter.printedAs, additions }
}

async function writeOne(
  { name, file }: ReporterRequest,
  text: string,
  additions: readonly Addition[],
): Promise<WriteProblem[]> {
  const problems: WriteProblem[] = []
  const attempt = async (target: string, writing: Promise<void>) => {
    await writing.catch((error) => {
      const message = `The ${name} report could not be written to ${target}: ${reason(error)}`
      problems.push({ reporter: name, file: target, message })
    })
  }
  if (file !== undefined) await attempt(file, writeFileWhole(file, text))
  for (const addition of additions) {
    await attempt(addition.file, appendFile(addition.file, addition.text))
  }
  return problems
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
