/** What a workflow is to judge: whose exercises, and where in the repository the answers lie. */
export interface Judged {
  /** What `--exercises` is to name, written for a shell. */
  readonly exercises: string
  /** From the root of the repository, written for a shell; undefined where it is the root. */
  readonly folder: string | undefined
}

/** Where a platform has the checker, and wants reports. */
interface Places {
  readonly checker: string
  /** The folder of the reports, absolute, as a shell says it. */
  readonly reports: string
  /** Reporters that are printed. */
  readonly printed: readonly string[]
  /** The ending of each report that is kept, by its reporter; `json` is among them. */
  readonly kept: Readonly<Record<string, string>>
}

/**
 * Judges what has been begun. An exit code is believed only with a report of this run, and the
 * answers' folder is entered last, since nothing of it may be found on the way.
 */
export function judgeScript(judged: Judged, places: Places, indent: number): string {
  const { checker, reports, printed, kept } = places
  const reporters = [
    ...printed.map((name) => `--reporter ${name}`),
    ...Object.entries(kept).map(([name, file]) => `--reporter "${name}=$reports/${file}"`),
  ]
  const lines = [
    `reports=${reports}`,
    'code=0',
    ...(judged.folder === undefined ? [] : [`cd ${judged.folder}`]),
    `"${checker}" check --begun --exercises ${judged.exercises} \\`,
    ...reporters.map(
      (words, index) => `  ${words}${index < reporters.length - 1 ? ' \\' : ' || code=$?'}`,
    ),
    `test -s "$reports/${kept.json}" || { echo 'There is no report.'; exit 5; }`,
    'exit "$code"',
  ]
  return lines.join(`\n${' '.repeat(indent)}`)
}

export const KEPT = { json: 'report.json', html: 'report.html', junit: 'junit.xml' } as const
